"""The compiler: dumps of GeoNames and the bundle, merged into the files of one gazetteer."""

import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from geo.gazetteer.compile.alternates import AlternateReader
from geo.gazetteer.compile.areas import read_areas
from geo.gazetteer.compile.base import Base
from geo.gazetteer.compile.index import write_index
from geo.gazetteer.compile.merge import MergedPlaces, merge_places
from geo.gazetteer.compile.model import CompiledGazetteer, Dump
from geo.gazetteer.compile.names import NameWriter
from geo.gazetteer.compile.places import DumpPlaces, read_places
from geo.gazetteer.compile.progress import Progress
from geo.gazetteer.compile.spill import Spill
from geo.gazetteer.edition import write_edition
from geo.gazetteer.layout import ID_ROWS
from geo.gazetteer.writing import clear_folder, write_codes, write_places

__all__ = ["compile_files"]

_AT_ONCE = 1_000_000


def compile_files(
    dumps: Sequence[Dump], folder: Path, *, base: Path, progress: Callable[[int], None]
) -> CompiledGazetteer:
    """Compile dumps; see :func:`geo.gazetteer.compile.compile_gazetteer`."""
    steps = Progress(dumps, progress)
    dump = read_places([one.places for one in dumps], progress=steps.read_place_bytes)
    bundle = Base(base)
    areas = read_areas([path for one in dumps for path in (one.admin1, one.admin2) if path is not None])
    merged = merge_places(bundle, dump, areas)
    dump.forget_facts()
    clear_folder(folder)
    write_codes(folder, merged.codes)
    with tempfile.TemporaryDirectory(dir=folder, prefix="work-") as scratch, Spill(Path(scratch)) as spill:
        skipped = _spill_names(dumps, dump, bundle, merged, spill, steps)
        added, updated = int((merged.known < 0).sum()), int((merged.known >= 0).sum())
        version = dump.version
        del dump, bundle
        places = merged.places
        _write_rows(folder, merged)
        write_edition(folder, version)
        count = write_index(spill, places, merged.codes, folder=folder, work=Path(scratch), progress=steps.write_share)
    steps.finish()
    return CompiledGazetteer(
        folder=folder,
        places=len(places),
        added=added,
        updated=updated,
        names=count,
        version=version,
        skipped={reason: times for reason, times in sorted(skipped.items()) if times},
    )


def _spill_names(
    dumps: Sequence[Dump], dump: DumpPlaces, base: Base, merged: MergedPlaces, spill: Spill, steps: Progress
) -> Counter[str]:
    skipped = Counter(dump.skipped)
    writer = NameWriter(merged, spill)
    writer.add_base(base)
    writer.add_primary(base, dump)
    reader = AlternateReader(dump, merged, writer, skipped)
    for one in dumps:
        if one.alternate_names is None:
            reader.read_column(one.places, steps.read_name_bytes)
        else:
            reader.read_table(one.alternate_names, steps.read_name_bytes)
    return skipped


def _write_rows(folder: Path, merged: MergedPlaces) -> None:
    """Write rows and shown names, and give the rows where their names start."""
    places, names = merged.places, merged.names
    sizes = pc.binary_length(names).to_numpy().astype(np.int64)
    starts = np.cumsum(sizes) - sizes
    places["name_start"] = starts
    write_places(folder, places, _pieces(names))
    numbered = np.flatnonzero(places["geonames_id"] > 0)
    order = np.argsort(places["geonames_id"][numbered], kind="stable")
    np.save(folder / ID_ROWS, numbered[order].astype("<u4"))
    merged.names = pa.chunked_array([], pa.string())


def _pieces(names: pa.ChunkedArray) -> Iterator[bytes]:
    for start in range(0, len(names), _AT_ONCE):
        yield "".join(names.slice(start, _AT_ONCE).to_pylist()).encode()
