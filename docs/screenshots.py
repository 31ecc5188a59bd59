"""Take the pictures of the README and the docs: the example report in light, dark, on a phone and printed.

Run by ``make screenshots``; needs chromium. The pages are opened from disk with the network cut.
"""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from geo.pipeline import make_report
from geo.read import read_text
from geo.report import Report
from maps import write_map
from maps.options import MapOptions

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

# Picture, example, how the page is opened, the mention that is clicked.
PICTURES: tuple[tuple[str, str, dict[str, Any], str], ...] = (
    ("map", "vraem-brief", {"viewport": DESKTOP}, ""),
    ("map-popup", "vraem-brief", {"viewport": DESKTOP}, "Villa Rica"),
    ("map-dark", "vraem-brief", {"viewport": DESKTOP, "color_scheme": "dark"}, ""),
    ("map-phone", "vraem-brief", {"viewport": PHONE, "device_scale_factor": 2}, ""),
    ("map-print", "vraem-brief", {"viewport": PAPER, "media": "print"}, ""),
    ("map-spanish", "altiplano", {"viewport": DESKTOP}, ""),
    ("map-sahel", "sahel", {"viewport": DESKTOP}, ""),
)

# Picture, example, how it is drawn: what `dateline map -o map.png` writes.
EXPORTS: tuple[tuple[str, str, MapOptions], ...] = (
    ("picture", "vraem-brief", MapOptions(dpi=144)),
    ("picture-dense", "belgian-tour", MapOptions(dpi=144)),
    ("picture-dark", "altiplano", MapOptions(dpi=144, width_px=640, theme="dark")),
)


def read_example(name: str) -> Report:
    """Give the report of an example."""
    path = ROOT / "data" / "examples" / f"{name}.txt"
    return make_report([read_text(path.read_text(encoding="utf-8"), name=path.name)])


def draw_examples(folder: Path) -> None:
    """Draw every example that a picture shows."""
    for name in sorted({example for _, example, _, _ in PICTURES}):
        write_map(read_example(name), folder / f"{name}.html")


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
        draw_examples(Path(folder))
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for picture, example, options, mention in PICTURES:
            page = open_page(browser, Path(folder) / f"{example}.html", options)
            if mention:
                page.locator(".mention", has_text=mention).first.click()
            page.screenshot(path=OUT / f"{picture}.png")
            page.context.close()
        browser.close()


if __name__ == "__main__":
    main()
