"""Fixtures that every test may ask for, and the option that rewrites golden files."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import settings
from mini_gazetteer import write_mini_gazetteer

from geo.gazetteer import open_gazetteer
from geo.read import read_text

# What tests read is no business of the user's own cache; tests of the cache name a folder.
os.environ["DATELINE_CACHE_FOLDER"] = "off"

ROOT = Path(__file__).resolve().parent.parent

# No deadlines: a slow machine is no fault of the code. The same examples each time, unless one asks to explore:
#     pytest tests/property --hypothesis-profile=explore
settings.register_profile("dateline", deadline=None, max_examples=60, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=2_000)
settings.load_profile("dateline")


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the golden files anew; read their difference before you commit",
    )


@pytest.fixture(scope="session")
def root():
    """Give the folder of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def gazetteer():
    """Give the gazetteer that ships."""
    return open_gazetteer()


@pytest.fixture(scope="session")
def mini(tmp_path_factory):
    """Give a gazetteer of two invented countries, whose every row is known."""
    return open_gazetteer(write_mini_gazetteer(tmp_path_factory.mktemp("mini")))


@pytest.fixture(scope="session")
def brief(root):
    """Give the English example report as a document."""
    path = root / "data" / "examples" / "vraem-brief.txt"
    return read_text(path.read_text(encoding="utf-8"), name=path.name)


@pytest.fixture
def runner():
    """Give what runs a command in this process, its output and its errors kept apart."""
    return CliRunner()
