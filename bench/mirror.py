"""A server on this machine with the layouts of the sources of data packs, and with the faults that servers have."""

import datetime as dt
import hashlib
import io
import json
import random
import re
import tempfile
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

__all__ = ["Fault", "Mirror", "geonames_line", "names_line", "serve", "square", "zip_of", "zip_of_shapes"]

_OK = 200
_EDITION = dt.datetime(2026, 11, 27, 2, 45, tzinfo=dt.UTC)


@dataclass(kw_only=True)
class Fault:
    """What goes wrong with one answer.

    Parameters
    ----------
    status
        Another status than 200.
    headers
        What is said beside it, or in place of what would be said.
    body
        Another body.
    cut_at
        After how many bytes of the body the connection is cut; None for never.
    whole
        Whether a part that is asked for is given whole.
    """

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None
    cut_at: int | None = None
    whole: bool = False


@dataclass(kw_only=True)
class Mirror:
    """What a server has, and what went on.

    Parameters
    ----------
    files
        The bodies by path.
    faults
        What goes wrong with the next answers for a path, in order.
    edition
        When the files were written last.
    asked
        The requests: method, path, and the header ``Range``.
    agents
        Who asked.
    base
        The address.
    tags
        Whether files have an ``ETag``.
    dated
        Whether they have a ``Last-Modified``.
    chance
        Cuts half of the answers at a byte that it draws; None cuts none.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    faults: dict[str, list[Fault]] = field(default_factory=dict)
    edition: dt.datetime = _EDITION
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    base: str = ""
    tags: bool = True
    dated: bool = True
    chance: random.Random | None = None

    @property
    def bases(self) -> dict[str, str]:
        """Give the addresses that stand in for those of the sources."""
        names = ("geonames", "geoboundaries", "geoboundaries-media", "naturalearth", "overture")
        return {name: f"{self.base}/{name}" for name in names}

    def put(self, path: str, body: bytes | dict[str, Any] | list[Any] | str) -> None:
        """Lay a file on the server."""
        data = body if isinstance(body, bytes) else (body if isinstance(body, str) else json.dumps(body)).encode()
        self.files[f"/{path}"] = data

    def fail(self, path: str, *faults: Fault) -> None:
        """Have the next answers for a path go wrong; those to HEAD go well, unless their status is told."""
        self.faults.setdefault(f"/{path}", []).extend(faults)


@contextmanager
def serve(mirror: Mirror | None = None) -> Iterator[Mirror]:
    """Give a running server on 127.0.0.1."""
    held = mirror or Mirror()
    server = _Server(held)
    held.base = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield held
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, mirror: Mirror) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.mirror = mirror

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of who hangs up."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def log_message(self, *_: object) -> None:
        """Stay quiet."""

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        mirror, wanted = self.server.mirror, self.headers.get("Range", "")
        mirror.asked.append((self.command, self.path, wanted))
        mirror.agents.add(self.headers.get("User-Agent", ""))
        fault = self._next_fault()
        body = mirror.files.get(self.path) if fault.body is None else fault.body
        data = body or b""
        status = 404 if body is None and fault.status == _OK else fault.status
        headers = self._edition(data) | fault.headers
        start, end = 0, len(data)
        if status == _OK and wanted and not fault.whole and self._is_same_edition(headers):
            status, start, end = _part(wanted, len(data))
            headers["Content-Range"] = f"bytes {start}-{end - 1}/{len(data)}" if end else f"bytes */{len(data)}"
        cut_at = _draw_cut(mirror.chance, end - start) if fault.cut_at is None else fault.cut_at
        self._send(status, headers, data[start:end], cut_at)

    def _next_fault(self) -> Fault:
        waiting = self.server.mirror.faults.get(self.path, [])
        if not waiting or (self.command == "HEAD" and waiting[0].status == _OK):
            return Fault()
        return waiting.pop(0)

    def _edition(self, data: bytes) -> dict[str, str]:
        mirror = self.server.mirror
        headers = {"Last-Modified": format_datetime(mirror.edition, usegmt=True)} if mirror.dated else {}
        return headers | ({"ETag": f'"{hashlib.sha256(data).hexdigest()[:16]}"'} if mirror.tags else {})

    def _is_same_edition(self, headers: dict[str, str]) -> bool:
        condition = self.headers.get("If-Range", "")
        return not condition or condition in {headers.get("ETag"), headers.get("Last-Modified")}

    def _send(self, status: int, headers: dict[str, str], body: bytes, cut_at: int | None) -> None:
        self.send_response(status)
        for name, value in ({"Content-Length": str(len(body))} | headers).items():
            if value:
                self.send_header(name, value)
        if "Content-Length" in headers or cut_at is not None:
            self.send_header("Connection", "close")
            self.close_connection = True
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body[:cut_at])


def _draw_cut(chance: random.Random | None, length: int) -> int | None:
    return None if chance is None or not length or chance.random() < 0.5 else chance.randrange(length)  # noqa: PLR2004


def _part(wanted: str, total: int) -> tuple[int, int, int]:
    found = re.fullmatch(r"bytes=(\d+)-(\d*)", wanted)
    if found is None or int(found[1]) >= total:
        return 416, 0, 0
    last = int(found[2]) if found[2] else total - 1
    return 206, int(found[1]), min(last + 1, total)


def zip_of(members: dict[str, bytes | str], *, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Give a zip archive of members, the same bytes each time."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", compression) as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, date_time=(2026, 11, 27, 2, 45, 0))
            info.compress_type = compression
            archive.writestr(info, content)
    return packed.getvalue()


def geonames_line(number: int, name: str, *, lon: float, lat: float, **columns: str) -> str:
    """Give a line of a dump of GeoNames: 19 columns, in Peru's Pasco unless said otherwise."""
    values = {"names": "", "class": "P", "code": "PPL", "country": "PE", "admin1": "19", "admin2": "", "people": "0"}
    values |= columns
    line = [str(number), name, name, values["names"], f"{lat}", f"{lon}", values["class"], values["code"]]
    line += [values["country"], "", values["admin1"], values["admin2"], "", "", values["people"], "", "100"]
    return "\t".join([*line, "America/Lima", "2026-11-20"])


def names_line(number: int, place: int, language: str, name: str) -> str:
    """Give a line of GeoNames' alternate names, V2: 10 columns."""
    return "\t".join([str(number), str(place), language, name, "", "", "", "", "", ""])


def square(lon: float, lat: float, side: float = 1.0) -> list[list[list[float]]]:
    """Give the rings of a square from its south-west corner, as GeoJSON writes a polygon."""
    east, north = lon + side, lat + side
    return [[[lon, lat], [east, lat], [east, north], [lon, north], [lon, lat]]]


def zip_of_shapes(layer: str, rows: list[dict[str, Any]], *, version: str = "5.1.1") -> bytes:
    """Give a zipped shapefile as Natural Earth makes them, from rows with a ``geometry``."""
    import geopandas as gpd  # noqa: PLC0415 - a server of other files needs none

    with tempfile.TemporaryDirectory() as folder:
        frame = gpd.GeoDataFrame(rows, crs="EPSG:4326")
        frame.to_file(Path(folder) / f"{layer}.shp", encoding="utf-8", engine="pyogrio")
        members: dict[str, bytes | str] = {
            path.name: path.read_bytes() for path in sorted(Path(folder).glob(f"{layer}.*"))
        }
    return zip_of(members | {f"{layer}.VERSION.txt": f"{version}\n", f"{layer}.README.html": "<html></html>"})
