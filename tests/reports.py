"""Sample reports made by hand: what the road would give, without walking it."""

import dataclasses
import datetime as dt
import re

import shapely
import shapely.affinity

from geo.document import Document
from geo.lonlat import LonLat
from geo.recognize.mention import Mention
from geo.report import Entry, Evidence, Figure, Outline, RegionName, Report, Source, Unplaced
from geo.resolve.place import Alternative, Place

GEONAMES = Source(
    name="GeoNames",
    attribution="GeoNames (geonames.org), CC BY 4.0",
    url="https://www.geonames.org/",
    licence="CC BY 4.0",
    version="2026",
)

STORY = """Marines train in the cloud forest

By our correspondent
12 May 2014

The United States sent a small team of instructors to Peru last month. They spent three weeks with Peruvian \
marines in the wooded hills of Oxapampa, a province whose slopes resemble those of the Apurímac, Ene and Mantaro \
Rivers Valley (VRAEM).

About 600 marines serve in the VRAEM, where most of the country's coca is grown. The instructors came from the \
U.S. with metal detectors and left with notes on mud.

A day in Villa Rica

In Villa Rica the team crossed a river by rope, watched by coffee growers. A second crossing near Puerto Quimera \
was called off. Patrols will move on to the VRAEM in September, officials in Lima said.

Peru counts the season a success: 30,349 hectares of coca were cleared, and San Pedro got its road back. Lima will \
publish the figures of the VRAEM in January.
"""


def sentences_of(text):
    return [match.span() for match in re.finditer(r"[^\s][^.\n]*(?:\.(?!\s)[^.\n]*|U\.S\.[^.\n]*)*\.?", text)]


def mentions_of(text, names, kind="place", document=0):
    """Give the mentions of names in a text, the longest name first where two overlap."""
    pattern = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return tuple(
        (document, Mention(start=match.start(), end=match.end(), text=match[0], kind=kind))
        for match in re.finditer(pattern, text)
    )


def evidence_of(text, mentions):
    found = []
    for start, end in sentences_of(text):
        marks = tuple(
            (mention.start - start, mention.end - start)
            for _, mention in mentions
            if start <= mention.start and mention.end <= end
        )
        if marks:
            found.append(Evidence(document=0, start=start, end=end, text=text[start:end], marks=marks))
    return tuple(found)


def figure_of(text, words, kind="quantity"):
    """Give the words of a text as a figure."""
    start = text.index(words)
    return Figure(document=0, start=start, end=start + len(words), text=words, kind=kind)


def with_figures(entry, *figures):
    return dataclasses.replace(entry, figures=figures)


def make_entry(  # noqa: PLR0913 - every fact of a place that a test may set
    text,
    names,
    *,
    lon,
    lat,
    feature="populated place",
    name=None,
    admin=(),
    country="PE",
    kind="place",
    confidence=0.95,
    outline=None,
    regions=(),
    alternatives=(),
    reason="the only place of this name in the gazetteer",
    place_id=None,
    source="GeoNames",
):
    mentions = mentions_of(text, names, kind)
    name = name or names[0]
    place = Place(
        mention=mentions[0][1],
        status="resolved",
        name=name,
        lonlat=LonLat(lon=lon, lat=lat),
        feature=feature,
        country=country,
        admin=admin,
        id=place_id or f"test:{name}",
        source=source,
        confidence=confidence,
        alternatives=alternatives,
        reason=reason,
    )
    return Entry(place=place, mentions=mentions, evidence=evidence_of(text, mentions), regions=regions, outline=outline)


def make_alternative(  # noqa: PLR0913 - as above
    name, *, lon, lat, country, admin, score, feature="populated place", source="GeoNames"
):
    return Alternative(
        name=name,
        lonlat=LonLat(lon=lon, lat=lat),
        country=country,
        admin=admin,
        feature=feature,
        id=f"test:{name}:{country}:{lon}:{lat}",
        score=score,
        source=source,
    )


def region_name(region_id, name, level, *, approximate=False):
    return RegionName(region_id=region_id, name=name, level=level, approximate=approximate)


PERU = region_name("PE", "Peru", "country")
PASCO = region_name("PE-PAS", "Pasco", "admin1")
OXAPAMPA = region_name("PE-1903", "Oxapampa", "admin2", approximate=True)

# Roughly the valley of the Apurímac, Ene and Mantaro; what the road makes of district seats looks alike.
VALLEY = shapely.Polygon(
    [
        (-74.45, -11.05), (-73.95, -11.25), (-73.75, -11.8), (-73.4, -12.2), (-73.1, -12.55), (-72.9, -13.0),
        (-73.15, -13.45), (-73.5, -13.5), (-73.7, -13.1), (-74.1, -12.95), (-74.6, -12.75), (-74.95, -12.4),
        (-74.75, -11.95), (-74.6, -11.5),
    ]
)  # fmt: skip

