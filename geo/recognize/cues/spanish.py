"""The cue words of Spanish, folded."""

from geo.recognize.cues.model import LATIN_TITLES, PHRASES, Cues, kinds, words

__all__ = ["SPANISH"]

SPANISH = Cues(
    articles=words("el la los las"),
    connectors=words("de del la las los el y e da do dos di al a"),
    locative=words(
        """en desde hacia hasta entre cerca dentro fuera alrededor sobre visito visitar llego llegar salio
        norte sur este oeste noreste noroeste sureste suroeste rumbo via frente junto"""
    ),
    loose=words("de del a al para por con y o e u contra ante segun"),
    modifiers=words(
        """norte sur este oeste oriental occidental central septentrional meridional alto alta bajo baja gran
        nororiental noroccidental suroriental suroccidental noreste noroeste sureste suroeste metropolitana
        metropolitano actual antigua antiguo"""
    ),
    generics=kinds(
        populated_place="ciudad pueblo villa aldea caserio localidad comunidad poblado anexo barrio puerto "
        "municipio comuna centro balneario paraje vereda corregimiento poblacion urbe",
        admin1="departamento region estado",
        region="zona area capital",
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
    facilities=words(
        """calle avenida av jiron jr carretera autopista puente aeropuerto estacion plaza parque estadio torre edificio
        casa palacio iglesia catedral templo cementerio mercado playa represa mina penal carcel fuerte zoologico
        museo teatro hotel hacienda muelle"""
    ),
    organisations=words(
        """universidad colegio escuela instituto academia ministerio agencia banco corporacion compania empresa grupo
        asociacion sociedad federacion union liga club consejo comision comite corte congreso senado parlamento
        asamblea ejercito marina fuerza fuerzas comando guardia policia batallon brigada regimiento division
        fundacion fondo organizacion oficina servicio administracion autoridad partido frente movimiento alianza
        coalicion junta camara hospital clinica laboratorio minera petrolera aerolineas fiscalia defensoria
        contraloria superintendencia tribunal poder copa campeonato juegos tratado acuerdo ley conferencia cumbre
        programa proyecto sistema red equipo orquesta festival premio embajada consulado cartel sendero hermandad
        sindicato central confederacion direccion gerencia jefatura sociedad sa sac srl"""
    ),
    media=words(
        """diario periodico revista radio television canal noticias prensa tiempo mundo pais comercio correo
        nacion tribuna semanario agencia portal publicacion"""
    ),
    titles=words(
        LATIN_TITLES
        + """ senor senora don dona sr sra presidente presidenta vicepresidente vicepresidenta ministro ministra
        secretario secretaria general almirante coronel capitan teniente sargento mayor cabo comandante jefe jefa
        comisionado embajador embajadora senador senadora diputado diputada congresista gobernador gobernadora
        alcalde alcaldesa juez jueza rey reina principe princesa papa obispo arzobispo cardenal padre canciller
        premier director directora vocero vocera portavoz profesor profesora doctor doctora fiscal ingeniero
        ingeniera escritor escritora periodista cantante actor actriz abogado abogada analista economista candidato
        candidata activista dirigente lider regidor regidora prefecto vecina vecino pescador"""
    ),
    portfolios=words("ministro ministra ministros ministerio secretario secretaria viceministro viceministra cartera"),
    institutions=PHRASES
    | words(
        """republica estado estados gobierno union interior capital norte sur este oeste oriente occidente centro
        nacion reino imperio corona gabinete tesoro oposicion ciudad pueblo villa provincia distrito
        departamento region rio lago isla montana valle bahia golfo costa frontera universidad hospital iglesia
        policia ejercito marina congreso senado parlamento corte ministerio presidente ministro estatal nacional
        municipalidad comuna alcaldia gobernacion plaza"""
    ),
    speech=words(
        """dijo dice afirmo senalo indico explico anuncio agrego sostuvo declaro manifesto preciso advirtio conto
        recordo aseguro expreso informo comento respondio"""
    ),
    namesakes=words("virus"),
    calendar=words(
        """enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre lunes
        martes miercoles jueves viernes sabado domingo primavera verano otono invierno navidad"""
    ),
    lookalikes=words("fines reuniones bajan hamburguesa hamburguesas galas odias manes"),
    everyday=frozenset(),
    of=words("de del do da"),
    contracted=words("del al"),
    links=words("y e o u"),
    elisions=frozenset(),
    generic_first=True,
    lower_demonyms=True,
    capital_demonyms=False,
)
