"""Pictures of a report: every place is named once on it or beside it, and words stay words."""

import dataclasses
import functools
import io
import itertools
import math
import os
import re
import subprocess
import sys
from importlib.resources import files

import matplotlib.image
import numpy as np
import pypdf
import pytest
import shapely
from attacks import ATTACKS
from lxml import etree
from pictures import QUICK, SVG, crowd, svg_of, town_report, words_of
from PIL import Image
from reports import STORY, hostile_crowd, make_entry, seed_like_report

from geo.document import Document
from geo.errors import ConfigurationError
from geo.report import Outline, Report
from maps import write_map
from maps.cartography.basemap import read_basemap
from maps.colours import read_palette
from maps.options import MapOptions
from maps.picture import draw_picture
from maps.picture.compose import compose_picture
from maps.picture.numbering import badge_half_width
from maps.picture.room import overlap
from maps.picture.scene import set_scene
from maps.plain import clean
from maps.words import read_words


def boxes_of(picture):
    """Everything on a map that has to be read: names, numbers, names of the basemap."""
    half = badge_half_width(len(picture.names.badges))
    names = [(" ".join(label.lines), spot.box) for label, spot in picture.names.story]
    names += [(" ".join(base.label.lines), base.spot.box) for base in picture.names.base]
    for badge in picture.names.badges:
        (x, y) = badge.at
        names.append((str(badge.number), (x - half, y - 7, x + half, y + 7)))
    return names


def named_in(picture):
    labelled = [label.owner for label, _ in picture.names.story]
    return labelled + [owner for badge in picture.names.badges for owner in badge.owners]


def dot_boxes(picture):
    for dot in picture.marks.dots:
        (x, y), reach = dot.point, dot.r * 0.7
        yield dot.owner, (x - reach, y - reach, x + reach, y + reach)


REPORTS = {
    "seed-like": seed_like_report(),
    "sixty apart": crowd(60, -77, -12, 3),
    "sixty in a heap": crowd(60, 2.2, 48.7, 0.3),
    "hundreds": crowd(420, -5, 42, 12),
    "across the antimeridian": town_report(("Suva", 178.44, -18.14), ("Apia", -171.76, -13.83)),
    "one": town_report(("Suva", 178.44, -18.14)),
    "on one spot": town_report(*((f"Quarter {number}", 10.0, 50.0) for number in range(5))),
    "around the world": town_report(
        ("Lima", -77, -12), ("Tokyo", 139.7, 35.7), ("Sydney", 151.2, -33.9), ("Nuuk", -51, 64)
    ),
    "near the pole": town_report(("Alert", -62.3, 82.5), ("North", 0, 89.9)),
    "nothing": Report(title="Nothing", documents=(), entries=()),
    "region alone": dataclasses.replace(seed_like_report(), entries=seed_like_report().entries[3:4], unplaced=()),
}


@pytest.fixture(autouse=True, scope="module")
def _one_basemap_a_view():
    """Read what lies under a map once for all pictures of one view."""
    read = functools.cache(read_basemap)

    def read_once(view, home, borders):
        return read(view, frozenset(home), borders)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("maps.picture.scene.read_basemap", read_once)
        yield


def compose(report, options=QUICK):
    return compose_picture(set_scene(report, options), options)


@functools.cache
def composed(name):
    return compose(REPORTS[name], MapOptions())


def said_in(name):
    """Give what is written on the sheet of a report."""
    return [text.get_text() for text in composed(name).sheet.paper.texts]


@pytest.fixture(scope="module", params=REPORTS)
def picture(request):
    return composed(request.param)


def test_every_mark_has_its_name_or_its_number_once(picture):
    marks = [mark.owner for mark in (*picture.marks.dots, *picture.marks.areas)]
    assert sorted(named_in(picture), key=str) == sorted(marks, key=str)


def test_no_name_covers_another(picture):
    pairs = itertools.combinations(boxes_of(picture), 2)
    assert [(one[0], other[0]) for one, other in pairs if overlap(one[1], other[1])] == []


