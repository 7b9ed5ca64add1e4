"""What the documentation shows is what the program does."""

import json
import re
import unittest

from support import ROOT, Case

COMMANDS = (
    'read', 'add', 'find', 'timeline', 'links', 'actors', 'verdicts', 'events', 'explain', 'ledger', 'eval', 'model', 'lexicon',
)  # fmt: skip


class Documentation(Case):
    def test_the_record_in_record_md(self):
        record = json.loads(re.search(r'```json\n(.*?)```', (ROOT / 'docs/record.md').read_text(), re.DOTALL)[1])
        self.check(record)
        names = ['schema', 'document', 'engine', 'actors', 'statements', 'ledger', 'plans', 'meetings', 'events', 'times', 'notes']
        self.assertEqual(names, list(record))
        own = self.read(self.write('a.txt', '“We stay,” Ada Holm said.\n'))[0]
        self.assertEqual(names, list(own))
        for statement in own['statements']:
            self.assertLessEqual(set(statement), set(record['statements'][1]))

    def test_every_code_is_explained(self):
        codes = re.findall(r'^  \w+ = (\d+),', (ROOT / 'include/sayso/result.h').read_text(), re.MULTILINE)
        explained = re.findall(r'^\| (SAY\d{3}) \|', (ROOT / 'docs/errors.md').read_text(), re.MULTILINE)
        self.assertEqual([f'SAY{int(code):03}' for code in codes], explained)

    def test_every_option_is_explained(self):
        text = (ROOT / 'docs/cli.md').read_text()
        for command in COMMANDS:
            for option in set(re.findall(r'--[a-z-]+', self.sayso(command, '--help').stdout)) - {'--help', '--quiet'}:
                self.assertIn(option, text, command)

    def test_the_examples_are_read(self):
        records = self.read(str(ROOT / 'examples'), '--outlet', 'Example Wire')
        by_name = {record['document']['uri'].split('/')[-1]: record for record in records}
        self.assertGreaterEqual(len(by_name), 6)
        page = by_name['water-talks.html']['document']
        self.assertEqual(
            ['Lake states near deal on water, envoy says', 'The Meridian Post', 'Nadia Ferreira', '2024-09-17'],
            [page[key] for key in ('title', 'outlet', 'byline', 'published')],
        )
        self.assertNotIn('All rights reserved', page['text'])
        self.assertEqual({'desk': 'politics'}, by_name['brief-2']['document']['extra'])
        for name in ('customs-union.txt', 'ferry-budget.txt', 'water-talks.html'):
            self.assertGreater(len(by_name[name]['statements']), 8, name)


if __name__ == '__main__':
    unittest.main()
