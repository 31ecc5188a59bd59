"""What is learned from: reports of our own, and the corpora beside the checkout where they are."""

from collections.abc import Sequence
from pathlib import Path

from data.build.learn.reports import FOLDER, find_report_files, read_reports
from geo.evaluate import Corpus, read_corpus

__all__ = ["CORPORA", "find_corpora", "read_material"]

CORPORA = Path(__file__).resolve().parents[4] / "shared" / "corpora"
"""Where the corpora for development lie."""


def find_corpora(folder: Path = CORPORA) -> list[Path]:
    """Give the corpora in a folder, in order; none where there are none."""
    return sorted(folder.glob("*/*.xml"))


def read_material(*, without: Sequence[str] = (), corpora: Path = CORPORA, reports: Path = FOLDER) -> list[Corpus]:
    """Give all that is learned from.

    Parameters
    ----------
    without
        File names, without their endings, of corpora or reports to leave out, so that they can be measured:
        ``["GeoVirus"]``.
    corpora, reports
        The folders where they lie.
    """
    found = [read_corpus(path, keep_demonyms=True) for path in find_corpora(corpora) if path.stem not in without]
    return found + [read_reports(path) for path in find_report_files(reports) if path.stem not in without]
