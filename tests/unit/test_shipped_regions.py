"""The named regions that ship with Dateline: each is sourced, told from the others, and lies where it should."""

import pytest
from shapely import Point

from geo.gazetteer.names import fold
from geo.regions import named_regions, region_geometry, region_tiers
from geo.resources import data_path

# Places in the outline that the bare name means, and places near it that are not; longitude, latitude.
# fmt: off
PLACES = {
    # Goma, Kigali; not Nairobi, Kinshasa
    "african-great-lakes": ([(29.22, -1.68), (30.06, -1.95)], [(36.82, -1.29), (15.31, -4.32)]),
    # Bamako, Niamey; not N'Djamena, Nouakchott
    "alliance-of-sahel-states": ([(-8.0, 12.65), (2.11, 13.51)], [(15.05, 12.11), (-15.98, 18.08)]),
    # Tingo María, Tocache; not Huánuco, Tarapoto
    "alto-huallaga": ([(-76.0, -9.3), (-76.51, -8.19)], [(-76.24, -9.93), (-76.36, -6.49)]),
    # Ankara, İzmir; not Edirne, Nicosia
    "anatolia": ([(32.86, 39.93), (27.14, 38.42)], [(26.55, 41.68), (33.36, 35.17)]),
    # Bogotá, La Paz; not Caracas, Santiago
    "andean-community": ([(-74.07, 4.71), (-68.15, -16.5)], [(-66.9, 10.49), (-70.65, -33.45)]),
    # Bamenda, Buea; not Douala, Bafoussam
    "anglophone-cameroon": ([(10.15, 5.96), (9.24, 4.15)], [(9.71, 4.05), (10.42, 5.48)]),
    # Riyadh, Sanaa; not Aqaba, Baghdad
    "arabian-peninsula": ([(46.68, 24.71), (44.19, 15.35)], [(35.01, 29.53), (44.37, 33.31)]),
    # Salta, San Miguel de Tucumán; not Resistencia, Mendoza
    "argentine-northwest": ([(-65.41, -24.79), (-65.22, -26.82)], [(-58.99, -27.45), (-68.84, -32.89)]),
    # Bangkok, Dili; not Port Moresby, Hong Kong
    "asean": ([(100.5, 13.75), (125.57, -8.56)], [(147.18, -9.44), (114.17, 22.32)]),
    # Fredericton, St. John's; not Quebec, Portland, Maine
    "atlantic-canada": ([(-66.64, 45.96), (-52.71, 47.56)], [(-71.21, 46.81), (-70.26, 43.66)]),
    # León, Querétaro; not Mexico City, Morelia
    "bajio": ([(-101.68, 21.12), (-100.39, 20.59)], [(-99.13, 19.43), (-101.19, 19.7)]),
    # Sofia, Sarajevo; not Zagreb, Bucharest
    "balkans": ([(23.32, 42.7), (18.41, 43.86)], [(15.98, 45.81), (26.1, 44.43)]),
    # Riga, Vilnius; not Kaliningrad, Helsinki
    "baltic-states": ([(24.11, 56.95), (25.28, 54.69)], [(20.51, 54.71), (24.94, 60.17)]),
    # Brussels, Amsterdam; not Cologne, Lille
    "benelux": ([(4.35, 50.85), (4.9, 52.37)], [(6.96, 50.94), (3.06, 50.63)]),
    # Dhaka, Kolkata; not Guwahati, Bhubaneswar
    "bengal": ([(90.41, 23.81), (88.36, 22.57)], [(91.74, 26.14), (85.82, 20.3)]),
    # Manaus, Santarém; not Brasília, Teresina
    "brazilian-amazon": ([(-60.02, -3.12), (-54.71, -2.52)], [(-47.88, -15.79), (-42.8, -5.09)]),
    # London, Dublin; not Tórshavn, Saint Helier
    "british-isles": ([(-0.13, 51.51), (-6.26, 53.35)], [(-6.77, 62.01), (-2.1, 49.19)]),
    # Regina, Edmonton; not Vancouver, Thunder Bay
    "canadian-prairies": ([(-104.62, 50.45), (-113.49, 53.55)], [(-123.12, 49.28), (-89.25, 48.38)]),
    # Havana, Port of Spain; not Miami, Caracas
    "caribbean": ([(-82.37, 23.11), (-61.51, 10.65)], [(-80.2, 25.77), (-66.9, 10.49)]),
    # Ziguinchor, Kolda; not Banjul, Bissau
    "casamance": ([(-16.27, 12.56), (-14.95, 12.89)], [(-16.58, 13.45), (-15.6, 11.86)]),
    # Tbilisi, Grozny; not Rostov-on-Don, Tabriz
    "caucasus": ([(44.83, 41.72), (45.69, 43.32)], [(39.72, 47.24), (46.29, 38.08)]),
    # Yaoundé, Kinshasa; not Kigali, Lusaka
    "central-africa": ([(11.52, 3.87), (15.31, -4.32)], [(30.06, -1.95), (28.28, -15.41)]),
    # San José, Panama City; not Tapachula, Turbo
    "central-america": ([(-84.09, 9.93), (-79.52, 8.98)], [(-92.26, 14.9), (-76.73, 8.09)]),
    # Tashkent, Almaty; not Kabul, Ürümqi
    "central-asia": ([(69.24, 41.3), (76.89, 43.24)], [(69.17, 34.53), (87.62, 43.83)]),
    # Florencia, Leticia; not Villavicencio, Neiva
    "colombian-amazon": ([(-75.61, 1.61), (-69.95, -4.2)], [(-73.63, 4.14), (-75.28, 2.93)]),
    # Barranquilla, Montería; not Medellín, Bucaramanga
    "colombian-caribbean": ([(-74.78, 10.96), (-75.88, 8.75)], [(-75.56, 6.25), (-73.12, 7.12)]),
    # Buenaventura, Quibdó; not Medellín, Mocoa
    "colombian-pacific": ([(-77.03, 3.88), (-76.65, 5.69)], [(-75.56, 6.25), (-76.65, 1.15)]),
    # El Fasher, Nyala; not El Obeid, Abéché
    "darfur": ([(25.35, 13.63), (24.88, 12.05)], [(30.22, 13.18), (20.83, 13.83)]),
    # Yaviza, the forest at the border; not Panama City, Turbo
    "darien": ([(-77.69, 8.16), (-77.5, 8.0)], [(-79.52, 8.98), (-76.73, 8.09)]),
    # Jackson, Montgomery; not Richmond, Lexington
    "deep-south": ([(-90.18, 32.3), (-86.3, 32.37)], [(-77.44, 37.54), (-84.5, 38.04)]),
    # Pattani, Yala; not Songkhla, Kota Bharu
    "deep-south-thailand": ([(101.25, 6.87), (101.28, 6.54)], [(100.6, 7.2), (102.24, 6.13)]),
    # Donetsk, Luhansk; not Kharkiv, Rostov-on-Don
    "donbas": ([(37.8, 48.0), (39.31, 48.57)], [(36.23, 49.99), (39.72, 47.24)]),
    # Nairobi, Dar es Salaam; not Addis Ababa, Lilongwe
    "east-africa": ([(36.82, -1.29), (39.28, -6.82)], [(38.75, 9.02), (33.78, -13.97)]),
    # Beijing, Tokyo; not Hanoi, Vladivostok
    "east-asia": ([(116.4, 39.9), (139.69, 35.69)], [(105.85, 21.03), (131.89, 43.12)]),
    # Lagos, Dakar; not Bamako, Douala
    "ecowas": ([(3.38, 6.52), (-17.44, 14.69)], [(-8.0, 12.65), (9.71, 4.05)]),
    # Manizales, Pereira; not Cali, Medellín
    "eje-cafetero": ([(-75.51, 5.07), (-75.69, 4.81)], [(-76.53, 3.45), (-75.56, 6.25)]),
    # Lethem, Mabaruma; not Linden, Ciudad Guayana
    "essequibo": ([(-59.8, 3.38), (-59.78, 8.2)], [(-58.3, 6.0), (-62.65, 8.3)]),
    # Brussels, Las Palmas; not London, Zurich
    "european-union": ([(4.35, 50.85), (-15.43, 28.12)], [(-0.13, 51.51), (8.54, 47.37)]),
    # Berlin, Sofia; not Warsaw, Prague
    "eurozone": ([(13.4, 52.52), (23.32, 42.7)], [(21.01, 52.23), (14.42, 50.08)]),
    # Mae Sai, Taunggyi; not Mandalay, Chiang Mai
    "golden-triangle": ([(99.88, 20.43), (97.04, 20.78)], [(96.08, 21.97), (98.98, 18.79)]),
    # Filadelfia, Resistencia; not Asunción, Córdoba
    "gran-chaco": ([(-60.03, -22.35), (-58.99, -27.45)], [(-57.6, -25.29), (-64.18, -31.42)]),
    # Paramaribo, Cayenne; not Boa Vista, Port of Spain
    "guianas": ([(-55.17, 5.85), (-52.33, 4.93)], [(-60.67, 2.82), (-61.51, 10.65)]),
    # Riyadh, Muscat; not Sanaa, Basra
    "gulf-states": ([(46.68, 24.71), (58.41, 23.59)], [(44.19, 15.35), (47.78, 30.51)]),
    # Mogadishu, Hargeisa; not Nairobi, Aden
    "horn-of-africa": ([(45.34, 2.04), (44.07, 9.56)], [(36.82, -1.29), (45.03, 12.79)]),
    # Madrid, Lisbon; not Palma, Bayonne
    "iberian-peninsula": ([(-3.7, 40.42), (-9.14, 38.72)], [(2.65, 39.57), (-1.47, 43.49)]),
    # Delhi, Kathmandu; not Colombo, Port Blair
    "indian-subcontinent": ([(77.21, 28.61), (85.32, 27.72)], [(79.86, 6.93), (92.74, 11.67)]),
    # Hanoi, Phnom Penh; not Bangkok, Guiyang
    "indochina": ([(105.85, 21.03), (104.92, 11.56)], [(100.5, 13.75), (106.71, 26.65)]),
    # Erbil, Sulaymaniyah; not Mosul, Kirkuk
    "iraqi-kurdistan": ([(44.01, 36.19), (45.43, 35.56)], [(43.13, 36.34), (44.39, 35.47)]),
    # Srinagar, Muzaffarabad; not Islamabad, Dharamshala
    "kashmir": ([(74.8, 34.08), (73.47, 34.37)], [(73.05, 33.69), (76.32, 32.1)]),
    # Goma, Bukavu; not Kigali, Bunia
    "kivu": ([(29.22, -1.68), (28.85, -2.5)], [(30.06, -1.95), (30.25, 1.56)]),
    # Seoul, Pyongyang; not Nagasaki, Dandong
    "korean-peninsula": ([(126.98, 37.57), (125.75, 39.03)], [(129.87, 32.75), (124.39, 40.12)]),
    # Erbil, Diyarbakır; not Mosul, Tabriz
    "kurdistan": ([(44.01, 36.19), (40.23, 37.91)], [(43.13, 36.34), (46.29, 38.08)]),
    # Maiduguri, Diffa; not N'Djamena, Kano
    "lake-chad-basin": ([(13.16, 11.83), (12.61, 13.32)], [(15.05, 12.11), (8.52, 12.0)]),
    # Mexico City, Buenos Aires; not Miami, Kingston
    "latin-america": ([(-99.13, 19.43), (-58.38, -34.6)], [(-80.2, 25.77), (-76.79, 18.0)]),
    # Beirut, Damascus; not Baghdad, Cairo
    "levant": ([(35.5, 33.89), (36.29, 33.51)], [(44.37, 33.31), (31.24, 30.04)]),
    # Dori, Gao; not Ouagadougou, Bamako
    "liptako-gourma": ([(-0.03, 14.03), (-0.04, 16.27)], [(-1.52, 12.37), (-8.0, 12.65)]),
    # Las Palmas, the Teide; not Lisbon, Dakar
    "macaronesia": ([(-15.43, 28.12), (-16.6, 28.25)], [(-9.14, 38.72), (-17.44, 14.69)]),
    # Algiers, Tripoli; not Cairo, Seville
    "maghreb": ([(3.06, 36.75), (13.19, 32.89)], [(31.24, 30.04), (-5.94, 37.39)]),
    # Port Moresby, Goroka; not Jayapura, Samoa
    "melanesia": ([(147.18, -9.44), (145.4, -6.08)], [(140.7, -2.53), (-172.0, -13.8)]),
    # Montevideo, Brasília; not Santiago, Lima
    "mercosur": ([(-56.19, -34.9), (-47.88, -15.79)], [(-70.65, -33.45), (-77.04, -12.05)]),
    # Baghdad, Cairo; not Kabul, Tripoli
    "middle-east": ([(44.37, 33.31), (31.24, 30.04)], [(69.17, 34.53), (13.19, 32.89)]),
    # Tehran, Casablanca; not Ankara, Kabul
    "middle-east-and-north-africa": ([(51.39, 35.69), (-7.59, 33.57)], [(32.86, 39.93), (69.17, 34.53)]),
    # Chicago, Minneapolis; not Pittsburgh, Denver
    "midwest": ([(-87.63, 41.88), (-93.27, 44.98)], [(-80.0, 40.44), (-104.99, 39.74)]),
    # Boston, Portland, Maine; not New York, Montreal
    "new-england": ([(-71.06, 42.36), (-70.26, 43.66)], [(-74.01, 40.71), (-73.57, 45.5)]),
    # Port Harcourt, Yenagoa; not Lagos, Douala
    "niger-delta": ([(7.01, 4.82), (6.27, 4.92)], [(3.38, 6.52), (9.71, 4.05)]),
    # Helsinki, Reykjavík; not Tallinn, Nuuk
    "nordic-countries": ([(24.94, 60.17), (-21.94, 64.15)], [(24.75, 59.44), (-51.72, 64.18)]),
    # Cairo, Casablanca; not Khartoum, Tel Aviv
    "north-africa": ([(31.24, 30.04), (-7.59, 33.57)], [(32.53, 15.6), (34.78, 32.08)]),
    # Grozny, Makhachkala; not Sochi, Tbilisi
    "north-caucasus": ([(45.69, 43.32), (47.5, 42.98)], [(39.72, 43.58), (44.83, 41.72)]),
    # Caruaru, Salvador; not Belo Horizonte, Belém
    "northeast-brazil": ([(-35.97, -8.28), (-38.51, -12.97)], [(-43.94, -19.92), (-48.5, -1.46)]),
    # Guwahati, Imphal; not Kolkata, Sylhet
    "northeast-india": ([(91.74, 26.14), (93.94, 24.82)], [(88.36, 22.57), (91.87, 24.89)]),
    # San Salvador, Tegucigalpa; not Managua, Belmopan
    "northern-triangle": ([(-89.19, 13.69), (-87.21, 14.09)], [(-86.25, 12.13), (-88.77, 17.25)]),
    # Seattle, Portland; not Vancouver, San Francisco
    "pacific-northwest": ([(-122.33, 47.61), (-122.68, 45.52)], [(-123.12, 49.28), (-122.42, 37.77)]),
    # Comodoro Rivadavia, east of Puerto Natales; not Bahía Blanca, Stanley
    "patagonia": ([(-67.5, -45.86), (-72.35, -52.0)], [(-62.27, -38.72), (-57.85, -51.7)]),
    # Iquitos, Puerto Maldonado; not Cusco, Leticia
    "peruvian-amazon": ([(-73.25, -3.75), (-69.19, -12.6)], [(-71.97, -13.52), (-69.94, -4.21)]),
    # Tahiti, Upolu; not Viti Levu, Auckland
    "polynesia": ([(-149.45, -17.65), (-171.77, -13.9)], [(178.0, -17.8), (174.76, -36.85)]),
    # Lahore, Amritsar; not Delhi, Peshawar
    "punjab": ([(74.35, 31.55), (74.87, 31.63)], [(77.21, 28.61), (71.58, 34.01)]),
    # Mocoa, El Estrecho; not Leticia, Iquitos
    "putumayo": ([(-76.65, 1.15), (-72.67, -2.45)], [(-69.94, -4.21), (-73.25, -3.75)]),
    # Vladivostok, Petropavlovsk-Kamchatsky; not Irkutsk, Harbin
    "russian-far-east": ([(131.89, 43.12), (158.65, 53.02)], [(104.28, 52.29), (126.64, 45.76)]),
    # Johannesburg, Antananarivo; not Nairobi, Brazzaville
    "sadc": ([(28.05, -26.2), (47.52, -18.91)], [(36.82, -1.29), (15.28, -4.27)]),
    # Ouagadougou, Timbuktu; not Khartoum, Dakar
    "sahel": ([(-1.52, 12.37), (-3.01, 16.77)], [(32.53, 15.6), (-17.44, 14.69)]),
    # Stockholm, Oslo; not Helsinki, Hamburg
    "scandinavia": ([(18.07, 59.33), (10.75, 59.91)], [(24.94, 60.17), (9.99, 53.55)]),
    # Zurich, Bucharest; not Dublin, Nicosia
    "schengen-area": ([(8.54, 47.37), (26.1, 44.43)], [(-6.26, 53.35), (33.36, 35.17)]),
    # Novosibirsk, Yakutsk; not Yekaterinburg, Vladivostok
    "siberia": ([(82.93, 55.03), (129.73, 62.03)], [(60.6, 56.84), (131.89, 43.12)]),
    # Delhi, Karachi; not Kabul, Yangon
    "south-asia": ([(77.21, 28.61), (67.01, 24.86)], [(69.17, 34.53), (96.16, 16.84)]),
    # Tbilisi, Baku; not Grozny, Kars
    "south-caucasus": ([(44.83, 41.72), (49.87, 40.41)], [(45.69, 43.32), (43.1, 40.6)]),
    # Bangkok, Jakarta; not Port Moresby, Hong Kong
    "southeast-asia": ([(100.5, 13.75), (106.85, -6.21)], [(147.18, -9.44), (114.17, 22.32)]),
    # Johannesburg, Harare; not Kinshasa, Antananarivo
    "southern-africa": ([(28.05, -26.2), (31.05, -17.83)], [(15.31, -4.32), (47.52, -18.91)]),
    # Buenos Aires, Santiago; not São Paulo, La Paz
    "southern-cone": ([(-58.38, -34.6), (-70.65, -33.45)], [(-46.63, -23.55), (-68.15, -16.5)]),
    # Nairobi, Lagos; not Cairo, Khartoum
    "sub-saharan-africa": ([(36.82, -1.29), (3.38, 6.52)], [(31.24, 30.04), (32.53, 15.6)]),
    # Leticia, Puerto Nariño; not Iquitos, Mocoa
    "trapecio-amazonico": ([(-69.95, -4.2), (-70.38, -3.77)], [(-73.25, -3.75), (-76.65, 1.15)]),
    # Ciudad del Este, Puerto Iguazú, Foz do Iguaçu; not Asunción, Porto Alegre
    "triple-frontera": ([(-54.61, -25.51), (-54.57, -25.6), (-54.58, -25.54)], [(-57.6, -25.29), (-51.23, -30.03)]),
    # Budapest, Warsaw; not Vienna, Bucharest
    "visegrad-group": ([(19.04, 47.5), (21.01, 52.23)], [(16.37, 48.21), (26.1, 44.43)]),
    # Llochegua; not Cusco, Ayacucho
    "vraem": ([(-73.91, -12.41)], [(-71.97, -13.52), (-74.22, -13.16)]),
    # Lagos, Dakar; not Douala, N'Djamena
    "west-africa": ([(3.38, 6.52), (-17.44, 14.69)], [(9.71, 4.05), (15.05, 12.11)]),
    # Belgrade, Pristina; not Zagreb, Sofia
    "western-balkans": ([(20.46, 44.82), (21.17, 42.66)], [(15.98, 45.81), (23.32, 42.7)]),
}
# fmt: on
# Names that as a rule mean something else: a department, a province or a river, a country, the east of Spain.
OTHERS = ("Darién", "Levante", "Micronesia", "Punjab", "Putumayo", "the Gulf", "the South", "the West")


