"""Read boundaries from whatever file holds them, into longitude and latitude in degrees, OGC:CRS84.

GDAL opens the files, through pyogrio. Files that tell GDAL to open another file or an address (virtual layers,
services) are refused: what a file brings is to be in it.
"""

import warnings
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import shapely

from geo.boundaries.words import list_some, plain
from geo.errors import OwnDataError

if TYPE_CHECKING:
    import geopandas as gpd

__all__ = ["Areas", "areas_of_frame", "offline", "read_areas"]

_CRS = "OGC:CRS84"
_HEAD_BYTES = 65_536
_PARQUET, _ZIP = b"PAR1", b"PK\x03\x04"
# How files begin or name themselves that make GDAL open something else.
_POINTERS = (
    b"<OGRVRTDataSource",
    b"<OGRWFSDataSource",
    b"<OGRCSWDataSource",
    b"<WFSDataSource",
    b"<GDAL",
    b"gdal_streamed_alg",
    b"gdal vector",
    b"WFS_Capabilities",
)
# No proxy listens there, so that whatever is asked for fails at once and on this machine.
_OFFLINE = {"GDAL_HTTP_PROXY": "127.0.0.1:0", "CPL_VSIL_CURL_ALLOWED_FILENAME": "/none", "PROJ_NETWORK": "OFF"}
_ENDINGS = (".gpkg", ".shp", ".geojson", ".json", ".topojson", ".fgb", ".parquet", ".gml", ".kml", ".tab", ".mif")
_MOST_UNPACKED_BYTES = 8_000_000_000
_MOST_TIMES_PACKED = 200
_MOST_CHARACTERS = 500
_MOST_OUTSIDE = 0.5
_MOJIBAKE = ("Ã", "Â")
# The names that GDAL gives to a coordinate reference system that nobody knows.
_NAMELESS = ("undefined", "unknown", "Undefined geographic SRS", "Undefined Cartesian SRS")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Areas:
    """What a file holds.

    Parameters
    ----------
    shapes
        Geometries as they were read, degrees, OGC:CRS84; None where there is none.
    columns
        The properties as texts: a list a column, a text a geometry, empty where there is none.
    faults
        What was wrong with the file, a line each.
    """

    shapes: npt.NDArray[np.object_]
    columns: Mapping[str, list[str]]
    faults: tuple[str, ...] = ()


def read_areas(path: Path, *, layer: str = "", crs: str = "") -> Areas:
    """Give what a file of boundaries holds.

    Parameters
    ----------
    path
        GeoJSON, TopoJSON, GeoPackage, Shapefile (also in a zip), FlatGeobuf, GeoParquet, or what else GDAL reads.
    layer
        Which of its layers; empty when it has one with polygons.
    crs
        Its coordinate reference system (``"EPSG:32718"``), in place of what it states; empty to believe it.

    Raises
    ------
    OwnDataError
        When it cannot be read, holds no polygons, several layers of them, or does not say where on Earth they lie.
    """
    if not path.exists():
        message = f"there is no file {plain(str(path))!r}: give the path of a file with boundaries"
        raise OwnDataError(message)
    frame, faults = _open(path, layer)
    return areas_of_frame(frame, name=path.name, crs=crs, faults=faults)


def areas_of_frame(frame: "gpd.GeoDataFrame", *, name: str, crs: str = "", faults: tuple[str, ...] = ()) -> Areas:
    """Give what a frame holds, in longitude and latitude.

    Parameters
    ----------
    frame
        Areas in any CRS; one without is taken for degrees when its values can be.
    name
        What to call it in an error.
    crs
        As for :func:`read_areas`.
    faults
        Lines that were written before.

    Raises
    ------
    OwnDataError
        When it has no geometry, no area, or no CRS and values that are no degrees.
    """
    if getattr(frame, "active_geometry_name", None) is None:
        message = f"{plain(name)} holds no geometries: give a file with polygons"
        raise OwnDataError(message)
    shapes, more = _to_degrees(_set_crs(frame, crs), name)
    if not len(shapes):
        message = f"{plain(name)} holds no areas: give a file with polygons"
        raise OwnDataError(message)
    geometry = frame.active_geometry_name
    columns = {str(column): [_text(value) for value in frame[column]] for column in _plain_columns(frame, geometry)}
    return Areas(shapes=shapes, columns=columns, faults=(*faults, *more))


def _plain_columns(frame: "gpd.GeoDataFrame", geometry: Any) -> list[Any]:  # noqa: ANN401 - any hashable
    import geopandas as gpd  # noqa: PLC0415 - it is loaded by now

    unique = frame.columns[~frame.columns.duplicated()]
    return [one for one in unique if one != geometry and not isinstance(frame[one].dtype, gpd.array.GeometryDtype)]


