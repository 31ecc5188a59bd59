import gzip
import hashlib
from email.utils import formatdate

import pytest
import requests

from bench.mirror import Fault, serve
from geo.errors import BrokenPackError, DownloadError
from geo.packs.download import Downloads, fetch_json, look_up
from geo.packs.model import WantedFile
from geo.packs.web import Client, check_url, read_retry_after

pytestmark = pytest.mark.enable_socket
BODY = bytes(range(256)) * 400
NOW_S = 1_795_000_000.0


@pytest.fixture
def mirror():
    with serve() as running:
        running.put("PE.zip", BODY)
        yield running


@pytest.fixture
def slept():
    return []


@pytest.fixture
def client(slept):
    with requests.Session() as session:
        session.headers["Accept-Encoding"] = "identity"
        yield Client(session=session, sleep=slept.append, now=lambda: NOW_S)


def wanted(mirror, **known):
    return WantedFile(**{"key": "places", "url": f"{mirror.base}/PE.zip", "name": "PE.zip", "max_bytes": 10**6} | known)


def fetch(client, file, tmp_path):
    target = tmp_path / "files"
    target.mkdir(exist_ok=True)
    record = Downloads(tmp_path / "downloads", client).fetch(file, target)
    return record, (target / file.name).read_bytes()


def ranges(mirror):
    return [asked for method, _, asked in mirror.asked if method == "GET"]


def test_a_file_comes_whole_with_its_edition(mirror, client, tmp_path):
    record, data = fetch(client, wanted(mirror), tmp_path)
    assert data == BODY
    assert (record.size, record.sha256) == (len(BODY), hashlib.sha256(BODY).hexdigest())
    assert record.etag == f'"{hashlib.sha256(BODY).hexdigest()[:16]}"'
    assert record.last_modified == "Fri, 27 Nov 2026 02:45:00 GMT"


def test_a_look_fetches_nothing(mirror, client):
    found = look_up(client, wanted(mirror))
    assert (found.size, found.last_modified) == (len(BODY), "Fri, 27 Nov 2026 02:45:00 GMT")
    assert [method for method, *_ in mirror.asked] == ["HEAD"]


def test_a_server_that_tells_nothing_is_asked_for_the_file(mirror, client):
    mirror.fail("PE.zip", Fault(status=405))
    assert look_up(client, wanted(mirror)).size == len(BODY)
    assert [method for method, *_ in mirror.asked] == ["HEAD", "GET"]


@pytest.mark.parametrize("tags", [True, False])
def test_what_is_cut_off_is_gone_on_with(mirror, client, slept, tmp_path, tags):
    mirror.tags = tags
    mirror.fail("PE.zip", Fault(cut_at=1_000), Fault(cut_at=50_000), Fault(cut_at=3))
    assert fetch(client, wanted(mirror), tmp_path)[1] == BODY
    assert ranges(mirror) == ["", "bytes=1000-", "bytes=51000-", "bytes=51003-"]
    assert len(slept) == 3


def test_many_cuts_are_borne_as_long_as_it_gets_further(mirror, client, tmp_path):
    mirror.fail("PE.zip", *(Fault(cut_at=5_000) for _ in range(20)))
    assert fetch(client, wanted(mirror), tmp_path)[1] == BODY


def test_the_next_run_goes_on_where_this_one_gave_up(mirror, client, tmp_path):
    mirror.fail("PE.zip", Fault(cut_at=1_000), *(Fault(cut_at=0) for _ in range(4)))
    with pytest.raises(DownloadError, match="was cut: try again later; what was fetched so far is kept"):
        fetch(client, wanted(mirror), tmp_path)
    mirror.asked.clear()
    assert fetch(client, wanted(mirror), tmp_path)[1] == BODY
    assert ranges(mirror) == ["bytes=1000-"]


def test_a_whole_file_that_lies_there_still_is_asked_for_in_one_byte(mirror, client, tmp_path):
    fetch(client, wanted(mirror), tmp_path)
    assert fetch(client, wanted(mirror), tmp_path)[1] == BODY
    assert ranges(mirror) == ["", f"bytes={len(BODY) - 1}-"]


def test_another_edition_is_fetched_from_its_beginning(mirror, client, tmp_path):
    mirror.fail("PE.zip", Fault(cut_at=1_000), *(Fault(cut_at=0) for _ in range(4)))
    with pytest.raises(DownloadError):
        fetch(client, wanted(mirror), tmp_path)
    newer = BODY[::-1] + b"newer"
    mirror.put("PE.zip", newer)
    assert fetch(client, wanted(mirror), tmp_path)[1] == newer


