import inspect
import re

import pytest

from geo import errors

CLASSES = {name: thing for name, thing in vars(errors).items() if inspect.isclass(thing)}


def drawn_tree():
    """Read the tree in the module's docstring: each error's parent and its standard second base."""
    above = {-1: "DatelineError"}
    for line in errors.__doc__.splitlines():
        match = re.match(r"    (?P<indent>[│├└─ ]*)(?P<name>\w+Error)(?: \((?P<base>\w+)\))?", line)
        if match and match["indent"]:
            depth = match["indent"].replace("│", " ").index("├" if "├" in match["indent"] else "└") // 4
            above[depth] = match["name"]
            yield match["name"], above[depth - 1], match["base"]


def test_the_drawn_tree_is_the_tree_of_classes():
    drawn = {name: (parent, base) for name, parent, base in drawn_tree()}
    real = {}
    for name, thing in CLASSES.items():
        if name != "DatelineError":
            parent, *others = (base.__name__ for base in thing.__bases__)
            real[name] = (parent, others[0] if others else None)
    assert drawn == real


def test_all_errors_are_public():
    assert set(errors.__all__) == set(CLASSES)


@pytest.mark.parametrize("thing", CLASSES.values(), ids=CLASSES)
def test_every_error_has_the_one_root(thing):
    assert issubclass(thing, errors.DatelineError)
    assert str(thing("what, which, what to do")) == "what, which, what to do"
