import io
import json
import os

import openpyxl
import pytest
from attacks import ATTACKS
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.errors import ConfigurationError, DatelineError, OwnDataError
from geo.gazetteer import open_gazetteer
from geo.gazetteer.own import OwnGazetteer, table
from geo.gazetteer.own.fields import FIELDS
from geo.gazetteer.own.kinds import read_kind
from geo.holdings import Holdings, use_holdings
from geo.lonlat import LonLat
from geo.sources import credit_sources

HERE = LonLat(lon=-73.9, lat=-12.5)
PLAIN = "name,lon,lat\nQuello,-73.9,-12.5\n"


@pytest.fixture
def write(tmp_path):
    def write(content, name="villages.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.fixture
def read(write):
    def read(content, name="villages.csv", **how):
        return OwnGazetteer.open(write(content, name), **how)

    return read


def refusal(read, content, name="villages.csv", **how):
    with pytest.raises(OwnDataError) as caught:
        read(content, name, **how)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def workbook(*rows, other=()):
    book = openpyxl.Workbook()
    for row in other:
        book.active.append(row)
    sheet = book.create_sheet("Places")
    for row in rows:
        sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def geojson(*features, **more):
    return json.dumps({"type": "FeatureCollection", "features": list(features), **more})


def feature(geometry, **properties):
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def point(lon, lat):
    return {"type": "Point", "coordinates": [lon, lat]}


# Formats


@pytest.mark.parametrize(
    "content",
    [
        PLAIN,
        "nombre;longitud;latitud\r\nQuello;-73,9;-12,5\r\n",
        "nome\tlongitude\tlatitude\nQuello\t-73.9\t-12.5",
        "nom|x|y\nQuello|73° 54' W|12.5 S\n",
        "\ufeffLatitud,Longitud,Centro poblado\n-12.5,-73.9,Quello\n",
        "Villages of 2024,,\n,,\nid,name,lon,lat\n1,Quello,-73.9,-12.5\n",
        '"name","lon","lat"\n"Quello","-73.9","-12.5"\n',
        "lat,lon,y,x,name\n-12.5,-73.9,0,0,Quello\n",
    ],
)
def test_tables_are_read(read, content):
    (entry,) = read(content).gazetteer_entries()
    assert (entry.name, entry.lonlat, entry.source, entry.wins) == ("Quello", HERE, "villages.csv", True)


def test_a_tab_table_may_hold_commas(read):
    (entry,) = read(
        "name, in full\tlon\tlat\nQuello, Alto\t-73.9\t-12.5\n", "v.tsv", fields={"name": "name, in full"}
    ).gazetteer_entries()
    assert entry.name == "Quello, Alto"


def test_another_encoding_is_read_and_told(read):
    own = read("nombre;lon;lat\nÑañamarca;-73,9;-12,5\nPeñón;-73,9;-12,5\n".encode("cp1252"))
    assert [entry.name for entry in own.gazetteer_entries()] == ["Ñañamarca", "Peñón"]
    assert "read as cp1252" in own.faults[0]


def test_a_workbook_is_read_by_the_sheet_that_has_places(read):
    content = workbook(
        ["Villages"], [], ["Nombre", "Lat", "Lon"], ["Quello", -12.5, -73.9], [], ["Ash", None, None],
        other=[["about", "this"], ["file", 1]],
    )  # fmt: skip
    own = read(content, "villages.xlsx")
    assert [(entry.entry_id, entry.lonlat) for entry in own.gazetteer_entries()] == [("own:villages/4", HERE)]
    assert own.faults == ("villages.xlsx: 1 of 2 rows has no usable coordinates (first: row 6)",)


def test_geojson_gives_a_point_for_every_geometry(read):
    square = {"type": "Polygon", "coordinates": [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]]}
    line = {"type": "LineString", "coordinates": [[0, 5], [4, 5]]}
    own = read(
        geojson(
            feature(point(-73.9, -12.5), nombre="Quello", alias=["Q", 3, "Qu"], poblacion=80.0),
            feature(square, nombre="Field"),
            feature(line, nombre="Way"),
            feature(None, nombre="Nowhere"),
            feature({"type": "Point", "coordinates": []}, nombre="Nowhere"),
            feature({"type": "Polygon", "coordinates": [[[0, 0]]]}, nombre="Broken"),
            feature({"type": "Blob"}, nombre="Broken"),
            feature({"type": "MultiPoint", "coordinates": []}, nombre="Empty"),
            feature(point(200, 100), nombre="Off"),
        ),
        "v.geojson",
    )
    first, field, way = own.gazetteer_entries()
    assert (first.lonlat, first.weight, first.names) == (HERE, 80, (("alternate", "Q"), ("alternate", "Qu")))
    assert 0 < field.lonlat.lon < 2
    assert 0 < field.lonlat.lat < 2
    assert way.lonlat.lat == 5
    assert [entry.entry_id for entry in own.gazetteer_entries()] == ["own:v/1", "own:v/2", "own:v/3"]
    assert own.faults == ("v.geojson: 6 of 9 rows have no usable coordinates (first: row 4)",)


