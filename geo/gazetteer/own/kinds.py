"""From what a table calls its places to the feature kinds of the gazetteer."""

from geo.gazetteer.features import FEATURES
from geo.gazetteer.names import fold

__all__ = ["read_kind"]

_WORDS = {
    # Folded words in English, Spanish, Portuguese and French, and the feature codes of GeoNames.
    "country": "pais pays nation pcli",
    "admin1": "adm1 state estado etat department departamento departement region administrative",
    "admin2": "adm2 province provincia county condado arrondissement",
    "admin3": "adm3 district distrito municipality municipio commune comuna canton parroquia freguesia concelho",
    "populated place": (
        "city ciudad cidade ville town pueblo village aldea aldeia hamlet hameau caserio centro-poblado localidad "
        "localidade localite locality settlement asentamiento anexo comunidad comunidade community barrio bairro "
        "quartier vila villa urban rural urbano ppl ppla ppla2 ppla3 ppla4 pplc ppll pplx place lugar lieu capital"
    ),
    "region": "zone zona area sector comarca",
    "lake": "lago laguna lagoa lac lagoon embalse lk lks",
    "river": "rio riviere fleuve stream quebrada arroyo riachuelo stm stmi ruisseau",
    "canal": "channel",
    "island": "isla ilha ile isl islet",
    "peninsula": "peninsule pen",
    "mountain range": "cordillera sierra serra range chaine mts cordilheira",
    "mountain": "cerro monte montana montanha montagne peak pico mt mount volcan volcano nevado hill colina",
    "desert": "desierto deserto dsrt",
    "valley": "valle vale vallee vly",
    "plain": "llanura planicie plaine pampa",
    "forest": "bosque floresta foret selva reserva",
    "sea": "mar mer",
    "ocean": "oceano",
    "gulf": "golfo golfe bay bahia baia baie",
    "strait": "estrecho estreito detroit",
    "continent": "continente",
}
_KINDS = {fold(kind): kind for kind in FEATURES} | {
    fold(word): kind for kind, words in _WORDS.items() for word in words.split()
}


def read_kind(told: str) -> str | None:
    """Give the feature kind that a word stands for.

    Parameters
    ----------
    told
        A feature kind, a word for one, or a feature code of GeoNames; empty for a populated place.

    Returns
    -------
    str or None
        None when the word is not known.

    Examples
    --------
    >>> read_kind("Centro Poblado"), read_kind("Río"), read_kind("depósito")
    ('populated place', 'river', None)
    """
    return _KINDS.get(fold(told)) if told.strip() else "populated place"
