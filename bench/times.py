#!/usr/bin/env python3
"""How well times are found and given their values, on three sets that others annotated.

    bench/times.py SAYSO DATA [--errors N]

SAYSO is the program, DATA the folder with ms_recognizers/, timenorm/ and wikiwars/. Prints a table for each; --errors lists the
first N wrong cases. The sets follow conventions other than ours (docs/accuracy.md, Times); the conversions are the functions
below, one for each difference, and nothing else is forgiven. Standard library only.
"""

import argparse
import collections
import datetime
import html
import itertools
import json
import pathlib
import re
import subprocess
import sys
import tempfile

DAY = datetime.timedelta(days=1)
SEASONS = {'SP': 3, 'SU': 6, 'FA': 9, 'WI': 12}


def read(sayso, texts):
    """The times of each (text, published), in one run of the program."""
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf8') as file:
        for number, (text, published) in enumerate(texts):
            row = {'id': str(number), 'text': text, **({'published': published} if published else {})}
            file.write(json.dumps(row) + '\n')
        file.flush()
        command = [sayso, 'read', file.name, '--format', 'jsonl', '--quiet']
        lines = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout.decode('utf8').splitlines()
    records = [json.loads(line) for line in lines]
    if len(records) != len(texts):
        sys.exit(f'{len(texts)} texts gave {len(records)} records')
    for (text, _), record in zip(texts, records, strict=True):
        if record['document']['text'].rstrip() != text.rstrip():
            sys.exit(f'a text was altered: {text!r}')
    return [record['times'] for record in records]


# ---------- values ----------
def interval(value):
    """[first day, day after the last) of a DATE value; None for what is no whole stretch of the calendar."""
    try:
        if match := re.fullmatch(r'(\d{4})-(\d\d)-(\d\d)', value):
            first = datetime.date(*map(int, match.groups()))
            return first, first + DAY
        if match := re.fullmatch(r'(\d{4})-(\d\d)', value):
            return months(int(match[1]), int(match[2]), 1)
        if match := re.fullmatch(r'(\d{4})-W(\d\d)(-WE)?', value):
            monday = datetime.date.fromisocalendar(int(match[1]), int(match[2]), 1)
            return (monday + 5 * DAY if match[3] else monday), monday + 7 * DAY
        if match := re.fullmatch(r'(\d{4})-([QH])(\d)', value):
            size = 3 if match[2] == 'Q' else 6
            return months(int(match[1]), size * (int(match[3]) - 1) + 1, size)
        if match := re.fullmatch(r'(\d{4})-(SP|SU|FA|WI)', value):
            return months(int(match[1]), SEASONS[match[2]], 3)
        if match := re.fullmatch(r'(\d{2,4})', value):
            size = 10 ** (4 - len(match[1]))
            return months(int(match[1]) * size, 1, 12 * size)
    except ValueError:
        pass
    return None


