"""geopy's own classes against a server on this machine."""

import pytest
from attacks import ATTACKS
from geocoder_server import QUELLA, cut_off, dawdle, drip, hang_up, nominatim, photon, photon_answer, serve

from geo.errors import ConfigurationError
from geo.geocoders import GeocoderSettings, OnlineGeocoder
from geo.geocoders.cache import AnswerCache
from geo.geocoders.online import Question
from geo.lonlat import LonLat

pytestmark = [pytest.mark.enable_socket, pytest.mark.allow_hosts(["127.0.0.1"])]


class Time:
    """A clock that stands still but for who sleeps by it."""

    def __init__(self):
        self.now, self.slept = 1_800_000_000.0, []

    def __call__(self):
        return self.now

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture(scope="module")
def service():
    with serve() as server:
        yield server


@pytest.fixture
def server(service, monkeypatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    service.requests.clear()
    service.play([])
    return service


@pytest.fixture
def clock():
    return Time()


@pytest.fixture
def ask(server, clock, tmp_path):
    """Give what opens a geocoder anew and asks it for names; the cache is the same each time."""

    def ask(*names, service="nominatim", tell=None, language="es", **settings):
        geocoder = OnlineGeocoder(
            GeocoderSettings(
                name=service,
                user_agent="newsroom.example maps (desk@newsroom.example)",
                options={"domain": server.domain, "scheme": "http"},
                **{"tries": 3, "timeout_s": 5.0, **settings},
            ),
            cache=AnswerCache(tmp_path / "answers.sqlite3", clock=clock),
            clock=clock,
            sleep=clock.sleep,
            tell=tell,
        )
        questions = [Question(name=name, containers=("Peru",), language=language) for name in names]
        replies = geocoder.ask(questions)
        geocoder.close()
        return [replies.get(question) for question in questions], geocoder

    return ask


def test_nominatim_is_asked_as_it_wants_to_be(ask, server):
    server.play([QUELLA])
    [reply], _ = ask("Quillaquella")
    [answer] = reply.answers
    assert (answer.name, answer.lonlat) == ("Quillaquella", LonLat(lon=-75.3, lat=-10.6))
    assert (answer.feature, answer.id, answer.country) == ("populated place", "node/123", "PE")
    assert answer.admin == ("Pasco", "Oxapampa")
    [(query, headers)] = server.requests
    assert query == {"q": "Quillaquella, Peru", "format": "json", "limit": "5", "addressdetails": "1",
                     "namedetails": "1", "accept-language": "es"}  # fmt: skip
    assert headers["User-Agent"] == "newsroom.example maps (desk@newsroom.example)"
    assert "Authorization" not in headers


def test_photon_is_asked_in_languages_that_it_speaks(ask, server):
    server.play(photon_answer(photon("Quillaquella", -75.3, -10.6)))
    [reply], _ = ask("Quillaquella", service="photon")
    [answer] = reply.answers
    assert (answer.lonlat, answer.feature, answer.id) == (LonLat(lon=-75.3, lat=-10.6), "populated place", "N/7")
    ask("Quillaquella", service="photon", language="fr")
    assert [query for query, _ in server.requests] == [
        {"q": "Quillaquella, Peru", "limit": "5"},
        {"q": "Quillaquella, Peru", "limit": "5", "lang": "fr"},
    ]


def test_a_second_run_asks_nothing(ask, server):
    server.play({"by query": {"Quillaquella, Peru": [QUELLA]}})
    first, _ = ask("Quillaquella", "Nowhere", "QUILLAQUELLA")
    assert server.queries == ["Quillaquella, Peru", "Nowhere, Peru"]
    server.requests.clear()
    server.play(500)
    second, geocoder = ask("Quillaquella", "Nowhere", "quillaquella")
    assert second == first
    assert server.requests == []
    assert geocoder.notices() == ()


@pytest.mark.parametrize(("names", "days"), [(["Quillaquella"], 180), (["Nowhere"], 14)])
def test_what_is_old_is_asked_again(ask, server, clock, names, days):
    server.play({"by query": {"Quillaquella, Peru": [QUELLA]}})
    ask(*names)
    clock.now += days * 86_400 - 60
    ask(*names)
    assert len(server.requests) == 1
    clock.now += 60
    ask(*names)
    assert len(server.requests) == 2


def test_ages_of_nought_keep_nothing(ask, server):
    server.play({"by query": {"Quillaquella, Peru": [QUELLA]}})
    for _ in range(2):
        ask("Quillaquella", "Nowhere", found_age_days=0, not_found_age_days=0)
    assert len(server.requests) == 4


def test_another_language_or_service_is_another_question(ask, server):
    ask("Nowhere")
    ask("Nowhere", language="en")
    server.play(photon_answer())
    ask("Nowhere", service="photon")
    assert len(server.requests) == 3


def test_requests_keep_their_distance(ask, server, clock):
    ask("One", "Two", "Three")
    ask("Four", least_delay_s=2.5)
    assert clock.slept == [1.0, 1.0, 1.0]
    ask("Five", least_delay_s=2.5)
    assert clock.slept == [1.0, 1.0, 1.0, 2.5]
    assert len(server.requests) == 5


def test_who_runs_it_is_told_what_is_sent_where(ask, server):
    told = []
    ask("One", "Two", tell=told.append)
    ask("One", "Two", "Three", tell=told.append)
    ask("One", "Two", "Three", tell=told.append)
    assert told == [f"asking {server.domain} for 2 names", f"asking {server.domain} for 1 name"]
    ask(*"abcdefghijklmnop", tell=told.append)
    assert told[-1] == f"asking {server.domain} for 16 names, which takes 16 s or more"


def why(reply):
    assert reply.answers == ()
    return reply.why and str(reply.why)


LATER = "Fri, 15 Jan 2027 08:00:09 GMT"  # the clock stands at 08:00:00


@pytest.mark.parametrize(
    ("steps", "slept"),
    [
        ([500, [QUELLA]], [1.0]),
        ([503, 502, [QUELLA]], [1.0, 2.0]),
        ([(429, {"Retry-After": "7"}), [QUELLA]], [7.0]),
        ([(503, {"Retry-After": "5"}), [QUELLA]], [5.0]),
        ([(429, {"Retry-After": LATER}), [QUELLA]], [9.0]),
        ([(429, {"Retry-After": "soon"}), [QUELLA]], [1.0]),
        ([429, [QUELLA]], [1.0]),
        ([hang_up, [QUELLA]], [1.0]),
        ([cut_off, [QUELLA]], [1.0]),
    ],
)
def test_what_passes_is_asked_again_after_a_pause(ask, server, clock, steps, slept):
    server.play(*steps)
    [reply], geocoder = ask("Quillaquella")
    assert [answer.id for answer in reply.answers] == ["node/123"]
    assert len(server.requests) == len(steps)
    assert clock.slept == slept
    assert geocoder.notices() == ()


HTML = "<html><body><h1>503 Service Temporarily Unavailable</h1></body></html>"


@pytest.mark.parametrize(
    ("step", "words", "times"),
    [
        (400, "its answer cannot be used", 1),
        (404, "its answer cannot be used", 1),
        (302, "its answer cannot be used", 1),
        (500, "it cannot be reached, or fails", 3),
        (503, "it cannot be reached, or fails", 3),
        (504, "timed out", 3),
        (429, "it asks to wait", 3),
        (402, "it asks to wait", 1),
        ((429, {"Retry-After": "61"}), "it asks to wait", 1),
        ((503, {"Retry-After": "99999999999"}), "it asks to wait", 1),
        (HTML, "its answer cannot be used", 1),
        ('[{"lat": ', "its answer cannot be used", 1),
        ("null", "its answer cannot be used", 1),
        ("{}", "its answer cannot be used", 1),
        ("[" * 100_000, "its answer cannot be used", 1),
        ([1, "two", None], "its answer cannot be used", 1),
        ([{}], "its answer cannot be used", 1),
        ({"error": "Bandwidth limit exceeded"}, "its answer cannot be used", 1),
        ([nominatim("Quillaquella", -75.3, 91)], "its answer cannot be used", 1),
        ([nominatim("Quillaquella", -400, -10.6)], "its answer cannot be used", 1),
        ([nominatim("Quillaquella", "nan", -10.6)], "its answer cannot be used", 1),
        ([{**QUELLA, "lon": True}], "its answer cannot be used", 1),
        ([{**QUELLA, "lat": None, "lon": None}], "its answer cannot be used", 1),
        ([{key: value for key, value in QUELLA.items() if key != "lon"}], "its answer cannot be used", 1),
        (hang_up, "it cannot be reached, or fails", 3),
        (cut_off, "it cannot be reached, or fails", 3),
    ],
)
def test_a_failure_is_a_status_and_is_never_kept(ask, server, step, words, times):
    server.play(step)
    [reply], geocoder = ask("Quillaquella")
    assert why(reply) == words
    assert len(server.requests) == times
    assert geocoder.notices() == (f"Nominatim did not answer for 1 name: {words}",)
    server.play([QUELLA])
    [again], _ = ask("Quillaquella")
    assert len(again.answers) == 1


@pytest.mark.parametrize("step", [dawdle, drip])
def test_a_slow_service_runs_out_of_time(ask, server, step):
    server.play(step)
    [reply], _ = ask("Quillaquella", timeout_s=0.1, tries=1)
    assert why(reply) == "timed out"


@pytest.mark.parametrize(
    "step",
    [
        {"features": [{"type": "Feature", "properties": {"name": "Quillaquella"}}]},
        photon_answer(photon("Quillaquella", -75.3, -91)),
        photon_answer({**photon("Quillaquella", 1, 1), "geometry": {"type": "Point", "coordinates": [None, None]}}),
        photon_answer({**photon("Quillaquella", 1, 1), "properties": None}),
        {"type": "FeatureCollection"},
        [],
        HTML,
    ],
)
def test_what_photon_never_says_is_a_status_too(ask, server, step):
    server.play(step)
    [reply], _ = ask("Quillaquella", service="photon")
    assert why(reply) == "its answer cannot be used"


def test_nobody_at_home(ask, server):
    with serve() as gone:
        domain = gone.domain
    server.domain, here = domain, server.domain
    try:
        [reply], _ = ask("Quillaquella", tries=1)
    finally:
        server.domain = here
    assert why(reply) == "it cannot be reached, or fails"


def test_a_service_that_is_down_is_left_alone(ask, server):
    server.play(500)
    replies, geocoder = ask(*"abcdefgh", tries=1)
    assert len(server.requests) == 3
    assert {why(reply) for reply in replies[3:]} == {"not asked any more after several failures"}
    assert geocoder.notices() == (
        "Nominatim did not answer for 3 names: it cannot be reached, or fails",
        "Nominatim did not answer for 5 names: not asked any more after several failures",
    )


def test_a_service_that_asks_for_too_long_a_wait_is_left_alone(ask, server, clock):
    server.play((429, {"Retry-After": "3600"}))
    ask(*"abc")
    assert len(server.requests) == 1
    assert clock.slept == []


@pytest.mark.parametrize("status", [401, 403, 407])
def test_a_refusal_stops_the_run_before_it_began(ask, server, status):
    server.play(status)
    with pytest.raises(ConfigurationError, match=rf"Nominatim refuses to answer \(status {status}\): set DATELINE_GEO"):
        ask("Quillaquella")
    assert len(server.requests) == 1


def test_a_refusal_later_loses_nothing(ask, server):
    server.play([QUELLA], 403)
    replies, _ = ask("Quillaquella", "Nowhere", "Elsewhere")
    assert len(replies[0].answers) == 1
    assert [why(reply) for reply in replies[1:]] == [
        "it refuses to answer",
        "not asked any more after several failures",
    ]


@pytest.mark.parametrize("name", ["", "…", "x" * 500, "a\nb\x1b[31m", "half \ud800 a pair"])
def test_what_is_no_name_is_not_sent(ask, server, name):
    replies, _ = ask(name)
    sent = [query for query in server.queries if query != "a b, Peru"]
    assert (replies, sent) == ([None], [])


@pytest.mark.parametrize("attack", ATTACKS)
def test_hostile_words_of_a_service_stay_words(ask, server, attack):
    server.play([nominatim(attack, -75.3, -10.6, osm_id=attack, display_name=attack, address={"state": attack})])
    [reply], _ = ask("Quillaquella")
    for answer in reply.answers:
        words = (answer.name, *answer.names, answer.id, *answer.admin, answer.address)
        assert all(word.isprintable() for word in words)
        assert all(word.encode("utf-8") for word in words)