def test_no_name_covers_a_dot(picture):
    dots = list(dot_boxes(picture))
    names = [(label.owner, spot.box) for label, spot in picture.names.story]
    names += [(None, base.spot.box) for base in picture.names.base]
    assert [(name, dot) for name, box in names for dot, at in dots if name != dot and overlap(box, at)] == []


@pytest.mark.parametrize("seed", [1, 4])
def test_a_number_stands_near_every_dot_that_it_stands_for(seed):
    picture = compose(crowd(85, 2.5, 49.5, 3, seed), MapOptions(width_px=500))
    dots = {dot.owner: dot.point for dot in picture.marks.dots}
    far = [owner for badge in picture.names.badges for owner in badge.owners if math.dist(badge.at, dots[owner]) > 35]
    assert picture.names.badges
    assert far == []


def test_no_line_to_a_name_crosses_another_name_or_line(picture):
    spots = [(label.owner, spot) for label, spot in picture.names.story]
    lines = [(owner, shapely.LineString(spot.leader)) for owner, spot in spots if spot.leader]
    crossed = [
        (owner, other) for owner, line in lines for other, spot in spots
        if other != owner and line.intersects(shapely.box(*spot.box))
    ]  # fmt: skip
    assert crossed == []
    assert not any(one.intersects(other) for (_, one), (_, other) in itertools.combinations(lines, 2))


def test_every_name_is_within_the_frame(picture):
    left, top, right, bottom = picture.frame.edges
    boxes = [box for _, box in boxes_of(picture)]
    assert all(box[0] >= left and box[1] >= top and box[2] <= right and box[3] <= bottom for box in boxes)


def test_what_is_placed_is_on_the_map_or_told_to_be_outside(picture):
    owners = {mark.owner for mark in (*picture.marks.dots, *picture.marks.areas)}
    placed = {owner for owner in owners if isinstance(owner, int)}
    assert placed | set(picture.marks.outside) == set(range(len(picture.facts["places"])))
    assert not placed & set(picture.marks.outside)


def test_most_of_sixty_towns_have_their_names_on_the_map():
    assert len(composed("sixty apart").names.badges) == 0
    assert len(composed("sixty in a heap").names.story) > 45


def test_numbers_stand_in_the_list_with_their_names():
    report = REPORTS["hundreds"]
    names = composed("hundreds").names
    assert len(names.badges) > 20
    assert [badge.number for badge in names.badges] == list(range(1, len(names.badges) + 1))
    said = " ".join(said_in("hundreds"))
    assert [entry.place.name for entry in report.entries if entry.place.name not in said] == []


def test_places_across_the_antimeridian_are_side_by_side():
    picture = composed("across the antimeridian")
    suva, apia = (dot.point for dot in picture.marks.dots)
    assert suva[0] < apia[0] < suva[0] + 900


def test_the_picture_says_in_words_what_is_not_on_it():
    said = " ".join(said_in("seed-like"))
    assert "Not found: Puerto Quimera" in said
    assert "Ambiguous: San Pedro (could be: San Pedro, Satipo, Junín, Peru; San Pedro, Oyón, Lima, Peru)" in said
    assert "Outside this map: United States" in said
    assert "The boundary of one region is approximate." in said
    assert "VRAEM: Made from district seats; half of it is right" in said
    assert "12 May 2014 · brief.txt" in said
    assert "GeoNames (geonames.org), CC BY 4.0" in said
    assert "Natural Earth" in said


def test_the_legend_has_what_is_on_the_map_and_nothing_else():
    said = said_in("seed-like")
    assert {"Populated place", "Named region", "Ambiguous: one of these is meant"} <= set(said)
    assert not {"Natural feature", read_words("en")["legend_unsure"], "Area shown by its centre"} & set(said)


def test_an_unsure_place_has_a_question_mark_and_its_legend():
    said = words_of(svg_of(town_report(("Suva", 178.44, -18.14, {"confidence": 0.3}))))
    assert "Suva\u00a0?" in said
    assert read_words("en")["legend_unsure"] in said


