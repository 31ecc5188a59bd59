"""The words that tell a place from a person, an organisation or an everyday word, by language.

Every word is in folded form (see :func:`geo.gazetteer.names.fold`).
"""

from dataclasses import dataclass

__all__ = ["ENGLISH", "SPANISH", "Cues", "cues_for"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """The cue words of one language, folded.

    Parameters
    ----------
    articles
        Words that may stand before a name without being part of it.
    connectors
        Lower-case words that may stand inside a name.
    locative
        Prepositions that a place follows.
    loose
        Prepositions that a place or anything else may follow.
    modifiers
        Words that narrow a place without changing it: "northern Peru", "Greater Lima".
    settlements, areas, waters, heights, facilities
        Generic words for kinds of place; plural forms too, and the feature kind that each points to.
    plurals
        Plural generic words and one in the singular: they join coordinated names ("the Ene and Mantaro rivers").
    organisations
        Words that make the name around them an organisation's.
    media
        Words that make the name beside them a newspaper's, a channel's or a title's.
    titles
        Titles and offices that stand before a person's name.
    portfolios
        Offices that are named after what they look after: "Minister of the *Interior*".
    institutions
        Words and phrases that alone name an institution or a direction, not a place, even with a capital.
    speech
        Verbs whose subject is a person.
    namesakes
        What is named after places and is none: "Marburg *virus*".
    calendar
        Names of months and days.
    lookalikes
        Everyday words that are written like a demonym but for an accent or a capital: "a *fines* de mayo".
    generic_first
        Whether the generic word stands before the name ("río Ene") rather than after it ("Ene River").
    """

    articles: frozenset[str]
    connectors: frozenset[str]
    locative: frozenset[str]
    loose: frozenset[str]
    modifiers: frozenset[str]
    generics: dict[str, str]
    plurals: dict[str, str]
    facilities: frozenset[str]
    organisations: frozenset[str]
    media: frozenset[str]
    titles: frozenset[str]
    portfolios: frozenset[str]
    institutions: frozenset[str]
    speech: frozenset[str]
    namesakes: frozenset[str]
    calendar: frozenset[str]
    lookalikes: frozenset[str]
    generic_first: bool


def _kinds(**kinds: str) -> dict[str, str]:
    return {word: kind.replace("_", " ") for kind, words in kinds.items() for word in words.split()}


# Names that stand for an institution, a person or a weather pattern wherever they are read.
_PHRASES = frozenset(
    {"white house", "casa blanca", "santa claus", "papa noel", "el nino", "la nina", "wall street", "downing street"}
    | {"capitol hill", "scotland yard", "big ben", "black friday", "ground zero", "casa rosada", "red square"}
)
_TITLES_LATIN = "dr dra prof gen col lt sgt maj capt ing lic"

ENGLISH = Cues(
    articles=_words("the"),
    connectors=_words("of the de del la las los le les du des di da do dos das el y e al und der"),
    locative=_words(
        """in at near from to into toward towards outside inside around across throughout via within reach reached
        visit visited visiting left leave leaving entered entering arrived between through off beyond aboard
        north south east west northeast northwest southeast southwest along based neighboring neighbouring"""
    ),
    loose=_words("of for and or with on by against over under among as"),
    modifiers=_words(
        """northern southern eastern western central north south east west northeast northwest southeast southwest
        northeastern northwestern southeastern southwestern upper lower inner outer greater downtown mainland
        metropolitan rural urban coastal inland modern present former mid midtown uptown suburban occupied"""
    ),
    generics=_kinds(
        populated_place="city town village municipality settlement hamlet township suburb borough neighborhood "
        "neighbourhood port capital community",
        admin1="state province department prefecture oblast territory governorate emirate canton",
        admin2="county district parish",
        region="region area zone",
        river="river creek stream tributary",
        lake="lake lagoon reservoir",
        valley="valley canyon",
        mountain="mount mt volcano peak",
        mountain_range="mountains range hills cordillera",
        island="island isle islands archipelago atoll",
        gulf="bay gulf cove",
        sea="sea",
        strait="strait channel",
        peninsula="peninsula cape",
        desert="desert",
        forest="forest jungle",
        plain="plains plateau",
    ),
    plurals={
        "rivers": "river",
        "provinces": "province",
        "departments": "department",
        "regions": "region",
        "districts": "district",
        "counties": "county",
        "states": "state",
        "valleys": "valley",
        "lakes": "lake",
        "islands": "island",
    },
    facilities=_words(
        """street st avenue ave road boulevard highway bridge airport station square park stadium tower building
        hall house palace church cathedral mosque temple cemetery mall plaza center centre beach
        dam mine prison camp fort zoo museum theater theatre hotel inn farm ranch pier subway line"""
    ),
    organisations=_words(
        """university college school institute academy ministry department agency bureau bank corporation corp company
        co inc ltd llc plc group holdings association society federation union league club fc council commission
        committee court congress senate parliament assembly army navy force forces corps command guard police
        battalion brigade regiment division foundation fund organization organisation office service services
        administration authority party front movement alliance coalition board chamber church hospital clinic
        medical health lab laboratory laboratories airlines airways air motors oil petroleum energy mining electric
        insurance partners ventures capital bancorp rovers cup championship games olympics open
        treaty accord agreement protocol act declaration conference summit initiative project program programme
        system systems network team orchestra band festival awards prize embassy consulate cartel path brotherhood
        marines militia"""
    ),
    media=_words(
        """times post herald tribune gazette journal news daily newspaper magazine press radio tv television channel
        chronicle observer guardian telegraph mirror star review weekly broadcasting reuters bulletin monitor
        mail inquirer dispatch examiner sentinel courier outlet paper"""
    ),
    titles=_words(
        _TITLES_LATIN
        + """ mr mrs ms miss sir lord lady dame president vice minister secretary general admiral colonel captain
        lieutenant sergeant major corporal private commander chief commissioner ambassador senator representative
        congressman congresswoman governor mayor judge justice king queen prince princess pope bishop archbishop
        cardinal father rev reverend rabbi imam sheikh sultan emperor chancellor premier director chairman
        chairwoman spokesman spokeswoman spokesperson professor doctor coach detective officer agent sen rep gov
        adm cmdr cpl pvt pfc hospitalman corpsman staff author actor actress singer writer journalist
        attorney lawyer analyst economist historian sheriff deputy prosecutor candidate activist scientist saint"""
    ),
    portfolios=_words("minister ministers ministry secretary department vice viceminister undersecretary"),
    institutions=_PHRASES
    | _words(
        """republic state states government union interior capital north south east west center centre nation
        kingdom empire crown cabinet treasury constitution opposition city town village county province district
        region river lake island mountain valley bay gulf coast border university hospital church police army navy
        congress senate parliament court ministry president minister"""
    ),
    speech=_words(
        """said says told added argued explained announced noted stated wrote tweeted recalled insisted replied asked
        warned testified smiled laughed thinks believes"""
    ),
    namesakes=_words("virus viruses fever disease syndrome flu encephalitis ebolavirus strain variant"),
    calendar=_words(
        """january february march april may june july august september october november december monday tuesday
        wednesday thursday friday saturday sunday spring summer autumn fall winter christmas easter ramadan"""
    ),
    lookalikes=frozenset(),
    generic_first=False,
)

SPANISH = Cues(
    articles=_words("el la los las"),
    connectors=_words("de del la las los el y e da do dos di al a"),
    locative=_words(
        """en desde hacia hasta entre cerca dentro fuera alrededor sobre visito visitar llego llegar salio
        norte sur este oeste noreste noroeste sureste suroeste rumbo via frente junto"""
    ),
    loose=_words("de del a al para por con y o e u contra ante segun"),
    modifiers=_words(
        """norte sur este oeste oriental occidental central septentrional meridional alto alta bajo baja gran
        nororiental noroccidental suroriental suroccidental noreste noroeste sureste suroeste metropolitana
        metropolitano actual antigua antiguo"""
    ),
    generics=_kinds(
        populated_place="ciudad pueblo villa aldea caserio localidad comunidad poblado anexo barrio puerto capital "
        "municipio comuna centro balneario paraje vereda corregimiento poblacion urbe",
        admin1="departamento region estado",
        region="zona area",
        admin2="provincia partido canton condado",
        admin3="distrito parroquia",
        river="rio quebrada arroyo afluente",
        lake="lago laguna embalse",
        valley="valle canon quebrada",
        mountain="cerro nevado volcan monte pico",
        mountain_range="cordillera sierra montanas serrania",
        island="isla islas archipielago islote",
        gulf="bahia golfo",
        sea="mar",
        strait="estrecho canal",
        peninsula="peninsula cabo",
        desert="desierto",
        forest="selva bosque",
        plain="meseta pampa llanura",
    ),
    plurals={
        "rios": "rio",
        "provincias": "provincia",
        "departamentos": "departamento",
        "regiones": "departamento",
        "distritos": "distrito",
        "valles": "valle",
        "lagos": "lago",
        "islas": "isla",
        "ciudades": "ciudad",
        "municipios": "municipio",
        "estados": "estado",
    },
    facilities=_words(
        """calle avenida av jiron jr carretera autopista puente aeropuerto estacion plaza parque estadio torre edificio
        casa palacio iglesia catedral templo cementerio mercado playa represa mina penal carcel fuerte zoologico
        museo teatro hotel hacienda muelle"""
    ),
    organisations=_words(
        """universidad colegio escuela instituto academia ministerio agencia banco corporacion compania empresa grupo
        asociacion sociedad federacion union liga club consejo comision comite corte congreso senado parlamento
        asamblea ejercito marina fuerza fuerzas comando guardia policia batallon brigada regimiento division
        fundacion fondo organizacion oficina servicio administracion autoridad partido frente movimiento alianza
        coalicion junta camara hospital clinica laboratorio minera petrolera aerolineas fiscalia defensoria
        contraloria superintendencia tribunal poder copa campeonato juegos tratado acuerdo ley conferencia cumbre
        programa proyecto sistema red equipo orquesta festival premio embajada consulado cartel sendero hermandad
        sindicato central confederacion direccion gerencia jefatura sociedad sa sac srl"""
    ),
    media=_words(
        """diario periodico revista radio television canal noticias prensa tiempo mundo pais comercio correo
        nacion tribuna semanario agencia portal publicacion"""
    ),
    titles=_words(
        _TITLES_LATIN
        + """ senor senora don dona sr sra presidente presidenta vicepresidente vicepresidenta ministro ministra
        secretario secretaria general almirante coronel capitan teniente sargento mayor cabo comandante jefe jefa
        comisionado embajador embajadora senador senadora diputado diputada congresista gobernador gobernadora
        alcalde alcaldesa juez jueza rey reina principe princesa papa obispo arzobispo cardenal padre canciller
        premier director directora vocero vocera portavoz profesor profesora doctor doctora fiscal ingeniero
        ingeniera escritor escritora periodista cantante actor actriz abogado abogada analista economista candidato
        candidata activista dirigente lider regidor regidora prefecto vecina vecino pescador"""
    ),
    portfolios=_words("ministro ministra ministros ministerio secretario secretaria viceministro viceministra cartera"),
    institutions=_PHRASES
    | _words(
        """republica estado estados gobierno union interior capital norte sur este oeste oriente occidente centro
        nacion reino imperio corona gabinete tesoro oposicion ciudad pueblo villa provincia distrito
        departamento region rio lago isla montana valle bahia golfo costa frontera universidad hospital iglesia
        policia ejercito marina congreso senado parlamento corte ministerio presidente ministro estatal nacional
        municipalidad comuna alcaldia gobernacion plaza"""
    ),
    speech=_words(
        """dijo dice afirmo senalo indico explico anuncio agrego sostuvo declaro manifesto preciso advirtio conto
        recordo aseguro expreso informo comento respondio"""
    ),
    namesakes=_words("virus"),
    calendar=_words(
        """enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre lunes
        martes miercoles jueves viernes sabado domingo primavera verano otono invierno navidad"""
    ),
    lookalikes=_words("fines reuniones bajan hamburguesa hamburguesas galas odias manes"),
    generic_first=True,
)


def cues_for(language: str) -> Cues:
    """Give the cue words to read a language with; English where there are none of its own.

    Examples
    --------
    >>> cues_for("es").generic_first, cues_for("nl").generic_first
    (True, False)
    """
    return SPANISH if language == "es" else ENGLISH
