"""From places to pages, pictures and commands.

What draws is imported when it is first asked for: folium takes a quarter of a second.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from maps.drawing import draw_map, write_map
    from maps.notebook import ReportMap
    from maps.options import MapOptions
    from maps.settings import Settings, read_settings

__all__ = ["MapOptions", "ReportMap", "Settings", "draw_map", "read_settings", "write_map"]

_HOMES = {
    "MapOptions": "maps.options",
    "ReportMap": "maps.notebook",
    "Settings": "maps.settings",
    "draw_map": "maps.drawing",
    "read_settings": "maps.settings",
    "write_map": "maps.drawing",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    """Give what the package offers."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_HOMES[name]), name)
