"""The cue words of English, folded."""

from geo.recognize.cues.model import LATIN_TITLES, PHRASES, Cues, kinds, words

__all__ = ["ENGLISH"]

ENGLISH = Cues(
    articles=words("the"),
    connectors=words("of the de del la las los le les du des di da do dos das el y e al und der"),
    locative=words(
        """in at near from to into toward towards outside inside around across throughout via within reach reached
        visit visited visiting left leave leaving entered entering arrived between through off beyond aboard
        north south east west northeast northwest southeast southwest along based neighboring neighbouring"""
    ),
    loose=words("of for and or with on by against over under among as"),
    modifiers=words(
        """northern southern eastern western central north south east west northeast northwest southeast southwest
        northeastern northwestern southeastern southwestern upper lower inner outer greater downtown mainland
        metropolitan rural urban coastal inland modern present former mid midtown uptown suburban occupied"""
    ),
    generics=kinds(
        populated_place="city town village municipality settlement hamlet township suburb borough neighborhood "
        "neighbourhood port community",
        admin1="state province department prefecture oblast territory governorate emirate canton",
        admin2="county district parish",
        region="region area zone capital",
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
    facilities=words(
        """street st avenue ave road boulevard highway bridge airport station square park stadium tower building
        hall house palace church cathedral mosque temple cemetery mall plaza center centre beach
        dam mine prison camp fort zoo museum theater theatre hotel inn farm ranch pier subway line lane drive court
        circle terrace pike turnpike parkway freeway expressway blvd hwy trail interstate route fountain gym gymnasium
        auditorium arena coliseum fieldhouse field gardens apartments lodge motel resort casino chapel convent
        monastery abbey shrine synagogue sluice dock docks wharf plant refinery courthouse jail depot pavilion
        fairgrounds speedway raceway racetrack golf campground estates library tunnel lighthouse garage barracks"""
    ),
    organisations=words(
        """university college school institute academy ministry department agency bureau bank corporation corp company
        co inc ltd llc plc group holdings association society federation union league club fc council commission
        committee court congress senate parliament assembly army navy force forces corps command guard police
        battalion brigade regiment division foundation fund organization organisation office service services
        administration authority party front movement alliance coalition board chamber church hospital clinic
        medical health lab laboratory laboratories airlines airways air motors oil petroleum energy mining electric
        insurance partners ventures capital bancorp rovers cup championship games olympics open
        treaty accord agreement protocol act declaration conference summit initiative project program programme
        system systems network team orchestra band festival awards prize embassy consulate cartel path brotherhood
        marines militia schools elementary middle high academy varsity foods enterprises industries brewing realty
        contractors construction trust museum symphony ballet baptist methodist lutheran presbyterian episcopal
        catholic pentecostal ministries nursing funeral rotary kiwanis lions legion vfw auxiliary task emergency
        management transportation corrections extension cooperative utilities utility water sewer planning zoning
        commissioners supervisors trustees council councils humane society historical genealogical library libraries
        investments properties solutions technologies technology pharmaceuticals motors telecom wireless savings
        credit mutual financial securities capital bros brothers department conservancy institutes states
        tech community junior state lyceum warriors tigers eagles bulldogs wildcats panthers bears lions cougars"""
    ),
    media=words(
        """times post herald tribune gazette journal news daily newspaper magazine press radio tv television channel
        chronicle observer guardian telegraph mirror star review weekly broadcasting reuters bulletin monitor
        mail inquirer dispatch examiner sentinel courier outlet paper"""
    ),
    titles=words(
        LATIN_TITLES
        + """ mr mrs ms miss sir lord lady dame president vice minister secretary general admiral colonel captain
        lieutenant sergeant major corporal private commander chief commissioner ambassador senator representative
        congressman congresswoman governor mayor judge justice king queen prince princess pope bishop archbishop
        cardinal father rev reverend rabbi imam sheikh sultan emperor chancellor premier director chairman
        chairwoman spokesman spokeswoman spokesperson professor doctor coach detective officer agent sen rep gov
        adm cmdr cpl pvt pfc hospitalman corpsman staff author actor actress singer writer journalist
        attorney lawyer analyst economist historian sheriff deputy prosecutor candidate activist scientist saint
        councilman councilwoman councilmember councillor councilor alderman alderwoman selectman selectwoman supervisor
        superintendent trustee principal administrator marshal trooper constable coroner treasurer auditor assessor
        clerk manager comptroller firefighter paramedic dean provost chaplain pastor deacon elder patrolman
        undersheriff magistrate bailiff inspector warden ranger specialist spc spec airman gunnery
        seaman midshipman lance petty warrant quarterback pitcher catcher linebacker receiver guard forward
        midfielder defender goalkeeper striker shortstop coordinator biologist engineer geologist meteorologist
        democrat republican ceo cfo founder owner organizer organiser"""
    ),
    portfolios=words("minister ministers ministry secretary department vice viceminister undersecretary"),
    institutions=PHRASES
    | words(
        """republic state states government union interior capital north south east west center centre nation
        kingdom empire crown cabinet treasury constitution opposition city town village county province district
        region river lake island mountain valley bay gulf coast border university hospital church police army navy
        congress senate parliament court ministry president minister"""
    ),
    speech=words(
        """said says told added argued explained announced noted stated wrote tweeted recalled insisted replied asked
        warned testified smiled laughed thinks believes"""
    ),
    namesakes=words("virus viruses fever disease syndrome flu encephalitis ebolavirus strain variant"),
    calendar=words(
        """january february march april may june july august september october november december monday tuesday
        wednesday thursday friday saturday sunday spring summer autumn fall winter christmas easter ramadan"""
    ),
    lookalikes=frozenset(),
    everyday=frozenset(),
    of=words("of de del do da du"),
    contracted=frozenset(),
    links=words("and or"),
    elisions=frozenset(),
    generic_first=False,
    lower_demonyms=False,
    capital_demonyms=True,
)
