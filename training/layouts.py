"""Articles with layouts that are rare in PolNeAR: quotations with the name behind a dash, dialogues with it before a colon,
answers with the source and a colon, quotations behind a sentence that only tells how somebody spoke, and news agencies' "This was
stated by ..." behind what was said.

Made of PolNeAR's own paragraphs, quotations and names, so that the tagger meets every kind of dash, mark and line break.
"""

import re

import polnear

NAME = re.compile(r"(?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w’'-]+")
QUOTED = re.compile(r'[“"]([^“”"]{20,500})[”"]')
MARKS = (('“', '”'), ('“', '”'), ('"', '"'), ("''", "''"), ('«', '»'), ('', ''))
CLAUSE = re.compile(r'that ([^“”"\n]{40,220})')
PASSIVES = ('stated', 'stated', 'announced', 'reported', 'said', 'emphasized', 'confirmed', 'noted', 'written')
TAILS = (
    ' at a briefing',
    ' in an interview with {}',
    ' during a telethon',
    ', as reported by {}',
    ', {} reports',
    ', according to {}',
    ', {} reports with reference to {}',
    ' on Facebook',
    ' on Monday',
)
MANNERS = (
    'was not convinced',
    'did not hide {} anger',
    'shook {} head',
    'laughed',
    'shrugged',
    'sighed',
    'grinned',
    'scoffed',
    'winced',
    'fumed',
    'hesitated',
    'chuckled',
    'snapped back',
    'disagreed',
    'was adamant',
    'was furious',
    'was unapologetic',
    'was brief',
    'sounded optimistic',
    'was more careful',
    'took a softer line',
    'struck a different tone',
    'had a different view',
    'was defiant',
    'could not resist',
    'hit back',
    'stood firm',
    'offered a warning',
    'made {} position clear',
    'did not mince words',
    'kept it short',
)
SCENES = (
    '',
    '',
    '',
    ' as the hearing ended',
    ' on the steps of the courthouse',
    ' when {} came out of the meeting',
    ' after the vote',
    ' on Tuesday',
    ' at a rally in Ohio',
    ' when {} was asked about it',
)
HOLDERS = ('governor', 'senator', 'sheriff', 'bishop', 'chancellor', 'registrar', 'ambassador', 'principal', 'foreign minister')
OFFICES = ('office', 'spokeswoman', 'team', 'press service', 'counsel', 'staff', 'headquarters', 'secretariat')
OUTLETS = ('Ukrinform', 'Reuters', 'the BBC', 'Interfax', 'TASS', 'CNN', 'Der Spiegel', 'European Pravda', 'the agency')
DASHES = ('—', '—', '–', '―', '--', '-')


def quotations(articles):
    """([words of whole quotations], [clauses that were said], [names of sources, some with an apposition])."""
    words, clauses, names = [], [], []
    for _, text, views in articles:
        for attribution in views[0]:
            for begin, end in attribution['content']:
                match = QUOTED.fullmatch(text[begin:end])
                if match:
                    words.append(match[1])
                match = CLAUSE.fullmatch(text[begin:end])
                if match:
                    clauses.append(match[1])
            for begin, end in attribution['source']:
                if NAME.match(text[begin:end]) and end - begin < 80:
                    names.append(re.sub('^The ', 'the ', text[begin:end].strip(',')))
    return words, clauses, names


def free_breaks(text, attributions):
    """Offsets behind line ends that no attribution spans."""
    spans = [[x for role in polnear.ROLES for x in a[role]] for a in attributions]
    extents = [(min(b for b, _ in s), max(e for _, e in s)) for s in spans if s]
    return [m.end() for m in re.finditer(r'\n+', text) if not any(b < m.end() < e for b, e in extents)]


class Writer:
    def __init__(self):
        self.text, self.attributions = '', []

    def put(self, words):
        begin = len(self.text)
        self.text += words
        return begin, len(self.text)

    def copy(self, text, attributions, begin, end):
        """A part of an article with the attributions that lie in it."""
        shift = len(self.text) - begin
        self.put(text[begin:end])
        for a in attributions:
            spans = [x for role in polnear.ROLES for x in a[role]]
            if spans and all(begin <= b and e <= end for b, e in spans):
                self.attributions.append({role: [(b + shift, e + shift) for b, e in a[role]] for role in polnear.ROLES})

    def attribute(self, source, cue, content):
        self.attributions.append({'source': [source], 'cue': [cue], 'content': content})


