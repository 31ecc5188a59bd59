"""Learn the numbers that ship in ``data/learned``: ``python -m data.build.learn``."""

import argparse
from pathlib import Path

from data.build.learn.reports import FOLDER, read_reports
from data.build.learn.resolver import learn_resolver, write_resolver
from geo.evaluate import Corpus, read_corpus

_DATA = Path(__file__).resolve().parents[2]


def main() -> None:
    """Learn from every corpus that is there, but for those that the command line leaves out."""
    parser = argparse.ArgumentParser(prog="python -m data.build.learn", description=__doc__)
    parser.add_argument(
        "--without", action="append", default=[], metavar="NAME", help="leave out the file NAME, so as to measure on it"
    )
    parser.add_argument("--corpora", type=Path, default=_DATA.parents[1] / "shared" / "corpora", metavar="FOLDER")
    parser.add_argument("--reports", type=Path, default=FOLDER, metavar="FOLDER")
    parser.add_argument("--folder", type=Path, default=_DATA / "learned", metavar="FOLDER", help="where to write")
    options = parser.parse_args()
    corpora = list(_read(options.corpora, options.reports, options.without))
    for corpus in corpora:
        print(f"learning from {corpus.name}: {len(corpus.documents)} documents")
    path = options.folder / "resolver.json"
    write_resolver(learn_resolver(corpora), path)
    print(f"{path}: {path.stat().st_size:,} bytes")


def _read(corpora: Path, reports: Path, without: list[str]) -> list[Corpus]:
    found = [read_corpus(path) for path in sorted(corpora.glob("*/*.xml")) if path.stem not in without]
    return found + [read_reports(path) for path in sorted(reports.glob("*.txt")) if path.stem not in without]


if __name__ == "__main__":
    main()
