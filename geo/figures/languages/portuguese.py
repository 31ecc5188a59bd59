"""Portuguese."""

from geo.figures.languages.model import FigureWords

__all__ = ["PORTUGUESE"]

PORTUGUESE = FigureWords(
    language="pt",
    number_locale="pt",
    other_locale="pt",
    numerals=(
        "dois duas três quatro cinco seis sete oito nove dez onze doze treze catorze quatorze quinze dezesseis "
        "dezasseis dezessete dezassete dezoito dezenove dezanove vinte trinta quarenta cinquenta sessenta setenta "
        "oitenta noventa cem cento duzentos duzentas trezentos trezentas quatrocentos quatrocentas quinhentos "
        "quinhentas seiscentos seiscentas setecentos setecentas oitocentos oitocentas novecentos novecentas mil"
    ),
    one_pattern=r"uma?",
    one_of_pattern=r"quilo|tonelada|hectare|pessoa",
    scales={
        "mil": 1_000, "milhão": 10**6, "milhões": 10**6, "bilhão": 10**9, "bilhões": 10**9, "trilhão": 10**12,
        "trilhões": 10**12,
    },
    half_pattern=r"meio",
    dozens={"dúzia": 12, "dezena": 10, "centena": 100},
    joiner="e",
    about_pattern=(
        r"(?:um total de )?(?:cerca de|aproximadamente|quase|uns|umas|em torno de|por volta de|pelo menos|ao menos|"
        r"no mínimo|no máximo|(?:pouco )?(?:mais|menos) de|até)|um total de"
    ),
    article_pattern=r"os|as|o",
    from_pattern=r"de",
    between_pattern="entre",
    to_pattern=r"a|até",
    and_pattern="e",
    or_pattern="ou",
    units={
        "tonelada": "t", "toneladas": "t", "quilograma": "kg", "quilogramas": "kg", "quilo": "kg", "quilos": "kg",
        "gramas": "g", "hectare": "ha", "hectares": "ha", "quilômetro": "km", "quilômetros": "km",
        "quilómetro": "km",
        "quilómetros": "km", "metro": "m", "metros": "m", "centímetros": "cm", "milímetros": "mm", "milhas": "mi",
        "pés": "ft", "quilômetros quadrados": "km2", "quilómetros quadrados": "km2", "metros quadrados": "m2",
        "metros cúbicos": "m3", "litro": "L", "litros": "L", "barris": "bbl", "megawatts": "MW", "gigawatts": "GW",
        "graus": "°", "graus Celsius": "°C", "graus centígrados": "°C", "quilômetros por hora": "km/h",
        "quilómetros por hora": "km/h", "metros cúbicos por segundo": "m3/s", "pontos percentuais": "pp",
    },
    durations={
        "segundos": "s", "minuto": "min", "minutos": "min", "hora": "h", "horas": "h", "dia": "day", "dias": "day",
        "semana": "week", "semanas": "week", "mês": "month", "meses": "month", "ano": "year", "anos": "year",
        "década": "decade", "décadas": "decade", "séculos": "century",
    },
    money={
        "dólares": "$", "euros": "EUR", "euro": "EUR", "reais": "BRL", "real": "BRL", "libras esterlinas": "GBP",
        "meticais": "MZN", "kwanzas": "AOA", "ienes": "JPY", "pesos": "peso",
    },
    percent_pattern=r"por cento",
    magnitude_pattern=r"magnitude(?: de)?",
    tail_pattern=(
        r"acima do nível do mar|por (?:metro|quilômetro|quilómetro) quadrado|na escala Richter|anuais|diários|"
        r"mensais|ao (?:ano|mês|dia)|"
        r"por (?:ano|mês|dia|semana|hora|pessoa|quilo|tonelada|hectare|habitante)"
    ),
    of_pattern=r"de",
    determiner_pattern=r"os|as|o|a|seu|sua|seus|suas",
    definite="os as estes estas esses essas ambos ambas primeiros primeiras últimos últimas próximos próximas "
    "seus suas todos todas demais dos das nos nas",
    vague="países nações lados partes coisas vezes maneiras palavras razões",
    stops=(
        "o a os as um uma uns umas este esta estes estas esse essa esses essas seu sua seus suas de do da dos das "
        "em no "
        "na nos nas com sem por pelo pela pelos pelas para sobre sob entre até desde contra segundo durante após "
        "ao aos "
        "à às e ou nem mas embora enquanto que quem qual quais onde quando como porque se é são era eram foi "
        "foram ser "
        "será está estão estava estavam há havia houve tem têm tinha tinham não já mais menos muito também só "
        "ainda antes "
        "depois ontem hoje amanhã agora aqui ali cada todo toda todos todas outro outra outros outras mesmo mesma "
        "perto "
        "longe dentro fora além janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro "
        "dezembro "
        "vez vezes horas disse vivem deixam atrás anuais nas aliás às dois três cujas cujos eles elas terços "
        "quartos quintos"
    ),
    heads="gente gado pessoal",
    adjectives="",
    ages_pattern=(
        r"(?:\b(?:homem|mulher|menin[oa]|jovem|adolescente|idos[oa]|bebê|rapaz|moça|senhora?|tinha|tem|idade)"
        r"(?:\s+[^\W\d_]+){0,2},?|[^\W\d_]\.?,)\s+(?:de\s+)?(?:uns\s+)?$"
    ),
    terms=(
        "prazo prazos pena penas condenação contrato seca período mandato guerra prisão cadeia concessão "
        "experiência "
        "espera anos crise conflito vida história trégua programa plano projeto depois mais menos cerca média "
        "partir "
        "fim abandono lapso sanção garantia total dentro duração máximo mínimo sentença licença acordo trabalho "
        "luta "
        "violência ditadura governo serviço estudo espaço ciclo atraso"
    ),
    labels=(
        "dia artigo artigos art lei leis decreto resolução capítulo seção rodovia estrada br km quilômetro "
        "quilómetro "
        "unidade batalhão regimento brigada companhia rua avenida av praça lote quadra zona setor número nº n° n "
        "página "
        "figura tabela voo boeing airbus categoria tipo classe modelo linha canal portão fase nível grupo "
        "distrito sala "
        "casa edifício norma parágrafo processo código telefone tel fax portaria edital século anos top"
    ),
    tolls="matou mataram morreram mortos deixou deixaram total somam são foram feridos presos população",
    months={},
    capital_months=False,
    date_of_pattern=r"de",
    date_before_pattern=(
        r"(?:desde|até|em|a|para|durante|antes|depois|entre|de|no)(?: o| os| a| dia)?|(?:o|no|em) dia|no dia"
    ),
    edge_pattern=r"(?:o )?(?:fim|final|início|começo|meados)(?: de)?|passado|próximo",
    period_pattern=r"(?P<since>\bdesde)|(?P<until>\baté)",
    decade_pattern=r"(?:a |na )?década de|(?:os |nos )?anos",
    past_pattern=r"\b(?:foi|foram|era|eram|havia|houve|[^\W\d_]{2,}(?:ou|aram|eram|iram|ia|iam|ava|avam))\b",
    future_pattern=r"\b(?:próxim[oa]s?|previst[oa]s?|[^\W\d_]{2,}(?:rá|rão)|vão|vai|planeja|prevê|deve|devem)\b",
    in_pattern=(
        r"em|no|na|nos|nas|ao|à|a|para|sobre|perto de|dentro de|fora de|junto a|por|"
        r"ao (?:norte|sul|leste|oeste) de"
    ),
    weak_pattern=r"desde|entre|contra|que|com|segundo|e|como",
    genitive_pattern=r"de|do|da|dos|das|desde",
    clause_pattern=r"quando|onde|que|quem|porque|desde que|depois de|antes de|após|como|se",
    there_pattern=r"ali|lá|aí",
    relative_pattern=r"\s+(?:depois|antes|atrás|mais tarde)\b",
    more_pattern=r"outr[oa]s",
    every_pattern=r"cada|há|por",
    half_more_pattern=r"e mei[oa]",
    break_pattern=r"enquanto|mas|embora|já|segundo|contra",
)  # fmt: skip
