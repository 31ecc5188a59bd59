"""Learn what ships in ``data/learned``: ``python -m data.build.learn``."""

import argparse
import json
from pathlib import Path

from data.build.learn.material import read_material
from data.build.learn.recognizer import learn_recognizer

FOLDER = Path(__file__).resolve().parents[2] / "learned"


def main() -> None:
    """Learn the recognizer's numbers and write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without", default="", help="a corpus or reports to leave out, by file name without ending")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where to write")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    material = read_material(without=options.without)
    for corpus in material:
        print(f"learning from {corpus.name}: {len(corpus.documents)} reports")
    record = learn_recognizer(material).as_record()
    path = options.folder / "recognizer.json"
    path.write_text(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{path}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
