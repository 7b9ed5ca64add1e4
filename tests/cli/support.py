"""What the tests of the command share: running it, and texts to run it on."""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BINARY = os.environ.get('SAYSO_BINARY', '')
MODEL = ROOT / 'models' / 'sayso.sayso'
LEXICON = pathlib.Path(BINARY).resolve().parent.parent / 'sayso.lexicon'

ARTICLE = (
    'PORT ELDER — The ferry line will stay open until spring, Transport Minister Mara Quist said on Friday.\n\n'
    '“We will not let the islands down,” Quist told reporters. “The boats sail, whatever it costs.”\n\n'
    "The union's chairman, Tobias Renn, said that the crews had not been asked.\n"
)
# Characters of one to four bytes, and a letter whose accent is a character of its own.
WIDE = '“We voted 🗳️ in Åre,” Zoe\u0308 Marr said. “It was 寒い that day 🥶,” René Olt said later.\n'


@unittest.skipUnless(BINARY, 'SAYSO_BINARY does not name the program')
class Case(unittest.TestCase):
    """A test with a folder of its own and a clean environment."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.environment = {k: v for k, v in os.environ.items() if not k.startswith('SAYSO_') and k != 'NO_COLOR'}

    def write(self, name, content):
        """Writes a file into the folder; gives its path as a string."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    def sayso(self, *arguments, stdin=b'', environment=None, timeout=300):
        """Runs the command; output and errors as text, with undecodable bytes shown."""
        data = stdin if isinstance(stdin, bytes) else stdin.encode()
        run = subprocess.run(
            [BINARY, *map(str, arguments)],
            input=data,
            capture_output=True,
            cwd=self.folder,
            env={**self.environment, **(environment or {})},
            timeout=timeout,
            check=False,
        )
        run.stdout, run.stderr = (stream.decode(errors='backslashreplace') for stream in (run.stdout, run.stderr))
        return run

    def read(self, *arguments, code=0, **options):
        """The records that `sayso read --format jsonl` gives; checks the exit code and every span."""
        run = self.sayso('read', '--format', 'jsonl', *arguments, **options)
        self.assertEqual(code, run.returncode, run.stderr)
        self.errors = run.stderr.splitlines()
        records = [json.loads(line) for line in run.stdout.splitlines()]
        for record in records:
            self.check(record)
        return records

    def check(self, record):
        """What holds for every record."""
        text = record['document'].get('text', '').encode()
        self.assertEqual('sayso/1', record['schema'])
        ids = [actor['id'] for actor in record['actors']]
        self.assertEqual([f'a{i + 1}' for i in range(len(ids))], ids)
        for actor in record['actors']:
            self.check_passages(actor['roles'] + actor['mentions'], text)
            self.assertIn(actor.get('represents', ids[0]), ids)
        self.assertEqual([f's{i + 1}' for i in range(len(record['statements']))], [s['id'] for s in record['statements']])
        for statement in record['statements']:
            self.assertTrue(0 <= statement['confidence'] <= 1)
            self.assertIn(statement['mode'], ('direct', 'mixed', 'indirect'))
            self.assertTrue(statement['content'])
            hops = [hop for hop in statement['chain'] if hop['relation'] != 'published-by']
            roles = [statement[role] for role in ('cue', 'source') if role in statement]
            self.check_passages(statement['content'] + hops + roles, text)
            for part in statement['chain'] + [statement.get('source', {})]:
                self.assertIn(part.get('actor', None), [None, *ids])
        self.check_commitments(record, text)
        self.assert_no_blanks(record)

    def check_commitments(self, record, text):
        """What holds for ledger, plans, meetings and times: own ids, and references that lead somewhere."""
        actors = {None, *(actor['id'] for actor in record['actors'])}
        times = {None, *(time['id'] for time in record['times'])}
        for key, letter in (('ledger', 'l'), ('plans', 'p'), ('meetings', 'm'), ('times', 't')):
            self.assertEqual([f'{letter}{i + 1}' for i in range(len(record[key]))], [fact['id'] for fact in record[key]])
        for entry in record['ledger']:
            passages = [entry[key] for key in ('action', 'condition', 'outcome') if key in entry] + entry['amount']
            self.check_passages(passages, text)
            self.assertLessEqual({entry['actor'], entry.get('to'), entry.get('for')}, actors)
            self.assertIn(entry.get('deadline'), times)
            self.assertIn(entry.get('statement'), [None, *(statement['id'] for statement in record['statements'])])
            self.assertTrue(0 <= entry['confidence'] <= 1)
        for plan in record['plans']:
            self.check_passages([plan['name'], *plan['items']], text)
            self.assertLessEqual({plan.get('owner'), *plan['to']}, actors)
        for meeting in record['meetings']:
            self.check_passages([meeting['name'], *meeting['topics']], text)
            self.assertLessEqual(set(meeting['participants']), actors)
            self.assertIn(meeting.get('time'), times)
        self.check_passages(record['times'], text)

    def check_passages(self, passages, text):
        """The words beside a span are those that it names."""
        for passage in passages:
            begin, end = passage['span']
            self.assertLess(begin, end)
            self.assertEqual(passage['text'], text[begin:end].decode())

    def assert_no_blanks(self, value):
        """null and empty strings do not appear in a record."""
        self.assertNotIn(value, (None, ''))
        for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
            self.assert_no_blanks(part)

    def assert_error(self, line, code, *words):
        self.assertTrue(line.startswith(f'sayso: {code} '), line)
        for word in words:
            self.assertIn(word, line)
