"""The examples of docs/python.md run."""

import contextlib
import io
import pathlib
import re
import unittest

DOCS = pathlib.Path(__file__).resolve().parents[2] / 'docs' / 'python.md'


class Examples(unittest.TestCase):
    def test_they_run_one_after_the_other(self):
        try:
            import pyarrow  # noqa: F401
            import spacy  # noqa: F401
        except ImportError as error:
            self.skipTest(f'{error.name} is not installed')
        names: dict = {}
        with contextlib.redirect_stdout(io.StringIO()) as told:
            for code in re.findall(r'```python\n(.*?)```', DOCS.read_text('utf-8'), re.DOTALL):
                exec(code, names)
        self.assertIn('Ada Holm indirect The talks will resume in May', told.getvalue())
        self.assertIn("('source', 'Ann Lee')", told.getvalue())


if __name__ == '__main__':
    unittest.main()
