"""Tiny corpora of every format that is read, all invented: Aldoria and Bertania of ``mini_gazetteer``."""

LGL = """<?xml version="1.0" encoding="utf-8"?>
<articles>
  <article docid="38">
    <title>Rain &amp; wind</title>
    <text>Rain fell on Marwick, Norvale, and on Zell &amp; Quell.</text>
    <toponyms>
      <toponym><start>13</start><end>20</end><phrase>Marwick</phrase>
        <gaztag geonameid="12"><name>Marwick</name><fcode>PPL</fcode><lat>52.3</lat><lon>10.4</lon></gaztag></toponym>
      <toponym><start>22</start><end>29</end><phrase>Norvale</phrase><lat>52</lat><lon>10</lon></toponym>
      <toponym><start>38</start><end>42</end><phrase>Zell</phrase></toponym>
      <toponym><start>45</start><end>50</end><phrase>Quell</phrase>
        <gaztag geonameid="0"><lat>91</lat><lon>29.5</lon></gaztag></toponym>
    </toponyms>
  </article>
</articles>
"""

# Every offset is one too high, and one location stands within another, as in the published file.
GEOVIRUS = """<articles>
  <article>
    <source>https://example.org/flu</source>
    <text>Flu reached Fernholt in Aldoria.</text>
    <locations>
      <location><name>Fernholt</name><start>13</start><end>21</end><lat>52.2</lat><lon>10.3</lon>
        <page>https://example.org/Fernholt</page>
        <location><name>Aldoria</name><start>25</start><end>32</end><lat>50</lat><lon>10</lon><page/></location>
      </location>
    </locations>
  </article>
</articles>
"""

GEOWEBNEWS_TYPES = (
    ("Aldoria", 0, 7, "Literal"),
    ("Bertanian", 12, 21, "Demonym"),
    ("Oln", 26, 29, "Homonym"),
    ("Aldorian", 34, 42, "Language"),
    ("town", 47, 51, "Literal_Expression"),
    ("people", 56, 62, "Non_Lit_Expression"),
    ("Marwick", 67, 74, "Non_Toponym"),
)


def write_geowebnews():
    """Give a corpus with a toponym of each type that matters."""
    text = "Aldoria and Bertanian and Oln and Aldorian and town and people and Marwick."
    toponyms = "".join(
        f"<toponym><extractedName>{name}</extractedName><normalisedName/><type>{kind}</type>"
        f"<start>{start}</start><end>{end}</end>"
        + ("<geonamesID>1</geonamesID><latitude>50</latitude><longitude>10</longitude>" if kind == "Literal" else "")
        + "</toponym>"
        for name, start, end, kind in GEOWEBNEWS_TYPES
    )
    return (
        f"<?xml version='1.0' ?><articles><!-- a comment --><article file='7'><title>All</title>"
        f"<text>{text}</text><toponyms>{toponyms}</toponyms></article></articles>"
    )


WIKTOR = """<pages>
<page number="3">
<pageTitle>Marwick, Norvale</pageTitle>
<toponymName>Marwick</toponymName>
<text><![CDATA[Marwick is a hamlet. Marwick & Fernholt share a school.]]>
</text>
  <toponymIndices count="2">
    <toponym><start>0</start><end>7</end></toponym>
    <toponym><start>21</start><end>28</end></toponym>
  </toponymIndices>
<url>https://example.org/Marwick</url>
<lat>52.3</lat>
<lon>10.4</lon>
<feature>village</feature>
<country>Aldoria</country>
</page>
</pages>
"""

CONLL = """\
El DA O
alcalde NC O
de SP O
Nueva NP B-LOC
Marwick NP I-LOC
( Fpa O
Norvale NP B-LOC
) Fpt O
dijo VMI O
" Fe O
gracias I O
" Fe O
, Fc O
en SP O
Aldoria NP I-LOC
. Fp O

El DA O
Diario NC B-ORG
llegó VMI O
. Fp O
"""

JSONL = (
    '{"name": "one", "language": "en", "text": "Rain in Marwick.", "places": '
    '[{"start": 8, "end": 15, "text": "Marwick", "lon": 10.4, "lat": 52.3, "id": "geonames:12"}]}\n'
    "\n"
    '{"text": "Aldorian troops left Quell.", "places": [{"start": 0, "end": 8, "text": "Aldorian", "kind": "demonym"}, '
    '{"start": 21, "end": 26, "text": "Quell", "lon": null, "lat": null}]}\n'
)
