"""Heads of state and of government, from phrases such as 'President Volodymyr ZELENSKYY (since 20 May 2019)'."""

import re

from facts.countries import State
from facts.rows import row, slug

MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
TITLES = [
    'Amir',
    'Chairman of the Council of Ministers',
    'Chancellor',
    'Chief Executive',
    'Chief Minister',
    'Emperor',
    'Federal Chancellor',
    'Governor General',
    'Grand Duke',
    'King',
    'Minister of State',
    'Pope',
    'Premier',
    'President',
    'Prime Minister',
    'Prince',
    'Queen',
    'Sheikh',
    'State Affairs Commission President',
    'Sultan',
    'Supreme Leader',
    'Taliban Leader',
    'Vice President',
]
# Surnames that are words or common names: alone they would be taken for their bearer too often.
COMMON = {
    'Barrow',
    'Browne',
    'Christian',
    'Davis',
    'Drew',
    'Friday',
    'Hassan',
    'Ibrahim',
    'Jallow',
    'Kurti',
    'Mitchell',
    'Paul',
    'Pavel',
    'Pierre',
    'Rashid',
    'Salam',
}
MONARCHS = {'King', 'Queen', 'Emperor', 'Sultan', 'Amir', 'Grand Duke', 'Prince', 'Sheikh', 'Pope'}
WITH_ARTICLE = {'ARE', 'BHS', 'CAF', 'COD', 'COG', 'COM', 'CZE', 'DOM', 'GBR', 'GMB', 'MDV', 'MHL', 'NLD', 'PHL', 'SLB', 'SYC'}
TITLE = re.compile(
    r'^(?:(?:GNU|CNSP|Acting|Interim|Transitional|Transition|Caretaker|transitional|interim|acting)\s+)*'
    r'(' + '|'.join(sorted(map(re.escape, TITLES), key=len, reverse=True)) + r')\b[,\s]+(.*)$'
)
RANK = re.compile(
    r'^(?:Sr\.|Crown Prince|Lt\.|Maj\.|Brig\.|Gen\.|Col\.|Capt\.|Adm\.|Field Marshal|General|Sheikh|Dr\.|Sir|Haji|\s)+ '
)
SINCE = re.compile(r'\(since (\d{1,2}) ([A-Z][a-z]+) (\d{4})\)')


def day(match: re.Match | None) -> str:
    """'(since 20 May 2019)' -> 2019-05-20."""
    month = next((i for i, name in enumerate(MONTHS, 1) if match and name.startswith(match[2])), 0)
    return f'{int(match[3]):04}-{month:02}-{int(match[1]):02}' if month else ''


def cased(name: str) -> str:
    """'Mohammed al-MANFI' -> 'Mohammed al-Manfi'; 'CHARLES III' keeps its number."""
    return re.sub(r'[^\W\d_a-zß-ÿ]{2,}', lambda m: m[0] if is_number(m[0], name) else m[0][0] + m[0][1:].lower(), name)


def is_number(word: str, name: str) -> bool:
    """The III of CHARLES III, but not XI Jinping."""
    return re.fullmatch('[IVX]+', word) is not None and not name.startswith(word)


def leader(text: str) -> tuple[str, str, str] | None:
    """Title, name as written, and the day of taking office."""
    since = day(SINCE.search(text))
    phrase = re.split(r'\(|;|, (?=[a-z])', text)[0].strip()
    match = TITLE.match(phrase)
    if not match or not since or 'vacant' in text.split(';')[0]:
        return None
    name = re.sub(r'^[A-Z][a-z]+ of [A-Z]\w+,? ', '', match[2])
    name = re.sub(r' "\w+"|, Jr\.', '', RANK.sub('', name).split(' of ')[0]).strip(' ,')
    if re.match('of |and ', name) or 'Council' in name:  # an office of several parts
        return None
    return (match[1], name, since) if 1 <= len(name.split()) <= 7 and re.search(r'[A-ZÀ-Þ]{2}', name) else None


def surname_of(name: str) -> str:
    """The words in capitals: 'Jose Daniel ORTEGA Saavedra' -> 'Ortega'."""
    return ' '.join(cased(word) for word in name.split() if re.search(r'[A-ZÀ-Þ]{2}', word) and not is_number(word, name))


def names_of(name: str) -> list[str]:
    """The full name, and first or last given name with the surname."""
    surname, words = surname_of(name), name.split()
    first = next(i for i, word in enumerate(words) if re.search(r'[A-ZÀ-Þ]{2}', word))
    given = [word for word in words[:first] if not re.fullmatch(r'[A-Z]\.|\w+(ovich|evich|ovna|evna)', word)]
    found = [f'{each} {surname}' for each in given[:1] + given[-1:]]
    patronymic = len(given) == 1 and len(words[:first]) == 2 and len(words) == 3
    return list(dict.fromkeys(found + [cased(name)] if patronymic else [cased(name), *found]))


def office_rows(entry: str, title: str, state: State, since: str) -> list[tuple[str, ...]]:
    """'Ukrainian president', 'president of Ukraine', "Ukraine's president"."""
    noun = title.lower()
    said = [f'{state.adjective} {noun}'] if state.adjective else []
    said.append(f'{noun} of {"the " if state.iso in WITH_ARTICLE else ""}{state.name}')
    said.append(f"{state.name}'s {noun}")
    return [row('title', entry, name, **{'from': since}) for name in said]


def rows(states: list[State]) -> list[tuple[str, ...]]:
    found = []
    for state in states:
        if not state.independent or state.iso == 'USA':  # presidents.tsv has those
            continue
        for office in ('chief_of_state', 'head_of_government'):
            known = leader(state.facts.get(office, ''))
            if known is None or (known[1].startswith('CHARLES') and state.iso != 'GBR'):
                continue
            title, name, since = known
            entry = f'{state.iso.lower()}/{slug(names_of(name)[0])}'
            found.append(row('entry', entry, names_of(name)[0], 'person', country=state.iso))
            found.append(row('code', entry, f'{state.cameo}GOV', **{'from': since}))
            found += [row('name', entry, each) for each in names_of(name)[1:]]
            if title not in MONARCHS and len(surname_of(name)) > 3 and surname_of(name) not in COMMON:
                found.append(row('name', entry, surname_of(name)))
            found.append(row('title', entry, f'{title} {surname_of(name) or cased(name)}', **{'from': since}))
            found += office_rows(entry, title, state, since)
    return found
