"""What holds for every test and every docstring's example: nobody's own data, settings or cache is seen or changed."""

import os
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def _no_data_of_ones_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Point every folder of Dateline to an empty one, and take every other variable of Dateline away."""
    home = tmp_path_factory.mktemp("dateline")
    with pytest.MonkeyPatch.context() as patch:
        for variable in [name for name in os.environ if name.startswith("DATELINE_")]:
            patch.delenv(variable)
        for folder in ("data", "cache", "config"):
            patch.setenv(f"DATELINE_{folder.upper()}_FOLDER", str(home / folder))
        # So that no dateline.toml beside or above the checkout is found; tests of the search take it away.
        (home / "dateline.toml").touch()
        patch.setenv("DATELINE_CONFIG_FILE", str(home / "dateline.toml"))
        yield
