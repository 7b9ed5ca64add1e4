"""Text -> WordPieces with spans and input features: the specification of src/text/wordpiece, its C++ twin.

Words as in BERT's uncased tokenizer (Devlin et al. 2019): split at white space and around punctuation and CJK characters, NFD,
lower case, marks (Mn) dropped; control and format characters and U+FFFD are dropped without splitting. Before that all double
quotation marks become '"' and all single ones "'", so that wire copy reads the same whatever its typography. Each word is cut
greedily into the longest pieces of the vocabulary; a word of more than 100 characters, or one that cannot be cut, is [UNK].

Each piece has a span [begin, end) in characters of the text (a piece ends where the next piece of its word begins, the last one
where the word ends) and three features that the uncased vocabulary has lost:
  case   of its word's letters: 0 none cased, 1 lower, 2 Capitalised (also a single capital), 3 CAPITALS, 4 mixed
  gap    before the piece: 0 inside a word, 1 glued to the word before, 2 white space, 3 one line break, 4 two or more, or the start
  quote  0 outside quotations, 1 inside one, 2 its opening mark, 3 its closing mark, 4 inside one that its paragraph leaves open,
         5 a double mark outside every quotation
"""

import re
import unicodedata

DOUBLE = '"“”„‟«»″'
SINGLE = "'‘’‚‛`´"
QUOTE_MARK = re.compile(r"“|”|\"|''|``|«|»|„|‟")
CASES, GAPS, QUOTES = 8, 8, 8  # rows of the feature tables, more than are used


def quote_regions(text):
    """[(begin, end, closed)] of quotations in double marks; the rules are those of src/text/quotes.h."""
    regions, start = [], 0
    for paragraph in text.split('\n'):
        end, opened = start + len(paragraph), None
        for match in QUOTE_MARK.finditer(text, start, end):
            mark, (i, j) = match.group(), match.span()
            before, after = (text[i - 1] if i > start else ' '), (text[j] if j < end else ' ')
            left = before.isspace() or before in '([{—–-/'
            right = after.isspace() or after in '.,;:!?)]}—–-'
            if mark in ('“', '«', '„', '``'):
                opens = not (opened is not None and right and not left)
            elif mark in ('”', '»'):
                opens = opened is None and left and not right
            else:
                opens = left and not right or not (right and not left) and opened is None
            if opens and opened is None:
                opened = i
            elif not opens and opened is not None:
                regions.append((opened, j, True))
                opened = None
        if opened is not None:
            regions.append((opened, end, False))
        start = end + 1
    return regions


def is_cjk(c):
    return (
        0x4E00 <= c <= 0x9FFF
        or 0x3400 <= c <= 0x4DBF
        or 0x20000 <= c <= 0x2A6DF
        or 0x2A700 <= c <= 0x2B73F
        or 0x2B740 <= c <= 0x2B81F
        or 0x2B820 <= c <= 0x2CEAF
        or 0xF900 <= c <= 0xFAFF
        or 0x2F800 <= c <= 0x2FA1F
    )


def classify(c):
    """'space' | 'drop' | 'mark' (punctuation: a word of its own) | 'cjk' | 'letter' (part of a word)."""
    code = ord(c)
    if c in ' \t\n\r':
        return 'space'
    if code in (0, 0xFFFD):
        return 'drop'
    category = unicodedata.category(c)
    if category in ('Zs', 'Zl', 'Zp'):
        return 'space'
    if category in ('Cc', 'Cf'):
        return 'drop'
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126 or category[0] == 'P':
        return 'mark'
    if c in DOUBLE or c in SINGLE:
        return 'mark'
    return 'cjk' if is_cjk(code) else 'letter'


def fold(c):
    """The characters that stand for c in a word."""
    if c in DOUBLE:
        return '"'
    if c in SINGLE:
        return "'"
    return ''.join(x.lower() for x in unicodedata.normalize('NFD', c) if unicodedata.category(x) != 'Mn')


CLASS, FOLD = {}, {}


def case_of(word):
    upper = lower = 0
    first_upper = False
    for c in word:
        category = unicodedata.category(c)
        if category in ('Lu', 'Lt'):
            first_upper = first_upper or upper + lower == 0
            upper += 1
        elif category == 'Ll':
            lower += 1
    if upper + lower == 0:
        return 0
    if upper == 0:
        return 1
    if upper == 1 and first_upper:
        return 2
    return 3 if lower == 0 else 4


class Vocabulary:
    def __init__(self, path):
        with open(path, encoding='utf8') as lines:
            self.id = {line.rstrip('\n'): i for i, line in enumerate(lines)}
        self.unknown, self.first, self.last = self.id['[UNK]'], self.id['[CLS]'], self.id['[SEP]']
        self.cache = {}

    def cut(self, word):
        """[(id, begin)] of a folded word, begin in its characters."""
        if word not in self.cache:
            self.cache[word] = self._cut(word)
        return self.cache[word]

    def _cut(self, word):
        if len(word) > 100:
            return [(self.unknown, 0)]
        out, begin = [], 0
        while begin < len(word):
            for end in range(len(word), begin, -1):
                piece = self.id.get(('##' if begin else '') + word[begin:end])
                if piece is not None:
                    break
            else:
                return [(self.unknown, 0)]
            out.append((piece, begin))
            begin = end
        return out


def words_of(text):
    """(begin, end, folded, origins): origins[k] is where the folded word's k-th character comes from."""
    begin, folded, origins, end = None, [], [], 0
    for i, c in enumerate(text):
        kind = CLASS.get(c) or CLASS.setdefault(c, classify(c))
        if kind == 'drop':
            continue
        if kind == 'letter':
            if begin is None:
                begin, folded, origins = i, [], []
            f = FOLD.get(c)
            if f is None:
                f = FOLD.setdefault(c, fold(c))
            folded.append(f)
            origins.extend([i] * len(f))
            end = i + 1
            continue
        if begin is not None:
            yield begin, end, ''.join(folded), origins
            begin = None
        if kind in ('mark', 'cjk'):
            f = FOLD.get(c)
            if f is None:
                f = FOLD.setdefault(c, fold(c))
            yield i, i + 1, f, [i] * len(f)
    if begin is not None:
        yield begin, end, ''.join(folded), origins


def pieces(text, vocabulary):
    """[(id, begin, end, case, gap, quote)] of a text."""
    regions = quote_regions(text)
    out, region, after = [], 0, 0
    for begin, end, folded, origins in words_of(text):
        if not folded:  # nothing but marks that NFD drops
            continue
        between = text[after:begin]
        lines = between.count('\n')
        gap = 4 if not out or lines > 1 else 3 if lines else 2 if any(CLASS[c] == 'space' for c in between) else 1
        while region < len(regions) and regions[region][1] <= begin:
            region += 1
        quote = 0
        is_double = folded == '"'
        if region < len(regions) and regions[region][0] <= begin:
            opened, closed_at, closed = regions[region]
            if begin == opened:
                quote = 2
            elif closed:
                quote = 3 if is_double and end == closed_at else 1
            else:
                quote = 4
        elif is_double:
            quote = 5
        case = case_of(text[begin:end])
        cut = vocabulary.cut(folded)
        for k, (piece, offset) in enumerate(cut):
            start = begin if k == 0 else origins[offset]
            stop = origins[cut[k + 1][1]] if k + 1 < len(cut) else end
            out.append((piece, start, stop, case, gap if k == 0 else 0, quote))
        after = end
    return out
