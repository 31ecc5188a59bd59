import sqlite3
import threading

import pytest

from bench.geocoder_cache import count_whole
from geo.geocoders.answers import Answer, dump_answers, load_answers
from geo.geocoders.cache import AnswerCache, default_cache_path
from geo.lonlat import LonLat

DAY = 86_400.0


class Clock:
    def __init__(self):
        self.now = 1_800_000_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "cache" / "answers.sqlite3"


@pytest.fixture
def cache(path, clock):
    cache = AnswerCache(path, clock=clock)
    yield cache
    cache.close()


def kept(cache, key="lima"):
    return cache.get(key, found_age_s=10 * DAY, not_found_age_s=DAY)


def test_what_is_kept_is_there_for_the_next_process(path, cache, clock):
    cache.put("lima", "[1]", service="Photon", found=True)
    other = AnswerCache(path, clock=clock)
    assert kept(other) == "[1]"
    assert kept(other, "quito") is None
    other.close()


@pytest.mark.parametrize(("found", "days"), [(True, 10), (False, 1)])
def test_found_and_not_found_have_ages_of_their_own(cache, clock, found, days):
    cache.put("lima", "[]", service="Photon", found=found)
    clock.now += days * DAY - 1
    assert kept(cache) == "[]"
    clock.now += 1
    assert kept(cache) is None


def test_an_answer_of_the_future_does_not_count(cache, clock):
    cache.put("lima", "[]", service="Photon", found=True)
    clock.now -= DAY
    assert kept(cache) is None


def test_turns_follow_one_another_across_processes(path, cache, clock):
    other = AnswerCache(path, clock=clock)
    waits = [one.reserve("host", least_delay_s=1.0, longest_wait_s=60.0) for one in (cache, other, cache)]
    assert waits == [0.0, 1.0, 2.0]
    assert other.reserve("another", least_delay_s=1.0, longest_wait_s=60.0) == 0.0
    clock.now += 10
    assert other.reserve("host", least_delay_s=1.0, longest_wait_s=60.0) == 0.0
    other.close()


def test_a_clock_that_was_wrong_makes_nobody_wait(cache, clock):
    cache.reserve("host", least_delay_s=1.0, longest_wait_s=60.0)
    clock.now -= 3600
    assert cache.reserve("host", least_delay_s=1.0, longest_wait_s=60.0) == 0.0


def test_threads_with_a_cache_each_take_a_turn_each(path, clock):
    turns = []

    def take():
        one = AnswerCache(path, clock=clock)
        turns.extend(one.reserve("host", least_delay_s=1.0, longest_wait_s=600.0) for _ in range(10))
        one.close()

    threads = [threading.Thread(target=take) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(turns) == list(map(float, range(40)))


@pytest.mark.parametrize("damage", ["no database", "header", "middle"])
def test_a_damaged_database_is_set_aside_and_begun_anew(path, cache, clock, damage):
    for number in range(300):
        cache.put(f"key {number}", "x" * 500, service="Photon", found=True)
    cache.close()
    whole = path.read_bytes()
    if damage == "no database":
        broken = b"this is no database, but some words " * 100
    elif damage == "header":
        broken = b"\xff" * 200 + whole[200:]
    else:
        broken = whole[:4096] + b"\xff" * (len(whole) - 4096)
    path.write_bytes(broken)
    again = AnswerCache(path, clock=clock)
    assert kept(again, "key 7") is None
    again.put("lima", "[1]", service="Photon", found=True)
    assert kept(again) == "[1]"
    (notice,) = again.notices
    assert notice.template.startswith("The cache of geocoder answers was damaged")
    (aside,) = path.parent.glob("*.damaged-*")
    # What opens a database may count in its first page that it did.
    assert aside.read_bytes()[4096:] == broken[4096:]
    assert aside.name in notice
    again.close()


def test_a_database_that_another_process_began_anew_is_left_alone(path, cache, clock):
    cache.put("lima", "[1]", service="Photon", found=True)
    cache.close()
    path.write_bytes(b"this is no database, but some words " * 100)
    late = AnswerCache(path, clock=clock)
    connect = late._connect  # noqa: SLF001 - what another process does in between cannot be had otherwise

    def overtaken():
        late._connect = connect  # noqa: SLF001 - as above
        try:
            return connect()
        finally:
            other = AnswerCache(path, clock=clock)
            other.put("lima", "[2]", service="Photon", found=True)
            other.close()

    late._connect = overtaken  # noqa: SLF001 - as above
    assert kept(late) == "[2]"
    assert late.notices == []
    assert len(list(path.parent.glob("*.damaged-*"))) == 1
    late.close()


def test_a_database_that_is_damaged_while_it_is_open(path, cache):
    for number in range(300):
        cache.put(f"key {number}", "x" * 500, service="Photon", found=True)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    answers = [kept(cache, f"key {number}") for number in range(300)]
    assert answers.count(None) > 200
    cache.put("lima", "[1]", service="Photon", found=True)
    assert kept(cache) == "[1]"


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path, clock):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("a file where a folder should be")
    cache = AnswerCache(in_the_way / "answers.sqlite3", clock=clock)
    cache.put("lima", "[1]", service="Photon", found=True)
    assert kept(cache) is None
    assert cache.reserve("host", least_delay_s=1.0, longest_wait_s=60.0) is None
    assert [notice.template for notice in cache.notices] == [
        "Answers of the geocoder are not kept: the cache cannot be used ({why})"
    ]


