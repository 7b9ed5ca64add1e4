"""Members of Congress, presidents and vice presidents of the United States, with the days of their offices."""

from facts.rows import row, slug

CONGRESS = {'sen': ('Sen.', 'Senator'), 'rep': ('Rep.', 'Representative')}
OFFICE = {'prez': 'President', 'viceprez': 'Vice President'}
MODERN = '1945'  # since when an administration is named after its president
RECENT = '2009'  # since when a surname alone may be meant so
ALSO_RECENT = {'Washington', 'Lincoln', 'Nixon', 'Reagan'}


def spans(terms: list[dict], kind: str) -> list[tuple[str, str]]:
    """The terms of a kind, joined where one follows the other within a month."""
    found = []
    for term in sorted((term for term in terms if term['type'] == kind), key=lambda term: term['start']):
        if found and days(term['start']) - days(found[-1][1]) <= 31:
            found[-1] = (found[-1][0], max(found[-1][1], term['end']))
        else:
            found.append((term['start'], term['end']))
    return found


def days(day: str) -> int:
    year, month, of_month = map(int, day.split('-'))
    return year * 372 + month * 31 + of_month


def full_names(name: dict) -> list[str]:
    """The official name first."""
    last = name['last']
    found = [name.get('official_full', '')] + [f'{first} {last}' for first in (name.get('nickname'), name['first']) if first]
    if name.get('middle'):
        found.append(f'{name["first"]} {name["middle"]} {last}')
    return [each for each in dict.fromkeys(found) if each]


def ids(people: list[dict], beside: list[dict]) -> list[str]:
    """usa/joe-biden; where several people of both lists share a name, with the year of birth."""
    bearers = {}
    for person in people + beside:
        bearers.setdefault(slug(full_names(person['name'])[0]), set()).add(person.get('bioguide') or person['birthday'])
    found = []
    for person in people:
        name = slug(full_names(person['name'])[0])
        found.append(f'usa/{name}' if len(bearers[name]) == 1 else f'usa/{name}-{person["birthday"][:4]}')
    return found


def congress(people: list[dict], presidents: list[dict]) -> list[tuple[str, ...]]:
    found = []
    for entry, person in zip(ids(people, presidents), people, strict=True):
        names = full_names(person['name'])
        found.append(row('entry', entry, names[0], 'person', country='USA', wikidata=person.get('wikidata', '')))
        found += [row('name', entry, name) for name in names[1:]]
        for kind, titles in CONGRESS.items():
            for begin, end in spans(person['terms'], kind):
                valid = {'from': begin, 'until': end}
                found.append(row('code', entry, 'USALEG', **valid))
                found += [row('title', entry, f'{title} {person["name"]["last"]}', **valid) for title in titles]
    return found


def executive(people: list[dict], members: list[dict]) -> list[tuple[str, ...]]:
    found = []
    for entry, person in zip(ids(people, members), people, strict=True):
        names, last = full_names(person['name']), person['name']['last']
        found.append(row('entry', entry, names[0], 'person', country='USA', wikidata=person.get('wikidata', '')))
        found += [row('name', entry, name) for name in names[1:]]
        if last in ALSO_RECENT or any(term['end'] > RECENT for term in person['terms']):
            found.append(row('name', entry, last))
        for kind, title in OFFICE.items():
            for begin, end in spans(person['terms'], kind):
                found += office(entry, title, last, {'from': begin, 'until': end})
                if kind == 'prez' and end > MODERN:
                    valid = {'from': begin, 'until': end}
                    found.append(row('name', 'usa/white-house', f'{last} administration', **valid))
                    found.append(row('name', 'usa/white-house', f'{last} White House', **valid))
    return found


def office(entry: str, title: str, last: str, valid: dict[str, str]) -> list[tuple[str, ...]]:
    noun = title.lower()
    said = [f'{title} {last}', f'US {noun}', f'American {noun}', f'{noun} of the United States', f"America's {noun}"]
    return [row('code', entry, 'USAGOV', **valid)] + [row('title', entry, name, **valid) for name in said]
