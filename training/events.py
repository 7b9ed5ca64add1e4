"""Sentences whose words name PLOVER events: from the phrasebook (event_phrases.txt), and silver ones from the dictionary coder over
news items (silver_events.py) -> windows with a type on the first piece of each word.

The head's labels are no event and TYPES, in this order; the program has the same (src/model/event_types.h).
"""

import csv
import json
import os
import random
import re
from dataclasses import dataclass

import numpy as np
from pieces import pieces
from silver_pronouns import COMMON

TYPES = (
    'AGREE',
    'CONSULT',
    'SUPPORT',
    'COOPERATE',
    'AID',
    'CONCEDE',
    'RETREAT',
    'REQUEST',
    'ACCUSE',
    'REJECT',
    'THREATEN',
    'PROTEST',
    'SANCTION',
    'MOBILIZE',
    'COERCE',
    'ASSAULT',
)
IGNORED = -100
CHOICE = re.compile(r'\(([^()]*)\)|\[([^\[\]]*)\]|\{(\w)\}')
TITLES = (
    'President',
    'Prime Minister',
    'Foreign Minister',
    'Defence Secretary',
    'Chancellor',
    'Senator',
    'Governor',
    'Ambassador',
    '',
)
BODIES = (
    'the government',
    'the opposition',
    'parliament',
    'the Supreme Court',
    'the United Nations',
    'the European Union',
    'the Security Council',
    'the World Bank',
    'the central bank',
    'the foreign ministry',
    'the army',
    'police',
    'rebels',
    'the ruling party',
    'the unions',
    'human rights groups',
    'the Red Cross',
    'NATO',
    'the prosecutor',
    'the White House',
    'Congress',
    'the Kremlin',
    'militants',
    'lawmakers',
    'officials',
)
GROUPS = (
    'troops',
    'soldiers',
    'police',
    'rebels',
    'militants',
    'gunmen',
    'fighters',
    'forces',
    'students',
    'workers',
    'protesters',
)
TIMES = (
    'on Monday',
    'on Thursday',
    'last week',
    'in May',
    'on Friday night',
    'this year',
    'yesterday',
    'early on Sunday',
    'in 2019',
)
SIDES = (
    'the {} government',
    'the {} army',
    '{} officials',
    'the {} prime minister',
    '{} forces',
    'the {} foreign minister',
    'the {} people',
)


@dataclass
class Window:
    ids: np.ndarray
    features: np.ndarray
    types: np.ndarray  # [n] 0 no event, 1 + index into TYPES, IGNORED where no word starts or nothing is known


class Cast:
    """Draws actors and places for the phrasebook's slots."""

    def __init__(self, data, rng):
        self.rng = rng
        with open(os.path.join(data, 'gazetteers/nationalities.csv'), encoding='utf8', newline='') as file:
            rows = list(csv.DictReader(file))
        self.countries = [
            (row['en_short_name'].partition(' (')[0], row['nationality'].partition(',')[0].partition(' or ')[0])
            for row in rows
            if ',' not in row['en_short_name']
        ]
        with open(os.path.join(data, 'gazetteers/factbook.json'), encoding='utf8') as file:
            self.capitals = [e['capital'].partition(' (')[0] for e in json.load(file)['entries'] if e.get('capital')]

    def person(self):
        first = self.rng.choice(COMMON[self.rng.choice(('first:male', 'first:female'))])
        last, title = self.rng.choice(COMMON['last']), self.rng.choice(TITLES)
        country = self.rng.choice(self.countries)[1] + ' ' if self.rng.random() < 0.3 else ''
        return ' '.join(self.rng.choice((f'{country}{title} {first} {last}', f'{title} {last}', f'{first} {last}')).split())

    def actor(self):
        country, adjective = self.rng.choice(self.countries)
        kind = self.rng.random()
        if kind < 0.35:
            return country
        if kind < 0.55:
            return self.rng.choice(SIDES).format(adjective)
        return self.rng.choice(BODIES) if kind < 0.8 else self.person()

    def group(self):
        adjective = self.rng.choice(self.countries)[1] + ' ' if self.rng.random() < 0.4 else ''
        return adjective + self.rng.choice(GROUPS)

    def slot(self, name):
        if name == 'L':
            return self.rng.choice(self.capitals)
        if name == 'T':
            return self.rng.choice(TIMES)
        return {'P': self.person, 'G': self.group}.get(name, self.actor)()


def read_phrases(path):
    """[(type or 'NONE', sentence)]"""
    with open(path, encoding='utf8') as file:
        lines = [line.strip() for line in file]
    return [tuple(line.split(' ', 1)) for line in lines if line and not line.startswith('#')]


def spoken(sentence, cast):
    """(a sentence of the phrasebook with one of each choice, [(begin, end)] of its event words)"""
    text, spans, at = '', [], 0
    for match in CHOICE.finditer(sentence):
        text += sentence[at : match.start()]
        at = match.end()
        if match[3]:
            text += cast.slot(match[3])
            continue
        chosen = cast.rng.choice((match[1] if match[1] is not None else match[2]).split('|'))
        begin = len(text)
        text += chosen
        if match[2] is not None:
            spans.append((begin, len(text)))
    return text + sentence[at:], spans


def filled(sentence, cast):
    """The same with the choices' own slots filled, in capitals at its start and with an end."""
    while re.search(r'\([^()]*\{', sentence):
        sentence = re.sub(r'\{(\w)\}', lambda match: cast.slot(match[1]), sentence)
    text, spans = spoken(sentence, cast)
    text = text.rstrip()
    return text[:1].upper() + text[1:] + '.', spans


def window_of(text, kinds, vocabulary, limit=254):
    """A Window of a text; `kinds` gives words their labels by their first character, all others have none of the events."""
    table = np.array(pieces(text, vocabulary), np.int64)[:limit]
    types = np.where(table[:, 4] != 0, 0, IGNORED)
    for begin, label in kinds.items():
        types[np.searchsorted(table[:, 2], begin, 'right') :][:1] = label
    return Window(table[:, 0], table[:, 3:6], types)


def phrasebook(data, vocabulary, rng, times):
    """Each sentence of the phrasebook in `times` wordings."""
    cast, out = Cast(data, rng), []
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'event_phrases.txt')
    for kind, sentence in read_phrases(path):
        label = 1 + TYPES.index(kind) if kind in TYPES else 0
        for _ in range(times):
            text, spans = filled(sentence, cast)
            kinds = {}
            for begin, end in spans:
                # Of several words the first one has the type, of the others nothing is said.
                kinds[begin] = label
                kinds |= {begin + match.start() + 1: IGNORED for match in re.finditer(' ', text[begin:end])}
            out.append(window_of(text, kinds, vocabulary))
    return out


def silver(path, vocabulary):
    """Windows of silver_events.py's lines."""
    with open(path, encoding='utf8') as file:
        rows = [json.loads(line) for line in file]
    return [window_of(row['text'], dict(row['labels']), vocabulary) for row in rows]


def windows(data, silver_path, vocabulary, rng=None, times=12):
    made = phrasebook(data, vocabulary, rng or random.Random(1), times)
    return made + (silver(silver_path, vocabulary) if silver_path else [])
