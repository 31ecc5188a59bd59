r"""A gazetteer of one's own: a table or GeoJSON file of names with coordinates.

>>> from pathlib import Path
>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     file = Path(folder, "villages.csv")
...     _ = file.write_text("nombre;longitud;latitud\nQuellohuaylla;-75,4;-10,6\n", encoding="utf-8")
...     OwnGazetteer.open(file).gazetteer_entries()[0].lonlat
LonLat(lon=-75.4, lat=-10.6)
"""

from geo.gazetteer.own.holding import Mode, OwnGazetteer

__all__ = ["Mode", "OwnGazetteer"]
