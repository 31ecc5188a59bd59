import hashlib
import io
import json
import zipfile

import geopandas as gpd
import pytest
import requests
from attacks import ATTACKS
from shapely.geometry import Point, box

from bench.mirror import Fault, serve, zip_of, zip_of_shapes
from bench.pack_files import (
    DISTRICTS,
    DIVISIONS,
    LAYERS,
    RELEASE,
    area,
    divisions,
    layer_of,
    put_boundaries,
    put_layer,
    put_overture,
    shapes_of,
)
from geo.boundaries import ZONE
from geo.errors import ConfigurationError, DataPackError, DownloadError
from geo.gazetteer import open_gazetteer
from geo.holdings import use_holdings
from geo.packs.addresses import ADDRESSES, BASES, read_bases
from geo.packs.install import Installer
from geo.packs.names import parse_name
from geo.packs.recipes.parts import Asker
from geo.packs.recipes.recipe import guess_name
from geo.packs.store import Store, installed_holdings
from geo.packs.web import Client, check_url
from geo.regions.outlines import read_outlines

pytestmark = pytest.mark.enable_socket


@pytest.fixture
def mirror():
    with serve() as running:
        yield running


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def installer(mirror, folder, tmp_path):
    with requests.Session() as session:
        client = Client(session=session, sleep=lambda _: None, now=lambda: 0.0)
        base = tmp_path / "base"
        yield Installer(store=Store(folder=folder), asker=Asker(client=client, bases=mirror.bases), base=base)


def install(installer, *names):
    outcome = installer.install([installer.plan(name) for name in names])
    assert outcome.failures == ()
    return installed_holdings(installer.store.folder)


def fail(installer, *names):
    outcome = installer.install([installer.plan(name) for name in names])
    assert outcome.done == ()
    return outcome.failures[0]


def sets_of(holdings):
    return {one.level: one for held in holdings.boundaries for one in held.boundary_sets()}


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("geonames:pe", "geonames:PE"),
        ("GeoNames:PER", "geonames:PE"),
        ("geonames:ALL", "geonames:all"),
        ("geonames:XKX", "geonames:XK"),
        ("geoboundaries:PE:adm2", "geoboundaries:PER:ADM2"),
        ("geoboundaries:PER:ADM2:gbopen", "geoboundaries:PER:ADM2"),
        ("geoboundaries:cod:ADM1:gbAuthoritative", "geoboundaries:COD:ADM1:gbAuthoritative"),
        ("geoboundaries:DE:ADM0", "geoboundaries:DEU:ADM0"),
        ("naturalearth:Lakes", "naturalearth:lakes"),
        (" overture:per ", "overture:PE"),
    ],
)
def test_names_of_packs(written, name):
    assert str(parse_name(written)) == name
    assert parse_name(name) == parse_name(written)


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("geonames", "write geonames:PE for a country"),
        ("geonmaes:PE", "write geonames:PE for a country"),
        ("geonames:QQ", "no country has the code 'QQ'"),
        ("geonames:PE:x", "there is no data pack"),
        ("geoboundaries:PER", "write geoboundaries:PER:ADM3"),
        ("geoboundaries:PER:ADM7", "'ADM7' is not one of ADM0, ADM1, ADM2, ADM3"),
        ("geoboundaries:PER:ADM1:gbClosed", "'gbClosed' is not one of gbOpen"),
        ("naturalearth:seas", "'seas' is not one of rivers"),
        ("", "'dateline data list' shows what there is"),
        *((attack, "there is no data pack") for attack in ATTACKS if ":" not in attack),
    ],
)
def test_names_that_no_pack_has(written, message):
    with pytest.raises(DataPackError, match=message) as caught:
        parse_name(written)
    assert str(caught.value).isprintable()


