"""The cue words of French, folded."""

from geo.recognize.cues.model import LATIN_TITLES, PHRASES, Cues, kinds, words

__all__ = ["FRENCH"]

_EVERYDAY = words(
    """le la les l un une des du de d au aux à en dans par pour avec sans sous sur vers chez contre entre depuis
    dès pendant durant avant après derrière devant malgré outre parmi selon suivant sauf hors jusque jusqu lors
    lorsque lorsqu quand comme comment combien pourquoi puisque puisqu quoique quoi qui que qu dont où si s
    sinon ni ne n non oui et ou mais donc or car ainsi alors aussi aussitôt autant autour autrefois autrement
    aujourd aujourd'hui hier demain bientôt cependant certes déjà désormais dehors dedans dessus dessous encore
    enfin ensuite environ hélas ici là jadis jamais toujours longtemps maintenant même mêmes moins néanmoins
    parfois partout peu peut-être plus plutôt plusieurs pourtant presque puis quasi quelque quelques quelquefois
    quel quelle quels quelles rien seul seule seuls seules seulement soit souvent surtout tant tantôt tard tôt
    très trop tout toute tous toutes tel telle tels telles autre autres aucun aucune certain certaine certains
    certaines chacun chacune chaque divers diverses nul nulle personne je j tu il elle on nous vous ils elles me
    m te t se lui leur leurs eux moi toi soi mon ma mes ton ta tes son sa ses notre nos votre vos ce c cet cette
    ces ceci cela ça celui celle ceux celles y voici voilà est sont était étaient fut furent sera seront serait
    seraient soient être été étant a ont avait avaient eut eurent aura auront aurait avoir ayant fait font
    faisait fit firent faire faut fallait faudra peut peuvent pouvait doit doivent devait va vont allait reste
    restent restait vient viennent venait vint dit disent disait veut veulent sait savent né née nés nées mort
    morte morts mortes situé située situés situées fondé fondée arrivé arrivée partis parti partie grâce afin
    faute quant suite près loin face premier première premiers premières deuxième second seconde troisième
    dernier dernière derniers dernières deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze
    quinze seize vingt trente quarante cinquante soixante cent cents mille millier milliers million millions
    milliard milliards dizaine dizaines centaine centaines moitié tiers quart an ans année années mois jour
    jours jeudi semaine semaines heure heures minute minutes nuit nuits matin soir soirée midi minuit fois homme
    hommes femme femmes enfant enfants famille familles gens habitant habitants habitante voisin voisins
    riverain riverains pompier pompiers policier policiers gendarme gendarmes soldat soldats militaire
    militaires paysan paysans pêcheur pêcheurs agriculteur agriculteurs médecin médecins étudiant étudiants
    élève élèves touriste touristes réfugié réfugiés rebelle rebelles survivant survivants chercheur chercheurs
    géologue géologues journaliste journalistes témoin témoins ouvrier ouvriers pèlerin pèlerins pirate pirates
    berger bergers équipe équipes voiture voitures camion camions bateau bateaux avion avions train trains route
    routes rue rues pont ponts maison maisons école écoles village villages ville villes pays eau eaux pluie
    pluies crue crues inondation inondations incendie incendies séisme séismes secousse tempête tempêtes terre
    feu glace boue vent prix image images nouveau nouvelle nouveaux nouvelles grand grande grands grandes petit
    petite petits petites vieux vieille bon bonne accord accords loi lois projet projets argent nom noms nombre
    beaucoup assez rares rare source sources travaux"""
)

