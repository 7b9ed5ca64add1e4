"""Countries: names, demonyms, codes and capitals."""

import dataclasses
import re

from facts.rows import row, slug

# What headlines call a country, where the sources prefer another name.
COMMON = {
    'CIV': 'Ivory Coast',
    'COD': 'Democratic Republic of the Congo',
    'COG': 'Republic of the Congo',
    'CZE': 'Czech Republic',
    'FSM': 'Micronesia',
    'GBR': 'United Kingdom',
    'HKG': 'Hong Kong',
    'MAC': 'Macau',
    'MMR': 'Myanmar',
    'PSE': 'Palestine',
    'TUR': 'Turkey',
    'USA': 'United States',
    'VAT': 'Vatican City',
}
# Demonyms that the sources give too widely; they are written whole here.
DEMONYMS = {
    'BIH': ['Bosnian', 'Bosnians', 'Herzegovinian', 'Herzegovinians'],
    'GBR': ['British', 'Briton', 'Britons', 'Brit', 'Brits'],
    'HKG': ['Hong Konger', 'Hong Kongers'],
    'KOR': ['South Korean', 'South Koreans', 'Korean', 'Koreans'],
    'PRK': ['North Korean', 'North Koreans', 'Korean', 'Koreans'],
    'PSE': ['Palestinian', 'Palestinians'],
    'TWN': ['Taiwanese'],
    'USA': ['American', 'Americans'],
    'VAT': ['Vatican'],
    'XKX': ['Kosovar', 'Kosovars', 'Kosovan', 'Kosovans'],
}
# Capitals by their English names.
CAPITALS = {
    'BEN': 'Porto-Novo',
    'BOL': 'La Paz',
    'CIV': 'Yamoussoukro',
    'ISR': 'Jerusalem',
    'KAZ': 'Astana',
    'LKA': 'Colombo',
    'MMR': 'Naypyidaw',
    'NLD': 'Amsterdam',
    'PSE': 'Ramallah',
    'SWZ': 'Mbabane',
    'TZA': 'Dodoma',
    'UKR': 'Kyiv',
    'USA': 'Washington',
    'XKX': 'Pristina',
    'ZAF': 'Pretoria',
}
# ISO codes of Factbook entries whose FIPS code the list of codes lacks or joins with others.
ISO_OF = {'kv': 'XKX', 'we': 'PSE', 'gz': 'PSE', 'rb': 'SRB', 'ri': 'SRB', 'mj': 'MNE', 'od': 'SSD', 'uc': 'CUW', 'nn': 'SXM'}
CAMEO_OF = {'XKX': 'KSV'}


@dataclasses.dataclass
class State:
    iso: str
    name: str
    names: list[str]
    demonyms: list[str]
    capital: str
    wikidata: str
    facts: dict
    independent: bool

    @property
    def governed(self) -> bool:
        """Whether it has a government that may act: a state, or a land with a head and a people of its own."""
        return self.independent or bool(self.facts.get('head_of_government') and self.facts.get('nationality_noun'))

    @property
    def adjective(self) -> str:
        return self.demonyms[0] if self.demonyms else ''

    @property
    def cameo(self) -> str:
        return CAMEO_OF.get(self.iso, self.iso)


def gather(factbook: list[dict], codes: list[dict], nationalities: list[dict]) -> list[State]:
    by_fips = {entry['FIPS'].lower(): entry['ISO3166-1-Alpha-3'] for entry in codes}
    facts = {}
    for entry in factbook:
        iso = ISO_OF.get(entry['gec']) or by_fips.get(entry['gec'])
        if iso:
            facts.setdefault(iso, entry)
    nationality = {entry['alpha_3_code']: entry for entry in nationalities}
    states = [state_of(entry, facts, nationality) for entry in codes]
    kosovo = {'ISO3166-1-Alpha-3': 'XKX', 'is_independent': 'Yes', 'CLDR display name': 'Kosovo'}
    if not any(state.iso == 'XKX' for state in states):
        states.append(state_of(kosovo, facts, nationality))
    sovereign = {word for state in states if state.independent for word in state.demonyms}
    for state in states:
        if not state.independent:
            state.demonyms = [word for word in state.demonyms if word not in sovereign]
    return sorted(states, key=lambda state: state.iso)


