"""A server on this machine that answers like Nominatim and Photon, or fails as real ones do."""

import json
import threading
import time
from collections.abc import Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

QUELLA = {
    "place_id": 1,
    "licence": "Data © OpenStreetMap contributors, ODbL 1.0.",
    "osm_type": "node",
    "osm_id": 123,
    "lat": "-10.60",
    "lon": "-75.30",
    "class": "place",
    "type": "hamlet",
    "place_rank": 20,
    "importance": 0.3,
    "addresstype": "hamlet",
    "name": "Quillaquella",
    "display_name": "Quillaquella, Oxapampa, Pasco, Perú",
    "address": {
        "hamlet": "Quillaquella",
        "county": "Oxapampa",
        "state": "Pasco",
        "country": "Perú",
        "country_code": "pe",
    },
    "namedetails": {"name": "Quillaquella"},
}


def nominatim(name, lon, lat, **more):
    """Give a record as Nominatim would, in Peru unless said otherwise."""
    address = {"country": "Perú", "country_code": "pe", **more.pop("address", {})}
    given = {"name": name, "lon": str(lon), "lat": str(lat), "display_name": f"{name}, {address['country']}"}
    return {**QUELLA, "namedetails": {"name": name}, "address": address, **given, **more}


def photon(name, lon, lat, **more):
    """Give a feature as Photon would, in Peru unless said otherwise."""
    properties = {
        "osm_type": "N", "osm_id": 7, "osm_key": "place", "osm_value": "village", "type": "city", "name": name,
        "countrycode": "PE", "country": "Perú", "state": "Pasco", **more,
    }  # fmt: skip
    return {"type": "Feature", "geometry": {"type": "Point", "coordinates": [lon, lat]}, "properties": properties}


def photon_answer(*features):
    return {"type": "FeatureCollection", "features": list(features)}


class Server:
    """What was asked, and what is answered: a script that is played step by step, its last step for ever."""

    def __init__(self, address):
        self.domain = f"{address[0]}:{address[1]}"
        self.requests = []
        self.script = [[]]

    def play(self, *steps):
        """Answer with these: JSON for status 200, a status, (status, headers), text, or a callable with a handler."""
        self.script = list(steps)

    @property
    def queries(self):
        """What was asked for, in order."""
        return [one["q"] for one, _ in self.requests]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        server = self.server.told
        query = {key: values[0] for key, values in parse_qs(urlsplit(self.path).query).items()}
        server.requests.append((query, dict(self.headers)))
        step = server.script.pop(0) if len(server.script) > 1 else server.script[0]
        # A step may be what to answer to each query.
        if isinstance(step, Mapping) and "by query" in step:
            step = step["by query"].get(query["q"], [])
        if callable(step):
            step(self)
        elif isinstance(step, int):
            self.reply(b"", status=step)
        elif isinstance(step, tuple):
            self.reply(b"<html><h1>Too many</h1></html>", status=step[0], headers=step[1])
        elif isinstance(step, str):
            self.reply(step.encode(), kind="text/html")
        else:
            self.reply(json.dumps(step).encode(), kind="application/json")

    def reply(self, body, *, status=200, kind="text/html", headers=()):
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        for name, value in dict(headers).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Say nothing: the tests read what was asked."""


def cut_off(handler):
    """Promise more than is sent, and hang up."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'[{"lat": "1')
    handler.close_connection = True


def hang_up(handler):
    """Hang up without a word."""
    handler.close_connection = True
    handler.connection.shutdown(2)


def dawdle(handler):
    """Answer after the asker's patience has ended."""
    time.sleep(0.2)
    handler.close_connection = True


def drip(handler):
    """Send a byte now and then, for as long as anybody listens."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000000")
    handler.end_headers()
    handler.close_connection = True
    for _ in range(200):
        try:
            handler.wfile.write(b" ")
            handler.wfile.flush()
        except OSError:
            return
        time.sleep(0.01)


@contextmanager
def serve():
    """Serve on a port of 127.0.0.1 that is free."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        http.daemon_threads = True
        http.told = Server(http.server_address)
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield http.told
        finally:
            http.shutdown()
            thread.join()