FRENCH = Cues(
    articles=words("le la les l"),
    connectors=words("de du des d la le les l et del der"),
    locative=words(
        """a au aux en dans depuis vers entre pres autour hors via jusqu nord sud est ouest quitte quitter quittent
        rejoindre rejoint rejoignent visite visiter gagner gagna atteint atteindre chez traverse"""
    ),
    loose=words("de du des d par pour avec et ou contre sur sous selon comme"),
    modifiers=words(
        """nord sud est ouest oriental orientale occidental occidentale central centrale septentrional
        septentrionale meridional meridionale haut haute bas basse grand grande petit petite actuel actuelle
        ancien ancienne lointain lointaine proche vieux vieille"""
    ),
    generics=kinds(
        populated_place="ville village bourg bourgade hameau commune localite municipalite agglomeration port "
        "quartier banlieue faubourg cite",
        admin1="region province etat canton gouvernorat oblast wilaya",
        admin2="departement comte cercle arrondissement",
        admin3="district paroisse",
        region="zone capitale",
        river="riviere fleuve ruisseau torrent affluent oued",
        lake="lac lagune etang reservoir",
        valley="vallee val gorge gorges canyon",
        mountain="mont pic volcan aiguille sommet montagne",
        mountain_range="massif monts montagnes cordillere chaine",
        island="ile iles archipel ilot atoll",
        gulf="baie golfe rade",
        sea="mer",
        strait="detroit canal",
        peninsula="peninsule presquile cap",
        desert="desert salar",
        forest="foret jungle",
        plain="plaine plateau",
    ),
    plurals={
        "rivieres": "riviere",
        "fleuves": "fleuve",
        "provinces": "province",
        "departements": "departement",
        "regions": "region",
        "districts": "district",
        "vallees": "vallee",
        "lacs": "lac",
        "iles": "ile",
        "villes": "ville",
        "villages": "village",
        "communes": "commune",
        "cantons": "canton",
        "comtes": "comte",
        "etats": "etat",
    },
    facilities=words(
        """rue avenue av boulevard bd route autoroute place pont aeroport aerodrome gare stade tour batiment
        immeuble maison palais eglise cathedrale mosquee temple cimetiere marche plage barrage mine prison fort
        zoo musee theatre hotel ferme quai jardin parc chateau abbaye basilique camp hopital col porte"""
    ),
    organisations=words(
        """universite college lycee ecole institut academie ministere agence banque corporation compagnie societe
        entreprise groupe association federation confederation union ligue club conseil commission comite cour
        tribunal congres senat parlement assemblee armee marine force forces commandement garde police
        gendarmerie bataillon brigade regiment division fondation fonds organisation office service services
        administration autorite parti front mouvement alliance coalition chambre mairie prefecture hopital
        clinique laboratoire compagnies mines petrole parquet coupe championnat jeux traite accord loi
        conference sommet programme projet systeme reseau equipe orchestre festival prix ambassade consulat
        cartel syndicat direction olympique racing stade rassemblement as fc rc ogc usine inter real sa sarl sas"""
    ),
    media=words(
        """journal quotidien hebdomadaire magazine revue radio television chaine presse monde figaro parisien temps
        matin soir soleil voix depeche tribune gazette echo courrier express liberation libre agence nouvelles
        dernieres republicain telegramme progres dauphine telegraphe"""
    ),
    titles=words(
        LATIN_TITLES
        + """m mm mme mlle monsieur madame mademoiselle president presidente vice ministre secretaire general
        generale amiral colonel capitaine lieutenant sergent major commandant commandante caporal chef cheffe
        commissaire ambassadeur ambassadrice senateur senatrice depute deputee gouverneur gouverneure maire
        prefet prefete juge roi reine prince princesse empereur pape eveque archeveque cardinal pere abbe frere
        soeur imam cheikh sultan chancelier chanceliere directeur directrice porte parole professeur professeure
        docteur procureur procureure ingenieur ecrivain ecrivaine journaliste reporter chanteur chanteuse acteur
        actrice avocat avocate analyste economiste historien historienne candidat candidate militant militante
        dirigeant dirigeante leader entraineur entraineuse navigateur navigatrice poete poetesse peintre
        violoniste libraire geologue medecin romancier romanciere philosophe cineaste"""
    ),
    portfolios=words("ministre ministres ministere secretaire secretariat portefeuille vice"),
    institutions=PHRASES
    | words(
        """republique etat etats gouvernement union interieur capitale nord sud est ouest orient occident centre
        nation royaume empire couronne cabinet tresor opposition ville village province district departement
        region riviere fleuve lac ile montagne vallee baie golfe cote littoral frontiere universite hopital
        eglise police armee marine congres senat parlement assemblee cour tribunal ministere president ministre
        mairie prefecture elysee matignon quirinal bourse"""
    )
    | frozenset({"maison blanche", "place rouge", "pere noel", "quai d orsay", "sud ouest", "notre dame"}),
    speech=words(
        """dit declare affirme explique annonce ajoute soutient precise averti raconte rappelle assure informe
        commente repond ecrit estime indique souligne denonce confie declarait affirmait expliquait"""
    ),
    namesakes=words("virus"),
    calendar=words(
        """janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi mardi
        mercredi jeudi vendredi samedi dimanche printemps ete automne hiver noel paques"""
    ),
    lookalikes=words("berlines cachemires chinas corso corsos fines galas gales levantine manes pôles turco"),
    everyday=_EVERYDAY,
    of=words("de du des d la le les l"),
    contracted=words("du des au aux"),
    links=words("et ou"),
    elisions=words("c d j jusqu l lorsqu m n puisqu qu quoiqu s t"),
    generic_first=True,
    lower_demonyms=True,
    capital_demonyms=True,
)
