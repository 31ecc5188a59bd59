"""The document for Quarto, its cells run by Jupyter as Quarto runs them, and the page that comes out."""

import json
import os
import re
import subprocess
import sys

import pytest

pytestmark = pytest.mark.browser

KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}


@pytest.fixture(scope="module")
def rendered(root, tmp_path_factory):
    """Give the HTML of the document's cells, run in a kernel of their own."""
    text = (root / "docs/quarto/report.qmd").read_text(encoding="utf-8")
    cells = [
        {
            "cell_type": "code",
            "id": f"cell-{number}",
            "metadata": {},
            "source": code,
            "outputs": [],
            "execution_count": 0,
        }
        for number, code in enumerate(re.findall(r"^```\{python\}\n(.*?)^```", text, flags=re.DOTALL | re.MULTILINE))
    ]
    assert len(cells) == 2
    home = tmp_path_factory.mktemp("notebook")
    folder = home / "docs/quarto"
    folder.mkdir(parents=True)
    (home / "data").symlink_to(root / "data")
    notebook = {"cells": cells, "metadata": {"kernelspec": KERNEL}, "nbformat": 4, "nbformat_minor": 5}
    (folder / "report.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    path = os.pathsep.join(filter(None, (str(root), os.environ.get("PYTHONPATH"))))
    subprocess.run(
        [sys.executable, "-m", "nbconvert", "--execute", "--to", "html", "--template", "basic", "report.ipynb"],
        cwd=folder,
        env=os.environ | {"HOME": str(home), "PYTHONPATH": path},
        capture_output=True,
        check=True,
    )
    body = (folder / "report.html").read_text(encoding="utf-8")
    page = folder / "page.html"
    head = '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Notebook</title>'
    page.write_text(f'{head}<link rel="icon" href="data:,"></head><body>{body}</body></html>', encoding="utf-8")
    return page


def test_the_map_lives_in_its_frame(open_file, rendered):
    page = open_file(rendered, viewport={"width": 1000, "height": 900})
    frame = page.frame_locator("iframe")
    assert frame.locator(".symbol.town").first.is_visible()
    covered, cover = page.locator("img").bounding_box(), page.locator("iframe").bounding_box()
    assert cover["height"] == 680
    assert (cover["x"], cover["y"]) == (covered["x"], covered["y"])
    assert covered["width"] <= cover["width"]
    assert covered["height"] <= cover["height"]
    assert page.locator("table td", has_text="Villa Rica").count() == 1


def test_without_trust_the_picture_is_seen(open_file, rendered):
    page = open_file(rendered, viewport={"width": 1000, "height": 900})
    page.evaluate("document.querySelector('iframe').remove()")  # as JupyterLab's sanitiser does
    picture = page.locator("img")
    assert picture.is_visible()
    assert picture.evaluate("node => node.complete && node.naturalWidth > 600")
    assert picture.bounding_box()["width"] > 500
