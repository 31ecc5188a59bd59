"""From places to pages, pictures and commands.

``draw_map`` and ``write_map`` are imported when they are first asked for: folium takes a quarter of a second.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from maps.drawing import draw_map, write_map

__all__ = ["draw_map", "write_map"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    """Give ``draw_map`` or ``write_map``."""
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from maps import drawing  # noqa: PLC0415 - only who draws pays for folium

    return getattr(drawing, name)