def test_a_single_feature_is_read(read):
    (entry,) = read(json.dumps({**feature(point(-73.9, -12.5), name="Quello"), "id": 7}), "v.json").gazetteer_entries()
    assert entry.entry_id == "own:v/7"


def test_geojson_in_another_system_is_refused(read):
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32718"}}
    told = refusal(read, geojson(feature(point(450_000, 8_600_000), name="Quello"), crs=crs), "v.geojson")
    assert "EPSG::32718" in told
    assert "EPSG:4326" in told
    fine = {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}
    assert read(geojson(feature(point(-73.9, -12.5), name="Quello"), crs=fine), "v.geojson").faults == ()


@pytest.mark.parametrize(
    "content",
    [
        "{",
        '{"type": "Topology"}',
        '{"type": "FeatureCollection"}',
        '{"type": "FeatureCollection", "features": [1]}',
        "[" * 99_999,
        '{"a":' * 99_999,
    ],
)
def test_what_is_no_geojson_is_refused(read, content):
    assert "v.geojson" in refusal(read, content, "v.geojson")


# Columns


def test_every_column_is_guessed_and_shown(read):
    own = read(
        "Código;Nombre;Longitud;Latitud;Otros nombres;Tipo;Población;País;Provincia\n"
        "7;Quello;-73,9;-12,5; Qello|Quello  Alto;Caserío;1.200;Perú;Huanta\n"
    )
    (entry,) = own.gazetteer_entries()
    assert list(own.columns) == list(FIELDS)
    assert own.columns["aliases"] == "Otros nombres"
    assert entry.entry_id == "own:villages/7"
    assert entry.names == (("alternate", "Qello"), ("alternate", "Quello Alto"))
    assert (entry.feature, entry.weight, entry.country, entry.parent) == ("populated place", 1200, "PE", "Huanta")


def test_columns_can_be_said(read):
    content = "a,b,c,name,N\n-12.5,-73.9,El río,Old,\n"
    own = read(content, fields={"lon": "b", "lat": "A", "name": "c"})
    assert own.gazetteer_entries()[0].name == "El río"
    assert own.columns == {"name": "c", "lon": "b", "lat": "a"}


def test_how_a_file_was_understood_is_told(read):
    own = read("what,lon,lat\nQuello,-73.9,-12.5\nAlto,,\n", fields={"name": "what"})
    columns, *faults = own.describe()
    assert columns == "villages.csv: name from 'what', lon from 'lon', lat from 'lat'"
    assert tuple(faults) == own.faults
    assert len(faults) == 1


def test_a_column_that_is_not_there_is_told(read):
    told = refusal(read, PLAIN, fields={"name": "NOMBRE"})
    assert told == "'villages.csv' has no column 'NOMBRE': its columns are 'name', 'lon', 'lat'"
    assert "head one 'lat'" in refusal(read, "name,lon,height\nQuello,1,2\n")
    assert "no column of names" in refusal(read, "lon,lat\n1,2\n")
    assert "projected" in refusal(read, "nombre,este,norte\nQuello,450000,8600000\n")