def test_a_database_of_another_version_is_begun_anew(path, cache):
    cache.put("lima", "[1]", service="Photon", found=True)
    cache.close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    assert kept(cache) is None
    cache.put("lima", "[2]", service="Photon", found=True)
    assert kept(cache) == "[2]"
    assert cache.notices == []


def test_kills_in_the_middle_of_writes_leave_it_whole(tmp_path):
    assert count_whole(10, tmp_path) == 10


def test_the_counting_of_kills_sees_a_mixture(tmp_path, monkeypatch):
    monkeypatch.setattr("bench.geocoder_cache._NUMBERS", 2)
    put = AnswerCache.put

    def half(cache, key, answer, **more):
        first, *_ = answer.strip("[]").split(",")
        put(cache, key, f"[{first}, 0]", **more)

    monkeypatch.setattr(AnswerCache, "put", half)
    assert count_whole(1, tmp_path) == 0


def test_the_folder_is_the_one_of_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv("DATELINE_CACHE_FOLDER", str(tmp_path))
    assert default_cache_path().parent == tmp_path
    monkeypatch.delenv("DATELINE_CACHE_FOLDER")
    assert "dateline" in default_cache_path().parts


def test_nothing_is_written_where_the_cache_is_off(monkeypatch, tmp_path, clock):
    monkeypatch.setenv("DATELINE_CACHE_FOLDER", "off")
    monkeypatch.chdir(tmp_path)
    cache = AnswerCache(default_cache_path(), clock=clock)
    cache.put("lima", "[1]", service="photon", found=True)
    assert cache.get("lima", found_age_s=60, not_found_age_s=60) == "[1]"
    assert cache.notices == []
    cache.close()
    assert list(tmp_path.iterdir()) == []


ANSWER = Answer(name="Lima", names=("Lima", "Limaq"), lonlat=LonLat(lon=-77, lat=-12), feature="populated place",
                id="node/1", country="PE", admin=("Lima",), address="Lima, Perú", importance=0.5)  # fmt: skip


def test_what_was_answered_is_read_back():
    assert load_answers(dump_answers([ANSWER, ANSWER])) == (ANSWER, ANSWER)


@pytest.mark.parametrize(
    ("old", "new"),
    [('"lat":-12', '"lat":-120'), ('"populated place"', '"street"'), ('"name":"Lima"', '"name":7'), ('"id":', '"ed":'),
     ("-77", '"-77"'), ("0.5", '"much"'), ("[{", "{")],
)  # fmt: skip
def test_what_was_altered_on_disk_counts_as_nothing(old, new):
    text = dump_answers([ANSWER])
    assert old in text
    assert load_answers(text.replace(old, new)) is None
