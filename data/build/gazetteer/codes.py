"""ISO 3166-2 codes of Natural Earth's regions, the same as the boundaries bear."""

import re
from functools import cache

__all__ = ["iso_codes"]

_ISO_3166_2 = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")


@cache
def iso_codes() -> dict[str, str]:
    """Give the ISO 3166-2 code of each of Natural Earth's regions that has one of its own, by ``adm1_code``."""
    # Imported here, for the boundaries build upon the gazetteer's sources.
    from data.build.boundaries.natural_earth import first_level_regions  # noqa: PLC0415

    regions = first_level_regions()
    return {one.adm1_code: one.region_id for one in regions if _ISO_3166_2.fullmatch(one.region_id)}
