"""A map of a named region alone: its definition as a document, its tiers and members as the places that it names."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from geo.document import Document
from geo.gazetteer import open_gazetteer
from geo.recognize.mention import Mention
from geo.regions import (
    WHOLE,
    Code,
    NamedRegion,
    Tier,
    find_unit,
    region_country,
    region_geometry,
    region_outline,
    region_point,
    unit_name,
)
from geo.regions.named.seams import cut_out
from geo.report import Outline, Report
from geo.resolve.place import Place
from geo.said import Said

if TYPE_CHECKING:
    import geopandas as gpd

__all__ = ["region_report"]


def region_report(region: NamedRegion) -> Report:
    """Give a report of which a map shows a named region alone.

    Parameters
    ----------
    region
        The region.

    Returns
    -------
    Report
        Its document is the definition in words: the note, each tier with its members, what is left out, and the
        sources. Its places are the tiers, each with its outline, and the members.

    Raises
    ------
    RegionError
        When no member has a boundary.

    Examples
    --------
    >>> from geo.regions import named_regions
    >>> [entry.place.name for entry in region_report(named_regions()["vraem"]).entries][:3]
    ['VRAEM, core', 'Ayahuanco', 'Santillana']
    """
    from geo.annotate import annotate  # noqa: PLC0415 - what joins takes 0.4 s to import
    from geo.pipeline import join_places  # noqa: PLC0415

    writing = _Writing()
    tiers = _write(region, writing)
    document = Document(text=writing.text, name=region.region_id, title=region.name)
    joined = join_places(writing.places)
    return annotate([document], [writing.places], joined, _outlines(joined, tiers))


def _outlines(joined: "gpd.GeoDataFrame", tiers: dict[str, Outline]) -> list[Outline | None]:
    from geo.regions import read_outlines  # noqa: PLC0415 - as above

    return [tiers.get(one, other) for one, other in zip(joined["id"], read_outlines(joined), strict=True)]


@dataclass(slots=True)
class _Writing:
    """The text so far, and the places named in it."""

    text: str = ""
    places: list[Place] = field(default_factory=list)

    def say(self, words: str) -> None:
        """Write words."""
        self.text += words

    def name(self, place: Place) -> None:
        """Write the name of a place, as a mention of it."""
        start = len(self.text)
        self.text += place.mention.text
        kind = place.mention.kind
        mention = Mention(start=start, end=len(self.text), text=place.mention.text, kind=kind)
        self.places.append(replace(place, mention=mention))


def _write(region: NamedRegion, writing: _Writing) -> dict[str, Outline]:
    """Write the definition; give the outline of each tier by the identifier of its place."""
    outlines: dict[str, Outline] = {}
    if region.note:
        writing.say(f"{region.note}\n\n")
    for number, tier in enumerate(region.tiers):
        place = _tier_place(region, tier)
        outlines[place.id] = _tier_outline(region, number)
        writing.name(place)
        writing.say(f": {tier.note or 'its members'}.\n\n")
        _write_units(tier.members, writing)
        if tier.excluded:
            writing.say("Without: ")
            _write_units(tier.excluded, writing)
    for source in region.sources:
        writing.say(f"Source: {source.name}{f' ({source.year})' if source.year else ''} {source.url}".rstrip() + "\n\n")
    return outlines


def _tier_outline(region: NamedRegion, number: int) -> Outline:
    """Give the outline of the surest tier, or what another one adds: so its name stands there, and not in the first."""
    names = [tier.name for tier in region.tiers]
    outline = region_outline(region, names[number], number=number if len(names) > 1 else None)
    added = cut_out(outline.geometry, region_geometry(region, names[number - 1])) if number else outline.geometry
    return outline if added.is_empty else replace(outline, geometry=added)


def _write_units(codes: tuple[Code, ...], writing: _Writing) -> None:
    for number, code in enumerate(codes):
        writing.say("; " if number else "")
        place = _unit_place(code)
        if place is None:
            writing.say(unit_name(code) or code.code)
        else:
            writing.name(place)
    writing.say(".\n\n" if codes else "")


def _tier_place(region: NamedRegion, tier: Tier) -> Place:
    name = region.name if tier.name == WHOLE else f"{region.name}, {tier.name}"
    scheme = "zone" if region.zone else "region"
    own = "" if tier.name == region.default_tier else f"/{tier.name}"
    return Place(
        mention=Mention(start=0, end=len(name), text=name, kind="region"),
        status="resolved",
        name=name,
        lonlat=region_point(region),
        feature="region",
        country=region_country(region),
        id=f"{scheme}:{region.region_id}{own}",
        source="Dateline",
        confidence=1.0,
        reason=Said("a named region, by its definition"),
    )


def _unit_place(code: Code) -> Place | None:
    row = find_unit(code).row
    if row is None:
        return None
    gazetteer = open_gazetteer()
    name = gazetteer.name(row)
    return Place(
        mention=Mention(start=0, end=len(name), text=name, kind="place"),
        status="resolved",
        name=name,
        lonlat=gazetteer.lonlat(row),
        feature=gazetteer.feature(row),
        country=gazetteer.country(row),
        admin=gazetteer.admin_names(row),
        id=gazetteer.place_id(row),
        source=gazetteer.source(row),
        confidence=1.0,
        reason=Said("a member of the region, code {code}", code=code.code),
    )
