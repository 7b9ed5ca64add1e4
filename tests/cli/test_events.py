"""sayso events and sayso explain."""

import csv
import io
import json
import unittest

from support import LEXICON, MODEL, Case

TEXT = 'France condemned Russia on Monday. German troops attacked rebels in Mali.\n'
SENTENCES = '<Sentences><Sentence date="20240503" id="A-1" source="X"><Text>France condemned Russia.</Text></Sentence>'


class Events(Case):
    def setUp(self):
        super().setUp()
        self.environment |= {'SAYSO_MODEL': str(MODEL), 'SAYSO_LEXICON': str(LEXICON)}

    def events(self, name, form):
        run = self.sayso('events', name, '--format', form, '--date', '2024-05-03')
        self.assertEqual((0, ''), (run.returncode, run.stderr))
        return run.stdout

    def test_csv(self):
        rows = list(csv.DictReader(io.StringIO(self.events(self.write('a.txt', TEXT), 'csv'))))
        self.assertEqual([('ACCUSE', 'FRA', 'RUS'), ('ASSAULT', 'DEU', 'MLIREB')], [coded(row) for row in rows])

    def test_plover_and_petrarch_have_the_same_events(self):
        name = self.write('a.txt', TEXT)
        plover = [json.loads(line) for line in self.events(name, 'plover').splitlines()]
        petrarch = [line.split('\t') for line in self.events(name, 'petrarch').splitlines()]
        self.assertEqual(['ACCUSE', 'ASSAULT'], [event['event'][0] for event in plover])
        self.assertEqual([['FRA', 'RUS'], ['DEU', 'MLIREB']], [row[1:3] for row in petrarch])

    def test_explain_names_the_line_of_the_dictionary(self):
        run = self.sayso('explain', self.write('a.txt', TEXT))
        self.assertEqual(0, run.returncode)
        self.assertIn('events.verbs.txt:', run.stdout)
        self.assertIn('CONDEMN', run.stdout)

    def test_sentences_of_petrarch(self):
        rows = self.events(self.write('a.xml', SENTENCES + '</Sentences>'), 'petrarch').splitlines()
        self.assertEqual([['20240503', 'FRA', 'RUS']], [row.split('\t')[:3] for row in rows])

    def test_broken_xml_is_an_error_with_its_line(self):
        run = self.sayso('events', self.write('a.xml', SENTENCES + '\n<oops></Sentences>'))
        self.assertEqual(1, run.returncode)
        self.assertRegex(run.stderr, r'SAY011 .*a\.xml:2: ')

    def test_read_without_events(self):
        name = self.write('a.txt', TEXT)
        self.assertEqual(2, len(self.read(name)[0]['events']))
        self.assertEqual([], self.read(name, '--events', 'none')[0]['events'])


def coded(row):
    return row['type'], row['actor_code'], row['recipient_code']


if __name__ == '__main__':
    unittest.main()
