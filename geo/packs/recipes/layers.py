"""Reading the layer of a file that was fetched, whose makers wrote its columns now in capitals and now without."""

import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from geo.errors import BrokenPackError
from geo.packs.archives import extract, member_names, read_text
from geo.read.source import show_name, show_reason

if TYPE_CHECKING:
    import geopandas as gpd

__all__ = ["read_layer", "read_shapes"]

# Not the reference system (.prj): it is known, and one that was tampered with misleads GDAL.
_PARTS = (".shp", ".shx", ".dbf")
_MAY_BE_MISSING = (".cpg",)


def read_layer(path: Path, *, needs: tuple[str, ...]) -> "gpd.GeoDataFrame":
    """Give the rows of a file with geometries.

    Parameters
    ----------
    path
        GeoJSON, or a shapefile whose parts lie beside each other.
    needs
        The columns that it must have.

    Raises
    ------
    BrokenPackError
        When it cannot be read, has no rows, or lacks a column.
    """
    import geopandas as gpd  # noqa: PLC0415 - only who installs boundaries pays for it
    import pyogrio  # noqa: PLC0415
    import shapely  # noqa: PLC0415

    from geo.boundaries.read import offline  # noqa: PLC0415

    faults = (
        pyogrio.errors.DataSourceError,
        pyogrio.errors.DataLayerError,
        pyogrio.errors.FeatureError,
        pyogrio.errors.FieldError,
        pyogrio.errors.GeometryError,
        pyogrio.errors.CRSError,
        shapely.errors.ShapelyError,
        OSError,
        ValueError,
        RuntimeError,
        OverflowError,
        LookupError,
        NameError,  # pyogrio trips over a reference system that is no text
    )
    try:
        with warnings.catch_warnings(), offline():
            # What GDAL finds odd is repaired afterwards, or refused.
            warnings.simplefilter("ignore")
            frame = pyogrio.read_dataframe(path)
        if isinstance(frame, gpd.GeoDataFrame):
            frame = (frame.set_crs("OGC:CRS84") if frame.crs is None else frame).to_crs("OGC:CRS84")
    except faults as error:
        message = f"{show_name(path.name)} cannot be read ({show_reason(error)}): download it again"
        raise BrokenPackError(message) from error
    if not isinstance(frame, gpd.GeoDataFrame) or frame.empty:
        message = f"{show_name(path.name)} holds no areas: it is not the file that was wanted"
        raise BrokenPackError(message)
    missing = [name for name in needs if name not in frame]
    if missing:
        message = f"{show_name(path.name)} has no column {missing[0]!r}: it is not the file that was wanted"
        raise BrokenPackError(message)
    return frame


def read_shapes(archive: Path, layer: str, scratch: Path, *, needs: tuple[str, ...]) -> "tuple[gpd.GeoDataFrame, str]":
    """Give the rows of a zipped shapefile, their columns in lower case, and the version that the archive tells.

    Parameters
    ----------
    archive
        Where it lies.
    layer
        The name of the shapefile in it, without ending.
    scratch
        Where to unpack it.
    needs
        The columns that it must have, in lower case.

    Raises
    ------
    BrokenPackError
        When the archive is broken, or is not what was wanted.
    """
    # Some archives keep their files in a folder.
    inside = next((name for name in member_names(archive) if name.rpartition("/")[2] == f"{layer}.shp"), f"{layer}.shp")
    stem = inside.removesuffix(".shp")
    wanted = {f"{stem}{end}": scratch / f"{layer}{end}" for end in (*_PARTS, *_MAY_BE_MISSING)}
    extract(archive, wanted, optional=frozenset(f"{stem}{end}" for end in _MAY_BE_MISSING))
    frame = read_layer(scratch / f"{layer}.shp", needs=())
    frame = frame.rename(columns={name: name.lower() for name in frame.columns if name != frame.geometry.name})
    frame = frame.loc[:, ~frame.columns.duplicated()]
    missing = [name for name in needs if name not in frame]
    if missing:
        message = f"{show_name(archive.name)} has no column {missing[0]!r}: it is not the file that was wanted"
        raise BrokenPackError(message)
    return frame, " ".join(read_text(archive, f"{stem}.VERSION.txt").split())[:20]
