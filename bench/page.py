"""How fast a page opens and moves in chromium: ``python -m bench.page``, also part of ``make bench``.

The network is cut and every run has a browser context of its own, so nothing is warm but the browser itself.
"""

import itertools
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from bench.many_places import make_many_places
from bench.material import find_report
from bench.results import write_pages
from geo.pipeline import make_report
from geo.read import read_text
from geo.report import Report
from maps import write_map

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

__all__ = ["measure"]

_MANY = 2_000
_RUNS = 5
_PANNING_S = 3.0
_LOOK_MS = 20
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_VIEWPORTS = {"desktop": {"width": 1440, "height": 900}, "phone": {"width": 390, "height": 844}}

# Runs before the page's own script: notes when the first symbol of the story has been painted, and every long task.
_WATCH = """() => {
  window.watched = { marker: null, long: [] };
  new PerformanceObserver((list) => watched.long.push(...list.getEntries().map((entry) => entry.duration)))
    .observe({ type: "longtask", buffered: true });
  const look = () => {
    if (document.querySelector(".symbol svg")) {
      requestAnimationFrame(() => setTimeout(() => { watched.marker = performance.now(); }));
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}"""
_COUNT = """() => {
  const counted = { times: [], on: true };
  const step = (time) => { counted.times.push(time); if (counted.on) requestAnimationFrame(step); };
  requestAnimationFrame(step);
  watched.long.length = 0;
  window.counted = counted;
}"""
_STOP = "() => { counted.on = false; return counted.times; }"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """What one opening of a page took."""

    marker_ms: float
    opening_long_ms: float
    frames_a_second: float
    worst_frame_ms: float
    panning_long_ms: float


def _open(browser: "Browser", path: Path, viewport: str) -> "Page":
    context = browser.new_context(viewport=_VIEWPORTS[viewport])  # type: ignore[arg-type]
    context.route(lambda url: not url.startswith("file:"), lambda route: route.abort())
    page = context.new_page()
    page.add_init_script(f"({_WATCH})()")
    page.goto(path.as_uri())
    while page.evaluate("watched.marker") is None:  # the page's policy lets Playwright's own waiting not run
        page.wait_for_timeout(_LOOK_MS)
    return page


def _pan(page: "Page") -> list[float]:
    """Drag the map to and fro; give when each frame was drawn, in milliseconds."""
    box = page.locator(".folium-map").bounding_box() or {"x": 0, "y": 0, "width": 0, "height": 0}
    left, top = box["x"] + box["width"] / 2, box["y"] + box["height"] * 0.55
    page.mouse.move(left, top)
    page.mouse.down()
    page.evaluate(_COUNT)
    started, step = page.evaluate("performance.now()"), 0
    while page.evaluate("performance.now()") - started < _PANNING_S * 1000:
        step += 1
        away = abs(step % 40 - 20) - 10
        page.mouse.move(left + away * 12, top + away * 5)
    page.mouse.up()
    times: list[float] = page.evaluate(_STOP)
    return times


def _measure_run(browser: "Browser", path: Path, viewport: str) -> _Run:
    page = _open(browser, path, viewport)
    opening = sum(page.evaluate("watched.long"))
    marker = page.evaluate("watched.marker")
    page.wait_for_timeout(300)
    times = _pan(page)
    gaps = [later - earlier for earlier, later in itertools.pairwise(times)]
    run = _Run(
        marker_ms=marker,
        opening_long_ms=opening,
        frames_a_second=1000 * len(gaps) / (times[-1] - times[0]),
        worst_frame_ms=max(gaps),
        panning_long_ms=sum(page.evaluate("watched.long")),
    )
    page.context.close()
    return run


def _reports() -> dict[str, Report]:
    source = find_report()
    seed = make_report([read_text(source.read_text(encoding="utf-8"), name=source.name)])
    return {"seed article": seed, f"{_MANY:,} places": make_many_places(_MANY)}


def measure(runs: int = _RUNS) -> list[dict[str, str]]:
    """Print and give what opening and panning two pages took, one of an article and one of thousands of places.

    Parameters
    ----------
    runs
        How often each is opened; figures are medians.

    Returns
    -------
    list of dict
        A row a page and window, by the heads of its columns; nothing when chromium is not installed.
    """
    chromium = shutil.which("chromium")
    if chromium is None:
        print("pages are not measured: chromium is not installed")
        return []
    rows = []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(_FLAGS))
        for number, (name, report) in enumerate(_reports().items()):
            path = write_map(report, Path(folder) / f"{number}.html")
            for viewport in _VIEWPORTS:
                taken = [_measure_run(browser, path, viewport) for _ in range(runs)]
                rows.append({"page": f"{name}, {viewport}", **_summarize(path, taken)})
                print("; ".join(f"{head}: {value}" for head, value in rows[-1].items()))
        browser.close()
    return rows


def _summarize(path: Path, runs: list[_Run]) -> dict[str, str]:
    return {
        "MB": f"{path.stat().st_size / 1e6:.2f}",
        "first marker, s": f"{median(run.marker_ms for run in runs) / 1000:.2f}",
        "long tasks while opening, s": f"{median(run.opening_long_ms for run in runs) / 1000:.2f}",
        "frames a second while panning": f"{median(run.frames_a_second for run in runs):.0f}",
        "longest frame, ms": f"{median(run.worst_frame_ms for run in runs):.0f}",
        "long tasks while panning, s": f"{median(run.panning_long_ms for run in runs) / 1000:.2f}",
    }


if __name__ == "__main__":
    write_pages(measure())
