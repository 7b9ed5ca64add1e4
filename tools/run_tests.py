"""Runs the tests of a finished build: the C++ ones through ctest, the Python ones through unittest.

Used by ./test, which builds first and documents the options. The last line is "N passed, N failed", followed by
", N skipped" where tests could not do their work on this machine.
"""

from __future__ import annotations

import argparse
import io
import multiprocessing
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from concurrent import futures
from dataclasses import dataclass, field

ROOT = pathlib.Path(__file__).resolve().parent.parent
# (folder, file pattern): where the Python tests are.
PYTHON_TESTS = [('tests', '*test*.py'), ('tests/cli', '*test*.py'), ('training', '*_test.py')]
# Tests of these folders may need modules that running Sayso does not need; without them they are skipped.
MAY_LACK_MODULES = ('training',)
# A C++ test that cannot do its work on this machine says so: MESSAGE("SKIPPED: no AVX2 here").
SKIPPED = re.compile(r'SKIPPED: *(.*)')
# What doctest counts as skipped are mostly the cases that a filter left out.
SUMMARY = re.compile(r'test cases: *\d+ *\| *(\d+) passed *\| *(\d+) failed')
# What run_python() runs: a forked process has it, so that no test needs to be sent.
RUNNING: list[list[unittest.TestCase]] = []


@dataclass
class Outcome:
    """What a set of tests came to."""

    passed: int = 0
    failed: int = 0
    skipped: list[str] = field(default_factory=list)

    def add(self, other: Outcome) -> None:
        self.passed += other.passed
        self.failed += other.failed
        self.skipped += other.skipped


@dataclass
class Case:
    """One C++ test case: its words, and the ctest test (file) that holds it."""

    name: str
    file: str


def matches(name: str, patterns: list[str]) -> bool:
    return not patterns or any(pattern.lower() in name.lower() for pattern in patterns)


def jobs() -> int:
    """How many tests run at the same time."""
    return int(os.environ.get('SAYSO_JOBS') or len(os.sched_getaffinity(0)))


def cpp_cases(build: pathlib.Path) -> list[Case]:
    """All C++ test cases; a program that does not even list them is an error."""
    command = [build / 'bin/sayso_tests', '--list-test-cases', '--reporters=xml']
    listing = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [
        Case(case.attrib['name'], pathlib.PurePath(case.attrib['filename']).name.removesuffix('_test.cc'))
        for case in ElementTree.fromstring(listing).iter('TestCase')
    ]


def read_doctest(name: str, output: str, failed: bool) -> Outcome:
    """Counts the cases in doctest's output. A program that died before its summary is one failure."""
    summary = SUMMARY.search(output)
    outcome = Outcome(0, 1)
    if summary:
        outcome = Outcome(int(summary[1]), max(int(summary[2]), int(failed)))
    outcome.skipped = [f'{name}: {reason}' for reason in dict.fromkeys(SKIPPED.findall(output))]
    if failed or outcome.failed:
        print(f'--- {name}\n{output.strip()}\n', flush=True)
    return outcome


def run_cpp_files(build: pathlib.Path, files: list[str]) -> Outcome:
    """Runs whole test files through ctest, side by side."""
    outcome = Outcome()
    with tempfile.TemporaryDirectory() as folder:
        report = pathlib.Path(folder) / 'ctest.xml'
        subprocess.run(
            ['ctest', '--test-dir', str(build), '--output-junit', str(report), '-j', str(jobs()), '--timeout', '900']
            + ['--test-output-size-passed', '1000000', '--test-output-size-failed', '1000000']
            + ['-R', '^(' + '|'.join(map(re.escape, files)) + ')$'],
            stdout=subprocess.DEVNULL,
            check=False,
        )
        tests = list(ElementTree.parse(report).iter('testcase'))
    for test in tests:
        output = test.findtext('system-out') or ''
        outcome.add(read_doctest(test.attrib['name'], output, test.attrib['status'] != 'run'))
    missing = set(files) - {test.attrib['name'] for test in tests}
    if missing:
        print(f'--- not known to ctest: {" ".join(sorted(missing))}')
        outcome.failed += len(missing)
    return outcome


