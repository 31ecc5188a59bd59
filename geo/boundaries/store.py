"""Boundaries made ready, as bytes: for the cache of what was read once, and for data packs."""

import io
import json
from dataclasses import asdict
from typing import Any

import numpy as np

from geo.boundaries.build import Built
from geo.boundaries.fields import FieldMap
from geo.boundaries.model import BoundarySet
from geo.errors import OwnDataError
from geo.regions.layers import Layer

__all__ = ["FORMAT", "pack_built", "unpack_built"]

FORMAT = 1
"""The number of the format; a file of another is not read."""

_DESCRIBED = ("level", "source", "version", "licence", "approximate", "accuracy")


def pack_built(built: Built) -> bytes:
    """Give boundaries as bytes.

    Parameters
    ----------
    built
        The boundaries.
    """
    about: dict[str, Any] = {
        "format": FORMAT,
        "fields": asdict(built.fields) | {"stated": sorted(built.fields.stated)},
        "faults": built.faults,
        "notes": built.notes,
        "sets": [
            {name: getattr(one, name) for name in _DESCRIBED}
            | {"covers": sorted(one.covers), "table": one.layer.table, "depth": len(one.layer.offsets)}
            for one in built.sets
        ],
    }
    arrays: dict[str, Any] = {"about": np.frombuffer(json.dumps(about).encode("utf-8"), dtype=np.uint8)}
    for number, one in enumerate(built.sets):
        arrays |= {f"{number}.bounds": one.layer.bounds_deg, f"{number}.coordinates": one.layer.coordinates}
        arrays |= {f"{number}.offsets.{depth}": starts for depth, starts in enumerate(one.layer.offsets)}
    packed = io.BytesIO()
    np.savez(packed, allow_pickle=False, **arrays)
    return packed.getvalue()


def unpack_built(packed: bytes, name: str) -> Built:
    """Give the boundaries that :func:`pack_built` packed.

    Parameters
    ----------
    packed
        The bytes.
    name
        What to call them in an error.

    Raises
    ------
    OwnDataError
        When they are cut off, altered, or of another version.
    """
    try:
        return _unpack(packed)
    except Exception as error:
        # A broken archive raises errors of zipfile, zlib, NumPy and json.
        message = f"{name} cannot be read as boundaries of this version of Dateline: install the data pack again"
        raise OwnDataError(message) from error


def _unpack(packed: bytes) -> Built:
    with np.load(io.BytesIO(packed), allow_pickle=False) as arrays:
        about = json.loads(arrays["about"].tobytes())
        if about["format"] != FORMAT:
            message = f"it is of the format {about['format']}, not {FORMAT}"
            raise ValueError(message)
        sets = tuple(_unpack_set(one, arrays, number) for number, one in enumerate(about["sets"]))
    told = about["fields"]
    constants = tuple((role, value) for role, value in told["constants"])
    fields = FieldMap(**told | {"constants": constants, "stated": frozenset(told["stated"])})
    return Built(sets=sets, fields=fields, faults=tuple(about["faults"]), notes=tuple(about["notes"]))


def _unpack_set(about: dict[str, Any], arrays: Any, number: int) -> BoundarySet:  # noqa: ANN401 - an open npz
    layer = Layer(
        table={name: [str(text) for text in column] for name, column in about["table"].items()},
        bounds_deg=arrays[f"{number}.bounds"],
        coordinates=arrays[f"{number}.coordinates"],
        offsets=tuple(arrays[f"{number}.offsets.{depth}"] for depth in range(about["depth"])),
    )
    if any(len(column) != len(layer) for column in layer.table.values()) or len(layer.offsets[-1]) != len(layer) + 1:
        message = "its parts do not fit together"
        raise ValueError(message)
    described = {name: about[name] for name in _DESCRIBED}
    return BoundarySet(layer=layer, covers=frozenset(about["covers"]), **described)
