"""What is read, what is refused, and that one bad input never costs the others."""

import json
import os
import unittest

from support import ARTICLE, ROOT, WIDE, Case


class Input(Case):
    def codes(self, record):
        return [note['code'] for note in record['notes']]

    def test_missing_file(self):
        self.assertEqual([], self.read('nowhere.txt', code=1))
        self.assertEqual(1, len(self.errors))
        self.assert_error(self.errors[0], 'SAY001', 'nowhere.txt', 'check the path')

    def test_missing_file_among_good_ones(self):
        names = [self.write('b.txt', ARTICLE), 'nowhere.txt', self.write('a.txt', WIDE)]
        records = self.read(*names, code=1)
        self.assertEqual([ARTICLE, WIDE], [record['document']['text'] for record in records])
        self.assertEqual(1, len(self.errors))

    @unittest.skipIf(os.geteuid() == 0, 'root reads everything')
    def test_unreadable_file(self):
        os.chmod(self.write('secret.txt', ARTICLE), 0)
        self.assertEqual([], self.read('secret.txt', code=1))
        self.assert_error(self.errors[0], 'SAY002', 'secret.txt')

    def test_folder_with_one_bad_file(self):
        self.write('news/1.txt', ARTICLE)
        self.write('news/2.txt', b'\x7fELF\x00\x01\x02' + bytes(range(256)) * 8)
        self.write('news/deeper/3.txt', WIDE)
        records = self.read('news', code=1)
        self.assertEqual([ARTICLE, WIDE], [record['document']['text'] for record in records])
        self.assertEqual(1, len(self.errors))
        self.assert_error(self.errors[0], 'SAY003', '2.txt')

    def test_empty_folder(self):
        (self.folder / 'empty').mkdir()
        self.assertEqual([], self.read('empty', code=1))
        self.assert_error(self.errors[0], 'SAY007')

    def test_bad_jsonl_lines(self):
        good = json.dumps({'text': ARTICLE, 'id': 'one', 'outlet': 'The Quay', 'published': '2024-05-03', 'desk': 'sea'})
        name = self.write('n.jsonl', '\n'.join([good, '{not json', '{"title": "no text"}', '[]', '{"text": 7}', '', good]))
        records = self.read(name, code=1)
        self.assertEqual(2, len(records))
        self.assertEqual(4, len(self.errors))
        for line, number in zip(self.errors, (2, 3, 4, 5), strict=True):
            self.assert_error(line, 'SAY004', f'n.jsonl:{number}')
        document = records[0]['document']
        self.assertEqual(['one', 'The Quay', '2024-05-03'], [document[key] for key in ('uri', 'outlet', 'published')])
        self.assertEqual({'desk': 'sea'}, document['extra'])

    def test_standard_input(self):
        self.assertEqual(ARTICLE, self.read('-', stdin=ARTICLE)[0]['document']['text'])
        lines = ''.join(json.dumps({'text': text}) + '\n' for text in (ARTICLE, WIDE))
        self.assertEqual([ARTICLE, WIDE], [record['document']['text'] for record in self.read('-', stdin=lines)])

    def test_date_and_outlet_fill_what_is_missing(self):
        lines = json.dumps({'text': ARTICLE}) + '\n' + json.dumps({'text': ARTICLE, 'published': '2020-01-02', 'outlet': 'Own'})
        records = self.read(self.write('n.jsonl', lines), '--date', '2024-11-02', '--outlet', 'The Quay')
        self.assertEqual(
            [('2024-11-02', 'The Quay'), ('2020-01-02', 'Own')],
            [(record['document']['published'], record['document']['outlet']) for record in records],
        )

    def test_odd_texts_are_read_with_a_note(self):
        for name, content, code in (
            ('empty', b'', 'SAY034'),
            ('blank', b' \n\t\n', 'SAY034'),
            ('invalid', ARTICLE.encode().replace(b'ferry', b'f\xc3rry\xff'), 'SAY030'),
            ('nul', ARTICLE.encode().replace(b'ferry', b'fe\x00rry'), 'SAY030'),
            ('german', 'Die Ministerin sagte am Freitag, dass die Fähre im Frühling noch fahren wird. ' * 4, 'SAY032'),
            ('unbalanced', '“We go on, Quist said on Friday. The union did not say what it wants to do now.\n', 'SAY033'),
        ):
            with self.subTest(name):
                records = self.read(self.write(f'{name}.txt', content))
                self.assertEqual(1, len(records))
                self.assertIn(code, self.codes(records[0]))
        self.assertEqual([], self.codes(self.read(self.write('a.txt', ARTICLE))[0]))

    def test_endless_lines_and_stray_marks(self):
        for name, text in (('line', 'He said it again, and again. ' * 4000), ('marks', '"' * 20000), ('dashes', '“— ' * 5000)):
            with self.subTest(name):
                self.assertEqual(text, self.read(self.write(f'{name}.txt', text))[0]['document']['text'])

    def test_very_large_texts(self):
        # With a model that is small and knows nothing: what is tested is that everything comes through.
        small = ROOT / 'tests/data/small.sayso'
        texts = {'line': 'x' * 50_000_000, 'words': 'He said that it was so. ' * 60_000, 'marks': '"' * 1_000_000}
        for name, text in texts.items():
            with self.subTest(name):
                run = self.sayso('read', '--model', small, '--format', 'jsonl', self.write(f'{name}.txt', text))
                self.assertEqual((0, ''), (run.returncode, run.stderr))
                record = json.loads(run.stdout)
                self.assertEqual(text, record['document']['text'])
                if name == 'words':
                    # Found to the very end, once each, though the text is read in sections.
                    begins = [statement['content'][0]['span'][0] for statement in record['statements']]
                    self.assertGreater(max(begins), len(text) - 1000)
                    self.assertEqual(len(begins), len(set(begins)))

    def test_text_is_never_altered(self):
        text = ARTICLE + '  two  spaces\ttab \n\n\n' + WIDE
        self.assertEqual(text, self.read(self.write('a.txt', text))[0]['document']['text'])

    def test_odd_file_names(self):
        name = b'caf\xe9 \xe2\x80\x9c.txt'
        (self.folder / os.fsdecode(name)).write_text(ARTICLE)
        run = self.sayso('read', '--format', 'jsonl', '.')
        self.assertEqual(0, run.returncode, run.stderr)
        self.assertIn('caf\N{REPLACEMENT CHARACTER} “.txt', json.loads(run.stdout)['document']['uri'])
        self.write('-dash.txt', ARTICLE)
        self.assertEqual(1, len(self.read('--', '-dash.txt')))


if __name__ == '__main__':
    unittest.main()
