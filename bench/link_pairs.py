#!/usr/bin/env python3
"""How well facts of two articles on one matter are linked: bench/link_pairs.jsonl holds 48 invented pairs, and
bench/link_pairs_paraphrased.jsonl 48 others whose articles hardly share a word.

  bench/link_pairs.py [--errors] [--pairs FILE]

All articles go through the command `sayso add` into one database, in the order of their days, so that a link between
articles of different pairs counts as wrong. A link of the kind that a pair has counts as right where it leads from the
one's words to the other's. Links of the kinds repeats and restates are not judged. Prints a line of JSON for each kind and
one for all.
"""

import argparse
import collections
import json
import os
import pathlib
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
SAYSO = os.environ.get('SAYSO_BINARY', ROOT / 'build' / 'release' / 'bin' / 'sayso')
JUDGED = ('updates', 'changes-position', 'contradicts', 'confirms')
SIDES = ('earlier', 'later')


def articles(pairs: list[dict]) -> list[dict]:
    both = [pair[side] | {'url': f'{pair["pair"]}/{side}'} for pair in pairs for side in SIDES]
    return sorted(both, key=lambda article: article['published'])


def found_links(pairs: list[dict]) -> list[dict]:
    with tempfile.TemporaryDirectory() as folder:
        database = os.path.join(folder, 'news.db')
        lines = '\n'.join(json.dumps(article) for article in articles(pairs)) + '\n'
        file = pathlib.Path(folder, 'articles.jsonl')
        file.write_text(lines, 'utf-8')
        subprocess.run([SAYSO, 'add', '--quiet', '--db', database, file], check=True)
        command = [SAYSO, 'links', '--db', database, '--format', 'json', '--limit', '1000000']
        return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


def spans(fact: dict) -> list[list[int]]:
    if 'passage' in fact:
        return [fact['passage']['span']]
    return [fact['action']['span']] if 'action' in fact else [part['span'] for part in fact['content']]


def is_at(fact: dict, pair: dict, side: str) -> bool:
    """Whether a fact overlaps the words that carry the point of its side of a pair."""
    text = pair[side]['text'].encode()
    begin = text.index(pair[f'{side}_words'].encode())
    end = begin + len(pair[f'{side}_words'].encode())
    return any(first < end and last > begin for first, last in spans(fact))


def verdict(link: dict, by_number: dict[str, dict]) -> tuple[bool, str]:
    places = [link[side]['document']['uri'].split('/') for side in SIDES]
    pair = by_number[places[0][0]]
    same = places[0][0] == places[1][0] and [place[1] for place in places] == list(SIDES)
    right = same and pair['kind'] == link['kind'] and all(is_at(link[side], pair, side) for side in SIDES)
    return right, places[0][0]


def words(fact: dict) -> str:
    if 'passage' in fact:
        return fact['passage']['text']
    return fact['action']['text'] if 'action' in fact else ' ... '.join(part['text'] for part in fact['content'])


def report(kind: str, right: int, given: int, found: int, wanted: int) -> None:
    print(json.dumps({'kind': kind, 'pairs': wanted, 'links': given,
                      'precision': round(right / given, 3) if given else None,
                      'recall': round(found / wanted, 3) if wanted else None}))  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--errors', action='store_true', help='print the links that are wrong and the pairs without one')
    parser.add_argument('--pairs', type=pathlib.Path, default=ROOT / 'bench' / 'link_pairs.jsonl')
    options = parser.parse_args()
    errors = options.errors
    pairs = [json.loads(line) for line in options.pairs.read_text('utf-8').splitlines()]
    by_number = {str(pair['pair']): pair for pair in pairs}
    given, right = collections.Counter(), collections.Counter()
    found = collections.defaultdict(set)
    for link in found_links(pairs):
        kind = link['kind']
        if kind not in JUDGED:
            continue
        given[kind] += 1
        good, pair = verdict(link, by_number)
        right[kind] += good
        if good:
            found[kind].add(pair)
        elif errors:
            print(f'wrong {kind} ({by_number[pair]["kind"]} {pair}): {words(link["later"])} | {words(link["earlier"])}')
    wanted = collections.Counter(pair['kind'] for pair in pairs)
    for kind in JUDGED:
        report(kind, right[kind], given[kind], len(found[kind]), wanted[kind])
    all_found = sum(len(each) for each in found.values())
    report('all', right.total(), given.total(), all_found, sum(wanted[kind] for kind in JUDGED))
    for pair in pairs if errors else []:
        if pair['kind'] in JUDGED and str(pair['pair']) not in found[pair['kind']]:
            print(f'missed {pair["kind"]} {pair["pair"]}: {pair["later_words"]} | {pair["earlier_words"]}')


if __name__ == '__main__':
    main()
