"""English."""

from geo.figures.languages.model import FigureWords

__all__ = ["ENGLISH"]

ENGLISH = FigureWords(
    language="en",
    number_locale="en",
    other_locale="en",
    numerals=(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
    ),
    one_pattern=r"one|an?",
    one_of_pattern=r"ton|tonne|kilo|hectare|acre|person|soldier|civilian|child|policeman|officer|worker|student",
    scales={
        "hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "lakh": 100_000,
        "crore": 10**7,
    },
    half_pattern=r"half an?|half",
    dozens={"dozen": 12},
    joiner="and",
    about_pattern=(
        r"(?:a total of )?(?:about|around|some|roughly|approximately|nearly|almost|an estimated|estimated|close to|"
        r"(?:just |well )?(?:over|under)|(?:slightly |a little )?(?:more|less|fewer|no more|no fewer|no less) than|"
        r"at least|at most|up to|as many as|as much as|upwards of|above|below)|a total of"
    ),
    article_pattern=r"(?!)",
    from_pattern="from",
    between_pattern="between",
    to_pattern="to",
    and_pattern="and",
    or_pattern="or",
    units={
        "ton": "t", "tons": "t", "tonne": "t", "tonnes": "t", "metric ton": "t", "metric tons": "t",
        "metric tonnes": "t", "kilogram": "kg", "kilograms": "kg", "kilogramme": "kg", "kilogrammes": "kg",
        "kilo": "kg", "kilos": "kg", "gram": "g", "grams": "g", "ounces": "oz", "lbs": "lb", "hectare": "ha",
        "hectares": "ha", "acre": "acre", "acres": "acre", "kilometer": "km", "kilometers": "km", "kilometre": "km",
        "kilometres": "km", "kms": "km", "meter": "m", "meters": "m", "metre": "m", "metres": "m",
        "centimeters": "cm",
        "centimetres": "cm", "centimeter": "cm", "centimetre": "cm", "millimeters": "mm", "millimetres": "mm",
        "mile": "mi", "miles": "mi", "nautical miles": "nmi", "foot": "ft", "feet": "ft", "inches": "in",
        "inch": "in", "yards": "yd", "square kilometers": "km2", "square kilometres": "km2",
        "square kilometer": "km2",
        "square kilometre": "km2", "sq km": "km2", "sq. km": "km2", "sq miles": "mi2", "sq. miles": "mi2",
        "square miles": "mi2", "square mile": "mi2", "square-mile": "mi2", "square-kilometer": "km2",
        "square-kilometre": "km2", "square meters": "m2", "square metres": "m2", "square feet": "ft2",
        "square foot": "ft2", "square-foot": "ft2", "cubic meters": "m3", "cubic metres": "m3", "cubic feet": "ft3",
        "cubic kilometers": "km3", "cubic kilometres": "km3", "liter": "L", "liters": "L", "litre": "L",
        "litres": "L",
        "gallon": "gal", "gallons": "gal", "barrel": "bbl", "barrels": "bbl", "bushels": "bu", "megawatts": "MW",
        "megawatt": "MW", "gigawatts": "GW", "gigawatt": "GW", "kilowatts": "kW", "megawatt-hours": "MWh",
        "kilowatt-hours": "kWh", "degrees": "°", "degree": "°", "degrees Celsius": "°C",
        "degrees Fahrenheit": "°F", "degrees C": "°C",
        "degrees F": "°F", "degrees centigrade": "°C", "miles per hour": "mph", "miles an hour": "mph",
        "kilometers per hour": "km/h", "kilometres per hour": "km/h", "kilometers an hour": "km/h",
        "kilometres an hour": "km/h", "cubic meters per second": "m3/s", "cubic metres per second": "m3/s",
        "percentage points": "pp", "percentage point": "pp",
    },
    durations={
        "second": "s", "seconds": "s", "minute": "min", "minutes": "min", "hour": "h", "hours": "h", "day": "day",
        "days": "day", "week": "week", "weeks": "week", "month": "month", "months": "month", "year": "year",
        "years": "year", "decade": "decade", "decades": "decade", "century": "century", "centuries": "century",
    },
    money={
        "US dollars": "USD", "U.S. dollars": "USD", "American dollars": "USD", "Canadian dollars": "CAD",
        "Australian dollars": "AUD", "dollars": "$", "dollar": "$", "euros": "EUR", "euro": "EUR",
        "pounds sterling": "GBP", "soles": "PEN", "Peruvian soles": "PEN", "nuevos soles": "PEN",
        "Mexican pesos": "MXN", "Colombian pesos": "COP", "Chilean pesos": "CLP", "Argentine pesos": "ARS",
        "pesos": "peso", "reais": "BRL", "yen": "JPY", "yuan": "CNY", "Indian rupees": "INR", "rupees": "rupee",
        "rubles": "RUB", "roubles": "RUB", "naira": "NGN", "Kenyan shillings": "KES", "shillings": "shilling",
        "CFA francs": "CFA", "Swiss francs": "CHF", "francs": "franc", "rand": "ZAR", "cents": "cent",
    },
    percent_pattern=r"per ?cent|pct",
    magnitude_pattern=r"magnitude(?: of)?(?: about)?|measuring|measured",
    tail_pattern=(
        r"above sea level|per square (?:kilomet(?:er|re)|met(?:er|re)|mile|foot)|per 100,000(?: people)?|"
        r"below sea level|on the Richter scale|annually|daily|monthly|"
        r"(?:a|an|per|each|every) (?:year|month|week|day|hour|person|head|kilogram|kilo|ton|tonne|barrel|hectare|"
        r"acre|family|household|share|lit(?:er|re)|gallon|pound|night|student)"
        r"(?!\s+(?:earlier|ago|later|before|after)\b)"
    ),
    of_pattern=r"of",
    determiner_pattern=r"the|its|their|his|her|all",
    definite="the these those both all first last next remaining previous past",
    vague="countries nations sides parties things ways times parts words reasons halves",
    stops=(
        "the a an this that these those its his her their our my your of in on at by for from to into onto with "
        "without within under over above below between among across through throughout during before after since "
        "until till as like near against along around about behind beside beyond toward towards upon per via than "
        "and or but nor so yet if when while where which who whom whose what why how because although though "
        "whereas unless is are was were be been being am has have had having do does did will would shall should "
        "can "
        "could may might must not no it they he she we you i them him us there here then now also only just still "
        "even already more most less least each every all some any both either neither such same other later ago "
        "early late who's said says told went came fell rose left made took gave got ran sent held kept met led "
        "built bought sold lost won put set cut hit saw found felt became began brought caught chose drew drove "
        "ate "
        "fled flew fought grew heard hid knew lay lent let paid read rode sank sat shot shut slept spent spoke "
        "stole "
        "stood struck swam swept taught threw wore wrote live lives work works die stay serve remain remains "
        "includes "
        "patrol makes comes goes gets needs shows means cross arrive share face fight tend carry enter patrols "
        "according annually daily monthly yearly away apart old long wide tall deep high square out up down off "
        "back together today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday "
        "january february march april june july august september october november december north south east west "
        "northeast northwest southeast southwest inland upstream downstream worth strong times again once thirds "
        "quarters fifths halves tenths"
    ),
    heads=(
        "people men women children police troops cattle sheep fish aircraft spacecraft personnel infantry "
        "livestock "
        "staff dead injured wounded missing killed displaced arrested detained hurt hospitalized infected homeless "
        "offspring poultry deer salmon bison oxen geese mice feet teeth species series crew youth media clergy "
        "families headquarters barracks"
    ),
    adjectives=(
        "crude pure raw fresh dry wet new old solid heavy fine white natural hazardous illegal liquid frozen "
        "cooked "
        "brown black green red high low good bad arable toxic sea coca drinking dirty clean oil palm sugar"
    ),
    ages_pattern=r"\b(?:aged?|ages)\s+$|[^\W\d_]\.?,\s+$",
    terms="",
    labels=(
        "highway route hwy rt rte road rd interstate state-road sr cr us u.s i article articles art section "
        "sections "
        "sec chapter unit room rooms no nos number numbers level phase grade figure fig table page pages pp p "
        "flight "
        "resolution law act bill rule decree ordinance proposition amendment clause paragraph para line "
        "battalion division brigade regiment squadron company district ward precinct zone area sector block lot "
        "gate "
        "exit terminal track platform channel radio apollo boeing airbus category type class model mark mk version "
        "volume vol issue part step stage group team league camp station house building suite apartment apt box "
        "title psalm verse appendix annex schedule code zip hill point marker mile kilometer kilometre km bus "
        "train "
        "line platform pier dock berth well reactor order case file protocol convention note notes item option top "
        "under-secretary season episode lane runway tower shaft mine"
    ),
    tolls=(
        "killed kill kills killing injured injuring injures wounded wounding hurt arrested arresting detained dead "
        "total totalled totaled reached toll leaving left claimed numbered seized rescued population displaced "
        "infected counted deployed evacuated dies died"
    ),
    months={"sept": 9},
    capital_months=True,
    date_of_pattern=r"of|in",
    date_before_pattern=(
        r"(?:as of|as from|by|since|until|till|from|between|in|on|during|before|after|through)(?: the)?|the"
    ),
    edge_pattern=(
        r"early(?: in)?|late(?: in)?|mid|(?:the )?(?:end|beginning|start|middle|first half|second half|summer|"
        r"winter|"
        r"spring|autumn|fall)(?: of)?|(?:last|next|this)"
    ),
    period_pattern=r"(?P<since>\b(?:since|as from|from))|(?P<until>\b(?:until|till|through))",
    decade_pattern=r"",
    past_pattern=(
        r"\b(?:was|were|had|did|said|told|began|went|came|left|took|made|killed|held|met|won|lost|found|fell|rose|"
        r"visited|destroyed|[a-z]{3,}ed)\b"
    ),
    future_pattern=(
        r"\b(?:will|shall|would|is to|are to|due|scheduled|plans?|planned|expected?|expects|hopes?|next|upcoming|"
        r"going to|set to)\b|['’]ll\b"
    ),
    in_pattern=(
        r"in|at|on|near|to|into|onto|across|around|inside|outside|within|throughout|toward|towards|over|off|"
        r"through|"
        r"along|above|below|beside|(?:(?:north|south)-?(?:east|west)|north|south|east|west) of"
    ),
    weak_pattern=r"from|between|against|than|via|like|unlike|with|by|and",
    genitive_pattern=r"of|from|by",
    clause_pattern=r"when|where|which|who|whose|that|because|since|after|before|if|until|so|as",
    there_pattern=r"there",
    relative_pattern=r"\s+(?:ago|later|earlier)\b",
    more_pattern=r"more|others",
    every_pattern=r"every|each|per",
    half_more_pattern=r"and a half",
    break_pattern=(
        r"while|whereas|but|although|though|compared (?:with|to)|followed by|up from|down from|against|than|"
        r"according to"
    ),
    attributive=(
        "government officials official troops forces military army navy marines soldiers police embassy aid "
        "dollars "
        "dollar president ambassador citizens nationals company companies firm market markets base bases envoy "
        "team "
        "coast guard border congress senate house department secretary agency federal law lawmakers general drones "
        "air special-forces warships instructors advisers corpsmen sanctions"
    ),
)  # fmt: skip
