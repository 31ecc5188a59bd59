"""What every module promises: what it offers is named, is there, and is told."""

import ast
import importlib
import inspect
import pkgutil

import pytest

import geo
import maps


def walk(package):
    yield package.__name__
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        yield module.name


MODULES = sorted([*walk(geo), *walk(maps)])


def is_main(name):
    return name.rpartition(".")[2] == "__main__"


@pytest.mark.parametrize("name", [name for name in MODULES if not is_main(name)])
def test_all_is_there_and_complete(name):
    module = importlib.import_module(name)
    tree = ast.parse(inspect.getsource(module))
    defined = {
        node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name[0] != "_"
    }
    offered = getattr(module, "__all__", [])
    assert len(offered) == len(set(offered))
    assert [one for one in offered if not hasattr(module, one)] == []
    assert defined - set(offered) == set()


@pytest.mark.parametrize("name", MODULES)
def test_every_module_says_what_it_is_for(name):
    spec = importlib.util.find_spec(name)
    source = spec.loader.get_source(name)
    if source.strip():
        assert ast.get_docstring(ast.parse(source))


def public_things():
    for name in MODULES:
        if is_main(name):
            continue
        module = importlib.import_module(name)
        for one in getattr(module, "__all__", []):
            thing = inspect.getattr_static(module, one, None)
            if (inspect.isfunction(thing) or inspect.isclass(thing)) and thing.__module__ == name:
                yield pytest.param(thing, id=f"{name}.{one}")


PUBLIC_THINGS = list(public_things())


@pytest.mark.parametrize("thing", PUBLIC_THINGS)
def test_every_public_function_and_class_is_told(thing):
    assert thing.__doc__, "it has no docstring"
    assert thing.__doc__.strip().splitlines()[0].endswith((".", ":"))
    if inspect.isclass(thing):
        methods = [
            method
            for name, method in vars(thing).items()
            if name[0] != "_" and inspect.isfunction(method) and not method.__doc__
        ]
        assert methods == []


@pytest.mark.parametrize("thing", PUBLIC_THINGS)
def test_every_parameter_is_told(thing):
    if not inspect.isfunction(thing) or "Parameters\n" not in thing.__doc__:
        return
    told = inspect.cleandoc(thing.__doc__)
    missing = [name for name in inspect.signature(thing).parameters if name not in told]
    assert missing == []


def test_errors_are_raised_under_the_one_root_only():
    """Every class of error that a module defines is in the tree of geo.errors."""
    strays = []
    for name in MODULES:
        if is_main(name):
            continue
        for thing in vars(importlib.import_module(name)).values():
            is_error = inspect.isclass(thing) and issubclass(thing, Exception)
            if is_error and thing.__module__.partition(".")[0] in {"geo", "maps"} and thing.__module__ != "geo.errors":
                strays.append(thing.__qualname__)
    assert strays == []
