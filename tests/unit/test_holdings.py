from contextvars import copy_context
from threading import Thread

from geo.holdings import Holdings, current_holdings, use_holdings
from geo.report import Report
from maps.notebook import ReportMap

OWN = Holdings(cache="/srv/kept")


def run_in_thread(work):
    seen = []
    thread = Thread(target=lambda: seen.append(work()))
    thread.start()
    thread.join()
    return seen[0]


def test_a_thread_sees_the_holdings_of_the_context_that_it_is_given():
    with use_holdings(OWN):
        context = copy_context()
        assert run_in_thread(current_holdings) == Holdings()
        assert run_in_thread(lambda: context.run(current_holdings)) == OWN
    assert current_holdings() == Holdings()


def test_a_map_in_a_notebook_keeps_the_data_of_where_it_was_made(monkeypatch):
    seen = []

    def draw(*_):
        seen.append(current_holdings())
        return b""

    for name in ("maps.picture.draw_picture", "maps.drawing.write_map"):
        monkeypatch.setattr(name, draw)
    with use_holdings(OWN):
        shown = ReportMap(Report(title="Lima", documents=(), entries=()))
    shown._repr_mimebundle_(include={"image/png"})
    shown.save("map.html")
    assert seen == [OWN, OWN]