def test_files_are_known_by_their_names(tmp_path):
    names = {
        "PE.zip": "geonames:PE",
        "allCountries.zip": "geonames:all",
        "geoBoundaries-PER-ADM3.geojson": "geoboundaries:PER:ADM3",
        "geoBoundaries-PER-ADM1_simplified.geojson": "geoboundaries:PER:ADM1",
        "geoBoundaries-PER-ADM2-all.zip": "geoboundaries:PER:ADM2",
        "ne_10m_admin_1_states_provinces.zip": "naturalearth:states",
    }
    assert {name: str(guess_name(tmp_path / name)) for name in names} == names
    assert [guess_name(tmp_path / name) for name in ("x.zip", "ne_10m_roads.zip", "pe.zip", "part-0.parquet")] == [
        None
    ] * 4


def test_every_address_is_https_and_of_a_known_source():
    for base in BASES.values():
        check_url(base)
        assert base.startswith("https://")
        assert not base.endswith("/")
    assert {source for source, _ in ADDRESSES.values()} == set(BASES)


def test_a_mirror_stands_in_for_a_source():
    bases = read_bases({"DATELINE_MIRROR_GEOBOUNDARIES_MEDIA": "https://m.example/x/", "PATH": "/bin"})
    assert bases == BASES | {"geoboundaries-media": "https://m.example/x"}
    with pytest.raises(ConfigurationError, match="there are DATELINE_MIRROR_GEONAMES"):
        read_bases({"DATELINE_MIRROR_GEONAME": "https://m.example"})


def test_rivers_are_names_with_a_point_each(installer, mirror):
    put_layer(mirror, "rivers")
    holdings = install(installer, "naturalearth:rivers")
    (river,) = holdings.gazetteers[0].gazetteer_entries()
    assert (river.entry_id, river.name, river.feature, river.wins) == (
        "naturalearth:rivers/quellomayo",
        "Quellomayo",
        "river",
        False,
    )
    assert (river.lonlat.lon, river.lonlat.lat) == (-74.5, -10.5)
    assert holdings.gazetteers[0].credits()[0].licence == "public domain"
    assert installer.store.read().packs[0].version == "5.1.1"
    with use_holdings(holdings):
        gazetteer = open_gazetteer()
        assert [gazetteer.country(row) for row in gazetteer.rows("Quellomayo")] == [""]


def test_lakes_are_outlines_of_places_that_are_known_and_of_new_ones(installer, mirror):
    put_layer(mirror, "lakes")
    holdings = install(installer, "naturalearth:lakes")
    zones = sets_of(holdings)[ZONE]
    assert zones.layer.table["region_id"] == ["dateline:lake/titicaca", "naturalearth-lakes/2"]
    assert (zones.source, zones.version, zones.licence) == ("Natural Earth", "5.1.1", "public domain")
    assert all(shape.is_valid for shape in zones.layer.geometries([0, 1]))
    assert zones.layer.geometries([0])[0].covers(Point(-69.3, -15.8))
    titicaca, new = sorted(holdings.gazetteers[0].gazetteer_entries(), key=lambda entry: entry.name, reverse=False)
    assert titicaca.entry_id == "dateline:lake/titicaca"
    assert dict.fromkeys(name for _, name in titicaca.names) == dict.fromkeys(
        ["Lago Titicaca", "Titicaca", "Titi Qaqa"]
    )
    assert (new.entry_id, new.feature) == ("zone:naturalearth-lakes/2", "lake")
    with use_holdings(holdings):
        gazetteer = open_gazetteer()
        assert gazetteer.place_id(gazetteer.rows("Titi Qaqa")[0]) == "dateline:lake/titicaca"
        ids = ["dateline:lake/titicaca", "zone:naturalearth-lakes/2", "geonames:3936456"]
        places = gpd.GeoDataFrame({"feature": "lake", "id": ids, "country": ""}, geometry=[None] * 3, crs="OGC:CRS84")
        known, fresh, none = read_outlines(places)
        assert (known.source, known.version, known.licence) == ("Natural Earth", "5.1.1", "public domain")
        assert known.geometry.covers(Point(-69.3, -15.8))
        assert fresh.geometry.is_valid
        assert none is None


