#!/usr/bin/env python3
"""Kills `sayso add` at random moments and checks that nothing is lost, nothing is half there, and the end is the same.

    bench/kill.py articles.jsonl --kills 50

The same command is killed (SIGKILL) and given again until it has been killed so often, then runs to its end. After each
kill the database must be whole (PRAGMA integrity_check, and every fact of every document found by the index), and must
still have every document that it had before. At the end its statements, ledger and events must be those of an undisturbed
run, byte for byte. Exit code 0 if all that holds.
"""

import argparse
import contextlib
import csv
import io
import os
import pathlib
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
SORTS = {'find': 'statements', 'ledger': 'entries', 'events': 'events'}


def documents(database):
    """The ids of the documents, and how many facts of each sort they have; checks that the file is whole."""
    with contextlib.closing(sqlite3.connect(database)) as connection:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'document'").fetchone():
            return set(), dict.fromkeys(SORTS, 0)
        assert connection.execute('PRAGMA integrity_check').fetchall() == [('ok',)]
        ids = {row[0] for row in connection.execute('SELECT id FROM document')}
        counts = {
            command: connection.execute(f'SELECT coalesce(sum({column}), 0) FROM document').fetchone()[0]
            for command, column in SORTS.items()
        }
        return ids, counts


def answers(sayso, database):
    """All facts, sorted: the order in which documents were added may differ on a tie of days."""
    out = {}
    for command in SORTS:
        arguments = [sayso, command, '--db', database, '--format', 'csv', '--limit', '1000000']
        table = subprocess.run(arguments, check=True, capture_output=True, encoding='utf-8').stdout
        out[command] = sorted(list(csv.reader(io.StringIO(table)))[1:])
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('articles', help='JSON Lines, enough to be read for some minutes')
    parser.add_argument('--kills', type=int, default=50)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--sayso', default=str(ROOT / 'build/release/bin/sayso'))
    options = parser.parse_args()
    moments = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        killed, whole = os.path.join(folder, 'killed.db'), os.path.join(folder, 'whole.db')
        add = [options.sayso, 'add', '--quiet', options.articles, '--db']
        known, kills, at_work = set(), 0, 0
        while kills < options.kills:
            with subprocess.Popen([*add, killed]) as process:
                time.sleep(moments.uniform(0.2, 6))
                finished = process.poll() is not None
                process.send_signal(signal.SIGKILL)
            kills += 1
            at_work += not finished
            if not os.path.exists(killed):
                continue
            ids, counts = documents(killed)
            assert known <= ids, 'a document is lost'
            if ids:
                found = {command: len(lines) for command, lines in answers(options.sayso, killed).items()}
                assert found == counts, f'the index has {found}, the documents {counts}'
            known = ids
            if sys.stderr.isatty():
                print(f'\r{kills} kills, {len(known)} documents', end='', file=sys.stderr)
        subprocess.run([*add, killed], check=True)
        subprocess.run([*add, whole], check=True)
        assert answers(options.sayso, killed) == answers(options.sayso, whole), 'the end differs'
        print(f'{{"kills":{kills},"while_adding":{at_work},"documents":{len(documents(whole)[0])},"lost":0,"same":true}}')


if __name__ == '__main__':
    main()
