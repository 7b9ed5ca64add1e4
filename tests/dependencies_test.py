"""Checks that folders include each other in one direction only, as ARCHITECTURE.md draws it."""

import pathlib
import re
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent

# Folder of src/ -> the folders that it may include directly. A new folder needs a line here, a line in ARCHITECTURE.md and a
# place in the list of the root CMakeLists.txt.
ALLOWED = {
    'base': set(),
    'text': {'base'},
    'lexicon': {'base', 'text'},
    'record': {'base'},
    'ingest': {'base', 'text'},
    'nn': {'base', 'text'},
    'model': {'base', 'text', 'nn'},
    'extract': {'base', 'text', 'lexicon', 'nn', 'model', 'record'},
    'store': {'base', 'text', 'lexicon', 'record'},
    'export': {'base', 'text', 'record', 'store'},
    'evaluate': {'base', 'text', 'record'},
    'engine': {'base', 'text', 'lexicon', 'ingest', 'nn', 'model', 'extract', 'record'},
    'serve': {'base', 'text', 'record', 'ingest', 'export', 'store', 'engine'},
}
# The public headers belong to the folder that implements them.
HEADERS = {'span': 'base', 'result': 'base', 'document': 'base', 'record': 'record', 'store': 'store', 'reader': 'engine'}
# The rooms of src/extract do not know each other.
ROOMS = 'extract'

INCLUDE = re.compile(r"""^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)[">]""", re.MULTILINE)
CODE = {'.h', '.hh', '.hpp', '.inc', '.c', '.cc', '.cpp', '.cxx'}
ROW = re.compile(r'^\| `src/(\w+)/` \|.*\| ([^|]*) \|$', re.MULTILINE)
FOLDERS = re.compile(r'^sayso_folders\(([^)]*)\)', re.MULTILINE)


def folder_of(path: pathlib.PurePath) -> str | None:
    """The folder that a file, named from the root, belongs to; None if it is unknown."""
    if path.parts[0] == 'src' and len(path.parts) > 2:
        return path.parts[1] if path.parts[1] in ALLOWED else None
    if path.parts[:2] == ('include', 'sayso') and len(path.parts) == 3:
        return HEADERS.get(path.stem)
    return 'apps' if path.parts[0] == 'apps' else None


def room_of(path: pathlib.PurePath) -> str | None:
    """src/extract/<room>/x.h -> room."""
    return path.parts[2] if path.parts[:2] == ('src', ROOMS) and len(path.parts) > 3 else None


def resolve(root: pathlib.Path, file: pathlib.Path, name: str) -> pathlib.PurePath | None:
    """The included file, named from the root; None if it is none of ours."""
    for base in (root / 'src', root / 'include', file.parent):
        if (base / name).is_file():
            return pathlib.PurePath((base / name).resolve().relative_to(root.resolve()))
    return None


def violations(root: pathlib.Path) -> list[str]:
    """Every include that points the wrong way, and every file in an unknown folder."""
    found = []
    for file in sorted(file for top in ('src', 'include', 'apps') for file in (root / top).rglob('*')):
        if file.suffix not in CODE or not file.is_file():
            continue
        path = pathlib.PurePath(file.relative_to(root))
        folder = folder_of(path)
        if folder is None:
            found.append(f'{path}: unknown folder; see ALLOWED and HEADERS in tests/dependencies_test.py')
            continue
        for mark, name in INCLUDE.findall(file.read_text(encoding='utf-8')):
            target = resolve(root, file, name)
            if target is None and mark == '<':
                continue
            if target is None:
                found.append(f'{path}: "{name}" is no file of this repository; write system headers in <>')
                continue
            other = folder_of(target)
            may = other == folder or (folder == 'apps' and other in ALLOWED) or other in ALLOWED.get(folder, ())
            if not may:
                found.append(f'{path}: {folder} must not include "{name}" ({other})')
            elif room_of(path) and room_of(target) not in (None, room_of(path)):
                found.append(f'{path}: rooms of {ROOMS} must not include each other: "{name}"')
    return found


def cycle(allowed: dict[str, set[str]]) -> list[str]:
    """The folders that remain when those without open dependencies are taken away again and again."""
    left = dict(allowed)
    while free := [folder for folder, below in left.items() if not below & left.keys()]:
        for folder in free:
            del left[folder]
    return sorted(left)


class DependenciesTest(unittest.TestCase):
    def test_includes_point_one_way(self):
        self.assertEqual(violations(ROOT), [])

    def test_the_rule_has_no_cycle(self):
        self.assertEqual(cycle(ALLOWED), [])
        self.assertEqual(cycle({'a': {'b'}, 'b': {'a'}, 'c': {'a'}, 'd': set()}), ['a', 'b', 'c'])

    def test_cmake_adds_each_folder_after_those_below_it(self):
        folders = FOLDERS.findall((ROOT / 'CMakeLists.txt').read_text(encoding='utf-8'))[0].split()
        self.assertEqual(sorted(folders), sorted(ALLOWED))
        for place, folder in enumerate(folders):
            self.assertLessEqual(ALLOWED[folder], set(folders[:place]), folder)

    def test_architecture_has_the_same_table(self):
        rows = dict(ROW.findall((ROOT / 'ARCHITECTURE.md').read_text(encoding='utf-8')))
        self.assertEqual({folder: set(filter(None, below.split(', '))) for folder, below in rows.items()}, ALLOWED)


class PlantedViolationTest(unittest.TestCase):
    """The check itself: it finds what is planted, and nothing else."""

    FILES = {
        'include/sayso/span.h': '#pragma once\n#include <cstddef>\n',
        'include/sayso/record.h': '#include "sayso/span.h"\n',
        'src/base/files.h': '#include "sayso/span.h"\n',
        'src/text/tokens.h': '#include "base/files.h"\n',
        'src/engine/reader.cc': '#include "text/tokens.h"\n',
        'src/extract/statements/quotes.h': '#include "text/tokens.h"\n',
        'src/extract/speakers/names.h': '#include "text/tokens.h"\n',
        'apps/sayso/main.cc': '#include "engine/other.h"\n#include "options.h"\n',
        'apps/sayso/options.h': '',
        'src/engine/other.h': '',
    }

    def planted(self, files: dict[str, str] | None = None) -> list[str]:
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for name, content in {**self.FILES, **(files or {})}.items():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_text(content, encoding='utf-8')
            return violations(root)

    def test_a_clean_tree_passes(self):
        self.assertEqual(self.planted(), [])

    def test_each_violation_is_found_once(self):
        cases = {
            'src/text/up.cc': '#include "engine/other.h"\n',
            'src/base/up.cc': '#  include "text/tokens.h"\n',
            'src/base/angle.cc': '#include <vector>\n#include <text/tokens.h>\n',
            'src/base/other.hpp': '#include "text/tokens.h"\n',
            'src/base/record.cc': '#include "sayso/record.h"\n',
            'include/sayso/span.h': '#include "sayso/record.h"\n',
            'src/text/app.cc': '#include "../../apps/sayso/options.h"\n',
            'src/extract/statements/sibling.cc': '#include "extract/speakers/names.h"\n',
            'src/gossip/rumour.cc': 'int x;\n',
            'include/sayso/rumour.h': '',
            'src/loose.cc': '',
            'src/text/typo.cc': '#include "base/flies.h"\n',
        }
        for name, content in cases.items():
            with self.subTest(name):
                found = self.planted({name: content})
                self.assertEqual(len(found), 1, found)
                self.assertTrue(found[0].startswith(name), found)


if __name__ == '__main__':
    unittest.main()