def test_regions_are_of_their_kinds_and_nowhere_is_left_out(installer, mirror):
    put_layer(mirror, "regions")
    holdings = install(installer, "naturalearth:regions")
    found = {entry.name: (entry.entry_id, entry.feature) for entry in holdings.gazetteers[0].gazetteer_entries()}
    assert found == {
        "Sahara": ("dateline:desert/sahara", "desert"),
        "Cordillera Quello": ("zone:naturalearth-regions/cordillera-quello", "mountain range"),
    }


def test_disputed_areas_bear_the_name_of_what_is_disputed(installer, mirror):
    put_layer(mirror, "disputed")
    holdings = install(installer, "naturalearth:disputed")
    (entry,) = holdings.gazetteers[0].gazetteer_entries()
    assert (entry.name, entry.feature, entry.names) == ("Aksai Chin", "region", ())
    assert sets_of(holdings)[ZONE].layer.table["region_id"] == ["naturalearth-disputed/aksai-chin"]


def test_states_are_the_first_level_regions_that_the_bundle_knows(installer, mirror):
    put_layer(mirror, "states")
    states = sets_of(install(installer, "naturalearth:states"))["admin1"]
    assert states.layer.table["region_id"] == ["PE-JUN", "PE-PAS"]
    assert states.layer.table["country"] == ["PE", "PE"]


@pytest.mark.parametrize(
    ("layer", "rows", "message"),
    [
        ("states", [{"name": "x", "geometry": box(0, 0, 1, 1)}], "has no column 'iso_3166_2'"),
        ("lakes", [{"featurecla": "Lake", "name": "x", "geometry": Point(0, 0)}], "no area that could be drawn"),
        ("lakes", [{"featurecla": "Lake", "name": None, "geometry": box(0, 0, 1, 1)}], "no area that could be drawn"),
    ],
)
def test_shapefiles_that_are_not_what_was_wanted(installer, mirror, layer, rows, message):
    theme, name, _ = LAYERS[layer]
    mirror.put(f"naturalearth/{theme}/{name}.zip", zip_of_shapes(name, rows))
    assert message in fail(installer, f"naturalearth:{layer}")


def test_a_shapefile_in_a_folder_of_its_archive_is_found(installer, mirror):
    with zipfile.ZipFile(io.BytesIO(shapes_of("lakes"))) as archive:
        moved = {f"ne_10m_lakes/{name}": archive.read(name) for name in archive.namelist()}
    mirror.put("naturalearth/physical/ne_10m_lakes.zip", zip_of(moved))
    assert len(sets_of(install(installer, "naturalearth:lakes"))[ZONE].layer) == 2
    assert installer.store.read().packs[0].version == "5.1.1"


def test_a_layer_of_geoboundaries_keeps_what_its_source_says(installer, mirror):
    told = put_boundaries(mirror)
    districts = sets_of(install(installer, "geoboundaries:PER:ADM3:gbHumanitarian"))["admin3"]
    assert districts.layer.table["name"] == ["Villa Rica", "Quellodistrito"]
    assert districts.layer.table["region_id"][0] == "PE-190307"
    assert districts.licence == told["boundaryLicense"]
    assert (districts.source, districts.version) == ("geoBoundaries gbHumanitarian", "2020, PER-ADM3-1")
    pack = installer.store.read().packs[0]
    assert dict(pack.facts) == {
        key: value for key, value in told.items() if key not in {"gjDownloadURL", "licenseDetail"}
    }
    assert "INEI, OCHA ROLAC" in pack.citation
    assert "Runfola et al. 2020" in pack.citation


