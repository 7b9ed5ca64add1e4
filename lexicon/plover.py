"""Writes cameo.plover.txt: what each CAMEO code is in PLOVER, from the conversion table of PLOVER's authors.

    python3 lexicon/plover.py CAMEO2PLOVER-2021.txt > lexicon/cameo.plover.txt

The table: github.com/openeventdata/PLOVER (CC BY-SA 4.0); only its facts are taken, the codes and names.
"""

import re
import sys

HEAD = """\
# What CAMEO codes are in PLOVER: code, type, mode, contexts. Written by lexicon/plover.py from the facts of
# CAMEO2PLOVER-2021 (github.com/openeventdata/PLOVER, CC BY-SA 4.0).
"""
# The manual (version of September 2021) codes sanctions of states as SANCTION, where the table says COERCE.
MANUAL = {'163': ('SANCTION', 'discontinue', ['economic'])}
# Modes and contexts that the table has in each other's place.
SWAPPED = {'pro_autocracy'}


def rows(text):
    found = {}
    for line in text.splitlines():
        match = re.match(r'(\d{2,4}):(.*)', line.split('#')[0])
        if not match or match[1] in found:
            continue
        kind, mode, contexts = ([part.strip() for part in match[2].split(',')] + ['', ''])[:3]
        contexts = [context.strip() for context in contexts.split(';') if context.strip()]
        if mode in SWAPPED:
            contexts, mode = [mode, *contexts], ''
        found[match[1]] = (kind, mode, contexts)
    return {**found, **MANUAL}


def main():
    with open(sys.argv[1], encoding='utf-8') as file:
        table = rows(file.read())
    sys.stdout.write(HEAD)
    for code, (kind, mode, contexts) in sorted(table.items()):
        sys.stdout.write('\t'.join([code, kind, mode, ','.join(contexts)]).rstrip('\t') + '\n')


if __name__ == '__main__':
    main()