def test_the_words_are_spanish_when_asked_for():
    said = words_of(svg_of(seed_like_report(), MapOptions(dpi=48, language="es")))
    words = read_words("es")
    assert {words["legend_town"], words["legend_region"], "No encontrado:", "Fuera de este mapa:"} <= set(said)
    assert {"PERÚ", "Estados Unidos", "12 de mayo de 2014 · brief.txt"} <= set(said)


def test_the_title_is_the_readers():
    root = svg_of(seed_like_report(), MapOptions(title="A title"))
    assert root.findtext(f"{SVG}title") == "A title"
    assert words_of(root)[0] == "A title"
    assert "Oxapampa, Pasco, Peru" in root.findtext(f"{SVG}desc")


def test_the_scale_bar_is_true_in_the_middle_of_the_map():
    frame = compose(town_report(("Oslo", 10.75, 59.9), ("Bergen", 5.3, 60.4))).frame
    lat = frame.middle.lat
    assert frame.px_per_km == pytest.approx(frame.scale / (111.32 * np.cos(np.radians(lat))), rel=0.01)
    assert 55 < lat < 65


@pytest.mark.parametrize(("name", "says"), [("around the world", True), ("sixty in a heap", False)])
def test_a_map_of_many_scales_says_where_its_bar_holds(name, says):
    assert any(re.fullmatch(r"at \d+° [NS]", text) for text in said_in(name)) == says


@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
def test_the_same_report_gives_the_same_bytes(form):
    report = REPORTS["one"]
    assert draw_picture(report, QUICK, form) == draw_picture(report, QUICK, form)


@pytest.mark.parametrize(("width", "dpi"), [(200, 96), (640, 144), (1000, 48)])
def test_dots_follow_from_width_and_resolution(width, dpi):
    png = draw_picture(REPORTS["one"], MapOptions(width_px=width, dpi=dpi), "png")
    assert matplotlib.image.imread(io.BytesIO(png)).shape[1] == pytest.approx(width * dpi / 96, abs=1)


def test_a_drawing_is_as_wide_as_asked_and_says_what_it_is():
    root = svg_of(REPORTS["one"], MapOptions(width_px=640))
    assert root.get("width") == "640"
    assert root.get("role") == "img"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"


def test_light_and_dark_have_the_colours_of_the_page():
    style = files("maps.page").joinpath("assets", "colours.css").read_text(encoding="utf-8")
    for theme in ("light", "dark"):
        colour = read_palette(theme)["ink"]
        assert f"var(--{theme}, {colour})" in style
        first = next(svg_of(REPORTS["one"], MapOptions(theme=theme)).iter(f"{SVG}text"))
        assert f"fill: {colour}" in first.get("style")
    assert read_palette("auto") == read_palette("light")


def test_the_palette_has_every_role_that_is_drawn():
    roles = {"page", "land", "water", "ink", "muted", "border", "province", "river", "town", "area", "region", "nature"}
    assert roles <= read_palette("light").keys()
    assert {role for role in roles if read_palette("light")[role] != read_palette("dark")[role]} == roles


def test_symbols_are_as_large_as_on_the_page():
    script = files("maps.page").joinpath("assets", "symbols.js").read_text(encoding="utf-8")
    assert "{ few: 5.5, many: 4.5, hundreds: 3.5 }" in script
    assert "Math.min(3.5, Math.sqrt((place.times ?? 1) - 1))" in script
    assert "-r * 1.25" in script


def test_the_pdf_has_its_words_as_text_and_no_date():
    reader = pypdf.PdfReader(io.BytesIO(draw_picture(seed_like_report(), QUICK, "pdf")))
    text = " ".join(reader.pages[0].extract_text().split())
    assert {
        name for name in ("Oxapampa", "Villa Rica", "Puerto Quimera", "CC BY 4.0", "PERU") if name not in text
    } == set()
    assert reader.metadata.title == "Marines train in the cloud forest"
    assert reader.metadata.creation_date is None
    assert "GeoNames 2026, CC BY 4.0 (places): United States, Peru, Oxapampa" in reader.metadata.subject


