from geo.sources import SOURCES, credit_sources


def test_each_source_once_in_the_order_of_the_table():
    credited = credit_sources(["INEI", "GeoNames", "INEI"])
    assert [source.name for source in credited] == ["GeoNames", "INEI"]


def test_a_source_of_ones_own_is_credited_by_name():
    (source,) = credit_sources(["My gazetteer", ""])
    assert (source.name, source.attribution, source.licence) == ("My gazetteer", "My gazetteer", "not stated")


def test_nothing_to_credit():
    assert credit_sources([]) == ()


def test_every_source_that_a_place_may_bear_is_known(gazetteer):
    rows = range(0, len(gazetteer), 997)
    rows = [*rows, gazetteer.row_of("region", "vraem"), gazetteer.row_of("inei", "190307")]
    assert {gazetteer.source(row) for row in rows} <= SOURCES.keys()


def test_every_source_is_told_in_full(root):
    told = (root / "data" / "SOURCES.md").read_text(encoding="utf-8")
    assert [name for name in SOURCES if name not in told] == []
