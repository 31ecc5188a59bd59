"""Take the pictures of the README and the docs: the examples in light, dark, on a phone, printed, corrected, shaded.

Run by ``make screenshots``; needs chromium. The pages are opened from disk with the network cut.
"""

import shutil
import sys
import tempfile
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from geo.pipeline import make_report
from geo.read import read_text
from geo.regions import find_region
from geo.report import Report
from maps import write_map
from maps.options import MapOptions
from maps.region_map import region_report

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "docs" / "images"
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
PAPER = {"width": 700, "height": 990}


@dataclass(frozen=True, kw_only=True)
class Shot:
    """One picture of a page: of which example, how it is drawn and opened, and what is clicked before it is taken."""

    name: str
    example: str
    options: MapOptions = field(default_factory=MapOptions)
    window: dict[str, Any] = field(default_factory=lambda: {"viewport": DESKTOP})
    clicks: tuple[str, ...] = ()
    part: str = ""


VILLA_RICA = ".mention:text-is('Villa Rica')"
SHOTS = (
    Shot(name="map", example="vraem-brief"),
    Shot(name="map-popup", example="vraem-brief", clicks=(VILLA_RICA,)),
    Shot(
        name="map-corrections",
        example="vraem-brief",
        clicks=(VILLA_RICA, ".leaflet-popup .acts button:nth-child(1)", "#corrections summary"),
    ),
    Shot(name="map-dark", example="vraem-brief", window={"viewport": DESKTOP, "color_scheme": "dark"}),
    Shot(name="map-phone", example="vraem-brief", window={"viewport": PHONE, "device_scale_factor": 2}),
    Shot(name="map-print", example="vraem-brief", window={"viewport": PAPER, "media": "print"}),
    Shot(
        name="map-inset",
        example="vraem-brief",
        window={"viewport": DESKTOP, "device_scale_factor": 2},
        part=".inset",
    ),
    Shot(name="map-spanish", example="altiplano"),
    Shot(name="map-sahel", example="sahel"),
    Shot(name="map-dense", example="belgian-tour"),
    Shot(name="map-region", example="region:kurdistan"),
    Shot(name="map-shaded", example="sahel", options=MapOptions(shade="country")),
)

# Picture, example, how it is drawn: what `dateline map -o map.png` writes.
EXPORTS: tuple[tuple[str, str, MapOptions], ...] = (
    ("picture", "vraem-brief", MapOptions(dpi=144)),
    ("picture-dense", "belgian-tour", MapOptions(dpi=144)),
    ("picture-dark", "altiplano", MapOptions(dpi=144, width_px=640, theme="dark")),
)


@cache
def read_example(name: str) -> Report:
    """Give the report of an example, or of a named region alone (``"region:kurdistan"``)."""
    region = find_region(name)
    if region is not None:
        return region_report(region)
    path = ROOT / "data" / "examples" / f"{name}.txt"
    return make_report([read_text(path.read_text(encoding="utf-8"), name=path.name)])


def draw_exports() -> None:
    """Draw every picture that needs no browser."""
    for picture, example, options in EXPORTS:
        write_map(read_example(example), OUT / f"{picture}.png", options)


def open_page(browser: "Browser", path: Path, options: dict[str, Any]) -> "Page":
    """Give a page opened from disk, which must not ask for anything else."""
    settings = dict(options)
    media = settings.pop("media", None)
    context = browser.new_context(reduced_motion="reduce", **settings)
    context.route(lambda url: not url.startswith("file:"), lambda route: sys.exit(f"requested {route.request.url}"))
    page = context.new_page()
    page.goto(path.as_uri())
    if media:
        page.emulate_media(media=media)
    return page


def main() -> None:
    """Write every picture."""
    chromium = shutil.which("chromium") or sys.exit("chromium is not installed")
    OUT.mkdir(parents=True, exist_ok=True)
    draw_exports()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for shot in SHOTS:
            path = write_map(read_example(shot.example), Path(folder) / f"{shot.name}.html", shot.options)
            take(browser, path, shot)
        browser.close()


def take(browser: "Browser", path: Path, shot: Shot) -> None:
    """Open a page, click what is to be clicked, and take its picture."""
    page = open_page(browser, path, shot.window)
    for selector in shot.clicks:
        page.locator(selector).first.click()
    (page.locator(shot.part) if shot.part else page).screenshot(path=OUT / f"{shot.name}.png")
    page.context.close()


if __name__ == "__main__":
    main()
