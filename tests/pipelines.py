"""Makers of spaCy pipelines that a test installs: a few words and their labels, in a package of their own."""

import importlib
import json
import sys

import pytest
import spacy

from geo.recognize import spacy_pipelines

_INIT = """
from pathlib import Path
from spacy.util import load_model_from_init_py
def load(**overrides):
    return load_model_from_init_py(__file__, **overrides)
"""


def write_pipeline(folder, package, *, language, labels, init=_INIT, size=0, **meta):
    """Write a package that holds a pipeline for a language which gives some words their labels.

    Parameters
    ----------
    folder
        Where packages lie.
    package
        Its name: ``"es_tiny"``.
    language
        The code of its language.
    labels
        A label by words.
    init
        The code of the package.
    size
        Bytes to add.
    meta
        What else its description says.
    """
    pipeline = spacy.blank(language)
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": label, "pattern": words} for words, label in labels.items()])
    name, version = package.partition("_")[2], "1.0.0"
    pipeline.meta.update({"name": name, "version": version, **meta})
    home = folder / package
    data = home / f"{language}_{name}-{version}"
    home.mkdir(parents=True)
    pipeline.to_disk(data)
    (home / "meta.json").write_text(json.dumps({**pipeline.meta, **meta}))
    (home / "__init__.py").write_text(init)
    (home / "padding").write_bytes(bytes(size))
    facts = folder / f"{package}-{version}.dist-info"
    facts.mkdir()
    (facts / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: {version}\n")
    (facts / "entry_points.txt").write_text(f"[spacy_models]\n{package} = {package}\n")


def forget_pipelines():
    """Forget which pipelines have been loaded."""
    spacy_pipelines.load_pipeline.cache_clear()
    spacy_pipelines._load.cache_clear()  # noqa: SLF001 - the one way to load anew


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Give what installs a pipeline for the time of a test; see :func:`write_pipeline`."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(folder)
    installed = []

    def install_pipeline(package, **facts):
        write_pipeline(folder, package, **facts)
        installed.append(package)
        importlib.invalidate_caches()
        forget_pipelines()

    yield install_pipeline
    for package in installed:
        sys.modules.pop(package, None)
    forget_pipelines()