def state_of(codes: dict, all_facts: dict, nationality: dict) -> State:
    iso = codes['ISO3166-1-Alpha-3']
    facts = all_facts.get(iso, {})
    other = nationality.get(iso, {})
    given = [codes.get('CLDR display name'), facts.get('name'), facts.get('long_name'), codes.get('UNTERM English Short')]
    given += [codes.get('UNTERM English Formal'), codes.get('official_name_en'), other.get('en_short_name')]
    names = [name for text in given for name in plain_names(text or '')]
    return State(
        iso=iso,
        name=COMMON.get(iso) or names[0],
        names=names,
        demonyms=DEMONYMS.get(iso) or demonyms(facts, other.get('nationality', '')),
        capital=CAPITALS.get(iso) or capital_of(facts.get('capital') or codes.get('Capital', '')),
        wikidata=codes.get('wikidata_id', '').rsplit('/', 1)[-1],
        facts=facts,
        independent=codes.get('is_independent', '') == 'Yes' or iso in ('TWN', 'PSE', 'XKX', 'VAT'),
    )


def plain_names(text: str) -> list[str]:
    """'Korea (the Republic of)' and other forms of lists are no names; articles are dropped."""
    text = re.sub(r'\((the|The)\)|\*|\[.*?\]', '', text)
    if re.search(r'\((Islas|Keeling|Vatican|Malvinas)', text):
        text = text.split('(')[0]
    text = re.sub(r'^(the|The) ', '', ' '.join(text.split()))
    if not text or text == 'none' or len(text.split()) > 9 or re.search(r'[(),;]|note|conventional| - ', text):
        return []
    return [text.replace('’', "'")] + ([text.replace('&', 'and')] if '&' in text else [])


def demonyms(facts: dict, nationality: str) -> list[str]:
    """Adjectives first, then nouns with their plurals."""
    found = split(facts.get('nationality_adjective', '')) + split(nationality)
    for noun in re.split(r',|;| or ', facts.get('nationality_noun', '')):
        found += nouns(noun)
    return [word for word in dict.fromkeys(found) if word[:1].isupper() and 2 < len(word) < 30 and word not in ('NA', 'US')]


def split(text: str) -> list[str]:
    text = re.sub(r'\(.*?\)', '', text)
    return [part.strip() for part in re.split(r',|;| or | and (?=[A-Z])', text) if part.strip()]


def nouns(text: str) -> list[str]:
    """'Irishman(men)' -> Irishman, Irishmen; 'Briton(s)' -> Briton, Britons."""
    match = re.fullmatch(r'\s*([^()]+?)\s*(?:\((.*?)\).*)?', text)
    if not match:
        return []
    noun, ending = match[1], match[2] or ''
    if ending in ('men', 'women'):
        return [noun, noun.removesuffix('woman' if ending == 'women' else 'man') + ending]
    return [noun, noun + ending] if ending in ('s', 'es', 'i') else [noun]


def capital_of(text: str) -> str:
    """The first city named, without notes."""
    city = re.split(r'[(;,]| - |/| is | has | in ', text)[0].strip()
    return city if city[:1].isupper() else ''


def rows(states: list[State]) -> list[tuple[str, ...]]:
    found = []
    for state in states:
        kind = 'government' if state.governed else 'place'
        found.append(row('entry', state.iso, state.name, kind, country=state.iso, wikidata=state.wikidata))
        found.append(row('code', state.iso, state.cameo))
        found += [row('name' if state.governed else 'place', state.iso, name) for name in state.names]
        found += [row('demonym', state.iso, word) for word in state.demonyms]
        if state.independent and state.capital and state.capital != state.name:
            capital = f'place/{slug(state.capital)}'
            found.append(row('entry', capital, state.capital, 'place', country=state.iso, stands_for=state.iso))
    return found