def run_cpp_cases(build: pathlib.Path, cases: list[Case]) -> Outcome:
    """Runs single test cases by their names."""
    escaped = [case.name.replace('\\', '\\\\').replace(',', '\\,') for case in cases]
    command = [build / 'bin/sayso_tests', '--no-intro', '--test-case=' + ','.join(escaped)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    return read_doctest('test cases by name', run.stdout + run.stderr, run.returncode != 0)


def missing_module(test: unittest.TestCase) -> str | None:
    """The module for want of which this test could not be loaded."""
    lacking = re.search(r"ModuleNotFoundError: No module named '([^']+)'", str(getattr(test, '_exception', '')))
    return lacking[1] if lacking else None


def python_tests() -> tuple[list[unittest.TestCase], list[str]]:
    """The Python tests, and the test files that were passed over, with the reason."""

    def flatten(suite: unittest.TestSuite | unittest.TestCase) -> list[unittest.TestCase]:
        return [case for part in suite for case in flatten(part)] if isinstance(suite, unittest.TestSuite) else [suite]

    found, skipped = [], []
    for folder, pattern in PYTHON_TESTS:
        path = ROOT / folder
        if not path.is_dir():
            continue
        # The folder is its own top level: tests import their neighbours by name.
        for test in flatten(unittest.TestLoader().discover(str(path), pattern, str(path))):
            module = missing_module(test)
            if folder in MAY_LACK_MODULES and module and not (path / f'{module}.py').exists():
                skipped.append(f'{folder}/{test.id().rpartition(".")[2]}.py: there is no Python module {module} here')
            else:
                found.append(test)
    return found, skipped


class CountingResult(unittest.TextTestResult):
    """Counts the tests that passed; unittest itself counts only those that ran."""

    passed = 0

    def addSuccess(self, test: unittest.TestCase) -> None:  # noqa: N802 (the name is unittest's)
        super().addSuccess(test)
        self.passed += 1


def run_unit(tests: list[unittest.TestCase]) -> tuple[Outcome, str]:
    """Runs tests one after the other; their outcome, and what unittest has to say about those that failed."""
    report = io.StringIO()
    result = unittest.TextTestRunner(stream=report, verbosity=0, resultclass=CountingResult).run(unittest.TestSuite(tests))
    # A failed subtest names its test; several of them are one failed test.
    failed = {getattr(test, 'test_case', test).id() for test, _ in result.failures + result.errors}
    failed |= {test.id() for test in result.unexpectedSuccesses}
    skipped = [f'{test.id()}: {reason}' for test, reason in result.skipped]
    passed = result.passed + len(result.expectedFailures)
    return Outcome(passed, len(failed), skipped), report.getvalue() if failed else ''


def independent(tests: list[unittest.TestCase]) -> list[list[unittest.TestCase]]:
    """Tests that may run beside each other; those of a class that prepares something for all of them stay together."""
    units: dict[object, list[unittest.TestCase]] = {}
    for test in tests:
        kind = type(test)
        alone = kind.setUpClass.__func__ is unittest.TestCase.setUpClass.__func__
        units.setdefault(id(test) if alone else kind, []).append(test)
    return list(units.values())


def run_python(tests: list[unittest.TestCase]) -> Outcome:
    """Runs tests side by side, each unit in a process forked from this one, which has them all loaded."""
    units = independent(tests)
    RUNNING[:] = units
    outcome = Outcome()
    with futures.ProcessPoolExecutor(jobs(), multiprocessing.get_context('fork')) as pool:
        for part, report in pool.map(run_loaded, range(len(units))):
            outcome.add(part)
            if report:
                print(report, flush=True)
    return outcome


def run_loaded(number: int) -> tuple[Outcome, str]:
    return run_unit(RUNNING[number])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--build', type=pathlib.Path, required=True)
    parser.add_argument('--unit', action='store_true')
    parser.add_argument('--list', action='store_true')
    parser.add_argument('patterns', nargs='*')
    options = parser.parse_args()
    sys.dont_write_bytecode = True
    os.environ['PYTHONDONTWRITEBYTECODE'] = '1'
    os.environ['SAYSO_BINARY'] = str(options.build.resolve() / 'bin/sayso')
    os.environ['SAYSO_BUILD'] = str(options.build.resolve())

    cases = cpp_cases(options.build)
    files = sorted({case.file for case in cases if matches(case.file, options.patterns)})
    single = [case for case in cases if case.file not in files and matches(case.name, options.patterns)]
    python, unloaded = ([], []) if options.unit else python_tests()
    python = [test for test in python if matches(test.id(), options.patterns)]
    if options.list:
        chosen = [f'{case.file}: {case.name}' for case in cases if case.file in files or case in single]
        print('\n'.join(chosen + [test.id() for test in python]))
        return 0

    total = Outcome(skipped=[reason for reason in unloaded if matches(reason, options.patterns)])
    if files:
        total.add(run_cpp_files(options.build, files))
    if single:
        total.add(run_cpp_cases(options.build, single))
    if python:
        total.add(run_python(python))
    if not (options.patterns or options.unit or any((ROOT / 'tests/cli').glob('*test*.py'))):
        total.skipped.append('tests/cli: there are no tests, so the command line was not tested')
    if total.skipped:
        print(f'\n!!! {len(total.skipped)} SKIPPED !!!')
        print('\n'.join(f'  {reason}' for reason in total.skipped))
    if total.passed + total.failed == 0:
        print(f'no test ran: {" ".join(options.patterns) or "there is none"}')
    skipped = f', {len(total.skipped)} skipped' if total.skipped else ''
    print(f'{total.passed} passed, {total.failed} failed{skipped}')
    return 0 if total.passed and not total.failed else 1


if __name__ == '__main__':
    sys.exit(main())
