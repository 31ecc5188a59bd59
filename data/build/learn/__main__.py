"""Learn the numbers that ship in ``data/learned``: ``python -m data.build.learn``."""

import argparse
from pathlib import Path

from data.build.learn.material import CORPORA, find_corpora, read_material
from data.build.learn.recognizer import learn_recognizer, write_recognizer
from data.build.learn.reports import FOLDER, find_report_files
from data.build.learn.resolver import learn_resolver, write_resolver

_LEARNED = Path(__file__).resolve().parents[2] / "learned"


def main() -> None:
    """Learn from every corpus that is there, but for those that the command line leaves out."""
    parser = argparse.ArgumentParser(prog="python -m data.build.learn", description=__doc__)
    parser.add_argument(
        "--without",
        action="append",
        default=[],
        metavar="NAME",
        help="leave out the file NAME (GeoVirus), so as to measure on it",
    )
    parser.add_argument("--corpora", type=Path, default=CORPORA, metavar="FOLDER")
    parser.add_argument("--reports", type=Path, default=FOLDER, metavar="FOLDER")
    parser.add_argument("--folder", type=Path, default=_LEARNED, metavar="FOLDER", help="where to write")
    options = parser.parse_args()
    known = {path.stem for path in [*find_corpora(options.corpora), *find_report_files(options.reports)]}
    unknown = [name for name in options.without if name not in known]
    if unknown:
        parser.error(f"there is no {', '.join(unknown)} to leave out: give one of {', '.join(sorted(known))}")
    material = read_material(without=options.without, corpora=options.corpora, reports=options.reports)
    for corpus in material:
        print(f"learning from {corpus.name}: {len(corpus.documents)} documents")
    paths = [options.folder / name for name in ("recognizer.json", "resolver.json")]
    recognizer = learn_recognizer(material)
    write_recognizer(recognizer, paths[0])
    write_resolver(learn_resolver(material, recognizer=recognizer), paths[1])
    for path in paths:
        print(f"{path}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