def test_a_pointer_of_gits_leads_to_the_file_and_gives_its_checksum(installer, mirror):
    told = put_boundaries(mirror)
    place = told["gjDownloadURL"].removeprefix(f"{mirror.base}/")
    body = json.dumps(DISTRICTS).encode()
    sha256 = hashlib.sha256(body).hexdigest()
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{sha256}\nsize {len(body)}\n"
    mirror.put(place, pointer)
    mirror.put(f"geoboundaries-media/9469f09/{place.partition('9469f09/')[2]}", body)
    plan = installer.plan("geoboundaries:PER:ADM3:gbHumanitarian")
    assert (plan.files[0].size, plan.files[0].sha256) == (len(body), sha256)
    assert installer.install([plan]).failures == ()
    mirror.put(f"geoboundaries-media/9469f09/{place.partition('9469f09/')[2]}", body[:-1] + b" ")
    assert "has the checksum" in installer.install([plan]).failures[0]


@pytest.mark.parametrize(
    ("layer", "message"),
    [
        (b"<html>", "cannot be read"),
        (b'{"type": "FeatureCollection", "features": [', "cannot be read"),
        (layer_of({"type": "Feature", "properties": {"a": 1}, "geometry": None}), "has no column 'shapeName'"),
        (layer_of(area("Lima", -77, -12, "ADM1")), "holds 'ADM1' and not ADM3"),
    ],
)
def test_layers_that_are_not_what_was_wanted(installer, mirror, layer, message):
    put_boundaries(mirror, layer=layer)
    failure = fail(installer, "geoboundaries:PER:ADM3:gbHumanitarian")
    assert message in failure or "holds no areas" in failure
    assert "\n" not in failure


def test_hostile_words_stay_words(installer, mirror):
    put_boundaries(mirror, layer=layer_of(*(area(attack, -75.5, -10.9, "ADM3") for attack in ATTACKS)))
    districts = sets_of(install(installer, "geoboundaries:PER:ADM3:gbHumanitarian"))["admin3"]
    names = districts.layer.table["name"]
    assert {"${alert(1)}", "</script><script>window.pwned=1</script>", "{n} {name}"} <= set(names)
    assert all(name.isprintable() for name in names)


def test_a_file_of_geoboundaries_that_lies_here(installer, tmp_path):
    told = {"boundaryID": "PER-ADM3-9", "boundaryYearRepresented": "2019", "boundaryLicense": "ODbL"}
    stem = "geoBoundaries-PER-ADM3"
    (tmp_path / f"{stem}.geojson").write_text(json.dumps(DISTRICTS))
    (tmp_path / f"{stem}-metaData.json").write_text(json.dumps(told))
    archive = zip_of({f"{stem}.geojson": json.dumps(DISTRICTS), f"{stem}-metaData.json": json.dumps(told)})
    (tmp_path / f"{stem}-all.zip").write_bytes(archive)
    for name in (f"{stem}.geojson", f"{stem}-all.zip"):
        districts = sets_of(install(installer, str(tmp_path / name)))["admin3"]
        assert (districts.licence, districts.version, len(districts.layer)) == ("ODbL", "2019, PER-ADM3-9", 2)
    (tmp_path / f"{stem}-metaData.json").unlink()
    assert installer.plan(str(tmp_path / f"{stem}.geojson")).licence.startswith("not stated")


def test_divisions_are_read_where_they_lie_and_only_where_the_country_is(installer, mirror):
    put_overture(mirror)
    plan = installer.plan("overture:PE")
    assert (plan.version, plan.licence, len(plan.remote)) == (RELEASE, "ODbL 1.0", 1)
    assert installer.install([plan]).failures == ()
    sets = sets_of(installed_holdings(installer.store.folder))
    assert {level: one.layer.table["name"] for level, one in sets.items()} == {
        "country": ["Peru"],
        "admin1": ["Pasco"],
        "admin2": ["Oxapampa"],
        "admin3": ["Quellodistrito"],
    }
    assert sets["admin1"].layer.table["region_id"] == ["PE-PAS"]
    read = [asked for _, path, asked in mirror.asked if path == "/bucket/near.parquet" and asked]
    assert read
    assert installer.plan_update(installer.store.read().packs[0]) is None