@pytest.mark.parametrize(
    ("fields", "told"), [({"nam": "x"}, "do you mean 'name'"), ({"zzz": "x"}, "give one of name, lon, lat")]
)
def test_a_field_that_is_none_is_told(write, fields, told):
    with pytest.raises(ConfigurationError, match=told):
        OwnGazetteer.open(write(PLAIN), fields=fields)


def test_a_mode_that_is_none_is_told(write):
    with pytest.raises(ConfigurationError, match="'win' or 'add'"):
        OwnGazetteer.open(write(PLAIN), mode="lose")


def test_the_mode_says_whether_names_win(read):
    assert not read(PLAIN, mode="add").gazetteer_entries()[0].wins


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Río", "river"),
        ("PPL", "populated place"),
        ("mountain range", "mountain range"),
        ("", "populated place"),
        ("Departamento", "admin1"),
        ("shed", None),
    ],
)
def test_kinds_in_four_languages_are_known(word, kind):
    assert read_kind(word) == kind


# Identifiers


def test_without_an_id_the_number_of_the_row_is_one(read):
    own = read("name,lon,lat\nA,1,2\n\nB,1,2\n", "Centros poblados (2024).csv")
    assert [entry.entry_id for entry in own.gazetteer_entries()] == [
        "own:centros-poblados-2024/2",
        "own:centros-poblados-2024/4",
    ]


def test_an_id_that_is_repeated_or_missing_is_told_apart(read):
    own = read("id,name,lon,lat\n5,A,1,2\n5,B,1,2\n,C,1,2\n4,D,1,2\n")
    assert [entry.entry_id for entry in own.gazetteer_entries()] == [
        "own:villages/5",
        "own:villages/5/row-3",
        "own:villages//row-4",
        "own:villages/4",
    ]
    assert own.faults == ("villages.csv: 1 of 4 rows repeats an id and was given its own (first: row 3, '5')",)


def test_the_id_of_a_known_place_is_that_places(read, gazetteer):
    own = read("id,name,lon,lat\ngeonames:3933874,Oxa,1,2\nregion:vraem,The Valleys,1,2\nrow:7,Ash,1,2\n")
    assert [entry.entry_id for entry in own.gazetteer_entries()] == [
        "geonames:3933874", "region:vraem", "own:villages/row:7",
    ]  # fmt: skip
    with use_holdings(Holdings(gazetteers=(own,))):
        known = open_gazetteer()
        assert known.name(known.rows("Oxa")[0]) == "Oxapampa"
        assert known.place_id(known.rows("The Valleys")[0]) == "region:vraem"
        assert len(known) == len(gazetteer) + 1


# Rows with faults


def test_a_row_that_cannot_be_used_is_told_and_stops_no_other(read):
    own = read(
        "name,lon,lat,kind,country,population\n"
        "Quello,-73.9,-12.5,,PE,80\n"
        "Ash,abc,-12,,,\n"
        "Elm,,,,,\n"
        "Oak,0,0,,,\n"
        ",-73,-12,,,\n"
        "---,-73,-12,,,\n"
        "Yew,-73,-12,shed,Narnia,many\n"
    )
    assert [entry.name for entry in own.gazetteer_entries()] == ["Quello", "Yew"]
    assert own.faults == (
        "villages.csv: 2 of 7 rows have no usable name (first: row 6)",
        "villages.csv: 3 of 7 rows have no usable coordinates (first: row 3, 'abc')",
        "villages.csv: 1 of 7 rows is of an unknown kind and counts as a populated place (first: row 8, 'shed')",
        "villages.csv: 1 of 7 rows names an unknown country, which was left out (first: row 8, 'Narnia')",
        "villages.csv: 1 of 7 rows has a weight that is no number and counts as 0 (first: row 8, 'many')",
    )


