#!/usr/bin/env python3
"""Writes countries.tsv, leaders.tsv, parliaments.tsv, congress.tsv and presidents.tsv from open facts.

    lexicon/build.py [FOLDER]      FOLDER: factbook.json, country-codes/, nationalities.csv, us_officials.json

The other files here are written by hand. README.md names the sources; docs/lexicon.md has the format.
"""

import csv
import json
import pathlib
import sys

from facts import countries, leaders, officials, parliaments
from facts.rows import write

HERE = pathlib.Path(__file__).resolve().parent
FACTS = HERE.parent.parent / 'shared' / 'data' / 'gazetteers'


def main() -> None:
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else FACTS
    factbook = json.loads((folder / 'factbook.json').read_text(encoding='utf-8'))['entries']
    with (folder / 'country-codes' / 'country-codes.csv').open(encoding='utf-8', newline='') as file:
        codes = list(csv.DictReader(file))
    with (folder / 'nationalities.csv').open(encoding='utf-8', newline='') as file:
        nationalities = list(csv.DictReader(file))
    us = json.loads((folder / 'us_officials.json').read_text(encoding='utf-8'))

    states = countries.gather(factbook, codes, nationalities)
    write(HERE / 'countries.tsv', countries.rows(states))
    write(HERE / 'leaders.tsv', leaders.rows(states))
    write(HERE / 'parliaments.tsv', parliaments.rows(states))
    write(HERE / 'congress.tsv', officials.congress(us['legislators'], us['executive']))
    write(HERE / 'presidents.tsv', officials.executive(us['executive'], us['legislators']))


if __name__ == '__main__':
    main()