# A country and its neighbour, coarse enough to stand here.
PERU_SHAPE = shapely.Polygon(
    [
        (-81.3, -4.3), (-80.3, -3.4), (-79.0, -5.0), (-78.0, -3.2), (-75.6, -0.1), (-73.6, -1.3), (-72.9, -2.4),
        (-70.1, -2.7), (-70.7, -3.8), (-69.9, -4.3), (-72.9, -5.1), (-73.9, -7.3), (-72.9, -9.1), (-70.6, -9.5),
        (-70.5, -11.0), (-69.5, -10.9), (-68.7, -12.5), (-69.0, -16.2), (-69.5, -17.5), (-70.4, -18.3), (-76.3, -13.9),
        (-77.2, -12.0), (-79.8, -7.2), (-81.2, -6.1),
    ]
)  # fmt: skip
STATES_SHAPE = shapely.MultiPolygon(
    [
        shapely.Polygon([(-124, 48), (-95, 49), (-67, 47), (-81, 25), (-97, 26), (-117, 32.5)]),
        shapely.Polygon([(-166, 60), (-156, 71), (-141, 70), (-141, 60), (-152, 59)]),
    ]
)


def country(text, names, *, name, lon, lat, code, shape, **facts):  # noqa: PLR0913 - as above
    return make_entry(
        text, names, name=name, lon=lon, lat=lat, feature="country", admin=(name,), country=code,
        outline=Outline(geometry=shape, approximate=False), reason="the country of that name", **facts,
    )  # fmt: skip


def seed_like_report(peru=PERU_SHAPE, united_states=STATES_SHAPE, valley=VALLEY):
    """A report like the seed article's: two countries, a region, three towns, a lost and an ambiguous name."""
    villa_rica_elsewhere = (
        make_alternative(
            "Villarrica", lon=-76.6, lat=2.99, country="CO", admin=("Colombia", "Tolima", "Villarrica"), score=0.03
        ),
        make_alternative(
            "Villa Rica",
            lon=-84.9,
            lat=33.7,
            country="US",
            admin=("United States", "Georgia", "Villa Rica"),
            score=0.02,
        ),
    )
    entries = (
        country(
            STORY, ["United States", "U.S."], name="United States", lon=-98.5, lat=39.76, code="US",
            shape=united_states, place_id="geonames:6252001",
        ),
        with_figures(
            country(
                STORY, ["Peru "], name="Peru", lon=-75.25, lat=-10, code="PE", shape=peru, place_id="geonames:3932488"
            ),
            figure_of(STORY, "last month", "date"), figure_of(STORY, "30,349 hectares of coca"),
        ),
        make_entry(
            STORY, ["Oxapampa"], lon=-75.40167, lat=-10.5775, admin=("Peru", "Pasco", "Oxapampa", "Oxapampa"),
            regions=(PERU, PASCO, OXAPAMPA), confidence=0.93, reason="named beside Villa Rica, in Peru",
        ),
        with_figures(
            make_entry(
                STORY, ["VRAEM", "Apurímac, Ene and Mantaro Rivers Valley"], lon=-73.9, lat=-12.4, feature="region",
                name="Valley of the Apurímac, Ene and Mantaro Rivers", kind="region", admin=("Peru",), confidence=0.99,
                outline=Outline(
                    geometry=valley, approximate=True, note="Made from district seats; half of it is right"
                ),
                regions=(PERU, region_name("PE-JUN", "Junín", "admin1"), region_name("PE-AYA", "Ayacucho", "admin1")),
                reason="a named region of this name",
            ),
            figure_of(STORY, "About 600 marines"), figure_of(STORY, "in September", "date"),
        ),
        make_entry(
            STORY, ["Villa Rica"], lon=-75.26978, lat=-10.73922, admin=("Peru", "Pasco", "Oxapampa", "Villa Rica"),
            regions=(PERU, PASCO, OXAPAMPA), confidence=0.87, alternatives=villa_rica_elsewhere,
            reason="named beside Oxapampa, in Peru",
        ),
        make_entry(
            STORY, ["Lima"], lon=-77.02824, lat=-12.04318, admin=("Peru", "Lima", "Lima"), regions=(PERU,),
            confidence=0.98, reason="the capital of Peru",
        ),
    )  # fmt: skip
    return Report(
        title="Marines train in the cloud forest",
        documents=(
            Document(
                text=STORY, name="brief.txt", title="Marines train in the cloud forest", date=dt.date(2014, 5, 12)
            ),
        ),
        entries=entries,
        unplaced=(lost_name(STORY, "Puerto Quimera"), ambiguous_name(STORY, "San Pedro")),
        demonyms=tuple(
            (document, Place(mention=mention, status="resolved", name="Peru", id="geonames:3932488"))
            for document, mention in mentions_of(STORY, ["Peruvian"], "demonym")
        ),
        notices=("The boundary of one region is approximate.",),
        sources=(GEONAMES,),
    )