def months(year, month, count):
    end = year * 12 + month - 1 + count
    return datetime.date(year, month, 1), datetime.date(end // 12, end % 12 + 1, 1)


UNITS = {'Y': 12, 'M': 1, 'Q': 3, 'DE': 120, 'E': 120, 'CE': 1200, 'C': 1200, 'ML': 12000, 'L': 12000, 'DT': 120}
CLOCK = {'H': 3600, 'M': 60, 'S': 1}


def length(value):
    """A DURATION value as (months, days, seconds, weekends), so that P2W is P14D, P1DE P10Y and P2Y6M P2.5Y; None for vague."""
    match = re.fullmatch(r'P((?:[\d.]+[A-Z]+?)*?)(?:T((?:[\d.]+[HMS])+))?', value)
    if not match or value == 'P':
        return None
    total = collections.Counter()
    for count, unit in re.findall(r'([\d.]+)(DE|DT|CE|ML|WE|BD|[A-Z])', match[1] or ''):
        if unit in UNITS:
            total['months'] += float(count) * UNITS[unit]
        elif unit == 'WE':
            total['weekends'] += float(count)
        else:
            total['days'] += float(count) * {'D': 1, 'BD': 1, 'W': 7}.get(unit, 1)
    for count, unit in re.findall(r'([\d.]+)([HMS])', match[2] or ''):
        total['seconds'] += float(count) * CLOCK[unit]
    return total['months'], total['days'] + total['seconds'] // 86400, total['seconds'] % 86400, total['weekends']


def plain(value):
    """One spelling for what is written in several: T07 is T07:00, T07:00:00 is T07:00, an unknown day before a clock goes."""
    value = re.sub(r'^X[X-]*(WXX)?(?=T)', '', value) if not re.match(r'XXXX-WXX-\d', value) else value
    if match := re.fullmatch(r'(.*T)(\d\d)(?::(\d\d))?(?::(\d\d))?(Z?)', value):
        seconds = f':{match[4]}' if match[4] and match[4] != '00' else ''
        return f'{match[1]}{match[2]}:{match[3] or "00"}{seconds}'
    return value


def same(ours, theirs):
    return plain(ours) == plain(theirs) or (ours.startswith('P') and length(ours) is not None and length(ours) == length(theirs))


# ---------- Microsoft Recognizers ----------
# The specifications of the default options that give TIMEX values. Left out: extractors and time zones (no values), the optional
# modes (the same inputs cut otherwise), and EnglishOthers (day before month).
PARSERS = [
    'DateParser',
    'DatePeriodParser',
    'DateTimeParser',
    'DateTimePeriodParser',
    'DurationParser',
    'HolidayParser',
    'MergedParser',
    'SetParser',
    'TimeParser',
    'TimePeriodParser',
    'DateTimeModel',
]


def expected_results(case):
    """(begin, end, type, values) of each time of a case; a value is (timex, its resolutions)."""
    for result in case['Results']:
        inner = result.get('Value') or result.get('Resolution') or {}
        begin = result.get('Start', case['Input'].lower().find(result['Text'].lower()))
        end = result['End'] + 1 if 'End' in result else begin + result.get('Length', len(result['Text']))
        if 'Timex' in inner:
            resolutions = [v for key in ('FutureResolution', 'PastResolution') for v in (inner.get(key) or {}).values()]
            values = [(inner['Timex'], resolutions)]
            both = [
                (r.get('startDate') or r.get('startDateTime'), r.get('endDate') or r.get('endDateTime'))
                for r in (inner.get('FutureResolution') or {}, inner.get('PastResolution') or {})
            ]
        else:
            rows = inner.get('values', [])
            values = [(v.get('timex', ''), [v[k] for k in ('value', 'start', 'end') if k in v]) for v in rows]
            both = [(v.get('start'), v.get('end')) for v in rows]
        # What no calendar has ("Feb 30") is no time here.
        if (
            values
            and all('not resolved' in r or any(str(x).startswith('0001') for x in r) for t, r in values if 'Set' not in str(r))
            and any(impossible(t) for t, _ in values)
        ):
            continue
        yield begin, end, result.get('TypeName') or result.get('Type'), values, both


NUMBER = (
    r'(\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|thirty|forty|fifty|twenty|first|second|third)'
)
BARE = re.compile(
    rf'((on|at|for|the|around|in|before|after|of|year|by) )*{NUMBER}([ ./:-]*{NUMBER})?(-?ish|a|p|ampm|[dwy]|h\d\d)?[.!?]?', re.I
)


def bare_number(case):
    """A number alone is a time where one is asked for ("on 15", "at 7", "4.22", "10D"), in running text it is a number."""
    return any(
        BARE.fullmatch(case['Input'][begin:end]) and not re.search(r'\d{4}|:', case['Input'][begin:end])
        for begin, end, *_ in expected_results(case)
    )


def left_to_others(name, case):
    """The parser of one type finds nothing where another one would: only the models say that there is no time at all."""
    return not case['Results'] and name not in ('MergedParser', 'DateTimeModel')


def no_timex3(case):
    """Meals, working hours and school years have no TIMEX3 value."""
    return any(re.search(r'TME[BLD]|TBH|TNT|^SY|^FYX', timex) for *_, values, _ in expected_results(case) for timex, _ in values)


def impossible(timex):
    match = re.match(r'(\d{4}|XXXX)-(\d\d)-(\d\d)', timex)
    try:
        return bool(match) and not datetime.date(2024 if match[1] == 'XXXX' else int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return True


def counts_from_clock(case):
    """Whether a value of the case counts from the reference's time of day: a record knows the day of publication only."""
    clock = case['Context']['ReferenceDateTime'][11:19]
    seconds = re.compile(r'T\d\d:\d\d:\d\d|T' + re.escape(clock[:5]))
    words = re.search(
        r'\b(hours?|hrs?|h|minutes?|mins?|seconds?|secs?|rest of|eod|end of (the )?day|now|asap)\b', case['Input'], re.I
    )
    return bool(words) and any(seconds.search(timex) for _, _, _, values, _ in expected_results(case) for timex, _ in values)


def stamp(text):
    """2016-11-08 09:00:00 -> 2016-11-08T09:00."""
    return plain(text.replace(' ', 'T')) if text else ''


def ms_right(found, result, case):
    """Whether the times that overlap a result say what it says."""
    begin, end, kind, values, both = result
    ours = [t for t in found if t['begin'] < end and begin < t['end']]
    return any(ms_same(ours, timex, resolutions, both, case['Input'][begin:end].lower(), case) for timex, resolutions in values)


VAGUE = re.compile(r'\b(few|several|some|couple)\b')
# The clocks that stand for parts of the day there.
PARTS = {'TMO': ('T10', 'T08'), 'TAF': ('T14', 'T16'), 'TMI': ('T12',), 'TNI': ('TNI', 'TEV')}


def ms_same(ours, timex, resolutions, both, words, case):
    published = case['Context']['ReferenceDateTime'][:10]
    if match := re.fullmatch(r'\(([^,]*),([^,]*),([^,]*)\)', timex):
        return ms_range(ours, *match.groups(), both, words, published)
    timex = re.sub(r'^[FC]Y(?=\d{4}$)', '', timex)
    if timex in ('SP', 'SU', 'FA', 'WI'):
        return any(t['value'].endswith(f'-{timex}') for t in ours)
    for time in ours:
        value = plain(time['value'])
        if same(value, timex):
            return True
        # "a few" is three there and a number that is not told here.
        if VAGUE.search(words) and re.sub(r'\d+', 'X', timex) == time['value']:
            return True
        if VAGUE.search(words) and time['value'] in ('PAST_REF', 'FUTURE_REF') and interval(timex):
            return True
        if value[-3:] in PARTS and timex in PARTS[value[-3:]]:
            return True
        # Left open in the timex: the year, the week, the half of the day. Ours is one of the days given for it.
        if 'XXXX' in timex or 'WXX' in timex or re.match(r'\d{4}-\d\d-W', timex) or timex.startswith(('T', 'XX')):
            clock = value.partition('T')[2]
            if (
                timex.startswith('T')
                and value.split('T')[0] in (published, '')
                and clock
                and any(plain('T' + clock) == plain('T' + r) for r in [timex[1:], *resolutions])
            ):
                return True
            days = [stamp(r) for r in resolutions]
            if value in days or any(d.startswith(value) and len(value) >= 7 for d in days if 'T' not in value):
                return True
            if interval(value) and any(tuple(map(str, interval(value))) == (stamp(a or ''), stamp(b or '')) for a, b in both):
                return True
            if (
                'T' in value
                and 'T' in timex
                and plain('T' + timex.split('T')[1]) == plain('T' + clock)
                and any(d.startswith(value.split('T')[0]) for d in days)
            ):
                return True
        # One TIME here where date and time of day stand apart there ("Christmas Eve" and "6 p.m.").
        if 'T' in value and timex[:1] != 'P':
            day, _, clock = value.partition('T')
            if any(day == stamp(r) for r in resolutions) or (timex.startswith('T') and plain('T' + clock) == plain(timex)):
                return True
        # "by the end of the year" is its last day.
        if re.match(r'(by|before)\b.*\bend of\b', words) and any(
            interval(e) and value == str(interval(e)[1] - DAY) for e in [timex, *(stamp(r)[:4] for r in resolutions)]
        ):
            return True
        # "every weekend" is the weekend of any week.
        if (value, timex) == ('XXXX-WXX-WE', 'P1WE'):
            return True
        # "last Wednesday" is the one before today here, that of the week before there; "following" likewise.
        weekday = re.match(r'(last|previous|past|following) \w+day', words)
        if weekday and interval(timex) and interval(value) and abs(interval(timex)[0] - interval(value)[0]) == 7 * DAY:
            return True
        # A half of the day that words leave open: either.
        if 'T' in value and any(value == stamp(r) for r in resolutions):
            return True
        # "two years ago" is a year here and a day there: the day is cut to the unit that is named.
        if cut_to_unit(value, timex, words):
            return True
        # "in two weeks" is how long here and a day there.
        lasts = time['type'] == 'DURATION' and interval(timex) and length(value) and re.match(r'(in|within|sometime in)\b', words)
        if lasts and moved(datetime.date.fromisoformat(published), length(value)) == interval(timex)[0]:
            return True
    return False


def cut_to_unit(value, timex, words):
    if not interval(timex) or not interval(value) or not re.search(r'\b(ago|later|earlier|from|after|before|hence|back)\b', words):
        return False
    (first, _), (low, high) = interval(timex), interval(value)
    return low <= first < high and high - low > DAY and bool(re.search(r'(week|month|year|decade|fortnight|quarter)s?\b', words))


def moved(day, by):
    month = day.year * 12 + day.month - 1 + int(by[0])
    last = months(month // 12, month % 12 + 1, 1)[1] - DAY
    return datetime.date(month // 12, month % 12 + 1, min(day.day, last.day)) + int(by[1]) * DAY


def ms_range(ours, start, end, size, both, words, published):
    """A range is two times here, or a stretch of the calendar with those ends, or how long it is."""
    values = [plain(t['value']) for t in ours]
    ends = [(stamp(a or ''), stamp(b or '')) for a, b in both] + [(plain(start), plain(end))]
    for value, time in zip(values, ours, strict=True):
        if time['type'] in ('DURATION', 'SET') and (
            same(value, size) or (VAGUE.search(words) and re.sub(r'\d+', 'X', size) == value)
        ):
            return True
        if interval(value) and any((str(interval(value)[0]), str(interval(value)[1])) == pair for pair in ends):
            return True
        # One end is the day of reference, which nothing names ("3 days from today", "the rest of the week").
        for low, high in ends:
            other = high if low[:10] == published else low if high[:10] == published else ''
            if other and (point_same(value, other) or cut_to_unit(value, other, words) or ends_there(value, other)):
                return True
    pairs = list(itertools.pairwise(values))
    return any(
        (point_same(first, low, published) or ends_there(first, low) or (' middle ' in words and low.startswith(first)))
        and (point_same(second, high, published) or ends_there(second, high) or (' middle ' in words and high.startswith(second)))
        for first, second in pairs
        for low, high in ends
    )


def ends_there(value, end):
    """A stretch that ends with a day, in either way of counting."""
    return interval(value) is not None and end[:10] in (str(interval(value)[1]), str(interval(value)[1] - DAY))


def point_same(value, end, published=''):
    """One end of a range: the same, or a stretch that begins there ("from May to June")."""
    if not end:
        return False
    if value == 'PRESENT_REF':
        return end[:10] == published
    if value == end or (interval(value) and str(interval(value)[0]) == end[:10] and len(end) == 10):
        return True
    clock = plain('T' + end.split('T')[1]) if 'T' in end else plain('T' + end) if re.fullmatch(r'\d\d:\d\d(:\d\d)?', end) else ''
    day = end.split('T')[0] if 'T' in end else ''
    return 'T' in value and bool(clock) and day in ('', value.split('T')[0]) and plain('T' + value.split('T')[1]) == clock


def ms_recognizers(sayso, folder, errors):
    cases = []
    for name in PARSERS:
        for line in (folder / 'English' / f'{name}.jsonl').read_text(encoding='utf-8-sig').splitlines():
            case = json.loads(line)
            case.setdefault('Context', {}).setdefault('ReferenceDateTime', '2016-11-07T00:00:00')
            if all(timex for *_, values, _ in expected_results(case) for timex, _ in values):
                cases.append((name, case))
    scoped = [
        (name, case)
        for name, case in cases
        if not (counts_from_clock(case) or no_timex3(case) or left_to_others(name, case) or bare_number(case))
    ]
    answers = read(sayso, [(case['Input'], case['Context']['ReferenceDateTime'][:10]) for _, case in scoped])
    table, wrong = collections.defaultdict(lambda: [0, 0]), []
    for (name, case), times in zip(scoped, answers, strict=True):
        found = [located(time, case['Input']) for time in times]
        results = list(expected_results(case))
        good = all(ms_right(found, result, case) for result in results) if results else not found
        table[name][0] += good
        table[name][1] += 1
        if not good:
            wrong.append(
                f'{name}: {case["Input"]!r} {case["Context"]["ReferenceDateTime"][:10]} '
                f'want {[v[0] for *_, v, _ in results if v]} got {[(t["text"], t["value"]) for t in times]}'
            )
    print('\nMicrosoft Recognizers: cases that are right')
    print(f'  {len(cases) - len(scoped)} left out: see counts_from_clock, no_timex3, bare_number, left_to_others')
    show(table)
    print_errors(wrong, errors)


def located(time, text):
    """With the span in characters."""
    raw = text.encode('utf8')
    begin, end = (len(raw[:b].decode('utf8', 'ignore')) for b in time['span'])
    return {**time, 'begin': begin, 'end': end}


def show(table):
    right = total = 0
    for name, (good, of) in table.items():
        print(f'  {name:24}{good:6}{of:6}{100 * good / max(of, 1):7.1f} %')
        right, total = right + good, total + of
    print(f'  {"all":24}{right:6}{total:6}{100 * right / max(total, 1):7.1f} %')


def print_errors(wrong, errors):
    for line in wrong[:errors]:
        print('   ', line)


# ---------- timenorm ----------
# Words that the guidelines leave untagged.
UNTAGGED = re.compile(
    r'(more |most )?(recent(ly)?|current|then current|previously|already|yet|once|soon|earlier|later|then|future|past)', re.I
)


def timenorm(sayso, folder, errors):
    documents = []
    for block in (folder / 'train.tsv').read_text(encoding='utf8').split('\n\n'):
        rows = [line.split('\t') for line in block.splitlines() if line.count('\t') == 2]
        if rows:
            documents.append((rows[0][2][:10], rows[1:]))
    # One expression a paragraph, in the order of the document: what goes before is context.
    texts = [('\n\n'.join(row[0] for row in rows) + '\n', published) for published, rows in documents]
    answers = read(sayso, texts)
    table, wrong, untagged = collections.defaultdict(lambda: [0, 0]), [], 0
    for (published, rows), times in zip(documents, answers, strict=True):
        at = 0
        for words, kind, gold in rows:
            begin, end = at, at + len(words.encode('utf8'))
            at = end + 2
            if UNTAGGED.fullmatch(words):
                untagged += 1
                continue
            ours = [t for t in times if t['span'][0] < end and begin < t['span'][1]]
            good = any(timenorm_same(t['value'], gold) for t in ours)
            table[kind][0] += good
            table[kind][1] += 1
            if not good:
                wrong.append(f'{published} {words!r} want {gold} got {[(t["text"], t["value"]) for t in ours]}')
    print(f'\ntimenorm: pairs that are right (dates of documents and {untagged} words that are not tagged left out)')
    show(table)
    print_errors(wrong, errors)


def timenorm_same(value, gold):
    """An X in the gold stands for what its annotator left open; 1990-XX-XX is 1990."""
    gold = re.sub(r'(-XX)+$', '', gold)
    if re.fullmatch(r'\d\dXX|\d{3}X', gold):
        gold = gold.rstrip('X')
    if same(value, gold):
        return True
    if gold.startswith('P') or 'X' not in gold:
        return False
    return re.fullmatch(re.escape(plain(gold)).replace('X', '[0-9X]'), plain(value)) is not None


# ---------- WikiWars ----------
def wikiwars(sayso, folder, errors):
    names, texts, golds = [], [], []
    for path in sorted((folder / 'keyinline').glob('*.xml')):
        source = path.read_text(encoding='utf8', errors='replace')
        published = re.search(r'<DATETIME>.*?(\d{4}-\d\d-\d\d)', source, re.S)[1]
        text, times = inline(re.search(r'<TEXT>(.*)</TEXT>', source, re.S)[1])
        names.append(path.name.split('.')[0])
        texts.append((text, published))
        golds.append(times)
    answers = read(sayso, texts)
    wrong, rows = [], []
    for name, (text, _), gold, times in zip(names, texts, golds, answers, strict=True):
        found = [located(time, text) for time in times]
        scored = [g for g in gold if g['value']]
        right_spans = right = ignored = 0
        used = set()
        for g in scored:
            hits = [i for i, t in enumerate(found) if i not in used and t['begin'] < g['end'] and g['begin'] < t['end']]
            good = [i for i in hits if wikiwars_same(found[i]['value'], g['value'])]
            if hits:
                used.add((good or hits)[0])
                right_spans += 1
            right += bool(good)
            if not good:
                wrong.append(
                    f'{name}: {g["text"][:60]!r} want {g["value"]} got {[(found[i]["text"], found[i]["value"]) for i in hits]}'
                )
        for i, t in enumerate(found):
            if i in used:
                continue
            if any(t['begin'] < g['end'] and g['begin'] < t['end'] for g in gold):
                ignored += 1
            else:
                wrong.append(f'{name}: false {t["text"]!r} {t["value"]} in {text[max(0, t["begin"] - 30) : t["end"] + 20]!r}')
        rows.append((name, right_spans, right, len(found) - ignored, len(scored)))
    print('\nWikiWars: spans that overlap, and values of those (precision, recall, F1)')
    rows.append(('all', *(sum(row[i] for row in rows) for i in range(1, 5))))
    for name, spans, right, found, gold in rows:
        cells = ''
        for hits in (spans, right):
            p, r = hits / max(found, 1), hits / max(gold, 1)
            cells += f'{100 * p:8.1f}{100 * r:6.1f}{200 * p * r / max(p + r, 1e-9):6.1f}'
        print(f'  {name:20}{cells}')
    print_errors(wrong, errors)


def inline(source):
    """The text of inline TIMEX2 and its times. Of nested ones the outer has no value of its own that words tell, and one that an
    event gives (EC:EVENT-BASED) is no TIMEX3: both are kept without a value, and what is found there counts neither way."""
    text, times, open_times = [], [], []
    size = 0
    for piece in re.split(r'(</?TIMEX2[^>]*>)', source):
        if piece.startswith('<TIMEX2'):
            attributes = dict(re.findall(r'(\w+)="([^"]*)"', piece))
            value = '' if 'EVENT-BASED' in attributes.get('comment', '') else attributes.get('val', '')
            open_times.append(
                {
                    'begin': size,
                    'value': timex3(value, attributes, bool(re.search(r'\b([Bb]y|[Bb]efore) $', ''.join(text[-1:])))),
                    'nested': bool(open_times),
                }
            )
            for outer in open_times[:-1]:
                outer['outer'] = True
        elif piece.startswith('</TIMEX2'):
            time = open_times.pop()
            time['end'] = size
            times.append(time)
        else:
            piece = html.unescape(piece)
            text.append(piece)
            size += len(piece)
    text = ''.join(text)
    for time in times:
        time['text'] = text[time['begin'] : time['end']]
        if time.get('outer'):
            time['value'] = ''
    return text, sorted(times, key=lambda t: t['begin'])


def timex3(value, attributes, deadline):
    """TIMEX2 -> TIMEX3: what comes every day or year is P1D or P1Y; "by the end of May" is the last day of May, as the
    guidelines have it."""
    if attributes.get('set') == 'YES':
        value = {'XXXX-XX-XX': 'P1D', 'XXXX': 'P1Y', 'XXXX-XX': 'P1M', 'XXXX-WXX': 'P1W'}.get(value, value)
    if attributes.get('mod') == 'END' and deadline and interval(value):
        value = str(interval(value)[1] - DAY)
    return value


def wikiwars_same(value, gold):
    value, gold = (re.sub(r'(-XX)+$', '', plain(v)) for v in (value, gold))
    return same(value, gold)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('sayso')
    parser.add_argument('data', type=pathlib.Path)
    parser.add_argument('--errors', type=int, default=0)
    options = parser.parse_args()
    ms_recognizers(options.sayso, options.data / 'ms_recognizers', options.errors)
    timenorm(options.sayso, options.data / 'timenorm', options.errors)
    wikiwars(options.sayso, options.data / 'wikiwars', options.errors)


if __name__ == '__main__':
    main()
