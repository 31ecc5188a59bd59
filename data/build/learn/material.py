"""What is learned from: reports of our own, and the corpora beside the checkout where they are."""

from pathlib import Path

from data.build.learn.reports import find_report_files, read_reports
from geo.evaluate import Corpus, read_corpus

__all__ = ["find_corpora", "read_material"]

_CORPORA = Path(__file__).resolve().parents[4] / "shared" / "corpora"


def find_corpora() -> list[Path]:
    """Give the corpora beside the checkout, in order; none where there are none."""
    return sorted(_CORPORA.glob("*/*.xml"))


def read_material(*, without: str = "") -> list[Corpus]:
    """Give all that is learned from.

    Parameters
    ----------
    without
        The file name, without its ending, of a corpus or of reports to leave out, so that they can be measured:
        ``"GeoVirus"``.
    """
    corpora = [read_corpus(path, keep_demonyms=True) for path in find_corpora() if path.stem != without]
    return corpora + [read_reports(path) for path in find_report_files() if path.stem != without]
