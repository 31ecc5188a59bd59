"""French."""

from geo.figures.languages.model import FigureWords

__all__ = ["FRENCH"]

FRENCH = FigureWords(
    language="fr",
    number_locale="fr",
    other_locale="fr",
    numerals=(
        "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts trente "
        "quarante cinquante soixante septante octante nonante cent cents mille"
    ),
    one_pattern=r"une?",
    one_of_pattern=r"kilo|tonne|hectare|personne",
    scales={
        "mille": 1_000, "million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9,
        "billions": 10**12,
    },
    half_pattern=r"un demi",
    dozens={
        "douzaine": 12, "dizaine": 10, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
        "cinquantaine": 50, "centaine": 100,
    },
    joiner="et",
    about_pattern=(
        r"(?:un total de )?(?:environ|quelque|près de|presque|autour de|à peu près|au moins|au plus|"
        r"(?:un peu )?(?:plus|moins) (?:de|d['’])|jusqu['’]à)|un total de"
    ),
    article_pattern=r"les",
    from_pattern=r"de",
    between_pattern="entre",
    to_pattern=r"à|au",
    and_pattern="et",
    or_pattern="ou",
    units={
        "tonne": "t", "tonnes": "t", "kilogramme": "kg", "kilogrammes": "kg", "kilo": "kg", "kilos": "kg",
        "grammes": "g", "hectare": "ha", "hectares": "ha", "kilomètre": "km", "kilomètres": "km", "mètre": "m",
        "mètres": "m", "centimètres": "cm", "millimètres": "mm", "milles": "mi", "pieds": "ft",
        "kilomètres carrés": "km2", "mètres carrés": "m2", "mètres cubes": "m3", "litre": "L", "litres": "L",
        "barils": "bbl", "mégawatts": "MW", "gigawatts": "GW", "degrés": "°", "degrés Celsius": "°C",
        "kilomètres par heure": "km/h",
        "kilomètres à l'heure": "km/h", "mètres cubes par seconde": "m3/s", "points de pourcentage": "pp",
    },
    durations={
        "secondes": "s", "minute": "min", "minutes": "min", "heure": "h", "heures": "h", "jour": "day",
        "jours": "day", "semaine": "week", "semaines": "week", "mois": "month", "an": "year", "ans": "year",
        "année": "year", "années": "year", "décennies": "decade", "siècles": "century",
    },
    money={
        "dollars américains": "USD", "dollars canadiens": "CAD", "dollars": "$", "euros": "EUR", "euro": "EUR",
        "francs CFA": "CFA", "FCFA": "CFA", "francs suisses": "CHF", "francs": "franc", "livres sterling": "GBP",
        "dirhams": "dirham", "roubles": "RUB", "yens": "JPY", "nairas": "NGN",
    },
    percent_pattern=r"pour cent",
    magnitude_pattern=r"magnitude(?: de)?",
    tail_pattern=(
        r"au-dessus du niveau de la mer|au (?:mètre|kilomètre) carré|par (?:mètre|kilomètre) carré|d['’]altitude|"
        r"sur l['’]échelle de Richter|"
        r"par (?:an|mois|jour|semaine|heure|personne|kilo|tonne|hectare|habitant)"
    ),
    of_pattern=r"de|d",
    determiner_pattern=r"les|la|le|l|ses|son|sa|leurs?",
    definite="les ces ses ceux celles premiers premières derniers dernières prochains prochaines tous toutes "
    "leurs des aux",
    vague="pays nations côtés parties choses fois manières mots raisons",
    stops=(
        "le la les l un une des ce cet cette ces son sa ses leur leurs de du d en dans à au aux avec sans par "
        "pour sur "
        "sous entre jusque depuis vers contre selon durant pendant après avant chez et ou ni mais que qui quoi "
        "dont où "
        "quand comme car si est sont était étaient fut furent être sera seront a ont avait avaient n ne pas se s "
        "y il "
        "elle ils elles on nous vous déjà plus moins très aussi seulement encore hier demain ici là chaque tout "
        "toute "
        "tous toutes autre autres même mêmes près loin hors janvier février mars avril mai juin juillet août "
        "septembre "
        "octobre novembre décembre fois heures vivent dit deux trois hui ans lors puis dans ainsi alors dès tiers "
        "quarts cinquièmes"
    ),
    heads="bétail personnel",
    adjectives="",
    ages_pattern=(
        r"(?:\b(?:homme|femme|garçon|fille|jeune|adolescente?|bébé|âgée?s?)(?:\s+[^\W\d_]+){0,2},?|[^\W\d_]\.?,)\s+"
        r"(?:de\s+|d['’])?$"
    ),
    terms=(
        "délai peine peines contrat sécheresse période mandat guerre prison concession expérience attente ans "
        "crise "
        "conflit vie histoire trêve programme plan projet plus moins près moyenne bout total durée licence accord "
        "travail lutte violence dictature gouvernement service étude espace cycle retard"
    ),
    labels=(
        "article articles art loi lois décret résolution chapitre section route nationale départementale "
        "autoroute km "
        "kilomètre unité bataillon régiment brigade compagnie rue avenue av boulevard place lot zone secteur "
        "numéro no "
        "nº n° n page figure tableau vol boeing airbus catégorie type classe modèle ligne canal porte phase niveau "
        "groupe district salle maison immeuble norme paragraphe dossier code téléphone tél fax siècle années top "
        "quai"
    ),
    tolls="tué tués tuant blessés blessant morts mort total population sont atteint fait",
    months={},
    capital_months=False,
    date_of_pattern=r"(?!)",
    date_before_pattern=(
        r"(?:depuis|jusqu['’](?:en|au)|dès|en|à|avant|après|durant|pendant|entre|du|au|de)(?: le| les)?|le|fin|"
        r"début"
    ),
    edge_pattern=r"(?:la )?(?:fin|début|mi)(?: de)?|courant",
    period_pattern=r"(?P<since>\b(?:depuis|dès))|(?P<until>\bjusqu)",
    decade_pattern=r"(?:les |des )?années",
    past_pattern=r"\b(?:était|étaient|avait|avaient|fut|furent|ont|a)\b",
    future_pattern=r"\b(?:prochaine?|prévue?s?|[^\W\d_]{2,}(?:ra|ront)|va|vont|doit|doivent|jusqu)\b",
    in_pattern=(
        r"à|au|aux|en|dans|sur|près de|près d['’]|vers|hors de|autour de|"
        r"au (?:nord|sud) de|à l['’](?:est|ouest) de|par|chez"
    ),
    weak_pattern=r"depuis|entre|contre|que|avec|selon|et|comme",
    genitive_pattern=r"de|du|des|d['’]|depuis",
    clause_pattern=r"quand|où|qui|que|dont|parce que|depuis que|après|avant|lorsque|comme|si",
    there_pattern=r"là(?:-bas)?|y",
    relative_pattern=r"\s+(?:plus tard|auparavant|après|avant)\b",
    more_pattern=r"autres",
    every_pattern=r"chaque|il y a|par|tous les|toutes les",
    half_more_pattern=r"et demie?",
    break_pattern=r"tandis que|alors que|mais|selon|contre|quand",
)  # fmt: skip
