"""Tests of ./sayso and tools/build.sh in a copy of the repository where cmake, ninja and apt-get are small stand-ins."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[1]

STAND_INS = {
    # Notes each call; "builds" a program that shows its arguments and its input.
    'cmake': 'echo cmake "$@" >>"$CALLS"; mkdir -p build/release; touch build/release/build.ninja; echo cmake speaks',
    'ninja': """
        echo ninja "$@" >>"$CALLS"; echo "[1/1] ninja speaks"; cat >/dev/null
        sleep "${NINJA_TAKES:-0}"; mkdir -p "$2/bin"
        [ -z "$NINJA_FAILS" ] || { echo "the compiler complains"; exit 1; }
        printf '#!/bin/sh\\nprintf "<%%s>" "$@"; [ -t 0 ] || cat; exit 7\\n' >"$2/bin/sayso"; chmod +x "$2/bin/sayso"
    """,
    'dpkg-query': '[ -n "$MISSING" ] || { shift 3; for name; do printf "installed:%s " "$name"; done; }',
    'apt-get': 'echo apt-get "$@" >>"$CALLS"',
    'sudo': 'exit 1',
}


class BuildTest(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='sayso build '))
        self.addCleanup(shutil.rmtree, self.folder)
        self.repository = self.folder / 'a copy'
        for name in ('src/base', 'include', 'tools'):
            (self.repository / name).mkdir(parents=True)
        for name in ('sayso', 'tools/build.sh', 'tools/packages.txt', 'CMakeLists.txt', 'CMakePresets.json'):
            shutil.copy(ROOT / name, self.repository / name)
        self.source = self.repository / 'src/base/x.cc'
        self.source.touch()
        commands = self.folder / 'bin'
        commands.mkdir()
        for name, body in STAND_INS.items():
            (commands / name).write_text(f'#!/bin/sh\n{body}\n')
            (commands / name).chmod(0o755)
        self.calls = self.folder / 'calls'
        self.calls.touch()
        self.environment = {**os.environ, 'PATH': f'{commands}:{os.environ["PATH"]}', 'CALLS': str(self.calls)}
        self.environment.pop('SAYSO_JOBS', None)

    def command(self, *arguments, path=None):
        return [str(path or self.repository / 'sayso'), *arguments]

    def run_sayso(self, *arguments, path=None, cwd='/', stdin='', **environment):
        time.sleep(0.01)  # so that what was written before has an older date than what the script writes
        return subprocess.run(
            self.command(*arguments, path=path),
            cwd=cwd,
            input=stdin,
            env={**self.environment, **environment},
            capture_output=True,
            text=True,
            timeout=60,
        )

    def builds(self):
        return sum(line.startswith('ninja') for line in self.calls.read_text().splitlines())

    def test_builds_once_and_keeps_standard_output_and_input_for_the_program(self):
        first = self.run_sayso('read', 'a b', '', stdin='the article')
        self.assertEqual((first.stdout, first.returncode), ('<read><a b><>the article', 7))
        self.assertEqual(first.stderr, 'building sayso ...\n')
        second = self.run_sayso('-', stdin='another')
        self.assertEqual((second.stdout, second.stderr), ('<->another', ''))
        self.assertEqual(self.builds(), 1)

    def test_works_through_links_and_from_anywhere(self):
        links = self.folder / 'other place'
        links.mkdir()
        (links / 'one').symlink_to(self.repository / 'sayso')
        (links / 'two').symlink_to('one')
        self.assertEqual(self.run_sayso('x', path=links / 'two', cwd=links).stdout, '<x>')
        self.assertEqual(self.run_sayso('x', path='./two', cwd=links).stdout, '<x>')
        self.assertEqual(self.run_sayso('x', path='../a copy/sayso', cwd=links).stdout, '<x>')
        self.assertEqual(self.builds(), 1)
        self.assertFalse((links / 'build').exists())

    def test_builds_again_when_a_file_changed_appeared_or_went(self):
        self.run_sayso()
        changes = [
            lambda: self.source.write_text('int x;'),
            lambda: (self.repository / 'include/new.h').touch(),
            lambda: self.source.unlink(),
            lambda: (self.repository / 'CMakeLists.txt').touch(),
            lambda: (self.repository / 'apps').mkdir(),
            lambda: (self.repository / 'apps').rmdir(),
        ]
        for number, change in enumerate(changes, start=2):
            time.sleep(0.01)
            change()
            self.run_sayso()
            self.run_sayso()
            self.assertEqual(self.builds(), number)

    def test_builds_afresh_in_another_place(self):
        self.run_sayso()
        moved = self.folder / 'moved'
        self.repository.rename(moved)
        (moved / 'build/release/left-over').touch()
        self.assertEqual(self.run_sayso('x', path=moved / 'sayso').stdout, '<x>')
        self.assertEqual(self.builds(), 2)
        self.assertFalse((moved / 'build/release/left-over').exists())

    def test_builds_again_when_the_program_is_gone(self):
        self.run_sayso()
        (self.repository / 'build/release/bin/sayso').unlink()
        self.assertEqual(self.run_sayso('x').stdout, '<x>')

    def test_a_failed_build_shows_the_end_of_its_log_and_is_tried_again(self):
        failed = self.run_sayso(NINJA_FAILS='1')
        self.assertEqual((failed.stdout, failed.returncode), ('', 1))
        self.assertIn('the compiler complains', failed.stderr)
        self.assertIn('build/release.log', failed.stderr)
        self.assertEqual(self.run_sayso('x').stdout, '<x>')

    def test_of_two_at_once_one_builds_and_the_other_waits(self):
        environment = {**self.environment, 'NINJA_TAKES': '1'}
        pair = [
            subprocess.Popen(self.command('x'), env=environment, text=True, stdin=subprocess.DEVNULL, stdout=-1, stderr=-1)
            for _ in range(2)
        ]
        results = [process.communicate(timeout=60) for process in pair]
        self.assertEqual([out for out, _ in results], ['<x>', '<x>'])
        self.assertEqual(self.builds(), 1)
        said = sorted(err for _, err in results)
        self.assertEqual(said, ['building sayso ...\n', 'waiting for another build ...\n'])

    def test_passes_the_number_of_jobs_on(self):
        self.run_sayso(SAYSO_JOBS='3')
        self.assertIn(' -j 3 ', self.calls.read_text())

    @unittest.skipUnless(os.geteuid() == 0, 'only root installs packages')
    def test_root_installs_missing_packages(self):
        self.run_sayso('x', MISSING='1')
        calls = [line for line in self.calls.read_text().splitlines() if line.startswith('apt-get')]
        self.assertTrue(calls[0].endswith(' update'), calls)
        self.assertIn(' install -y --no-install-recommends g++ cmake ', calls[1])
        self.assertNotIn('shellcheck', calls[1])

    def test_without_root_the_one_line_is_printed(self):
        command = self.command('x')
        if os.geteuid() == 0:
            if not shutil.which('setpriv'):
                self.skipTest('there is no setpriv to run without root')
            for path in [self.folder, *self.folder.rglob('*')]:
                os.chown(path, 65534, 65534)
            command = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', *command]
        run = subprocess.run(command, env={**self.environment, 'MISSING': '1'}, capture_output=True, text=True, timeout=60, cwd='/')
        self.assertEqual((run.stdout, run.returncode), ('', 1))
        lines = [line for line in run.stderr.splitlines() if 'apt-get' in line]
        self.assertEqual(len(lines), 1)
        self.assertRegex(lines[0], r'^  sudo apt-get update && sudo apt-get install -y .*g\+\+ cmake ninja-build')
        self.assertEqual(self.calls.read_text(), '')


if __name__ == '__main__':
    unittest.main()
