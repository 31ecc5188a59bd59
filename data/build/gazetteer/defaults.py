"""What a name means when nothing else is known, where that is written down."""

from collections.abc import Iterable

from data.build.gazetteer.facts import read_facts
from data.build.gazetteer.unit import Unit
from geo.gazetteer.names import fold

__all__ = ["add_default_senses"]


def add_default_senses(units: Iterable[Unit]) -> None:
    """Mark the names that nearly always mean one place, and add those that the place does not bear yet."""
    by_id = {unit.geonames_id: unit for unit in units if unit.geonames_id}
    for row in read_facts("default_senses"):
        unit = by_id.get(int(row["geonames_id"]))
        if unit is None:
            message = f"default_senses.csv: no place has the GeoNames id {row['geonames_id']} ({row['name']})"
            raise ValueError(message)
        unit.default_names.add(fold(row["name"]))
        unit.add_names("alternate", row["name"])
