"""sayso lexicon: check, build and show."""

import json
import os
import time
import unittest

from support import LEXICON, ROOT, Case

ROWS = (
    'entry\tx/meridia\tMeridia\tgovernment\tcountry=UKR\n'
    'code\tx/meridia\tUKRGOV\tfrom=2020-01-02\n'
    'demonym\tx/meridia\tMeridian\n'
    'entry\tx/hill\tHill House\tplace\tstands_for=x/meridia\n'
)
ACTORS = 'MERIDIAN_RIVER_GUARD_ [UKRMIL] # a comment\n+MRG_\n'


class Lexicon(Case):
    def show(self, name, **options):
        run = self.sayso('lexicon', 'show', name, '--format', 'json', **options)
        self.assertEqual('', run.stderr)
        answer = json.loads(run.stdout)
        self.assert_no_blanks(answer)
        self.assertEqual(0 if answer['candidates'] else 1, run.returncode)
        return answer['candidates']

    def test_check_of_a_good_folder(self):
        self.write('own/a.tsv', ROWS)
        self.write('own/b.actors.txt', ACTORS)
        run = self.sayso('lexicon', 'check', 'own')
        self.assertEqual((0, ''), (run.returncode, run.stderr))
        self.assertRegex(run.stdout, r'^2 files, \d+ bytes: 3 entries, 5 names, 0 faults\n$')

    def test_check_names_file_and_line(self):
        self.write('own/a.tsv', ROWS + 'rumour\tx/meridia\tM\nname\tx/nowhere\tN\n')
        self.write('own/c.agents.txt', 'WARDEN [~GOV]\nNO_CODE\n')
        run = self.sayso('lexicon', 'check', 'own')
        self.assertEqual(1, run.returncode)
        lines = run.stderr.splitlines()
        self.assertEqual(3, len(lines), lines)
        for line, start in zip(lines, ('own/a.tsv:5: SAY050 ', 'own/a.tsv:6: SAY052 ', 'own/c.agents.txt:2: SAY050 '), strict=True):
            self.assertTrue(line.startswith(start), line)
        self.assertIn('3 faults', run.stdout)

    def test_bad_folders(self):
        (self.folder / 'empty').mkdir()
        self.write('file.txt', 'no lexicon')
        for path, code in (('nowhere', 'SAY001'), ('empty', 'SAY007'), ('file.txt', 'SAY056')):
            run = self.sayso('lexicon', 'check', path)
            self.assertEqual((1, ''), (run.returncode, run.stdout))
            self.assert_error(run.stderr, code, path)

    def test_build_and_use(self):
        self.write('own/a.tsv', ROWS)
        run = self.sayso('lexicon', 'build', 'own', '--output', 'own.lexicon')
        self.assertEqual((0, ''), (run.returncode, run.stderr))
        first = (self.folder / 'own.lexicon').read_bytes()
        self.sayso('lexicon', 'build', 'own', '-o', 'own.lexicon')
        self.assertEqual(first, (self.folder / 'own.lexicon').read_bytes())
        own = {'SAYSO_LEXICON': 'own.lexicon'}
        kinds = [(each['id'], each['form']) for each in self.show('hill house', environment=own)]
        self.assertEqual([('x/hill', 'place'), ('x/meridia', 'metonym')], kinds)
        self.assertEqual([], self.show('Kyiv', environment=own))
        run = self.sayso('lexicon', 'build', 'own', '-o', 'no/such/folder/x')
        self.assertEqual(4, run.returncode)
        self.assert_error(run.stderr, 'SAY009')

    def test_damaged_file(self):
        self.write('own/a.tsv', ROWS)
        self.sayso('lexicon', 'build', 'own', '-o', 'own.lexicon')
        good = (self.folder / 'own.lexicon').read_bytes()
        for bad in (b'', good[:20], good[:-1], good[:100] + bytes([good[100] ^ 4]) + good[101:], b'entry\tx'):
            self.write('bad.lexicon', bad)
            run = self.sayso('lexicon', 'show', 'Meridia', environment={'SAYSO_LEXICON': 'bad.lexicon'})
            self.assertEqual((3, ''), (run.returncode, run.stdout))
            self.assert_error(run.stderr, 'SAY056', 'bad.lexicon')

    @unittest.skipUnless(LEXICON.exists(), 'the lexicon is not built')
    def test_a_folder_adds_to_the_shipped_lexicon(self):
        self.write('own/a.tsv', ROWS + 'name\tUKR\tLand of Wheat\n')
        run = self.sayso('lexicon', 'check', 'own')
        self.assertEqual((0, ''), (run.returncode, run.stderr))
        environment = {'SAYSO_LEXICON': str(self.folder / 'own')}
        self.assertEqual(['UKR'], [each['id'] for each in self.show('land of wheat', environment=environment)])
        self.assertIn('x/meridia', [each['id'] for each in self.show('Meridia', environment=environment)])

    @unittest.skipUnless(LEXICON.exists(), 'the lexicon is not built')
    def test_what_ships(self):
        wanted = {
            'Washington': {('USA', 'metonym'), ('place/washington', 'place'), ('usa/george-washington', 'name')},
            'the White House': set(),
            'White House': {('usa/white-house', 'name'), ('place/white-house', 'place')},
            'Foggy Bottom': {('usa/state-department', 'metonym')},
            'elysee': {('fra/elysee', 'name')},
            'Bankova': {('ukr/presidential-office', 'metonym')},
            'No. 10': {('gbr/downing-street', 'name')},
            'RBK-Ukraine': {('media/rbc-ukraine', 'name')},
            'Zelensky': {('ukr/volodymyr-zelenskyy', 'name')},
            'Ukrainian president': {('ukr/volodymyr-zelenskyy', 'title')},
            'Verkhovna Rada': {('ukr/parliament', 'name')},
            'Ukrainians': {('UKR', 'demonym')},
            'U.S.': {('USA', 'name')},
            'spokeswoman': {('role/spokeswoman', 'title')},
            'Georgia': {('GEO', 'name'), ('place/usa-georgia', 'place')},
        }
        for name, candidates in wanted.items():
            with self.subTest(name):
                self.assertLessEqual(candidates, {(each['id'], each['form']) for each in self.show(name)})
        biden = next(each for each in self.show('Joe Biden') if each['id'] == 'usa/joe-biden')
        self.assertIn({'cameo': 'USAGOV', 'from': '2021-01-20', 'until': '2025-01-20'}, biden['codes'])

    @unittest.skipUnless(LEXICON.exists(), 'the lexicon is not built')
    def test_the_page(self):
        text = self.sayso('lexicon', 'show', 'kyiv').stdout
        for words in ('Ukraine, government (as metonym)', 'Kyiv, place (as place)', 'stands for   UKR'):
            self.assertIn(words, text)
        run = self.sayso('lexicon', 'show', 'no such name at all')
        self.assertEqual((1, ''), (run.returncode, run.stdout))
        self.assertIn('does not have this name', run.stderr)

    def test_a_large_lexicon_is_read_in_linear_time(self):
        def seconds(entries):
            rows = ''.join(f'entry\tp/{i}\tActor {i} of the List\tperson\nname\tp/{i}\tAlias {i}\r\n' for i in range(entries))
            self.write('own/a.tsv', rows + 'bad row\r')
            begun = time.monotonic()
            run = self.sayso('lexicon', 'build', 'own', '-o', os.devnull)
            self.assertIn(f'{entries} entries', run.stdout)
            return time.monotonic() - begun

        seconds(1000)
        self.assertLess(seconds(80000), 8 * max(0.25, seconds(20000)))

    def test_the_example_in_the_documentation(self):
        page = (ROOT / 'docs/lexicon.md').read_text()
        rows = page.split('```tsv\n')[1].split('```')[0]
        self.write('own/harbour.tsv', rows)
        run = self.sayso('lexicon', 'check', 'own')
        self.assertEqual((0, ''), (run.returncode, run.stderr))
        shown = self.sayso('lexicon', 'show', 'Fort Street', environment={'SAYSO_LEXICON': str(self.folder / 'own')})
        self.assertEqual(page.split('```text\n')[1].split('```')[0], shown.stdout)


if __name__ == '__main__':
    unittest.main()
