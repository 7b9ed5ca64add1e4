"""Pronouns made from names, in the manner of WikiCREM (Kocijan et al. 2019): where an article names a person again after another
of the same gender, the name becomes a pronoun, and who it was is known.

Genders are those of the first names of members of Congress; a first name of both is left out.
"""

import json
import re

import coreference
import numpy as np
from pieces import pieces

NAME = re.compile(r"\b([A-Z][a-zé]+) (?:[A-Z]\. |[A-Z][a-zé]+ )?([A-Z][\w’'-]*[a-z])\b")
TITLE = r'(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|President|Senator|Secretary|Governor)\.? )?'
PREPOSITION = re.compile(
    'to|of|for|with|by|from|about|on|against|at|than|like|behind|towards?|between|after|before|around', re.IGNORECASE
)
BEFORE, AFTER = 450, 160  # characters of context around a pronoun
PRONOUNS = {'M': ('he', 'him', 'his'), 'F': ('she', 'her', 'her')}


def genders(path):
    """{first name: M or F}."""
    with open(path, encoding='utf8') as file:
        people = json.load(file)['legislators']
    known = {}
    for person in people:
        known.setdefault(person['name']['first'], set()).add(person.get('gender'))
    more = {'Hillary': 'F', 'Barack': 'M', 'Donald': 'M', 'Melania': 'F', 'Michelle': 'F', 'Vladimir': 'M', 'Angela': 'F'}
    return {name: next(iter(found)) for name, found in known.items() if len(found) == 1 and None not in found} | more


def people(text, gender_of):
    """{surname: gender} of the people that a text names in full, but for surnames of two of them."""
    found, first_names = {}, {}
    for match in NAME.finditer(text):
        gender = gender_of.get(match[1])
        if gender and match[2] not in gender_of:
            found[match[2]] = gender
            first_names.setdefault(match[2], set()).add(match[1])
    return {surname: gender for surname, gender in found.items() if len(first_names[surname]) == 1}


def pronoun_for(text, begin, end, gender):
    """(the pronoun, where the words end that it stands for)."""
    he, him, his = PRONOUNS[gender]
    if text[end : end + 2] in ("'s", '’s'):
        return his, end + 2
    before = text[:begin].split()[-1:]
    return (him if before and PREPOSITION.fullmatch(before[0]) else he), end


def passages(articles, gender_of, vocabulary):
    """[(Text, right)] as load_gap gives them: two names and a pronoun, which stands for the first (0) or the second (1)."""
    out = []
    for name, text, _ in articles:
        known = people(text, gender_of)
        if len(known) < 2:
            continue
        # A name in full or the surname alone.
        surnames = '|'.join(map(re.escape, known))
        pattern = re.compile(TITLE + rf'([A-Z][a-zé]+ (?:[A-Z]\. )?)?\b({surnames})\b')
        found = [(m.start(), m.end(), m[2], m[1] is None) for m in pattern.finditer(text)]
        for i, (begin, end, surname, short) in enumerate(found):
            if not short:
                continue
            near = [x for x in found[:i] if x[0] > begin - BEFORE and '\n\n' not in text[x[0] : begin][:-200]]
            same = [x for x in near if x[2] == surname]
            other = [x for x in near if x[2] != surname and known[x[2]] == known[surname]]
            if not same or not other or same[-1][1] + 12 > begin:
                continue
            word, stop = pronoun_for(text, begin, end, known[surname])
            sentence = not text[:begin].rstrip() or text[:begin].rstrip()[-1] in '.!?”"' or text[begin - 1] == '\n'
            word = word.capitalize() if sentence else word
            left = max(0, min(same[-1][0], other[-1][0]) - 80)
            left = 0 if left == 0 else text.find(' ', left) + 1
            right = text.find(' ', min(len(text), stop + AFTER))
            right = len(text) if right < 0 else right
            passage = text[left:begin] + word + text[stop:right]
            spans = [(x[0] - left, x[1] - left) for x in (same[-1], other[-1])] + [(begin - left, begin - left + len(word))]
            answer = 0
            if spans[1] < spans[0]:
                spans[:2], answer = [spans[1], spans[0]], 1
            table = np.array(pieces(passage, vocabulary), np.int64)
            extents = [
                (int(np.searchsorted(table[:, 2], b, 'right')), int(np.searchsorted(table[:, 1], e, 'left')) - 1) for b, e in spans
            ]
            heads = [coreference.last_word(table, *extent) for extent in extents]
            if sorted(set(heads)) != heads:
                continue
            mentions = [(head, 0, k) for k, head in enumerate(heads)]
            out.append((coreference.text_of(f'{name} {begin}', passage, table, mentions, extents), answer))
    return out
