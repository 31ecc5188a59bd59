import pytest

from geo.boundaries.fields import guess_fields
from geo.errors import OwnDataError

THREE = range(3)


def none_known(_codes):
    return 0.0


def table(**columns):
    return {name: [value.format(n=n) for n in THREE] for name, value in columns.items()}


MAKERS = {
    "INEI": (
        table(OBJECTID="{n}", IDDIST="19030{n}", IDPROV="1903", IDDPTO="19", NOMBDIST="VILLA {n}", NOMBPROV="OXAPAMPA"),
        {"code": "IDDIST", "name": "NOMBDIST", "parent": "IDPROV"},
    ),
    "geoBoundaries": (
        table(shapeName="Place {n}", shapeISO="", shapeID="123B{n}", shapeGroup="PER", shapeType="ADM2"),
        {"code": "shapeID", "name": "shapeName", "level": "shapeType", "country": "shapeGroup"},
    ),
    "OCHA": (
        table(
            ADM2_ES="Place {n}",
            ADM2_PCODE="PE010{n}",
            ADM1_ES="Region",
            ADM1_PCODE="PE01",
            ADM0_PCODE="PE",
            date="2024",
        ),
        {"code": "ADM2_PCODE", "name": "ADM2_ES", "parent": "ADM1_PCODE", "country": "ADM0_PCODE"},
    ),
    "GADM": (
        table(GID_0="PER", NAME_0="Peru", GID_1="PER.1_1", NAME_1="Amazonas", GID_2="PER.1.{n}_1", NAME_2="Place {n}"),
        {"code": "GID_2", "name": "NAME_2", "parent": "GID_1", "country": "GID_0"},
    ),
    "Natural Earth": (
        table(scalerank="2", iso_3166_2="PE-{n}", name="Place {n}", adm0_a3="PER", iso_a2="PE", type_en="Region"),
        {"code": "iso_3166_2", "name": "name", "country": "iso_a2"},
    ),
    "a ministry": (
        table(gid="{n}", Zona="Zona {n}", Ámbito="VRAEM", fuente="Ministerio", licencia="CC BY 4.0"),
        {"code": "gid", "name": "Zona", "source": "fuente", "licence": "licencia"},
    ),
    "nobody": (table(a="Place {n}", b="x"), {"name": "a"}),
    "codes only": (table(ubigeo="19030{n}"), {"code": "ubigeo"}),
    "no properties": ({}, {}),
}


@pytest.mark.parametrize("maker", MAKERS)
def test_the_properties_of_makers_are_known(maker):
    columns, wanted = MAKERS[maker]
    fields = guess_fields(columns, {}, none_known)
    roles = ("code", "name", "level", "parent", "country", "source", "licence")
    assert {role: getattr(fields, role) for role in roles if getattr(fields, role)} == wanted


def test_the_level_is_that_of_the_properties():
    assert guess_fields(MAKERS["OCHA"][0], {}, none_known).numbered == "admin2"
    assert guess_fields(MAKERS["INEI"][0], {}, none_known).numbered == ""


def test_codes_that_a_gazetteer_knows_count_before_names():
    columns = table(id="{n}", hidden="PE-{n}", name="Place {n}")
    fields = guess_fields(columns, {}, lambda codes: float(codes[0].startswith("PE-")))
    assert fields.code == "hidden"


def test_a_repeated_code_is_none():
    columns = {"code": ["a", "a", "b"], "id": ["1", "2", "3"], "name": ["One", "Two", "Three"]}
    assert guess_fields(columns, {}, none_known).code == "id"


def test_what_the_user_says_counts():
    columns, _ = MAKERS["INEI"]
    fields = guess_fields(
        columns, {"code": "objectid", "name": "NOMBPROV", "level": "zone", "country": "PE"}, none_known
    )
    assert (fields.code, fields.name) == ("OBJECTID", "NOMBPROV")
    assert fields.texts(columns, "level", 3) == ["zone"] * 3
    assert fields.texts(columns, "country", 3) == ["PE"] * 3


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ({"kode": "IDDIST"}, "'kode' is no field of boundaries: choose from code, name, level"),
        ({"code": "UBIGEO"}, "no property is called 'UBIGEO': the file has IDDIST, IDDPTO"),
    ],
)
def test_what_the_user_says_and_is_not_there(stated, told):
    with pytest.raises(OwnDataError, match=told):
        guess_fields(MAKERS["INEI"][0], stated, none_known)