def lost_name(text, name):
    mentions = mentions_of(text, [name])
    return Unplaced(
        name=name, status="not found", reason="not in the gazetteer", mentions=mentions,
        evidence=evidence_of(text, mentions),
    )  # fmt: skip


def ambiguous_name(text, name):
    mentions = mentions_of(text, [name])
    contenders = (
        make_alternative(
            name, lon=-74.4, lat=-11.6, country="PE", admin=("Peru", "Junín", "Satipo", name), score=0.34
        ),
        make_alternative(
            name, lon=-76.2, lat=-11.3, country="PE", admin=("Peru", "Lima", "Oyón", name), score=0.33
        ),
    )  # fmt: skip
    return Unplaced(
        name=name, status="ambiguous", reason="two places of this name are as likely", mentions=mentions,
        evidence=evidence_of(text, mentions), alternatives=contenders,
    )  # fmt: skip


def hostile_report(attack):
    """A report whose every text is an attack, with a tail that tells the fields apart."""

    def hostile(field):
        return f"{attack} {field}"

    sentence = f"{hostile('before')} {hostile('mention')} {hostile('after')}."
    text = f"{sentence} {hostile('lost')} {hostile('doubtful')}"
    other = make_alternative(
        hostile("other"), lon=10, lat=50, country="DE", admin=(hostile("state"), hostile("other")), score=0.6,
        feature=hostile("feature"), source=hostile("source"),
    )  # fmt: skip
    entry = make_entry(
        text, [hostile("mention")], lon=12, lat=48, name=hostile("place"), admin=(hostile("land"), hostile("place")),
        reason=hostile("reason"), alternatives=(other,), confidence=0.4, place_id=hostile("id"),
        country="DE", regions=(region_name(hostile("rid"), hostile("region"), "named region", approximate=True),),
        source=hostile("source"),
    )  # fmt: skip
    evidence = Evidence(
        document=0, start=0, end=len(sentence), text=sentence,
        marks=((entry.mentions[0][1].start, entry.mentions[0][1].end),),
    )  # fmt: skip
    area = make_entry(
        text, [hostile("mention")], lon=12, lat=48, name=hostile("area"), feature="region", admin=(hostile("land"),),
        outline=Outline(
            geometry=shapely.box(11, 47, 13, 49), approximate=True, note=hostile("note"), source=hostile("drawn by"),
            version=hostile("drawn in"), licence=hostile("drawn under"), credits=(hostile("source"),),
        ),
        place_id=hostile("area id"),
    )  # fmt: skip
    doubtful = ambiguous_name(text, hostile("doubtful"))
    return Report(
        title=hostile("title"),
        documents=(
            Document(text=text, name=hostile("file"), title=hostile("heading"), notices=(hostile("read notice"),)),
        ),
        entries=(dataclasses.replace(entry, evidence=(evidence,), figures=(figure_of(text, hostile("after")),)), area),
        unplaced=(
            dataclasses.replace(lost_name(text, hostile("lost")), reason=hostile("lost reason")),
            dataclasses.replace(doubtful, alternatives=(other,), reason=hostile("doubtful reason")),
        ),
        notices=(hostile("notice"),),
        sources=(
            Source(
                name=hostile("source"),
                attribution=hostile("credit"),
                url=hostile("url"),
                licence=hostile("licence"),
                version=hostile("version"),
                citation=hostile("citation"),
            ),
        ),
    )


def hostile_crowd(attacks):
    """One report with every text of the hostile reports of several attacks, their places side by side."""
    reports = [_moved(hostile_report(attack), number) for number, attack in enumerate(attacks)]

    def every(field):
        return tuple(one for report in reports for one in getattr(report, field))

    return Report(
        title=" ".join(report.title for report in reports),
        **{field: every(field) for field in ("documents", "entries", "unplaced", "notices", "sources")},
    )


def _moved(report, number):
    """Give a report as that of a later document, its places as many steps to the east."""
    east = 0.7 * number

    def anew(named, **facts):
        mentions = tuple((number, mention) for _, mention in named.mentions)
        evidence = tuple(dataclasses.replace(one, document=number) for one in named.evidence)
        return dataclasses.replace(named, mentions=mentions, evidence=evidence, **facts)

    def move(entry):
        lonlat = LonLat(lon=entry.place.lonlat.lon + east, lat=entry.place.lonlat.lat)
        outline = entry.outline and dataclasses.replace(
            entry.outline, geometry=shapely.affinity.translate(entry.outline.geometry, east)
        )
        figures = tuple(dataclasses.replace(figure, document=number) for figure in entry.figures)
        place = dataclasses.replace(entry.place, lonlat=lonlat)
        return anew(entry, place=place, outline=outline, figures=figures)

    return dataclasses.replace(
        report,
        entries=tuple(map(move, report.entries)),
        unplaced=tuple(map(anew, report.unplaced)),
    )