def _text(value: Any) -> str:  # noqa: ANN401 - whatever a property holds
    if isinstance(value, str):
        return value.strip()[:_MOST_CHARACTERS]
    if value is None or (isinstance(value, float) and not np.isfinite(value)):
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value)) if abs(value) < 1e15 else ""  # noqa: PLR2004 - no code is as long
    shown = str(value)
    return "" if shown in {"NaT", "<NA>", "nan"} else shown.strip()[:_MOST_CHARACTERS]


def _open(path: Path, layer: str) -> "tuple[gpd.GeoDataFrame, tuple[str, ...]]":
    """Read a file with what reads its kind, every complaint of the libraries turned into an error of ours."""
    try:
        with warnings.catch_warnings(record=True) as told, offline():
            warnings.simplefilter("always")
            frame, faults = _read(path, layer)
    except OwnDataError:
        raise
    except Exception as error:
        # GDAL, Arrow and pandas each raise errors of many classes for files that are broken.
        why = plain(str(error)) or type(error).__name__
        message = f"{plain(path.name)} cannot be read as boundaries ({why}): give a whole file of a format GDAL reads"
        raise OwnDataError(message) from error
    said = dict.fromkeys(plain(str(one.message)) for one in told if issubclass(one.category, RuntimeWarning))
    return frame, (*faults, *(f"GDAL says: {line}" for line in list(said)[:3]))


@contextmanager
def offline() -> Iterator[None]:
    """Keep GDAL from fetching what a file names by an address, such as its coordinate reference system."""
    import pyogrio  # noqa: PLC0415 - 0.1 s that only who reads boundaries pays

    before = {name: pyogrio.get_gdal_config_option(name) for name in _OFFLINE}
    pyogrio.set_gdal_config_options(_OFFLINE)
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options(before)


def _read(path: Path, layer: str) -> "tuple[gpd.GeoDataFrame, tuple[str, ...]]":
    head = b""
    if path.is_file():
        with path.open("rb") as stream:
            head = stream.read(_HEAD_BYTES)
    if not head and not path.is_dir():
        message = f"{plain(path.name)} is empty: give a file with boundaries"
        raise OwnDataError(message)
    if any(pointer in head for pointer in _POINTERS):
        message = f"{plain(path.name)} only points to other data: give the file that holds the boundaries"
        raise OwnDataError(message)
    if head.startswith(_PARQUET):
        import geopandas as gpd  # noqa: PLC0415 - 0.3 s

        return gpd.read_parquet(path), ()
    source = _in_zip(path, layer) if head.startswith(_ZIP) and path.suffix.lower() != ".kmz" else str(path.resolve())
    name = _choose_layer(source, path, layer)
    return _read_layer(source, name)


def _in_zip(path: Path, wanted: str) -> str:
    """Give GDAL's name for the one file with boundaries in a zip."""
    with zipfile.ZipFile(path) as archive:
        members = archive.infolist()
        size = sum(one.file_size for one in members)
        if size > _MOST_UNPACKED_BYTES or size > _MOST_TIMES_PACKED * max(path.stat().st_size, _HEAD_BYTES):
            message = f"{plain(path.name)} unpacks to {size:,} bytes, more than boundaries are: give the file itself"
            raise OwnDataError(message)
        names = [one.filename for one in members if not PurePosixPath(one.filename).name.startswith(("._", "."))]
        for name in names:
            if PurePosixPath(name).suffix.lower() in {".json", ".geojson", ".gml", ".kml"}:
                with archive.open(name) as stream:
                    head = stream.read(_HEAD_BYTES)
                if any(pointer in head for pointer in _POINTERS):
                    message = f"{plain(name)} in {plain(path.name)} only points to other data: give what holds it"
                    raise OwnDataError(message)
    found = [name for name in names if PurePosixPath(name).suffix.lower() in _ENDINGS]
    chosen = [name for name in found if wanted in {name, PurePosixPath(name).stem, PurePosixPath(name).name}] or found
    folders = {
        str(PurePosixPath(*PurePosixPath(n).parts[: i + 1]))
        for n in names
        for i, p in enumerate(PurePosixPath(n).parts)
        if p.lower().endswith(".gdb")
    }
    chosen += sorted(folders)
    if len(chosen) != 1:
        what = f"several files with boundaries ({list_some(sorted(chosen))}): choose one" if chosen else "no boundaries"
        advice = " with the field 'layer'" if chosen else ": give a zip with a Shapefile or a GeoPackage"
        message = f"{plain(path.name)} holds {what}{advice}"
        raise OwnDataError(message)
    return f"/vsizip/{{{path.resolve()}}}/{chosen[0]}"