def test_a_broken_quote_is_told(read):
    own = read('name,lon,lat\n"Que"llo,1,2\nAsh,1,2\n"Elm,1,2\n')
    assert [entry.name for entry in own.gazetteer_entries()] == ["Ash"]
    assert own.faults[0].startswith("villages.csv: 2 of 3 rows cannot be read (first: row 2, ")


def test_a_file_with_nothing_usable_is_refused(read):
    assert "no usable coordinates (first: row 2, 'x')" in refusal(read, "name,lon,lat\nA,x,y\n")
    assert "no rows" in refusal(read, "name,lon,lat\n")
    assert "is empty" in refusal(read, "")
    assert "is empty" in refusal(read, workbook(), "v.xlsx")


def test_exchanged_coordinates_are_told_with_what_to_do(read):
    told = refusal(read, "name,lat,lon\nA,-173.9,12.5\nB,-173.8,12.4\n")
    assert told == (
        "villages.csv: longitude and latitude are exchanged (row 2, longitude '12.5', latitude '-173.9'): "
        "say that lon is 'lat' and lat is 'lon'"
    )
    assert "Antarctica" in refusal(read, "name,lat,lon\nA,-73.9,-12.5\nB,-73.8,-12.4\n")
    assert "exchanged" in refusal(read, "name,lon,lat\nA,12.5 S,73.9 W\n")
    fixed = read("name,lat,lon\nA,-173.9,12.5\n", fields={"lon": "lat", "lat": "lon"})
    assert fixed.gazetteer_entries()[0].lonlat == LonLat(lon=-173.9, lat=12.5)


def test_one_exchanged_row_among_many_is_only_left_out(read):
    own = read("name,lon,lat\nA,12.5,-173.9\nB,-73.9,-12.5\nC,-73.9,-12.5\n")
    assert own.faults == ("villages.csv: 1 of 3 rows has no usable coordinates (first: row 2, '12.5 -173.9')",)


def test_a_station_in_antarctica_stays_there(read):
    own = read("name,lon,lat\nVostok,106.8,-78.5\nQuello,-73.9,-12.5\nPeru Base,-58.5,-62.1\n")
    assert len(own.gazetteer_entries()) == 3
    alone = read("name,lon,lat\nRothera,-58.1,-67.6\n", fields={"lon": "lon", "lat": "lat"})
    assert alone.gazetteer_entries()[0].lonlat == LonLat(lon=-58.1, lat=-67.6)


def test_projected_coordinates_are_told_with_what_to_do(read):
    told = refusal(read, "name,x,y\nA,450000,8600000\nB,451000,8601000\n")
    assert told == (
        "villages.csv: the coordinates are projected, in metres (row 2, longitude '450000', latitude '8600000'): "
        "give longitude and latitude in degrees, WGS 84 (EPSG:4326), such as a GIS exports"
    )


def test_a_file_that_is_not_there_or_no_table_is_refused(tmp_path, read):
    with pytest.raises(OwnDataError, match="there is no file"):
        OwnGazetteer.open(tmp_path / "gone.csv")
    with pytest.raises(OwnDataError, match="folder"):
        OwnGazetteer.open(tmp_path)
    assert "binary" in refusal(read, b"\0\1\2\3")
    assert "archive" in refusal(read, b"PK\x03\x04broken", "v.xlsx")


def test_too_many_rows_are_refused(read, monkeypatch):
    monkeypatch.setattr(table, "MAX_ROWS", 2)
    assert "more than 2 rows" in refusal(read, "name,lon,lat\nA,1,2\nB,1,2\nC,1,2\n")


# What a stranger writes


def test_hostile_words_are_data(read):
    rows = "".join(f'"{attack.replace(chr(34), chr(34) * 2)} x",1,2,"{n}"\n' for n, attack in enumerate(ATTACKS))
    own = read(f"name,lon,lat,id\n{rows}")
    names = [entry.name for entry in own.gazetteer_entries()]
    assert len(names) == len(ATTACKS)
    assert names == [" ".join(f"{attack} x".split()) for attack in ATTACKS]


def test_controls_and_half_characters_are_taken_out(read):
    own = read(geojson(feature(point(1, 2), name="A\x1b[31m\u0007B\ud800C\nD")), "v.geojson")
    assert own.gazetteer_entries()[0].name == "A [31m B C D"


