"""Model files that are missing, broken or not ours, and what `sayso model` shows."""

import json
import unittest

from support import ARTICLE, MODEL, Case


class ModelFile(Case):
    def assert_refused(self, path, *codes, environment=None):
        name = self.write('a.txt', ARTICLE)
        for arguments in (['read', name], ['model']):
            run = self.sayso(*arguments, *(['--model', path] if path else []), environment=environment)
            self.assertEqual((3, ''), (run.returncode, run.stdout), run.stderr)
            self.assertEqual(1, run.stderr.count('\n'))
            self.assertIn(run.stderr.split()[1], codes)

    def test_missing(self):
        self.assert_refused('nowhere.sayso', 'SAY020')
        self.assert_refused('', 'SAY020', environment={'SAYSO_MODEL': 'nowhere.sayso'})

    @unittest.skipUnless(MODEL.exists(), 'the model is not there')
    def test_broken(self):
        good = MODEL.read_bytes()
        for name, data, *codes in (
            ('empty', b'', 'SAY021'),
            ('one byte', good[:1], 'SAY021'),
            ('header only', good[:32], 'SAY021'),
            ('half', good[: len(good) // 2], 'SAY021'),
            ('all but a byte', good[:-1], 'SAY021'),
            ('a byte more', good + b'\0', 'SAY021', 'SAY022'),
            ('text', ARTICLE.encode() * 100, 'SAY022'),
            ('next version', good[:8] + b'\2\0\0\0' + good[12:], 'SAY023'),
            *(
                (f'bit at {at}', good[:at] + bytes([good[at] ^ 4]) + good[at + 1 :], 'SAY022')
                for at in (0, 40, 100, 5000, len(good) - 1)
            ),
        ):
            with self.subTest(name):
                self.assert_refused(self.write('m.sayso', data), *codes)

    def test_model_command(self):
        run = self.sayso('model', '--format', 'json')
        self.assertEqual((0, ''), (run.returncode, run.stderr))
        facts = json.loads(run.stdout)
        self.assertRegex(facts['hash'], '^[0-9a-f]{16}$')
        self.assertIn(facts['kernels'], facts['usable_kernels'])
        self.assertIn('scalar', facts['usable_kernels'])
        text = self.sayso('model').stdout
        for word in (facts['name'], facts['hash'], facts['file'], facts['kernels']):
            self.assertIn(word, text)
        record = self.read(self.write('a.txt', ARTICLE))[0]
        self.assertEqual(f'{facts["name"]}@{facts["hash"]}', record['engine']['model'])

    def test_kernels(self):
        run = self.sayso('model', '--format', 'json', environment={'SAYSO_KERNELS': 'scalar'})
        self.assertEqual('scalar', json.loads(run.stdout)['kernels'])
        self.assert_refused('', 'SAY025', environment={'SAYSO_KERNELS': 'abacus'})
        self.assert_refused('', 'SAY026', 'SAY025', environment={'SAYSO_KERNELS': 'neon,vnni'})


if __name__ == '__main__':
    unittest.main()
