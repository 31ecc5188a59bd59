import inspect

import pytest
from geopy.geocoders import SERVICE_TO_GEOCODER

from geo.errors import ConfigurationError
from geo.geocoders import GeocoderSettings, OnlineGeocoder, read_geocoder_settings
from geo.geocoders.layouts import LAYOUTS
from geo.services import ONLINE_SERVICES
from geo.sources import credit_sources

ASKER = "newsroom.example maps (desk@newsroom.example)"
WHO = {"DATELINE_GEOCODER_USER_AGENT": ASKER}


def read(name="nominatim", table=None, **environment):
    spoken = {f"DATELINE_GEOCODER_{key.upper()}": value for key, value in environment.items()}
    return read_geocoder_settings(name, table or {}, environment=WHO | spoken)


def opened(name="nominatim", table=None, **environment):
    return OnlineGeocoder(read(name, table, **environment))


def test_the_defaults_are_polite():
    settings = read()
    assert (settings.when, settings.least_delay_s, settings.user_agent) == ("fallback", 1.0, ASKER)


def test_the_environment_counts_before_the_table():
    settings = read(
        table={"tries": 2, "timeout_s": 3, "options": {"domain": "one.example"}}, tries="4", domain="two.example"
    )
    assert (settings.tries, settings.timeout_s, settings.options) == (4, 3, {"domain": "two.example"})


@pytest.mark.parametrize(
    "agent",
    ["", "  ", "geopy/2.5.0", "my-application", "My_App/1", "specify_your_app_name_here", "Mozilla/5.0 (X11)", "test",
     "python-requests/2.32", "abc", "two\nlines of words", "agent \u4e2d\u6587", 7],
)  # fmt: skip
def test_who_asks_must_be_said(agent):
    with pytest.raises(ConfigurationError, match=r"must be told who asks.*DATELINE_GEOCODER_USER_AGENT") as caught:
        GeocoderSettings(name="nominatim", user_agent=agent)
    assert "\n" not in str(caught.value)


def test_without_a_user_agent_nothing_is_opened():
    with pytest.raises(ConfigurationError, match="must be told who asks"):
        read_geocoder_settings("nominatim", {}, environment={})


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ({"time_out_s": 3}, "unknown geocoder setting 'time_out_s': did you mean 'timeout_s'?"),
        ({"name": "photon"}, "unknown geocoder setting 'name'"),
        ({"timeout_s": 0}, "timeout_s = 0: write a number above 0"),
        ({"timeout_s": "soon"}, "timeout_s = 'soon'"),
        ({"least_delay_s": -1}, "least_delay_s = -1: write a number of at least 0"),
        ({"longest_wait_s": float("nan")}, "longest_wait_s = nan"),
        ({"found_age_days": True}, "found_age_days = True"),
        ({"tries": 0}, "tries = 0: write a whole number from 1 to 10"),
        ({"tries": 2.5}, "tries = 2.5"),
        ({"when": "always"}, "when = 'always': write 'fallback' or 'first'"),
        ({"options": ["domain"]}, "options = ['domain']: write a table"),
        ({"options": {"api_key": "secret"}}, "keys are read from the environment alone: set DATELINE_GEOCODER_API_KEY"),
    ],
)
def test_a_wrong_setting_is_one_clear_line(table, told):
    with pytest.raises(ConfigurationError) as caught:
        read(table=table)
    assert told in str(caught.value)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "table", "told"),
    [
        ("nominatin", {}, "unknown geocoder 'nominatin': did you mean 'nominatim'?"),
        ("zzzz", {}, "choose from arcgis, azure"),
        ("nominatim", {"options": {"domian": "x"}}, "has no option 'domian': did you mean 'domain'?"),
        ("nominatim", {"options": {"timeout": 3}}, "'timeout' is a setting of its own"),
        ("nominatim", {"options": {"adapter_factory": "x"}}, "'adapter_factory' is a setting of its own"),
        ("photon", {"options": {"domain": "https://photon.example"}}, "write it without scheme"),
        ("photon", {"options": {"scheme": "gopher"}}, "cannot be opened with these settings"),
        ("geonames", {}, "needs 'username': set DATELINE_GEOCODER_USERNAME"),
        ("opencage", {}, "needs 'api_key': set DATELINE_GEOCODER_API_KEY"),
        ("pelias", {}, "needs 'domain': set DATELINE_GEOCODER_DOMAIN or options.domain"),
    ],
)
def test_what_a_service_does_not_take_is_one_clear_line(name, table, told):
    with pytest.raises(ConfigurationError) as caught:
        opened(name, table)
    assert told in str(caught.value)


def test_a_key_for_another_service_is_left_alone():
    assert opened("photon", api_key="for opencage").service == "Photon"
    assert opened("geonames", username="ana", api_key="for opencage").service == "GeoNames web service"


def test_every_service_of_geopy_has_a_name_and_a_credit():
    assert ONLINE_SERVICES.keys() == SERVICE_TO_GEOCODER.keys()
    names = set(ONLINE_SERVICES.values())
    assert {source.name for source in credit_sources(names) if source.url} == names
    assert LAYOUTS.keys() <= SERVICE_TO_GEOCODER.keys()


ALSO_NEEDED = {"google": ["api_key"], "googlev3": ["api_key"], "here": ["apikey"]}


@pytest.mark.parametrize("name", sorted(SERVICE_TO_GEOCODER))
def test_every_service_of_geopy_can_be_opened(name):
    parameters = inspect.signature(SERVICE_TO_GEOCODER[name]).parameters.values()
    needed = [one.name for one in parameters if one.default is one.empty] or ALSO_NEEDED.get(name, [])
    geocoder = opened(name, **dict.fromkeys(needed, "given"))
    assert geocoder.settings.name == name