def dashed(writer, words, names, rng):
    """A list of quotations, the name behind a dash."""
    (left, right), dash = rng.choice(MARKS), rng.choice(DASHES)
    before, after = rng.choice((' ', ' ', '\n', '\n\n', '\u00a0')), rng.choice((' ', ' ', ' ', '', '\u00a0'))
    if not left and before.isspace() and '\n' not in before:
        left, right = '“', '”'
    stop, behind = rng.choice(('', '', '', '.')), rng.choice(('\n', '\n\n', '\n\n'))
    for _ in range(rng.choice((1, 1, 2, 4, 6, 10))):
        content = writer.put(left + rng.choice(words).rstrip(',') + right)
        writer.put(before)
        cue = writer.put(dash)
        writer.put(after)
        writer.attribute(writer.put(rng.choice(names)), cue, [content])
        writer.put(stop + behind)


def dialogue(writer, words, names, rng):
    """Turns of two or three people, each with the name and a colon before; a turn may have several paragraphs."""
    speakers = [rng.choice(names).split(',')[0] for _ in range(rng.choice((2, 2, 3)))]
    shape = rng.choice((str, str.upper, lambda name: name.split()[-1], lambda name: name.split()[-1].upper()))
    for turn in range(rng.randint(3, 8)):
        source = writer.put(shape(speakers[turn % len(speakers)]))
        cue = writer.put(':')
        writer.put(' ')
        content = []
        for _ in range(rng.choice((1, 1, 1, 2))):
            content.append(writer.put(rng.choice(words).rstrip(',.') + rng.choice(('', '.', '.', '?'))))
            writer.put('\n\n')
        writer.attribute(source, cue, content)


def answers(writer, words, names, rng):
    """What several sources sent in, one a paragraph: "From X: ..." or "X: ...", in quotation marks."""
    (left, right), before = rng.choice(MARKS[:5]), rng.choice(('From ', 'From ', '', ''))
    for _ in range(rng.choice((2, 3, 4))):
        writer.put(before)
        name = rng.choice(names)
        office = rng.choice(('', '', 'the campaign', f"the {rng.choice(HOLDERS)}'s {rng.choice(OFFICES)}"))
        source = writer.put(office if before and office else name.split(',')[0])
        cue = writer.put(':')
        writer.put(' ')
        writer.attribute(source, cue, [writer.put(left + rng.choice(words).rstrip(',.') + '.' + right)])
        writer.put('\n\n')


def scene(writer, words, names, rng):
    """A sentence that tells how somebody spoke, then the words, which nothing else attributes."""
    for _ in range(rng.choice((1, 1, 2))):
        they, their = rng.choice((('he', 'his'), ('she', 'her')))
        source = writer.put(rng.choice(names))
        writer.put(' ')
        cue = writer.put(rng.choice(MANNERS).format(their))
        writer.put(rng.choice(SCENES).format(they) + rng.choice(('.', '.', ':')) + rng.choice((' ', ' ', '\n\n')))
        left, right = rng.choice(MARKS[:5])
        said = ' '.join(rng.choice(words).rstrip(',.') + '.' for _ in range(rng.choice((1, 1, 2))))
        writer.attribute(source, cue, [writer.put(left + said + right)])
        writer.put(rng.choice(('\n\n', '\n\n', ' ')))


def agency(writer, clauses, names, rng):
    """What somebody said, in sentences of its own, and behind it who it was."""
    for _ in range(rng.choice((1, 1, 2))):
        said = [rng.choice(clauses) for _ in range(rng.choice((1, 1, 2, 3)))]
        content = writer.put('. '.join(clause[0].upper() + clause[1:] for clause in said))
        writer.put('.' + rng.choice((' ', '\n', '\n', '\n\n')))
        writer.put(rng.choice(('This ', 'This ', 'This ', 'That ', 'It ')))
        cue = writer.put(f'{rng.choice(("was", "was", "was", "has been"))} {rng.choice(PASSIVES)} by')
        writer.put(' ')
        writer.attribute(writer.put(rng.choice(names)), cue, [content])
        writer.put(rng.choice(('', *TAILS)).format(rng.choice(OUTLETS), rng.choice(OUTLETS)) + '.\n\n')


def invented(articles, vocabulary, rng, count):
    """`count` articles, each a few paragraphs of a real one with a list or a dialogue between them."""
    words, clauses, names = quotations(articles)
    out = []
    while len(out) < count:
        name, text, views = rng.choice(articles)
        breaks = [0, *free_breaks(text, views[0]), len(text)]
        if len(breaks) < 6:
            continue
        at = rng.randrange(1, len(breaks) - 1)
        begin, middle = breaks[max(0, at - rng.randint(1, 4))], breaks[at]
        end = breaks[min(len(breaks) - 1, at + rng.randint(1, 4))]
        writer = Writer()
        writer.copy(text, views[0], begin, middle)
        layout = rng.choice((dashed, dashed, dialogue, answers, answers, agency, scene))
        layout(writer, clauses if layout is agency else words, names, rng)
        writer.copy(text, views[0], middle, end)
        out.append(polnear.cut(f'{name} {len(out)}', writer.text, [writer.attributions], vocabulary))
    return out
