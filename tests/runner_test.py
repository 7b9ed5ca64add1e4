"""Tests of tools/run_tests.py, the part of ./test that runs and counts, on a build whose test program is a stand-in."""

import contextlib
import io
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / 'tools'))

import run_tests  # noqa: E402 (a script, found by the line above)

# Lists three cases in two files; `text_marks` fails or dies as the environment asks, and skips one case.
PROGRAM = """#!/bin/sh
case "$*" in
  *--list-test-cases*)
    echo '<doctest><TestCase name="marks pair, always" filename="/x/tests/text_marks_test.cc"/>'
    echo '<TestCase name="odd ones" filename="/x/tests/text_marks_test.cc"/>'
    echo '<TestCase name="days exist" filename="/x/tests/base_dates_test.cc"/></doctest>' ;;
  *base_dates_test.cc* | *--test-case=days*)
    echo '[doctest] test cases: 1 | 1 passed | 0 failed | 2 skipped' ;;
  *'--test-case=marks pair\\,'*)
    echo '[doctest] test cases: 1 | 1 passed | 0 failed | 2 skipped' ;;
  *)
    [ -z "$DIES" ] || kill -SEGV $$
    echo 'MESSAGE: SKIPPED: no marks here'
    [ -z "$FAILS" ] || { echo 'ERROR: unequal'; echo '[doctest] test cases: 2 | 1 passed | 1 failed |'; exit 1; }
    echo '[doctest] test cases: 2 | 2 passed | 0 failed |' ;;
esac
"""


class RunnerTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix='sayso runner ')
        self.addCleanup(folder.cleanup)
        self.build = pathlib.Path(folder.name)
        (self.build / 'bin').mkdir()
        program = self.build / 'bin/sayso_tests'
        program.write_text(PROGRAM)
        program.chmod(0o755)
        tests = [f'add_test({name} "{program}" "--source-file=*/{name}_test.cc")\n' for name in ('text_marks', 'base_dates')]
        (self.build / 'CTestTestfile.cmake').write_text(''.join(tests))

    def run_tests(self, *arguments, **environment):
        """The exit code, the last line and all output."""
        command = [sys.executable, ROOT / 'tools/run_tests.py', '--build', self.build, '--unit', *arguments]
        run = subprocess.run(command, env={**os.environ, **environment}, capture_output=True, text=True, check=False)
        return run.returncode, run.stdout.splitlines()[-1], run.stdout

    def test_all_pass(self):
        code, last, output = self.run_tests()
        self.assertEqual((code, last), (0, '3 passed, 0 failed, 1 skipped'))
        self.assertIn('text_marks: no marks here', output)

    def test_a_failed_case_counts_and_is_shown(self):
        code, last, output = self.run_tests(FAILS='1')
        self.assertEqual((code, last), (1, '2 passed, 1 failed, 1 skipped'))
        self.assertIn('ERROR: unequal', output)

    def test_a_program_that_dies_is_a_failure(self):
        code, last, _ = self.run_tests(DIES='1')
        self.assertEqual((code, last), (1, '1 passed, 1 failed'))

    def test_patterns_choose_files_and_cases(self):
        self.assertEqual(self.run_tests('DATES')[:2], (0, '1 passed, 0 failed'))
        self.assertEqual(self.run_tests('pair, always')[:2], (0, '1 passed, 0 failed'))
        self.assertEqual(self.run_tests('dates', 'text_')[:2], (0, '3 passed, 0 failed, 1 skipped'))

    def test_a_pattern_without_tests_fails(self):
        code, last, output = self.run_tests('nonsense')
        self.assertEqual((code, last), (1, '0 passed, 0 failed'))
        self.assertIn('no test ran: nonsense', output)


class Odd(unittest.TestCase):
    """Stand-ins for tests: held back from the loader by names that do not begin with "test"."""

    def passes(self):
        self.assertEqual(1, 1)

    def fails(self):
        self.fail('unequal')

    def fails_twice(self):
        for part in range(2):
            with self.subTest(part=part):
                self.fail('a part')

    def skips(self):
        self.skipTest('no sun today')


class Prepared(unittest.TestCase):
    """Stand-ins that need what their class prepares once."""

    @classmethod
    def setUpClass(cls):
        cls.made = getattr(cls, 'made', 0) + 1

    def first(self):
        self.assertEqual(1, self.made)

    def second(self):
        self.assertEqual(1, self.made)


class SideBySide(unittest.TestCase):
    def test_python_tests_are_counted_over_all_processes(self):
        tests = [Odd('passes'), Odd('fails'), Odd('fails_twice'), Odd('skips'), Prepared('first'), Prepared('second')]
        report = io.StringIO()
        with contextlib.redirect_stdout(report):
            outcome = run_tests.run_python(tests)
        self.assertEqual((3, 2), (outcome.passed, outcome.failed))
        self.assertEqual(1, len(outcome.skipped))
        self.assertIn('no sun today', outcome.skipped[0])
        self.assertIn('unequal', report.getvalue())

    def test_a_class_that_prepares_something_stays_together(self):
        units = run_tests.independent([Prepared('first'), Odd('passes'), Prepared('second'), Odd('skips')])
        self.assertEqual([2, 1, 1], [len(unit) for unit in units])


if __name__ == '__main__':
    unittest.main()