@pytest.fixture(scope="module")
def regions():
    return named_regions()


def all_names(region):
    return (region.name, *(name for names in region.names.values() for name in names))


def test_every_region_has_its_file_and_its_places(regions):
    assert {path.stem for path in data_path("regions").glob("*.toml")} == set(regions) == set(PLACES)
    assert len(regions) > 90


def test_every_region_says_where_its_definition_is_from_and_how_far_it_is_agreed(regions):
    assert [one for one in regions if not regions[one].sources or not regions[one].date] == []
    assert [one for one in regions if len(regions[one].note) < 60] == []
    sources = [source for region in regions.values() for source in region.sources]
    assert [source for source in sources if not source.name or not 1800 < source.year <= 2026] == []
    assert [source.url for source in sources if source.url and not source.url.startswith("https://")] == []
    assert [one for one in regions if len(regions[one].tiers) > 1 and not all(t.note for t in regions[one].tiers)] == []


def test_no_two_regions_bear_one_name(regions):
    bearers = {}
    for region_id, region in regions.items():
        for name in {fold(name) for name in all_names(region)}:
            bearers.setdefault(name, []).append(region_id)
    assert {name: ids for name, ids in bearers.items() if len(ids) > 1} == {}


def test_no_region_takes_a_name_that_means_something_else(regions):
    taken = {fold(name) for region in regions.values() for name in all_names(region)}
    assert [name for name in OTHERS if fold(name) in taken] == []


@pytest.mark.parametrize("region_id", PLACES)
def test_an_outline_holds_what_is_in_the_region_and_nothing_beside_it(region_id, regions):
    outline = region_geometry(regions[region_id])
    inside, outside = PLACES[region_id]
    assert [place for place in inside if not outline.contains(Point(place))] == []
    assert [place for place in outside if outline.intersects(Point(place))] == []


@pytest.mark.parametrize("region_id", ["alto-huallaga", "darien", "kurdistan", "niger-delta"])
def test_a_wider_tier_is_wider(region_id, regions):
    (_, core), (_, wider) = region_tiers(regions[region_id])
    assert wider.area > core.area * 1.1
    assert wider.buffer(1e-6).contains(core)
