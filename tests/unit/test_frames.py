from geo import find_places, read_text
from geo.frames import frame_places


def test_a_row_a_place_in_the_same_order():
    places = find_places(read_text("From Lima to the hamlet of Quillaquella, Peru. Peruvian roads are long. Lima!"))
    frame = frame_places(places)
    assert frame["text"].tolist() == ["Lima", "Quillaquella", "Peru", "Peruvian", "Lima"]
    assert frame["kind"].tolist() == ["place", "place", "place", "demonym", "place"]
    assert frame["status"].tolist() == ["resolved", "not found", "resolved", "resolved", "resolved"]
    assert frame["start"].tolist() == [place.mention.start for place in places]
    assert frame["admin"].tolist() == [place.admin for place in places]
    assert frame["confidence"].tolist() == [place.confidence for place in places]


def test_geometry_is_longitude_then_latitude():
    frame = frame_places(find_places(read_text("Lima is large.")))
    point = frame.geometry.iloc[0]
    assert round(point.x) == -77
    assert round(point.y) == -12
    assert frame.crs.to_string() == "OGC:CRS84"


def test_a_place_that_is_not_resolved_has_no_geometry():
    frame = frame_places(find_places(read_text("The hamlet of Quillaquella is empty.")))
    assert frame.geometry.tolist() == [None]


def test_no_places():
    frame = frame_places([])
    assert len(frame) == 0
    assert "geometry" in frame
