"""Pronouns made from names, in the manner of WikiCREM (Kocijan et al. 2019): where an article names a person again after another
of the same gender, the name becomes a pronoun, and who it was is known.

Genders are those of first names in the US census of 1990 (PyPI `names`) and of members of Congress; a first name of both is left
out.
"""

import json
import re

import coreference
import names
import numpy as np

NAME = re.compile(r"\b([A-Z][a-zé]+) (?:[A-Z]\. |[A-Z][a-zé]+ )?([A-Z][\w’'-]*[a-z])\b")
TITLE = r'(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|President|Senator|Secretary|Governor)\.? )?'
PREPOSITION = re.compile(
    'to|of|for|with|by|from|about|on|against|at|than|like|behind|towards?|between|after|before|around', re.IGNORECASE
)
BEFORE, AFTER = 450, 160  # characters of context around a pronoun
MOST = 300  # names to choose from
PRONOUNS = {'M': ('he', 'him', 'his'), 'F': ('she', 'her', 'her')}


CLEAR = 20  # how much more frequent a name has to be with one gender


def census(table):
    """{name: its share in percent} of a table of the census."""
    with open(names.FILES[table], encoding='ascii') as file:
        return {row[0].capitalize(): float(row[1]) for row in map(str.split, file)}


COMMON = {table: list(census(table))[:MOST] for table in names.FILES}  # most frequent first


def genders(path):
    """{first name: M or F} of the names that leave no doubt: in the census or, before it, among members of Congress."""
    male, female = census('first:male'), census('first:female')
    shares = {name: (male.get(name, 0.0), female.get(name, 0.0)) for name in male | female}
    known = {name: 'M' if m > f else 'F' for name, (m, f) in shares.items() if max(m, f) > CLEAR * min(m, f)}
    members = {}
    with open(path, encoding='utf8') as file:
        for person in json.load(file)['legislators']:
            members.setdefault(person['name']['first'], set()).add(person.get('gender'))
    known |= {name: next(iter(found)) for name, found in members.items() if len(found) == 1 and None not in found}
    return known | {'Barack': 'M', 'Vladimir': 'M', 'Melania': 'F', 'Bashar': 'M'}


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
            cut, _ = coreference.cut_passage(coreference.Passage(f'{name} {begin}', passage, spans, answer), vocabulary)
            if len(set(cut.mentions[:, 0])) == 3 and (np.diff(cut.mentions[:, 0]) > 0).all():
                out.append((cut, answer))
    return out


def renamed(passage, rng):
    """A Passage with its two people under other names of the same gender; None where their names share a word."""
    (a, b), pronoun = (passage.text[slice(*span)].split() for span in passage.spans[:2]), passage.text[slice(*passage.spans[2])]
    if set(a) & set(b):
        return None
    first = 'first:male' if pronoun.lower() in ('he', 'him', 'his') else 'first:female'
    new = {}
    for name in (a, b):
        new |= {word: rng.choice(COMMON[first]) for word in name[:-1] if word[0].isupper()}
        new[name[-1]] = rng.choice(COMMON['last' if len(name) > 1 else first])
    text, moved, at = '', [], 0
    words = '|'.join(map(re.escape, new))
    for match in re.finditer(rf'\b(?:{words})\b', passage.text):
        text += passage.text[at : match.start()]
        moved.append((match.start(), match.end(), len(text), len(text) + len(new[match[0]])))
        text, at = text + new[match[0]], match.end()
    text += passage.text[at:]

    def place(character, end):
        for old_begin, old_end, begin, stop in reversed(moved):
            if character >= old_end:
                return stop + character - old_end
            if character >= old_begin:
                return stop if end else begin
        return character

    spans = [(place(begin, False), place(end, True)) for begin, end in passage.spans]
    return coreference.Passage(passage.name, text, spans, passage.right)


def renamed_gap(path, vocabulary, rng, times=3):
    """GAP's passages as load_gap gives them, each `times` times under other names."""
    found = (renamed(passage, rng) for passage in coreference.read_gap(path) for _ in range(times))
    return [coreference.cut_passage(passage, vocabulary) for passage in found if passage is not None]