def test_a_server_that_goes_on_with_another_edition_all_the_same_is_not_believed(mirror, client, tmp_path):
    newer = b"N" * len(BODY)
    rest = Fault(status=206, body=newer[1_000:], headers={"Content-Range": f"bytes 1000-{len(BODY) - 1}/{len(BODY)}"})
    mirror.fail("PE.zip", Fault(cut_at=1_000), rest)
    assert fetch(client, wanted(mirror), tmp_path)[1] == BODY
    assert ranges(mirror) == ["", "bytes=1000-", ""]


@pytest.mark.parametrize(
    "answer",
    [
        {"status": 206, "headers": {"Content-Range": "bytes 0-99/100"}, "body": b"x" * 100},
        {"status": 206, "headers": {"Content-Range": "nonsense"}, "body": b"x" * 100},
        {"status": 416, "body": b""},
    ],
)
def test_a_part_that_does_not_fit_is_thrown_away(mirror, client, tmp_path, answer):
    mirror.fail("PE.zip", Fault(cut_at=1_000), Fault(**answer))
    assert fetch(client, wanted(mirror), tmp_path)[1] == BODY


def test_a_server_that_gives_no_parts_starts_again(mirror, client, tmp_path):
    mirror.fail("PE.zip", Fault(cut_at=1_000), Fault(whole=True))
    assert fetch(client, wanted(mirror), tmp_path)[1] == BODY


def test_a_body_longer_than_it_says_is_cut_there(mirror, client, tmp_path):
    mirror.fail("PE.zip", Fault(headers={"Content-Length": "500"}), Fault(whole=True))
    record, data = fetch(client, wanted(mirror), tmp_path)
    # HTTP ends a body where its length says; its archive or checksum tells that it is not whole.
    assert data == BODY[:500]
    assert record.size == 500


def test_a_body_shorter_than_it_says_is_asked_for_again(mirror, client, tmp_path):
    mirror.fail("PE.zip", Fault(headers={"Content-Length": str(len(BODY) + 7)}))
    assert fetch(client, wanted(mirror), tmp_path)[1] == BODY


def test_a_server_that_packs_what_it_sends_is_unpacked(mirror, client, tmp_path):
    packed = gzip.compress(BODY)
    mirror.fail("PE.zip", Fault(body=packed, headers={"Content-Encoding": "gzip"}))
    record, data = fetch(client, wanted(mirror), tmp_path)
    assert data == BODY
    assert record.size == len(BODY)


def test_what_is_packed_and_broken_or_a_bomb_is_refused(mirror, client, tmp_path):
    for body, message in ((gzip.compress(BODY)[:-9], "came damaged"), (gzip.compress(bytes(10**7)), "may be a trap")):
        mirror.fail("PE.zip", Fault(body=body, headers={"Content-Encoding": "gzip"}))
        with pytest.raises(BrokenPackError, match=message):
            fetch(client, wanted(mirror), tmp_path)
    mirror.fail("PE.zip", Fault(body=BODY, headers={"Content-Encoding": "br"}))
    with pytest.raises(DownloadError, match="packed as 'br'"):
        fetch(client, wanted(mirror), tmp_path)


@pytest.mark.parametrize("told", [True, False])
def test_a_file_far_too_large_is_not_fetched(mirror, client, tmp_path, told):
    mirror.fail("PE.zip", Fault() if told else Fault(headers={"Content-Length": ""}))
    with pytest.raises(BrokenPackError, match="may be a trap"):
        fetch(client, wanted(mirror, max_bytes=1_000), tmp_path)


def test_a_wrong_checksum_is_refused_and_nothing_of_it_kept(mirror, client, tmp_path):
    with pytest.raises(BrokenPackError, match="has the checksum"):
        fetch(client, wanted(mirror, sha256="0" * 64), tmp_path)
    assert list((tmp_path / "downloads").iterdir()) == []
    assert fetch(client, wanted(mirror, sha256=hashlib.sha256(BODY).hexdigest()), tmp_path)[1] == BODY


@pytest.mark.parametrize("status", [404, 410])
def test_what_is_not_there_is_said_at_once(mirror, client, slept, tmp_path, status):
    mirror.fail("PE.zip", Fault(status=status))
    with pytest.raises(DownloadError, match=rf"there is nothing at '{mirror.base}/PE.zip' \({status}\)") as caught:
        fetch(client, wanted(mirror), tmp_path)
    assert caught.value.missing
    assert slept == []


def test_what_is_forbidden_is_not_asked_for_again(mirror, client, slept, tmp_path):
    mirror.fail("PE.zip", Fault(status=403))
    with pytest.raises(DownloadError, match="answers 403: it cannot be had from here"):
        fetch(client, wanted(mirror), tmp_path)
    assert slept == []


