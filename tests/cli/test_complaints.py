"""What users of other tools complain about: tests/data/complaints.jsonl, a text and what has to be found in it a line.

A line has `text`, preceded by `repeat` ([words, how often]) where it has to be long; `expect`, a list of words that the
content, the source and the cue of one statement must hold; `no_content`, words that are no statement's whole content;
`notes`, codes of notes that must be there. `unsolved` is true where the model that ships does not find it yet: the line must
still be read without error, and the test reports what is missing as skipped.
"""

import json
import unittest

from support import ROOT, Case


def joined(parts):
    return ' … '.join(part['text'] for part in parts)


class Complaints(Case):
    """The tests are added below, one a line."""

    def missing(self, line):
        """What is expected of a line and not there."""
        often = line.get('repeat', ['', 0])
        text = often[0] * often[1] + line['text']
        records = self.read(self.write('text.txt', text))
        self.assertEqual(1, len(records))
        self.assertEqual([], self.errors)
        self.assertEqual(text, records[0]['document']['text'])
        statements = records[0]['statements']
        codes = {note['code'] for note in records[0]['notes']}
        out = [f'note {code}' for code in line.get('notes', []) if code not in codes]
        for words in line.get('no_content', []):
            out += [f'no statement {words}' for s in statements if joined(s['content']).strip() == words]
        for expected in line['expect']:
            if not any(
                expected['content'] in joined(statement['content'])
                and all(expected[role] in statement.get(role, {}).get('text', '') for role in ('source', 'cue') if role in expected)
                for statement in statements
            ):
                out.append(json.dumps(expected, ensure_ascii=False))
        return out

    def check_line(self, line):
        missing = self.missing(line)
        if missing and line.get('unsolved'):
            self.skipTest(f'unsolved: {line["complaint"]}: {"; ".join(missing)}')
        self.assertEqual([], missing, line['complaint'])


def add_tests():
    for row in (ROOT / 'tests/data/complaints.jsonl').read_text(encoding='utf-8').splitlines():
        line = json.loads(row)
        setattr(Complaints, 'test_' + line['id'].replace('-', '_'), lambda self, line=line: self.check_line(line))


add_tests()

if __name__ == '__main__':
    unittest.main()