def test_groups_without_the_country_are_not_fetched(installer, mirror):
    # Rows large enough that a group is more than what is read ahead.
    rows = [("BR", "region", f"R{number}", None, Point(-60, -5).buffer(1, quad_segs=40_000)) for number in range(4)]
    put_overture(mirror, [*rows, *DIVISIONS[2:]])
    install(installer, "overture:PE")
    sizes = [int(part.partition("-")[2]) - int(part.partition("=")[2].partition("-")[0]) for part in fetched(mirror)]
    assert sum(sizes) < len(mirror.files["/bucket/near.parquet"]) / 3


def fetched(mirror):
    return [asked for _, path, asked in mirror.asked if path == "/bucket/near.parquet" and asked]


def test_divisions_that_are_cut_off_are_gone_on_with(installer, mirror):
    put_overture(mirror)
    mirror.fail("bucket/near.parquet", Fault(cut_at=3), Fault(cut_at=100), Fault(status=503))
    assert len(sets_of(install(installer, "overture:PE"))) == 4


def test_divisions_that_change_meanwhile_are_not_mixed(installer, mirror):
    put_overture(mirror)
    plan = installer.plan("overture:PE")
    mirror.put("bucket/near.parquet", divisions(DIVISIONS[:4]))
    assert "has changed meanwhile" in installer.install([plan]).failures[0]


def test_a_server_that_gives_no_parts_cannot_be_read_from(installer, mirror):
    put_overture(mirror)
    plan = installer.plan("overture:PE")
    mirror.fail("bucket/near.parquet", *(Fault(whole=True) for _ in range(9)))
    assert "gives no part of a file" in installer.install([plan]).failures[0]


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("overture/catalog.json", {}),
        ("overture/catalog.json", []),
        ("overture/catalog.json", {"latest": "2027", "links": [{"rel": "child", "href": "./x/catalog.json"}, 7]}),
        (f"overture/{RELEASE}/divisions/division_area/collection.json", {"links": []}),
        (f"overture/{RELEASE}/divisions/division_area/00000/00000.json", {"bbox": [1], "assets": {}}),
        (
            f"overture/{RELEASE}/divisions/division_area/00000/00000.json",
            {"bbox": [-90, -60, 0, 0], "assets": {"a": 1}},
        ),
    ],
)
def test_a_catalogue_of_another_form_is_one_clear_line(installer, mirror, path, body):
    put_overture(mirror)
    mirror.put(path, body)
    with pytest.raises(DownloadError, match="has another form than this version reads"):
        installer.plan("overture:PE")


def test_a_file_of_divisions_that_lies_here(installer, tmp_path):
    path = tmp_path / "part.parquet"
    path.write_bytes(divisions(DIVISIONS))
    assert len(sets_of(install(installer, f"overture:PE={path}"))) == 4
    path.write_bytes(divisions(DIVISIONS)[:-20])
    assert "cannot be read" in fail(installer, f"overture:PE={path}")
    path.write_bytes(divisions(DIVISIONS[:2]))
    assert "hold no divisions of Peru" in fail(installer, f"overture:PE={path}")


def test_a_reference_system_that_was_tampered_with_is_not_looked_at(installer, mirror):
    with zipfile.ZipFile(io.BytesIO(shapes_of("lakes"))) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["ne_10m_lakes.prj"] = members["ne_10m_lakes.prj"][:20] + b"\xf0\xff" + members["ne_10m_lakes.prj"][20:]
    mirror.put("naturalearth/physical/ne_10m_lakes.zip", zip_of(members))
    assert len(sets_of(install(installer, "naturalearth:lakes"))[ZONE].layer) == 2
