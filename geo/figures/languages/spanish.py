"""Spanish."""

from geo.figures.languages.model import FigureWords

__all__ = ["SPANISH"]

SPANISH = FigureWords(
    language="es",
    number_locale="es",
    other_locale="es_MX",
    numerals=(
        "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis dieciseis "
        "diecisiete dieciocho diecinueve veinte veintiún veintiuno veintiuna veintidós veintidos veintitrés "
        "veintitres veinticuatro veinticinco veintiséis veintiseis veintisiete veintiocho veintinueve treinta "
        "cuarenta cincuenta sesenta setenta ochenta noventa cien ciento doscientos doscientas trescientos "
        "trescientas "
        "cuatrocientos cuatrocientas quinientos quinientas seiscientos seiscientas setecientos setecientas "
        "ochocientos ochocientas novecientos novecientas mil"
    ),
    one_pattern=r"una?",
    one_of_pattern=r"kilo|tonelada|hectárea|persona",
    scales={"mil": 1_000, "millón": 10**6, "millon": 10**6, "millones": 10**6, "billón": 10**12, "billones": 10**12},
    half_pattern=r"medio",
    dozens={
        "docena": 12, "docenas": 12, "decena": 10, "quincena": 15, "veintena": 20, "treintena": 30, "cuarentena": 40,
        "cincuentena": 50, "centenar": 100,
    },
    joiner="y",
    about_pattern=(
        r"(?:un total de )?(?:unos|unas|alrededor de|cerca de|casi|aproximadamente|en torno a|al menos|"
        r"por lo menos|"
        r"como mínimo|como máximo|(?:poco |algo )?(?:más|mas|menos) del?|no (?:más|menos) de|hasta|"
        r"aproximadamente)|"
        r"un total de"
    ),
    article_pattern=r"el|los|las|un",
    from_pattern=r"del?",
    between_pattern="entre",
    to_pattern=r"al?",
    and_pattern=r"[ye]",
    or_pattern=r"[ou]",
    units={
        "tonelada": "t", "toneladas": "t", "toneladas métricas": "t", "tonelada métrica": "t", "kilogramo": "kg",
        "kilogramos": "kg", "kilo": "kg", "kilos": "kg", "gramo": "g", "gramos": "g", "libra": "lb", "onzas": "oz",
        "quintales": "qq", "hectárea": "ha", "hectáreas": "ha", "hectarea": "ha", "hectareas": "ha",
        "acres": "acre",
        "kilómetro": "km", "kilómetros": "km", "kilometro": "km", "kilometros": "km", "kms": "km", "metro": "m",
        "metros": "m", "centímetros": "cm", "centímetro": "cm", "milímetros": "mm", "milla": "mi", "millas": "mi",
        "millas náuticas": "nmi", "pies": "ft", "pulgadas": "in", "kilómetros cuadrados": "km2",
        "kilómetro cuadrado": "km2", "metros cuadrados": "m2", "metros cúbicos": "m3", "hectómetros cúbicos": "hm3",
        "kilómetros cúbicos": "km3", "millas cuadradas": "mi2", "litro": "L", "litros": "L", "galones": "gal",
        "barril": "bbl", "barriles": "bbl", "megavatios": "MW", "megawatts": "MW", "gigavatios": "GW",
        "kilovatios": "kW", "kilovatios hora": "kWh", "megavatios hora": "MWh", "grados": "°", "grado": "°",
        "grados centígrados": "°C",
        "grados Celsius": "°C", "grados Fahrenheit": "°F", "kilómetros por hora": "km/h", "millas por hora": "mph",
        "metros cúbicos por segundo": "m3/s", "puntos porcentuales": "pp",
    },
    durations={
        "segundos": "s", "segundo": "s", "minuto": "min", "minutos": "min", "hora": "h", "horas": "h", "día": "day",
        "días": "day", "dias": "day", "semana": "week", "semanas": "week", "mes": "month", "meses": "month",
        "año": "year", "años": "year", "década": "decade", "décadas": "decade", "siglo": "century",
        "siglos": "century",
    },
    money={
        "dólares estadounidenses": "USD", "dólares americanos": "USD", "dólares canadienses": "CAD", "dólares": "$",
        "dolares": "$", "dólar": "$", "euros": "EUR", "euro": "EUR", "soles": "PEN", "nuevos soles": "PEN",
        "pesos mexicanos": "MXN", "pesos colombianos": "COP", "pesos chilenos": "CLP", "pesos argentinos": "ARS",
        "pesos uruguayos": "UYU", "pesos dominicanos": "DOP", "pesos": "peso", "reales": "BRL", "reais": "BRL",
        "quetzales": "GTQ", "lempiras": "HNL", "guaraníes": "PYG", "libras esterlinas": "GBP", "yenes": "JPY",
        "yuanes": "CNY", "rublos": "RUB", "francos CFA": "CFA", "pesetas": "ESP",
    },
    percent_pattern=r"por ciento|por cien",
    magnitude_pattern=r"magnitud(?: de)?",
    tail_pattern=(
        r"sobre el nivel del mar|por (?:metro|kilómetro) cuadrado|por cabeza|por cada 100[. ]000(?: habitantes)?|"
        r"bajo el nivel del mar|en la escala de Richter|anuales|diarios|diarias|mensuales|"
        r"al (?:año|mes|día)|a la semana|por (?:año|mes|día|semana|hora|persona|kilo|tonelada|hectárea|habitante|"
        r"familia|hogar|alumno|noche|libra|quintal|litro|barril|galón)|"
        r"cada (?:año|mes|día|semana|hora)"
    ),
    of_pattern=r"de",
    determiner_pattern=r"los|las|la|el|su|sus|l|lo|este|esta|estos|estas",
    definite="los las estos estas esos esas ambos ambas primeros primeras últimos últimas próximos próximas "
    "sus todos todas demás",
    vague="países naciones lados partes cosas veces maneras palabras razones",
    stops=(
        "el la los las lo un una unos unas este esta estos estas ese esa esos esas su sus mi mis nuestro nuestra "
        "de "
        "del en a al con sin por para sobre bajo entre hasta desde hacia contra según segun durante tras ante "
        "mediante "
        "y e o u ni pero sino aunque mientras que quien quienes cual cuales donde cuando como porque pues si es "
        "son era "
        "eran fue fueron ser será serán está están estaba estaban han ha había habían hay hubo haber tiene tienen "
        "tenía "
        "tenían no se me le les nos ya más mas menos muy también tambien tampoco sólo solo aún aun todavía antes "
        "después "
        "despues luego ayer hoy mañana ahora aquí allí allá así cada todo toda todos todas otro otra otros otras "
        "mismo "
        "misma mismos mismas cerca lejos dentro fuera alrededor además incluso casi tal cuyo cuya cuyos cuyas "
        "lunes "
        "martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto "
        "septiembre "
        "setiembre octubre noviembre diciembre vez veces horas anuales diarias diarios mensuales adicionales salió "
        "llegó murió viven tienes dijo vez puntos atrás ellas ellos va vía cuesta nacional gracias tres dos "
        "tercios cuartos quintos"
    ),
    heads=(
        "gente policía ganado personal tropa heridos muertos gramos fallecidos desaparecidos detenidos víctimas "
        "damnificados"
    ),
    adjectives="",
    ages_pattern=(
        r"(?:\b(?:hombre|mujer|niñ[oa]|joven|adolescente|menor|ancian[oa]|bebé|chic[oa]|señora?|tenía|tiene|edad|"
        r"alcalde|vecin[oa]|a los|mayor(?:es)? de|menor(?:es)? de|cumpl\w+)(?:\s+[^\W\d_]+){0,2},?|"
        r"[^\W\d_]\.?,)\s+(?:de\s+)?(?:unos\s+)?$"
    ),
    terms=(
        "plazo plazos pena penas condena condenas contrato sequía periodo período mandato guerra prisión cárcel "
        "concesión experiencia espera años crisis conflicto vida historia tregua programa plan proyecto después "
        "más "
        "menos cerca promedio alrededor antes partir término cabo abandono lapso sanción inhabilitación moratoria "
        "veda "
        "garantía luego través total hace dentro duración máximo mínimo sentencia licencia acuerdo convenio "
        "trabajo "
        "lucha violencia dictadura gobierno servicio estudio estudios espacio ciclo retraso"
    ),
    labels=(
        "día dia artículo artículos articulo art ley leyes decreto decretos resolución resolucion capítulo "
        "capitulo "
        "sección "
        "seccion ruta carretera autopista autovía km kilómetro kilometro unidad batallón batallon regimiento "
        "brigada "
        "división division compañía calle avenida av avda jirón jiron jr pasaje plaza lote manzana mz zona sector "
        "número numero núm num no nº n° n página paginas páginas pág pag p pp figura tabla cuadro vuelo boeing "
        "airbus "
        "categoría tipo clase modelo línea linea canal puerta andén muelle fase nivel grupo grado distrito comuna "
        "sala aula piso departamento dpto casa edificio norma inciso numeral párrafo expediente código codigo "
        "teléfono "
        "telefono tel celular anexo convenio nacional mesa acta siglo bloque pozo años expresidente top apartado "
        "circular ordenanza edicto versículo"
    ),
    tolls=(
        "mató mataron matan murieron mueren muertos muertas fallecieron dejó dejaron deja total suman sumaron son "
        "fueron alcanzó heridos heridas detenidos detuvieron rescataron ascienden ascendió ascendía población "
        "ardieron "
        "pagaron hay hubo cayeron llegaron quedan registró registraron"
    ),
    months={"setiembre": 9, "set": 9, "sep": 9},
    capital_months=False,
    date_of_pattern=r"del?",
    date_before_pattern=(
        r"(?:desde|hasta|en|a|para|durante|antes|después|hacia|entre|del?|al)(?: del?)?(?: el| los| la)?(?: día|"
        r" mes de)?|"
        r"el(?: día| mes de| pasado| próximo)?|los días"
    ),
    edge_pattern=(
        r"(?:finales|fines|final|principios|inicios|comienzos|mediados|fin|inicio)(?: del?)?|"
        r"(?:el |la )?(?:verano|invierno|otoño|primavera)(?: del?)?|pasado|próximo"
    ),
    period_pattern=r"(?P<since>\bdesde)|(?P<until>\b(?:hasta))",
    decade_pattern=r"(?:la )?década de(?: los)?(?: años)?|(?:los )?años",
    past_pattern=r"\b(?:fue|fueron|era|eran|había|habían|hubo|[^\W\d_]{2,}(?:ó|aron|ieron|ía|ían|aba|aban))\b",
    future_pattern=(
        r"\b(?:próxim[oa]s?|previst[oa]s?|[^\W\d_]{2,}(?:rá|rán)|van? a|planean?|prevén?|piensan?)\b"
    ),
    in_pattern=(
        r"en|a|al|hacia|sobre|cerca de|dentro de|fuera de|alrededor de|por|para|junto a|bajo|frente a|"
        r"al (?:norte|sur|este|oeste|noreste|noroeste|sureste|suroeste) de"
    ),
    weak_pattern=r"desde|entre|contra|que|con|según|y|e|como",
    genitive_pattern=r"de|del|desde",
    clause_pattern=(
        r"cuando|donde|que|quien(?:es)?|porque|desde que|después de|antes de|para que|tras|como|aunque|hasta que|si"
    ),
    there_pattern=r"all[íá]|ah[íi]",
    relative_pattern=r"\s+(?:después|antes|atrás|más tarde|despues)\b",
    more_pattern=r"más|otr[oa]s",
    every_pattern=r"cada|hace|hacía|por",
    half_more_pattern=r"y medi[oa]",
    break_pattern=r"mientras(?: que)?|pero|aunque|sino|en tanto|frente a|en comparación con|según|seguid[oa] de",
    attributive="",
)  # fmt: skip