def _choose_layer(source: str, path: Path, wanted: str) -> str:
    import pyogrio  # noqa: PLC0415 - as above

    layers = [(str(name), str(kind)) for name, kind in pyogrio.list_layers(source).tolist()]
    names = [name for name, _ in layers]
    if wanted in names:
        return wanted
    areas = [name for name, kind in layers if "Polygon" in kind or "Unknown" in kind or "Surface" in kind] or names
    if wanted and not (source.startswith("/vsizip/") and len(areas) == 1):
        message = f"{plain(path.name)} has no layer {plain(wanted)!r}: choose from {list_some(names)}"
        raise OwnDataError(message)
    if len(areas) != 1:
        message = f"{plain(path.name)} has {len(areas)} layers: choose one of {list_some(areas)} with the field 'layer'"
        raise OwnDataError(message)
    return areas[0]


def _read_layer(source: str, layer: str) -> "tuple[gpd.GeoDataFrame, tuple[str, ...]]":
    import pyogrio  # noqa: PLC0415 - as above

    try:
        frame = pyogrio.read_dataframe(source, layer=layer)
    except UnicodeDecodeError:
        frame = pyogrio.read_dataframe(source, layer=layer, encoding="cp1252")
        return frame, ("its texts are not in the encoding that it states: they are read as Windows-1252",)
    if source.lower().endswith(".shp") and _is_misread(frame):
        frame = pyogrio.read_dataframe(source, layer=layer, encoding="utf-8")
        return frame, ("its texts are not in the encoding that it states: they are read as UTF-8",)
    return frame, ()


def _is_misread(frame: Any) -> bool:  # noqa: ANN401 - a frame, with geometry or without
    """Say whether texts in UTF-8 were read in an encoding of one byte a character."""
    suspect = [
        text
        for column in frame.columns
        if str(frame[column].dtype) in {"object", "str", "string"}
        for text in frame[column].tolist()
        if isinstance(text, str) and any(mark in text for mark in _MOJIBAKE)
    ]
    try:
        return bool(suspect) and all(len(text.encode("latin-1").decode("utf-8")) < len(text) for text in suspect)
    except UnicodeError:
        return False


def _set_crs(frame: "gpd.GeoDataFrame", crs: str) -> "gpd.GeoDataFrame":
    from pyproj.exceptions import CRSError  # noqa: PLC0415 - 0.1 s that only who reads boundaries pays

    if not crs:
        return frame
    try:
        return frame.set_crs(crs, allow_override=True)
    except CRSError as error:
        message = f"{plain(crs)!r} is no coordinate reference system: give a code such as 'EPSG:32718'"
        raise OwnDataError(message) from error


def _to_degrees(frame: "gpd.GeoDataFrame", name: str) -> tuple[npt.NDArray[np.object_], tuple[str, ...]]:
    crs = frame.crs
    shapes = np.array(frame.geometry, dtype=object)
    if crs is None or str(getattr(crs, "name", "")) in _NAMELESS:
        _check_degrees(shapes, name)
        return shapes, ("no coordinate reference system is stated: its values are taken for degrees, OGC:CRS84",)
    if crs.is_geographic:
        # A file that states nothing is often taken for degrees by what wrote or reads it.
        _check_degrees(shapes, name)
    if crs.equals(_CRS, ignore_axis_order=True):
        return shapes, ()
    try:
        moved = np.array(frame.geometry.to_crs(_CRS), dtype=object)
    except Exception as error:
        # PROJ and pyproj raise several classes for systems that lead to no longitude and latitude.
        message = f"{plain(name)} is in {plain(str(crs.name))!r}, which cannot be turned into longitude and latitude"
        raise OwnDataError(message) from error
    return moved, (f"reprojected from {plain(str(crs.name))}",) if not crs.is_geographic else ()


def _check_degrees(shapes: npt.NDArray[np.object_], name: str) -> None:
    vertices = shapely.get_coordinates(shapes)
    vertices = vertices[np.isfinite(vertices).all(axis=1)]
    if len(vertices) and (np.abs(vertices) > [540, 90.1]).any(axis=1).mean() > _MOST_OUTSIDE:
        message = (
            f"{plain(name)} has values that are no degrees, such as {vertices[0, 0]:.0f}, {vertices[0, 1]:.0f}: "
            "say in which coordinate reference system they are with the field 'crs', such as crs=EPSG:32718"
        )
        raise OwnDataError(message)
