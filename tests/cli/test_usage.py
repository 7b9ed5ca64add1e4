"""Wrong use of the command, help and version."""

import unittest

from support import ARTICLE, Case


class Usage(Case):
    def assert_usage_error(self, *arguments, says):
        run = self.sayso(*arguments)
        self.assertEqual((2, ''), (run.returncode, run.stdout), arguments)
        self.assertTrue(run.stderr.startswith('sayso: '), run.stderr)
        self.assertIn(says, run.stderr)

    def test_wrong_use_is_told_and_exits_with_2(self):
        article = self.write('a.txt', ARTICLE)
        for arguments, says in (
            ([], '--help'),
            (['reed', article], 'reed'),
            (['--treads', '2'], '--treads'),
            (['read'], 'See: sayso read --help'),
            (['read', article, '--treads', '2'], '--treads'),
            (['read', article, '--format', 'xml'], 'xml'),
            (['read', article, '--format'], '--format'),
            (['read', article, '--threads', '0'], '0'),
            (['read', article, '--threads', 'many'], 'many'),
            (['read', article, '--min-confidence', '1.5'], '1.5'),
            (['read', article, '--color', 'pink'], 'pink'),
            (['read', article, '--format', 'brat'], '--output'),
            (['read', article, '--output', article], 'overwrite'),
            (['eval'], 'See: sayso eval --help'),
            (['model', 'x'], 'x'),
            (['lexicon'], 'See: sayso lexicon --help'),
            (['lexicon', 'show'], 'NAME'),
            (['serve', '--port', '70000'], '70000'),
        ):
            with self.subTest(arguments):
                self.assert_usage_error(*arguments, says=says)
        self.assertEqual(ARTICLE, (self.folder / 'a.txt').read_text())

    def test_dates_must_exist(self):
        article = self.write('a.txt', ARTICLE)
        for date in ('2024-13-40', '2023-02-29', 'yesterday', '2024-1-2', '02.11.2024', '2024-11-02T10:00'):
            with self.subTest(date):
                self.assert_usage_error('read', article, '--date', date, says='SAY005')

    def test_help_and_version(self):
        for command in ([], ['read'], ['ledger'], ['eval'], ['model'], ['lexicon'], ['serve']):
            arguments = [*command, '--help']
            run = self.sayso(*arguments)
            self.assertEqual((0, ''), (run.returncode, run.stderr))
            self.assertIn('Examples:\n  sayso ', run.stdout)
        run = self.sayso('--version')
        self.assertEqual(0, run.returncode)
        self.assertRegex(run.stdout, r'^sayso \d+\.\d+\.\d+\n$')


if __name__ == '__main__':
    unittest.main()