def test_a_server_that_asks_to_wait_is_waited_for(mirror, client, slept, tmp_path):
    at = formatdate(NOW_S + 90, usegmt=True)
    mirror.fail(
        "PE.zip",
        Fault(status=429, headers={"Retry-After": "17"}),
        Fault(status=503, headers={"Retry-After": at}),
        Fault(status=503, headers={"Retry-After": "soon"}),
    )
    assert fetch(client, wanted(mirror), tmp_path)[1] == BODY
    assert slept == [17.0, 90.0, 4.0]


def test_a_server_that_asks_for_hours_is_left_alone(mirror, client, slept, tmp_path):
    mirror.fail("PE.zip", Fault(status=429, headers={"Retry-After": "7200"}))
    with pytest.raises(DownloadError, match="try again in 7,200 seconds, as it asks") as caught:
        fetch(client, wanted(mirror), tmp_path)
    assert caught.value.retry_after_s == 7200
    assert slept == []


def test_a_server_that_fails_for_good_is_given_up(mirror, client, slept, tmp_path):
    mirror.fail("PE.zip", *(Fault(status=500) for _ in range(9)))
    with pytest.raises(DownloadError, match="answers 500: try again later"):
        fetch(client, wanted(mirror), tmp_path)
    assert slept == [1.0, 2.0, 4.0, 8.0]


def test_a_machine_that_is_not_there_is_said_in_a_line(client, slept):
    with pytest.raises(
        DownloadError, match=r"127\.0\.0\.1 cannot be reached, or the connection was cut: try again later"
    ):
        look_up(client, WantedFile(key="x", url="http://127.0.0.1:1/PE.zip", name="PE.zip", max_bytes=9))
    assert len(slept) == 4


def test_a_redirect_is_followed_on_this_machine(mirror, client, tmp_path):
    mirror.put("there.zip", b"")
    mirror.fail("there.zip", Fault(status=302, headers={"Location": "/PE.zip"}))
    assert fetch(client, wanted(mirror, url=f"{mirror.base}/there.zip"), tmp_path)[1] == BODY


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("http://download.geonames.org/PE.zip", "it is not https"),
        ("file:///etc/passwd", "it is no web address"),
        ("ftp://download.geonames.org/PE.zip", "it is no web address"),
        ("https://", "it is no web address"),
    ],
)
def test_a_redirect_to_elsewhere_is_refused(mirror, client, tmp_path, target, message):
    mirror.fail("PE.zip", Fault(status=302, headers={"Location": target}))
    with pytest.raises(DownloadError, match=message):
        fetch(client, wanted(mirror), tmp_path)


def test_redirects_without_end_are_not_followed(mirror, client, tmp_path):
    mirror.fail("PE.zip", *(Fault(status=302, headers={"Location": "/PE.zip"}) for _ in range(20)))
    with pytest.raises(DownloadError, match="without end"):
        fetch(client, wanted(mirror), tmp_path)


@pytest.mark.parametrize(
    ("url", "led_from"),
    [
        ("http://geonames.org/PE.zip", None),
        ("http://localhost.evil.example/PE.zip", None),
        ("http://127.0.0.1.evil.example/", None),
        ("gopher://127.0.0.1/", None),
        ("/PE.zip", None),
        ("http://127.0.0.1/admin", "https://download.geonames.org/PE.zip"),
        ("https://localhost/admin", "https://download.geonames.org/PE.zip"),
    ],
)
def test_addresses_that_are_refused(url, led_from):
    with pytest.raises(DownloadError):
        check_url(url, led_from=led_from)


def test_times_to_wait_that_are_none():
    assert [read_retry_after(text, now=0.0) for text in ("", "soon", "-5", "1e9", "٣")] == [None] * 5
    assert read_retry_after("Wed, 01 Jan 1969 00:00:00 GMT", now=0.0) == 0


def test_json_and_what_is_none(mirror, client):
    mirror.put("a", {"latest": "2026"})
    mirror.put("b", b"<html>down</html>")
    assert fetch_json(client, f"{mirror.base}/a") == {"latest": "2026"}
    with pytest.raises(DownloadError, match="does not answer with JSON"):
        fetch_json(client, f"{mirror.base}/b")
    mirror.fail("a", Fault(cut_at=3))
    assert fetch_json(client, f"{mirror.base}/a") == {"latest": "2026"}


def test_a_file_of_the_users_is_copied(client, tmp_path):
    (tmp_path / "mine.zip").write_bytes(BODY)
    file = WantedFile(key="places", url="", name="PE.zip", max_bytes=10**6, path=tmp_path / "mine.zip")
    assert fetch(client, file, tmp_path)[1] == BODY
    with pytest.raises(DownloadError, match="there is no file"):
        fetch(client, WantedFile(key="x", url="", name="y", max_bytes=9, path=tmp_path / "none"), tmp_path)
