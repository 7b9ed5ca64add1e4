"""Codes PETRARCH's validation sentences from their text alone and compares with the events that they expect.

    python3 bench/petrarch.py UNIT_TESTS.xml DICTIONARIES [--sayso ./sayso] [--list]

DICTIONARIES is a folder with PETRARCH's PETR.Validate.* files. A sentence counts as right when exactly the expected
(source, target, event) are coded. What an expectation needs that no text tells stands apart: an error of the parse that
is not read, and parties that PETRARCH codes only under options that the file does not name (a new actor in quotation
marks, `---` for nobody).
"""

import argparse
import collections
import pathlib
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET


def expected(sentence):
    """The (source, target, event) of a sentence, and why no text can tell them, or nothing."""
    events, reason = set(), ''
    for coding in sentence.findall('EventCoding'):
        get = coding.attrib.get
        if get('error') == 'bad_input_parse':
            reason = 'an error of the parse'
        if not get('eventcode'):
            continue
        event = tuple(get(key, '').strip() for key in ('sourcecode', 'targetcode', 'eventcode'))
        if '---' in event[:2]:
            reason = 'nobody as a party'
        if any('"' in code for code in event[:2]):
            reason = 'a new actor'
        events.add(event)
    return events, reason


def coded(sayso, file, dictionaries, options):
    """Events by the id of their sentence, and the seconds that coding took."""
    begin = time.monotonic()
    run = subprocess.run(
        [sayso, 'events', file, '--dictionaries', dictionaries, '--format', 'petrarch', '--quiet', *options],
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        sys.exit(run.stderr)
    found = collections.defaultdict(set)
    for line in run.stdout.splitlines():
        _, source, target, event, _, uri, _ = line.split('\t')
        found[uri.rpartition('#')[0]].add((source, target, event))
    return found, time.monotonic() - begin


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('xml')
    parser.add_argument('dictionaries')
    parser.add_argument('--sayso', default=str(pathlib.Path(__file__).parent.parent / 'sayso'))
    parser.add_argument('--list', action='store_true', help='list what is not right')
    parser.add_argument('--option', action='append', default=[], help='passed on to sayso, for example --option=--threads=1')
    args = parser.parse_args()
    sentences = list(ET.parse(args.xml).getroot().iter('Sentence'))
    with tempfile.TemporaryDirectory() as folder:
        # Only what the sentences belong to: other dictionaries of the folder are left out.
        for file in pathlib.Path(args.dictionaries).glob('PETR.Validate.*'):
            (pathlib.Path(folder) / file.name).symlink_to(file.resolve())
        found, seconds = coded(args.sayso, args.xml, folder, args.option)
    right = untold = 0
    for sentence in sentences:
        events, reason = expected(sentence)
        got = found[sentence.get('id')]
        right += got == events
        untold += bool(reason) and got != events
        if args.list and got != events:
            print(sentence.get('id'), f'({reason})' if reason else '')
            print('   ', ' '.join(sentence.findtext('Text').split()))
            for event in sorted(events - got):
                print('    missed', *event)
            for event in sorted(got - events):
                print('    wrong ', *event)
    total = len(sentences)
    print(
        f'{right} of {total} right: {100 * right / total:.1f} %; without the {untold} that no text tells '
        f'{100 * right / (total - untold):.1f} %'
    )
    print(f'{total / seconds:.0f} sentences a second with opening the model')


if __name__ == '__main__':
    main()
