"""GeoNames' feature classes and codes as the feature kinds of the gazetteer.

The codes are those of https://www.geonames.org/export/codes.html. A class of nature has one kind for all codes that
are not listed; what is of no class or of an unknown one is left out.
"""

from collections.abc import Mapping
from types import MappingProxyType

from geo.gazetteer.features import FEATURES

__all__ = ["LEVELS", "NO_MORE", "SEATS", "SECTIONS", "kind_of"]

NO_MORE = frozenset("ADM1H ADM2H ADM3H ADM4H ADM5H ADMDH PCLH PPLCH RGNH".split())
"""Areas that are no more. Their codes and names are those of the areas that followed, so they are left out."""

LEVELS: Mapping[str, int] = MappingProxyType({"ADM1": 1, "ADM2": 2, "ADM3": 3})
"""The administrative level of the codes that other rows name as what holds them."""

SEATS: Mapping[str, int] = MappingProxyType(
    {"PPLC": 1, "PPLG": 0, "PPLA": 2, "PPLA2": 0, "PPLA3": 0, "PPLA4": 0, "PPLA5": 0}
)
"""Populated places that are known for what they are the seat of, with their rank in ``places.npy``."""

SECTIONS = frozenset("PPLX PPLH PPLQ PPLW".split())
"""Populated places that are a part of another, or that nobody lives in any more."""

_OF_CLASS = {
    "A": "region", "H": "lake", "L": "region", "P": "populated place", "R": "road", "S": "spot", "T": "mountain",
    "U": "undersea feature", "V": "forest",
}  # fmt: skip
_CODES = {
    "A": {
        "admin1": "ADM1",
        "admin2": "ADM2",
        "admin3": "ADM3 ADM4 ADM5 ADMD PRSH",
    },
    "H": {
        "ocean": "OCN",
        "sea": "SEA",
        "gulf": "ANCH BAY BAYS BGHT BOCA COVE ESTY FJD FJDS GULF HBR HBRX INLT LGN LGNS SD",
        "strait": "CHN CHNL CHNM CHNN NRWS OVF STRT",
        "river": (
            "ANS BNKR CRKT CUTF FLLS FLLSX MFGN RPDS STM STMA STMB STMC STMD STMH STMI STMIX STMM STMQ STMS STMSB STMX "
            "WAD WADB WADJ WADM WADS WADX WTRC"
        ),
        "canal": "AQC CNL CNLA CNLB CNLD CNLI CNLN CNLQ CNLSB CNLX DTCH DTCHD DTCHI DTCHM DOCK",
        "undersea feature": "BNK RF RFC RFX SHOL",
        "spot": "GYSR SPNG SPNS SPNT WLL WLLQ WLLS WTRH",
        "plain": "BOG FLTM FLTT MRSH MRSHN PTGE SBKH SWMP WTLD WTLDI",
    },
    "L": {
        "continent": "CONT",
        "park": "PRK RES RESA RESF RESH RESN RESP RESV RESW",
        "plain": "CLG FLD FLDI FLDS GRAZ GVL OAS SALT",
        "spot": (
            "AGRC AIRB AMUS BSND BSNP BTL BTLH BTYD CMN CMPQ CTRB DEVH GASF INDS LCTY MILB MNA MVA NVB OILF PEAT PRT "
            "QCKS SNOW SNOWX TRB"
        ),
    },
    "T": {
        "island": "ARCH ATOL ISL ISLET ISLF ISLM ISLS ISLT ISLX",
        "peninsula": "CAPE HDLD ISTH PEN PENX PROM PT PTS SPIT",
        "mountain range": "MTS RDGB RDGE",
        "desert": "DSRT DUNE ERG HMDA REG SAND SDL",
        "valley": "CNYN GAP GRGE PASS RVN TRGD VAL VALG VALS VALX",
        "plain": "BCH BCHS BDLD DEPR DLTA FAN INTF LEV PAN PANS PLAT PLATX PLN PLNX TAL TERR UPLD",
        "spot": "BLDR CAVE RK RKFL RKS SINK",
    },
    "V": {"plain": "CULT GRSLD HTH MDW SCRB TUND VIN"},
}  # fmt: skip
_KINDS = {
    f"{feature_class}.{code}": FEATURES.index(kind)
    for feature_class, kinds in _CODES.items()
    for kind, codes in kinds.items()
    for code in codes.split()
}
_KINDS_OF_CLASS = {feature_class: FEATURES.index(kind) for feature_class, kind in _OF_CLASS.items()}


def kind_of(feature_class: str, code: str) -> int | None:
    """Give the index in ``FEATURES`` of a class and code of GeoNames; None for what is left out.

    Examples
    --------
    >>> FEATURES[kind_of("H", "STM")], FEATURES[kind_of("S", "CH")], kind_of("", "")
    ('river', 'spot', None)
    """
    if code in NO_MORE:
        return None
    return _KINDS.get(f"{feature_class}.{code}", _KINDS_OF_CLASS.get(feature_class))
