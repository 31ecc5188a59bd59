"""Installing, updating and removing packs: all is made ready beside what is there, and then counts at once."""

import datetime as dt
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from geo.errors import BrokenPackError, DataPackError, DatelineError
from geo.packs.compiled import compile_places
from geo.packs.download import Downloads
from geo.packs.model import FileRecord, Manifest, PackPlan, PackRecord
from geo.packs.names import PackName, parse_name
from geo.packs.recipes.geonames import WORLD, unpack
from geo.packs.recipes.parts import Asker, Work
from geo.packs.recipes.recipe import RECIPES, guess_name
from geo.packs.store import Store, size_of
from geo.resources import data_path

__all__ = ["Installer", "Outcome"]

_PLACES = "geonames"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a change.

    Parameters
    ----------
    done
        The packs that were installed, updated or removed.
    failures
        A line for each that was not.
    notes
        What the user should know of those that were, a line each.
    """

    done: tuple[str, ...] = ()
    failures: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Installer:
    """Changes what is installed in a store.

    Parameters
    ----------
    store
        The store.
    asker
        Whom to ask, and by which clock.
    base
        The folder of the bundled gazetteer, which the compiled one holds too; None for the one that ships.
    """

    store: Store
    asker: Asker
    base: Path | None = None

    def plan(self, wanted: str) -> PackPlan:
        """Say what a pack takes.

        Parameters
        ----------
        wanted
            Its name (``"geonames:PE"``), a file that the user has (``"./PE.zip"``), or both
            (``"geonames:PE=./x.zip"``).

        Raises
        ------
        DataPackError
            When there is no such pack or file, or its source cannot be asked.
        """
        name, _, given = wanted.partition("=")
        if given:
            return self._plan_file(parse_name(name), Path(given))
        path = Path(wanted)
        guessed = guess_name(path)
        if path.is_file() or (guessed is not None and ":" not in wanted):
            if guessed is None:
                message = (
                    f"{path.name!r} has no name of a pack's file: write NAME={wanted}, such as geonames:PE={wanted}"
                )
                raise DataPackError(message)
            return self._plan_file(guessed, path)
        parsed = parse_name(wanted)
        self._check_wanted(parsed)
        return RECIPES[parsed.source].plan(parsed, self.asker)

    def plan_update(self, pack: PackRecord) -> PackPlan | None:
        """Say what there is anew of an installed pack; None when it is the newest.

        Parameters
        ----------
        pack
            The pack.

        Raises
        ------
        DataPackError
            When its source cannot be asked, or it came from a file of the user's.
        """
        if not all(file.url for file in pack.files):
            message = f"{pack.name} was installed from a file: install a newer file of it"
            raise DataPackError(message)
        name = parse_name(pack.name)
        plan = RECIPES[name.source].plan(name, self.asker)
        return plan if _is_newer(plan, pack) else None

    def install(self, plans: Sequence[PackPlan]) -> Outcome:
        """Fetch and install packs; one that fails leaves the others, and what was there before it, untouched.

        Parameters
        ----------
        plans
            What they take.

        Raises
        ------
        DataPackError
            When nothing can be changed in the store.
        """
        with self.store.change() as scratch:
            self.store.sweep_downloads(self.asker.client.now())
            fresh, failures, notes = [], [], list[str]()
            for plan in plans:
                try:
                    fresh.append(self._make(plan, scratch, notes))
                except DatelineError as error:
                    failures.append(_say(plan.name, error))
            done, more = self._put_in_force(fresh, scratch, notes)
            for plan in plans:
                if plan.name in done:
                    self._forget(plan)
        return Outcome(done=done, failures=(*failures, *more), notes=tuple(notes))

    def remove(self, names: Sequence[str]) -> Outcome:
        """Remove packs, and compile anew what was compiled with them.

        Parameters
        ----------
        names
            Their names.

        Raises
        ------
        DataPackError
            When nothing can be changed in the store.
        """
        with self.store.change() as scratch:
            before = self.store.read()
            there = [str(parse_name(name)) for name in names]
            gone = tuple(name for name in dict.fromkeys(there) if before.find(name))
            missing = tuple(f"{name} is not installed" for name in dict.fromkeys(there) if name not in gone)
            kept = tuple(pack for pack in before.packs if pack.name not in gone)
            notes = list[str]()
            self.store.commit(self._compile(before, kept, scratch, notes))
        return Outcome(done=gone, failures=missing, notes=tuple(notes))

    def _plan_file(self, name: PackName, path: Path) -> PackPlan:
        if not path.is_file():
            message = f"there is no file {str(path)!r}: check the path"
            raise DataPackError(message)
        self._check_wanted(name)
        return RECIPES[name.source].plan_files(name, path)

    def _check_wanted(self, name: PackName) -> None:
        world = f"{_PLACES}:{WORLD}"
        if name.source == _PLACES and str(name) != world and self.store.read().find(world):
            message = f"{name} is in {world} already: run 'dateline data update {world}' for the newest"
            raise DataPackError(message)

    def _make(self, plan: PackPlan, scratch: Path, notes: list[str]) -> PackRecord:
        """Fetch the files of a pack and make it; give what is to be known of it, its folder in its place."""
        name = parse_name(plan.name)
        files, folder, work = (scratch / f"{name.slug}-{kind}" for kind in ("files", "pack", "work"))
        for path in (files, folder, work):
            path.mkdir()
        downloads = Downloads(self.store.downloads, self.asker.client)
        records = tuple(downloads.fetch(file, files) for file in plan.files)
        found = {record.key: files / record.name for record in records}
        self.asker.client.progress.start(f"reading {plan.name}", None)
        try:
            built = RECIPES[name.source].make(
                Work(
                    plan=plan,
                    files=found,
                    folder=folder,
                    scratch=work,
                    kept=self.store.downloads,
                    client=self.asker.client,
                )
            )
        except BrokenPackError:
            self._forget(plan)
            raise
        notes += [f"{plan.name}: {note}" for note in built.notes]
        if built.keeps:
            for path in found.values():
                path.rename(folder / path.name)
        shutil.rmtree(work, ignore_errors=True)
        return self._record(plan, built.version, folder, records=records, sets=built.sets, entries=built.entries)

    def _record(
        self,
        plan: PackPlan,
        version: str,
        folder: Path,
        *,
        records: tuple[FileRecord, ...],
        sets: tuple[str, ...],
        entries: str,
    ) -> PackRecord:
        size = size_of(folder)
        now = dt.datetime.fromtimestamp(self.asker.client.now(), tz=dt.UTC)
        return PackRecord(
            name=plan.name,
            title=plan.title,
            source=plan.source,
            version=version or plan.version,
            licence=plan.licence,
            citation=plan.citation,
            url=plan.url,
            covers=plan.covers,
            facts=plan.facts,
            folder=self.store.settle(folder, f"pack-{parse_name(plan.name).slug}"),
            sets=sets,
            entries=entries,
            files=records,
            installed=now.isoformat(timespec="seconds"),
            size=size,
        )

    def _put_in_force(
        self, fresh: list[PackRecord], scratch: Path, notes: list[str]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Make packs count; give the names of those that do, and a line for each that does not."""
        if not fresh:
            return (), ()
        before = self.store.read()
        packs = _merge(before.packs, fresh)
        try:
            manifest = self._compile(before, packs, scratch, notes)
        except DatelineError as error:
            # The packs of places that were there compiled before: one of the new ones is at fault.
            broken = [pack for pack in fresh if pack.name.startswith(f"{_PLACES}:")]
            done, failures = self._put_in_force([pack for pack in fresh if pack not in broken], scratch, notes)
            for pack in broken:
                for file in pack.files:
                    Downloads(self.store.downloads, self.asker.client).drop(file.url)
            return done, (*failures, *(_say(pack.name, error) for pack in broken))
        self.store.commit(manifest)
        return tuple(pack.name for pack in fresh), ()

    def _compile(self, before: Manifest, packs: tuple[PackRecord, ...], scratch: Path, notes: list[str]) -> Manifest:
        """Give the manifest of packs, with a gazetteer of those of places; the old one where it is of the same."""
        places = tuple(pack for pack in packs if pack.name.startswith(f"{_PLACES}:"))
        folders = {pack.folder for pack in before.packs if pack.name.startswith(f"{_PLACES}:")}
        if not places:
            return Manifest(packs=packs)
        if before.gazetteer and {pack.folder for pack in places} == folders:
            return Manifest(packs=packs, gazetteer=before.gazetteer)
        dumps = []
        for pack in places:
            work = scratch / f"{pack.folder}-unpacked"
            work.mkdir(exist_ok=True)
            found = {file.key: self.store.folder / pack.folder / file.name for file in pack.files}
            dumps.append(unpack(parse_name(pack.name), found, work))
        progress = self.asker.client.progress
        progress.start("compiling the gazetteer", sum(size_of(scratch / f"{pack.folder}-unpacked") for pack in places))
        made = scratch / "gazetteer"
        notes += compile_places(dumps, made, base=self.base or data_path("gazetteer"), progress=progress.advance)
        return Manifest(packs=packs, gazetteer=self.store.settle(made, "gazetteer"))

    def _forget(self, plan: PackPlan) -> None:
        downloads = Downloads(self.store.downloads, self.asker.client)
        for file in (*plan.files, *plan.remote):
            downloads.drop(file.url)


def _merge(before: Sequence[PackRecord], fresh: Sequence[PackRecord]) -> tuple[PackRecord, ...]:
    """Put new packs before the old, in place of those of their names; the places of the world hold every country's."""
    names = {pack.name for pack in fresh}
    world = f"{_PLACES}:{WORLD}"
    packs = (*reversed(fresh), *(pack for pack in before if pack.name not in names))
    if world not in {pack.name for pack in packs}:
        return packs
    return tuple(pack for pack in packs if pack.name == world or not pack.name.startswith(f"{_PLACES}:"))


def _is_newer(plan: PackPlan, pack: PackRecord) -> bool:
    """Say whether a source has another edition than the one that is installed."""
    there, here = ({file.key: file for file in one.files} for one in (plan, pack))
    if there.keys() != here.keys() or dict(plan.facts) != dict(pack.facts):
        return True
    return any(
        (file.url, file.etag, file.last_modified) != (here[key].url, here[key].etag, here[key].last_modified)
        # A server that tells no edition tells the size.
        or (not file.etag and not file.last_modified and file.size not in {None, here[key].size})
        for key, file in there.items()
    )


def _say(name: str, error: DatelineError) -> str:
    return f"{name} was not installed, and what was is untouched: {error}"
