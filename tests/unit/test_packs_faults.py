"""A few of the cuts and mutations that ``python -m bench.faults`` counts by the thousand."""

import pytest

from bench.faults import CUT_PACKS, count_cuts, count_mutations

pytestmark = pytest.mark.enable_socket


@pytest.mark.parametrize("name", CUT_PACKS)
def test_cuts_and_kills_leave_the_old_data_or_the_new(name):
    counts = count_cuts(name, 2)
    assert counts["old"] + counts["new"] == 2
    assert counts["a mixture"] == counts["not mended by the next run"] == 0


def test_mutated_archives_are_refused_in_a_line_or_valid():
    counts = count_mutations(60)
    assert counts["refused in a line"] + counts["valid"] == 60
    assert counts["refused in a line"] > 20
    assert counts["crashed"] == counts["what was installed changed"] == 0
