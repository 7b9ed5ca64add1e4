"""Rows of Sayso's lexicon: what build.py's parts make, and how they are written."""

import pathlib
import re
import unicodedata

FORMS = ('entry', 'code', 'name', 'demonym', 'metonym', 'place', 'title')
HEADER = '# Written by lexicon/build.py; changes belong there or into the files written by hand.\n'


def slug(name: str) -> str:
    """Côte d'Ivoire -> cote-d-ivoire."""
    plain = unicodedata.normalize('NFKD', name.replace('ø', 'o').replace('ł', 'l').replace('đ', 'd'))
    return re.sub(r'[^a-z0-9]+', '-', plain.encode('ascii', 'ignore').decode().lower()).strip('-')


def row(form: str, entry: str, name: str, *more: str, **fields: str) -> tuple[str, ...]:
    """One row; empty fields are left out."""
    return (form, entry, name, *more, *(f'{key}={value}' for key, value in fields.items() if value))


def write(path: pathlib.Path, rows: list[tuple[str, ...]]) -> None:
    """Writes rows sorted by entry and form, each once; a name that another row of its entry gives is left out."""
    own = {(row[1], words(row[2])) for row in rows if row[0] == 'entry'}
    kept = {}
    for each in rows:
        if each[0] in ('name', 'place') and (each[1], words(each[2])) in own:
            continue
        kept.setdefault((each[1], FORMS.index(each[0]), words(each[2]) if each[0] != 'code' else each[2], each[3:]), each)
    text = HEADER + ''.join('\t'.join(kept[key]) + '\n' for key in sorted(kept))
    path.write_text(text, encoding='utf-8')


def words(name: str) -> str:
    """The form in which the reader compares names: accents, stops and hyphens do not count."""
    plain = ''.join(c for c in unicodedata.normalize('NFKD', name) if not unicodedata.combining(c))
    return ' '.join(re.findall(r'\w+|[^\w\s]', re.sub(r"['’-]", ' ', plain.replace('.', ''))))