def test_pictures_carry_their_sources_with_edition_and_licence():
    drawn = Image.open(io.BytesIO(draw_picture(REPORTS["one"], QUICK, "png")))
    rights = svg_of(REPORTS["one"]).findtext(".//{http://purl.org/dc/elements/1.1/}rights")
    assert drawn.text["Copyright"] == rights
    for words in ("GeoNames 2026, CC BY 4.0 (places): Suva.", "https://www.geonames.org/", "Made with Natural Earth"):
        assert words in rights


def test_names_in_other_scripts_are_drawn():
    names = ["Ленинград", "Θεσσαλονίκη", "القاهرة", "ירושלים", "Երևան", "Đà Nẵng", "Łódź"]
    report = town_report(*((name, 20.0 + 5 * number, 50.0) for number, name in enumerate(names)))
    assert set(names) <= set(words_of(svg_of(report)))
    assert draw_picture(report, QUICK, "png")
    assert draw_picture(report, QUICK, "pdf")


def test_signs_that_no_font_here_has_are_told_of_and_whole_in_a_drawing(monkeypatch):
    monkeypatch.setattr("maps.picture.lettering._signs", lambda: frozenset(range(0x20, 0x17F)) | {0x25A1})
    names = ["北京市", "\U0001f30b Volcano", "\U00012000 one", "\ue000 two"]
    report = town_report(*((name, 20.0 + 5 * number, 50.0) for number, name in enumerate(names)))
    said = words_of(svg_of(report))
    assert set(names) <= set(said)
    assert "□ stands for a sign that the fonts of this computer lack." in said
    assert draw_picture(report, QUICK, "png")
    text = pypdf.PdfReader(io.BytesIO(draw_picture(report, QUICK, "pdf"))).pages[0].extract_text()
    assert [shown for shown in ("□□□", "□ Volcano", "□ one", "□ two") if shown not in text] == []


HOSTILE = (
    *ATTACKS, "$\\frac{", "$$", "_x^2$", "$x$", "\\alpha", "one\ntwo\r\nthree", "\u202e\u2066gnp", "\ud800 half",
    "\x00\x07\x1b[2J", "\ufffe\uffff", "\U0001f30b\u200d\U0001f525", "ﷺ" * 20, "e" + "\u0301" * 60,
    "W" * 150, "two words " * 25,
)  # fmt: skip


@pytest.mark.parametrize("attacks", [HOSTILE[::2], HOSTILE[1::2]], ids=["even", "odd"])
def test_hostile_words_are_shown_and_never_obeyed(attacks):
    root = svg_of(hostile_crowd(attacks))
    assert [
        node.tag for node in root.iter() if etree.QName(node).localname in {"script", "foreignObject", "a", "image"}
    ] == []
    assert [name for node in root.iter() for name in node.attrib if name.lower().startswith("on")] == []
    said = "".join(words_of(root)).replace(" ", "").replace("\u00a0", "")
    fields = "title place area lost doubtful note notice credit".split()
    whole = [
        clean(f"{attack} {field}").replace(" ", "").replace("\u00a0", "") for attack in attacks for field in fields
    ]
    assert [one for one in whole if one not in said] == []


def test_hostile_words_break_no_writer():
    report = hostile_crowd(HOSTILE[len(ATTACKS) :])
    assert draw_picture(report, QUICK, "png")
    assert len(pypdf.PdfReader(io.BytesIO(draw_picture(report, QUICK, "pdf"))).pages) == 1


@pytest.mark.parametrize(
    ("options", "hint"),
    [
        (MapOptions(width_px=199), "200 to 10000"),
        (MapOptions(width_px=10_001), "200 to 10000"),
        (MapOptions(width_px=0), "200 to 10000"),
        (MapOptions(dpi=0), "48 to 1200"),
        (MapOptions(dpi=100_000), "48 to 1200"),
        (MapOptions(width_px=10_000, dpi=1200), "smaller --width or --dpi"),
    ],
)
def test_sizes_that_nobody_could_open_are_refused(options, hint):
    with pytest.raises(ConfigurationError, match=hint):
        draw_picture(REPORTS["nothing"], options, "png")


