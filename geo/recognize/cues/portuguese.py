"""The cue words of Portuguese, of Portugal, Brazil and Africa, folded."""

from geo.recognize.cues.model import LATIN_TITLES, PHRASES, Cues, kinds, words

__all__ = ["PORTUGUESE"]

_EVERYDAY = words(
    """a à ao aos as às o os um uma uns umas de do da dos das em no na nos nas num numa nuns numas dum duma por
    pelo pela pelos pelas com sem sob sobre entre até após ante antes apesar através além aquém atrás debaixo
    dentro depois desde diante durante embora enquanto então entretanto exceto fora frente graças junto logo
    longe mediante menos mesmo mesma mesmos mesmas nem onde ora outro outra outros outras ou para perante perto
    pois porém porque portanto primeiro primeira primeiros primeiras segundo segunda seguindo contra conforme
    consoante como quando quanto quantos que quem qual quais quase se sequer senão sempre seja são ser será
    serão seria sido só somente talvez também tanto tantos tão todo toda todos todas tudo tal tais último última
    últimos últimas vários várias agora aí ainda ali aliás aqui assim antigamente apenas atualmente actualmente
    bem breve cada cedo cerca certo certa certos certas contudo daí dali daqui dado dada dados dadas demais
    desta deste disto dessa desse disso naquele naquela naquilo nesta neste nisto nessa nesse nisso aquele
    aquela aqueles aquelas aquilo este esta estes estas isto esse essa esses essas isso eis ela ele elas eles eu
    tu nós vós você vocês lhe lhes me te meu minha meus minhas seu sua seus suas nosso nossa nossos nossas algum
    alguma alguns algumas alguém algo nada ninguém nenhum nenhuma nunca jamais não sim já hoje ontem amanhã
    anteontem anos ano mês meses dia dias semana semanas hora horas noite noites manhã tarde tardes vez vezes
    era eram foi foram fora fosse fossem há havia houve haverá haveria está estão estava estavam esteve
    estiveram estará tem têm tinha tinham teve tiveram terá vai vão vinha veio vieram vem vêm fica ficam ficou
    ficaram faz fazem fez fizeram faltam faltava faltavam pode podem podia poderá deve devem devia deu deram diz
    dizem disse disseram quer querem queria sabe sabem morreu morreram nasceu nasceram chegou chegaram começou
    começaram continua continuam terminou terminaram acabou passou passaram resta restam basta existe existem
    vale segue seguem seguiu seguiram dois duas três quatro cinco seis sete oito nove dez onze doze treze
    catorze quatorze quinze vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem cento duzentos
    trezentos quinhentos mil milhares milhões milhão metade ambos ambas muito muita muitos muitas pouco pouca
    poucos poucas mais maior maiores menor menores melhor pior parte homem homens mulher mulheres criança
    crianças família famílias gente pessoa pessoas povo morador moradores vizinho vizinhos habitante habitantes
    bombeiro bombeiros militar militares soldado soldados polícia policiais polícias agente agentes agricultor
    agricultores fazendeiro fazendeiros pescador pescadores garimpeiro garimpeiros camionista camionistas
    pesquisador pesquisadores investigador investigadores cientista cientistas médico médicos enfermeiro
    enfermeiros professor professores aluno alunos estudante estudantes trabalhador trabalhadores voluntário
    voluntários turista turistas refugiado refugiados testemunha testemunhas fonte fontes autoridade autoridades
    governo empresa empresas avião aviões navio navios barco barcos balsa balsas carro carros camião camiões
    caminhão caminhões comboio comboios trem trens casa casas rua ruas ponte pontes estrada estradas escola
    escolas água águas chuva chuvas fogo fogos incêndio incêndios cheia cheias enchente enchentes seca terra
    terras lama fumaça fumo vento ventos preço preços notícia notícias imagem imagens dinheiro nome nomes número
    números novo nova novos novas grande grandes pequeno pequena pequenos pequenas velho velha velhos velhas bom
    boa bons boas"""
)