def test_a_huge_cell_costs_its_row_only(read):
    own = read(f"name,lon,lat\n{'x' * 200_000},1,2\n{'y' * 1_000},1,2\nAsh,1,2\nElm,{'9' * 1_000},2\n")
    assert [entry.name for entry in own.gazetteer_entries()] == ["Ash"]
    assert all(len(fault) < 250 for fault in own.faults)


def test_a_message_holds_nothing_that_a_terminal_obeys(read):
    own = read("name,lon,lat\nA,\u202e7,1\nB,1,2\n", "v\x1b[31m.csv")
    assert own.faults == ("v?[31m.csv: 1 of 2 rows has no usable coordinates (first: row 2, '\\u202e7')",)


@given(st.binary(max_size=200), st.sampled_from(["v.csv", "v.geojson", "v.xlsx"]))
def test_any_bytes_are_read_or_refused(tmp_path_factory, content, name):
    path = tmp_path_factory.getbasetemp() / name
    path.write_bytes(content)
    try:
        told = OwnGazetteer.open(path).faults
    except DatelineError as refused:
        told = refused.args
    assert all("\n" not in line for line in told)


CELLS = st.text(alphabet="ab Ñ{<\u202e\"';,|\\", max_size=12)


@settings(max_examples=25)
@given(st.lists(st.tuples(CELLS, st.floats(-180, 180), st.floats(-60, 90)), min_size=1, max_size=5))
def test_what_is_written_as_json_is_what_is_read(tmp_path_factory, rows):
    path = tmp_path_factory.getbasetemp() / "round.geojson"
    path.write_text(geojson(feature(point(0.5, 0.5), name="Sure"), *(feature(point(a, b), name=n) for n, a, b in rows)))
    entries = OwnGazetteer.open(path).gazetteer_entries()
    by_number = {int(entry.entry_id.rpartition("/")[2]): entry for entry in entries}
    for number, (name, lon, lat) in enumerate(rows, start=2):
        if number in by_number:
            assert by_number[number].lonlat == LonLat(lon=lon, lat=lat)
            assert by_number[number].name == " ".join(name.split())
        else:
            assert not any(sign.isalnum() for sign in name) or (lon, lat) == (0, 0)


# As a holding


def test_a_file_that_changes_is_another_holding(write):
    path = write(PLAIN)
    first, again = OwnGazetteer.open(path), OwnGazetteer.open(path)
    assert first == again
    assert hash(first) == hash(again)
    path.write_text("name,lon,lat\nAsh,1,2\n")
    os.utime(path, ns=(1, 1))
    changed = OwnGazetteer.open(path)
    assert changed != first
    assert [entry.name for entry in changed.gazetteer_entries()] == ["Ash"]
    assert OwnGazetteer.open(path, mode="add") != changed


def test_the_file_is_credited(read):
    own = read(PLAIN)
    with use_holdings(Holdings(gazetteers=(own,))):
        sources = credit_sources(["villages.csv", "GeoNames", "other"])
    assert [source.name for source in sources] == ["GeoNames", "other", "villages.csv"]
    assert sources[2].attribution == "Places: villages.csv, a gazetteer of the user's own"
    assert credit_sources(["villages.csv"])[0].attribution == "villages.csv"


def test_what_is_said_of_its_source_is_credited(tmp_path):
    path = tmp_path / "villages.csv"
    path.write_text("name,lon,lat\nQuello,-73.9,-12.5\n", encoding="utf-8")
    told = OwnGazetteer.open(path, source="Census of hamlets", version="2024", licence="CC BY 4.0")
    (source,) = told.credits()
    assert (source.name, source.version, source.licence) == ("villages.csv", "2024", "CC BY 4.0")
    assert source.attribution == "Places: Census of hamlets (villages.csv)"
    (unsaid,) = OwnGazetteer.open(path).credits()
    assert (unsaid.version.split()[0], unsaid.licence) == ("sha256", "not stated")
