import html
import webbrowser
from pathlib import Path

import pytest

from maps.cli import main
from maps.tables.columns import FILES

TEXT = "Coffee comes from Villa Rica, near Oxapampa in Peru."


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("brief.txt").write_text(TEXT)
    return tmp_path


def run(runner, *arguments, **options):
    return runner.invoke(main, ["map", *map(str, arguments)], **options)


def test_the_page_is_written_and_standard_output_is_empty(runner, here):
    result = run(runner, "brief.txt", "-o", "page.html")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.splitlines() == ["page.html", "3 places on the map, 0 names without a place"]
    assert Path("page.html").read_text(encoding="utf-8").lower().startswith("<!doctype html>")
    assert sorted(path.name for path in here.iterdir()) == ["brief.txt", "page.html"]


def test_the_default_target(runner, here):
    assert run(runner, "brief.txt").exit_code == 0
    assert (here / "map.html").is_file()


@pytest.mark.usefixtures("here")
def test_minus_writes_the_page_to_standard_output(runner):
    result = run(runner, "brief.txt", "-o", "-")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.lower().startswith("<!doctype html>")
    assert result.stdout.rstrip().endswith("</html>")


@pytest.mark.usefixtures("here")
def test_the_same_document_gives_the_same_bytes(runner):
    assert run(runner, "brief.txt", "-o", "-").stdout_bytes == run(runner, "brief.txt", "-o", "-").stdout_bytes


@pytest.mark.usefixtures("here")
def test_the_title(runner):
    assert "Slopes of coffee" in run(runner, "brief.txt", "-o", "-", "--title", "Slopes of coffee").stdout


@pytest.mark.usefixtures("here")
def test_standard_input(runner):
    result = run(runner, "-", "-o", "-", input=TEXT)
    assert result.exit_code == 0
    assert "Villa Rica" in result.stdout


@pytest.mark.usefixtures("here")
def test_several_documents_on_one_map(runner):
    Path("other.txt").write_text("Arequipa is in the south of Peru.")
    result = run(runner, "brief.txt", "other.txt", "-o", "-")
    assert result.exit_code == 0
    assert "Arequipa" in result.stdout
    assert "Villa Rica" in result.stdout


@pytest.mark.usefixtures("here")
def test_a_bad_document_among_good_ones(runner):
    result = run(runner, "brief.txt", "missing.txt", "-o", "page.html")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr.splitlines()[-1] == "dateline: there is no file 'missing.txt': check the path"
    assert Path("page.html").is_file()


@pytest.mark.usefixtures("here")
def test_open(runner, monkeypatch):
    opened = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    run(runner, "brief.txt", "-o", "page.html")
    assert opened == []
    run(runner, "brief.txt", "-o", "page.html", "--open")
    assert opened == [Path("page.html").resolve().as_uri()]


@pytest.mark.usefixtures("here")
def test_a_document_without_places_is_no_failure(runner):
    Path("empty.txt").write_text("Nothing here names anything.")
    result = run(runner, "empty.txt", "-o", "page.html")
    assert result.exit_code == 0
    assert result.stderr.splitlines()[-1] == "0 places on the map, 0 names without a place"


@pytest.mark.usefixtures("here")
def test_an_existing_page_is_replaced_whole(runner):
    Path("page.html").write_text("old" * 1_000_000)
    run(runner, "brief.txt", "-o", "page.html")
    page = Path("page.html").read_text(encoding="utf-8")
    assert "oldold" not in page
    assert page.rstrip().endswith("</html>")


@pytest.mark.parametrize("suffix", FILES)
@pytest.mark.usefixtures("here")
def test_files_for_other_programs(runner, suffix):
    result = run(runner, "brief.txt", "-o", f"report{suffix}")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.splitlines() == [f"report{suffix}", "3 places on the map, 0 names without a place"]
    assert b"Villa Rica" in Path(f"report{suffix}").read_bytes() or suffix in {".xlsx", ".parquet"}


@pytest.mark.usefixtures("here")
def test_embed_writes_a_snippet_and_a_fragment_beside_the_page(runner):
    result = run(runner, "brief.txt", "-o", "coca & coffee.html", "--embed", "--title", 'A "map"')
    assert result.exit_code == 0
    assert result.stderr.splitlines()[:3] == [
        "coca & coffee.html", "coca & coffee.embed.html", "coca & coffee.fragment.html",
    ]  # fmt: skip
    snippet = Path("coca & coffee.embed.html").read_text(encoding="ascii")
    assert snippet.startswith('<iframe src="coca%20%26%20coffee.html#embed" title="A &quot;map&quot;" ')
    assert "allow-same-origin" not in snippet
    fragment = Path("coca & coffee.fragment.html").read_text(encoding="ascii")
    assert fragment.startswith('<iframe srcdoc="&lt;!DOCTYPE html&gt;')
    assert html.unescape(fragment).count("data-embed>") == 1
    assert Path("coca & coffee.html").read_text(encoding="utf-8").count("data-embed>") == 0


@pytest.mark.parametrize("target", ["-", "report.gpkg"])
@pytest.mark.usefixtures("here")
def test_embed_needs_a_page(runner, target):
    result = run(runner, "brief.txt", "-o", target, "--embed")
    assert result.exit_code == 2
    assert f"--embed writes beside a page: give -o a name that ends in .html, not '{target}'" in result.stderr
    assert not Path("report.gpkg").exists()
