"""Parliaments, from names such as 'Parliament (Verkhovna Rada)'."""

import re

from facts.countries import State
from facts.rows import row

# Words that need their country beside them.
GENERIC = {'parliament', 'congress', 'national assembly', 'legislative assembly', 'legislature', 'national council'}


def native_names(text: str) -> list[str]:
    found = re.findall(r'\((.*?)\)', text)
    if ' - ' in text:
        found.append(text.split(' - ', 1)[1])
    parts = [part for each in found for part in re.split(r'/| or |, ', each)]
    names = [part.strip() for part in parts]
    return [name for name in names if 2 < len(name) < 60 and name[0].isupper() and name.lower() not in GENERIC]


def rows(states: list[State]) -> list[tuple[str, ...]]:
    found = []
    for state in states:
        text = state.facts.get('legislature') or ''
        english = re.split(r'\(| - |;', text)[0].strip()
        if not english or not state.independent or len(english.split()) > 7:
            continue
        entry, adjective = f'{state.iso.lower()}/parliament', state.adjective
        own = next((word for word in (state.name, adjective, *state.names) if word and word in english), '')
        name = english if own else f'{english} of {state.name}'
        found.append(row('entry', entry, name, 'organization', country=state.iso))
        found.append(row('code', entry, f'{state.cameo}LEG'))
        found += [row('name', entry, each) for each in native_names(text)]
        for each in dict.fromkeys(['parliament', english.lower()]):
            if each in GENERIC:
                found.append(row('name', entry, f"{state.name}'s {each}"))
                if adjective:
                    found.append(row('name', entry, f'{adjective} {each}'))
    return found