def test_a_form_that_does_not_exist_is_refused():
    with pytest.raises(ConfigurationError, match="png, svg or pdf"):
        draw_picture(REPORTS["nothing"], QUICK, "gif")


@pytest.mark.parametrize(("ending", "start"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")])
def test_the_ending_of_the_name_says_what_is_written(tmp_path, ending, start):
    path = write_map(REPORTS["one"], tmp_path / f"map.{ending}", QUICK)
    assert path.read_bytes().startswith(start)


def test_the_settings_of_matplotlib_are_left_alone_and_do_not_matter():
    plain = draw_picture(REPORTS["one"], QUICK, "svg")
    with matplotlib.rc_context({"svg.fonttype": "path", "lines.linewidth": 9, "text.color": "pink", "font.size": 30}):
        assert draw_picture(REPORTS["one"], QUICK, "svg") == plain
        assert matplotlib.rcParams["lines.linewidth"] == 9


def test_an_area_without_room_for_its_name_gets_a_number():
    tiny = Outline(geometry=shapely.box(10, 50, 10.02, 50.02), approximate=True, note="Made up.")
    text = "Nowhere and Somewhere"
    entries = (
        make_entry(
            text,
            ["Nowhere"],
            lon=10,
            lat=50,
            feature="region",
            outline=tiny,
            name="A region with a rather long name of its own",
        ),
        make_entry(text, ["Somewhere"], lon=14, lat=52),
    )
    report = Report(title="Tiny", documents=(Document(text=text, name="x"),), entries=entries)
    picture = compose(report)
    assert sorted(named_in(picture)) == [0, 1]
    assert "Nowhere" in " ".join(words_of(svg_of(report)))


def test_a_picture_for_a_document_has_the_map_alone():
    said = words_of(etree.fromstring(draw_picture(seed_like_report(), QUICK, "svg", with_words=False)))
    assert "Villa Rica" in said
    assert "Populated place" in said
    assert not any("Puerto Quimera" in text or "CC BY" in text for text in said)


def test_the_story_is_on_the_sheet_where_the_frame_says():
    picture = composed("seed-like")
    text = STORY.index("Lima")
    assert text > 0
    lima = next(dot for dot in picture.marks.dots if dot.text == "Lima")
    assert lima.point == pytest.approx(picture.frame.to_px(-77.02824, -12.04318))
    assert picture.frame.holds(*lima.point)


def test_a_home_that_cannot_be_written_to_makes_no_noise(tmp_path):
    code = (
        "from geo.report import Report; from maps.options import MapOptions; from maps.picture import draw_picture;"
        "print(len(draw_picture(Report(title='x', documents=(), entries=()), MapOptions(dpi=48))))"
    )
    nowhere = {"HOME": "/proc/nowhere", "MPLCONFIGDIR": "/proc/nowhere/matplotlib", "XDG_CACHE_HOME": "/proc/nowhere"}
    environment = {**os.environ, **nowhere, "TMPDIR": str(tmp_path), "DISPLAY": ":99", "MPLBACKEND": "TkAgg"}
    result = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False, env=environment
    )
    assert result.stderr == ""
    assert int(result.stdout) > 1000


@pytest.mark.parametrize(("north", "is_below"), [(46.5, True), (44.0, False)])
def test_furniture_stands_where_no_dot_is_or_below_the_map(north, is_below):
    corners = (("Aa", 2.0, 44.0), ("Bb", 7.0, 44.0), ("Cc", 2.0, north), ("Dd", 7.0, north))
    report, options = town_report(*corners), MapOptions(width_px=700)
    frame = compose(report, options).frame
    lows = [
        float(node.get("y")) * 4 / 3 for node in svg_of(report, options).iter(f"{SVG}text") if "\u00a0km" in node.text
    ]
    assert [low > frame.bottom for low in lows] == [is_below]