PORTUGUESE = Cues(
    articles=words("o a os as"),
    connectors=words("de do da dos das e d del la las los y du der"),
    locative=words(
        """em no na nos nas num numa desde ate entre perto dentro fora junto rumo via norte sul leste este oeste
        nordeste noroeste sudeste sudoeste visitou visitar deixou deixar alcancou"""
    ),
    loose=words("de do da dos das a ao aos as para por pelo pela pelos pelas com e ou contra sobre segundo como"),
    modifiers=words(
        """norte sul leste este oeste oriental ocidental central setentrional meridional alto alta baixo baixa
        grande nordeste noroeste sudeste sudoeste metropolitana metropolitano atual antiga antigo interior
        litoral"""
    ),
    generics=kinds(
        populated_place="cidade vila aldeia povoado povoacao localidade comunidade bairro porto municipio "
        "freguesia concelho vilarejo arraial lugarejo balneario municipalidade",
        admin1="estado departamento regiao",
        admin2="provincia condado comarca",
        admin3="distrito",
        region="zona area capital",
        river="rio ribeira ribeirao corrego igarape arroio afluente",
        lake="lago lagoa albufeira represa",
        valley="vale",
        mountain="monte morro pico vulcao cerro",
        mountain_range="serra cordilheira montanhas",
        island="ilha ilhas arquipelago ilheu atol",
        gulf="baia golfo enseada",
        sea="mar",
        strait="estreito canal",
        peninsula="peninsula cabo",
        desert="deserto",
        forest="floresta mata selva",
        plain="planalto planicie chapada",
    ),
    plurals={
        "rios": "rio",
        "provincias": "provincia",
        "departamentos": "departamento",
        "regioes": "regiao",
        "distritos": "distrito",
        "vales": "vale",
        "lagos": "lago",
        "ilhas": "ilha",
        "cidades": "cidade",
        "municipios": "municipio",
        "concelhos": "concelho",
        "freguesias": "freguesia",
        "aldeias": "aldeia",
        "estados": "estado",
    },
    facilities=words(
        """rua avenida av travessa largo praca rodovia autoestrada ponte aeroporto estacao parque estadio torre
        edificio casa palacio igreja se catedral mesquita templo cemiterio mercado praia barragem mina presidio
        cadeia forte fortaleza zoologico museu teatro hotel fazenda quinta cais mosteiro convento refinaria
        usina"""
    ),
    organisations=words(
        """universidade colegio escola instituto academia ministerio agencia banco corporacao companhia empresa
        grupo associacao sociedade federacao confederacao uniao liga clube conselho comissao comite tribunal
        supremo congresso senado parlamento camara assembleia exercito marinha aeronautica forca forcas comando
        guarda policia batalhao brigada regimento divisao fundacao fundo organizacao servico administracao
        autoridade partido frente movimento alianca coligacao coalizao junta prefeitura hospital clinica
        laboratorio mineradora petrolifera petroleira aerolinhas procuradoria defensoria controladoria
        superintendencia secretaria poder taca copa campeonato jogos tratado acordo lei conferencia cimeira
        cupula programa projeto projecto sistema rede equipa equipe orquestra festival premio embaixada
        consulado cartel irmandade sindicato central direcao direccao gerencia sporting benfica sa ltda limitada"""
    ),
    media=words(
        """jornal diario periodico revista radio televisao tv canal noticias imprensa tempo mundo pais folha
        estadao estado correio gazeta tribuna semanario agencia portal publicacao publico expresso globo
        observador revista"""
    ),
    titles=words(
        LATIN_TITLES
        + """senhor senhora dom dona sr sra presidente presidenta vice vicepresidente ministro ministra secretario
        secretaria general almirante coronel capitao tenente sargento major cabo comandante chefe delegado
        delegada comissario embaixador embaixadora senador senadora deputado deputada vereador vereadora
        governador governadora prefeito prefeita autarca juiz juiza rei rainha principe princesa papa bispo
        arcebispo cardeal padre frei freira chanceler premie premier diretor diretora director directora porta
        voz professor professora doutor doutora procurador procuradora promotor promotora engenheiro engenheira
        escritor escritora jornalista cantor cantora ator atriz actor actriz advogado advogada analista
        economista candidato candidata ativista activista dirigente lider treinador treinadora jogador
        apresentador apresentadora poeta pintor pintora santo medico medica"""
    ),
    portfolios=words("ministro ministra ministros ministerio secretario secretaria pasta vice"),
    institutions=PHRASES
    | words(
        """republica estado estados governo uniao interior capital norte sul leste este oeste oriente ocidente
        centro nacao reino imperio coroa gabinete tesouro oposicao cidade vila provincia distrito departamento
        regiao rio lago ilha montanha vale baia golfo costa litoral fronteira universidade hospital igreja
        policia exercito marinha congresso senado parlamento camara assembleia corte tribunal ministerio
        presidente ministro prefeitura presidencia planalto itamaraty nordeste sudeste sporting"""
    )
    | frozenset({"dia da independencia", "casa civil", "casa branca", "nossa senhora", "natal de"}),
    speech=words(
        """disse diz afirmou explicou anunciou acrescentou sustentou declarou advertiu alertou contou recordou
        lembrou garantiu assegurou informou comentou respondeu escreveu criticou perguntou"""
    ),
    namesakes=words("virus"),
    calendar=words(
        """janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro segunda terca
        quarta quinta sexta feira sabado domingo primavera verao outono inverno pascoa"""
    ),
    lookalikes=words(
        """calabresa calabresas canário canários chalaça chalaças charrua charruas chinó chinós corso corsos danes fines
        finesa finesas galas galãs galos galés germano germanos heleno helenos hamburguês hamburgueses manes nicas odias
        polés sardas ticos tártaro tártaros"""
    ),
    everyday=_EVERYDAY,
    of=words("de do da dos das d"),
    contracted=words("do da dos das no na nos nas ao aos pelo pela"),
    links=words("e ou"),
    elisions=frozenset(),
    generic_first=True,
    lower_demonyms=True,
    capital_demonyms=False,
)
