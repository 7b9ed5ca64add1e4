"""sayso read --lexicon: whose names it reads with, and what it says when they are wrong."""

import unittest

from support import ARTICLE, LEXICON, Case

ROWS = 'entry\tx/ferry-line\tFerry Line\torganization\n'
PETRARCH = {'own/port.actors.txt': 'MARA_QUIST_ [GBRGOV]\n+MISS_QUIST_\n', 'own/port.agents.txt': 'FERRYMAN [~BUS]\n'}


@unittest.skipUnless(LEXICON.exists(), 'the lexicon is not built')
class ReadWithLexicon(Case):
    def hash(self, *arguments, **options):
        """The lexicon that a record names."""
        return self.read(self.write('a.txt', ARTICLE), *arguments, **options)[0]['engine']['lexicon']

    def assert_refused(self, lexicon, code):
        article = self.write('a.txt', ARTICLE)
        for arguments, environment in ((['--lexicon', lexicon], None), ([], {'SAYSO_LEXICON': lexicon})):
            run = self.sayso('read', article, *arguments, environment=environment)
            self.assertEqual((3, ''), (run.returncode, run.stdout))
            self.assertEqual(1, run.stderr.count('\n'), run.stderr)
            self.assert_error(run.stderr, code, lexicon)

    def test_the_record_names_the_lexicon(self):
        shipped = self.hash()
        self.assertRegex(shipped, '^[0-9a-f]{16}$')
        self.assertEqual([], self.errors)
        self.assertEqual(shipped, self.hash('--lexicon', LEXICON))

    def test_a_folder_adds_to_the_shipped_lexicon(self):
        self.write('own/a.tsv', ROWS)
        added = self.hash('--lexicon', 'own')
        self.assertEqual([], self.errors)
        self.assertNotEqual(self.hash(), added)
        self.assertEqual(added, self.hash(environment={'SAYSO_LEXICON': 'own'}))
        self.assertEqual(added, self.hash('--lexicon', 'own', environment={'SAYSO_LEXICON': 'nowhere'}))

    def test_a_compiled_file_replaces_it(self):
        self.write('own/a.tsv', ROWS)
        self.sayso('lexicon', 'build', 'own', '--output', 'own.lexicon')
        self.assertNotIn(self.hash('--lexicon', 'own.lexicon'), (self.hash(), self.hash('--lexicon', 'own')))

    def test_dictionaries_of_petrarch(self):
        for name, content in PETRARCH.items():
            self.write(name, content)
        self.assertNotEqual(self.hash(), self.hash('--lexicon', 'own'))
        self.assertEqual([], self.errors)

    def test_faults_are_named_and_the_other_rows_used(self):
        self.write('own/a.tsv', ROWS)
        good = self.hash('--lexicon', 'own')
        self.write('own/a.tsv', ROWS + 'rumour\tx/ferry-line\tF\n')
        self.assertEqual(good, self.hash('--lexicon', 'own'))
        self.assertEqual(2, len(self.errors), self.errors)
        self.assertTrue(self.errors[0].startswith('own/a.tsv:2: SAY050 '), self.errors[0])
        self.assertIn('sayso lexicon check', self.errors[1])

    def test_of_many_faults_the_first_are_named(self):
        self.write('own/a.tsv', ROWS + 'rumour\n' * 20)
        self.hash('--lexicon', 'own')
        self.assertEqual(7, len(self.errors), self.errors)
        self.assertTrue(self.errors[4].startswith('own/a.tsv:6: '), self.errors[4])
        self.assertEqual('and 15 more', self.errors[5])

    def test_a_lexicon_that_cannot_be_used(self):
        (self.folder / 'empty').mkdir()
        self.assert_refused('nowhere', 'SAY057')
        self.assert_refused('empty', 'SAY057')
        self.assert_refused(self.write('a.lexicon', LEXICON.read_bytes()[:-1]), 'SAY056')
        self.assert_refused(self.write('b.lexicon', ROWS), 'SAY056')


if __name__ == '__main__':
    unittest.main()
