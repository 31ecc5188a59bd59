import pytest

from geo.errors import GazetteerError
from geo.resources import data_path


def test_shipped_data_is_found():
    assert data_path("SOURCES.md").is_file()
    assert data_path("gazetteer/places.npy").is_file()
    assert data_path("regions").is_dir()


def test_missing_data_says_what_to_do():
    with pytest.raises(GazetteerError, match=r"'gazetteer/nothing\.npy' is not installed: install dateline again"):
        data_path("gazetteer/nothing.npy")
