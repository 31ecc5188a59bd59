"""Chromium with the network cut: every test fails on a request, a console message or an error of the page."""

import os
import shutil
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import sync_playwright

from maps import write_map

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}


@dataclass
class Opened:
    """A page that is open, and what it did that no page of ours may do."""

    page: object
    requests: list = field(default_factory=list)
    complaints: list = field(default_factory=list)


def chromium_path():
    return shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="session")
def chromium():
    path = chromium_path()
    if path is None and os.environ.get("CI") != "true":
        pytest.skip("chromium is not installed")
    assert path is not None, "chromium is not installed, and in CI no browser test is skipped"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


def cut_network(context, opened):
    def answer(route):
        if route.request.url.startswith("file:"):
            route.continue_()
        else:
            opened.requests.append(route.request.url)
            route.abort()

    context.route("**/*", answer)


@pytest.fixture
def open_file(chromium):
    """Open a file in a fresh browser window; in the end nothing may have been requested or complained of."""
    windows = []

    def open_it(path, viewport=DESKTOP, complaints=0, address="", **options):
        context = chromium.new_context(viewport=viewport, reduced_motion="reduce", **options)
        context.set_default_timeout(10_000)
        opened = Opened(page=context.new_page())
        cut_network(context, opened)
        opened.page.on("console", lambda message: opened.complaints.append(message.text))
        opened.page.on("pageerror", lambda error: opened.complaints.append(str(error)))
        opened.page.goto(path.as_uri() + address)
        windows.append((context, opened, complaints))
        return opened.page

    yield open_it
    for context, opened, complaints in windows:
        context.close()
        assert opened.requests == []
        assert len(opened.complaints) == complaints, opened.complaints


@pytest.fixture
def open_report(open_file, tmp_path):
    """Draw a report, with other options than the usual if wanted, and open its page."""

    def open_it(report, map_options=None, **options):
        return open_file(write_map(report, tmp_path / "map.html", map_options), **options)

    return open_it
