"""The calendar of deadlines and meetings, as a library reads it (icalendar, of tools/requirements.txt)."""

import datetime
import sys
import unittest

from support import ROOT, Case

TOOLS = ROOT / 'build/tools'
sys.path += [str(path) for path in TOOLS.glob('lib/python3*/site-packages')]
try:
    import icalendar
except ModuleNotFoundError:
    icalendar = None
HAS_TOOLS = (TOOLS / 'bin/ruff').exists()


@unittest.skipUnless(icalendar or HAS_TOOLS, 'no library read the calendar: icalendar comes with tools/format and .ci/run')
class Calendar(Case):
    def events(self, data):
        """The events of a calendar that is as RFC 5545 has it."""
        calendar = icalendar.Calendar.from_ical(data)
        self.assertEqual(('2.0', []), (calendar['VERSION'], calendar.errors))
        events = calendar.walk('VEVENT')
        for event in events:
            self.assertEqual([], event.errors)
            self.assertLessEqual({'UID', 'DTSTAMP', 'DTSTART', 'SUMMARY', 'DESCRIPTION'}, set(event))
            self.assertLess(event.decoded('DTSTART'), event.decoded('DTEND'))
            self.assertEqual(datetime.timedelta(0), event.decoded('DTSTAMP').utcoffset())
        self.assertEqual(len(events), len({event['UID'] for event in events}))
        # What the library writes of what it read is what it read: nothing was lost or misread.
        again = icalendar.Calendar.from_ical(calendar.to_ical()).walk('VEVENT')
        self.assertEqual([dict(event) for event in events], [dict(event) for event in again])
        return events

    def test_the_calendar_that_the_unit_tests_expect(self):
        events = {event['UID']: event for event in self.events((ROOT / 'tests/data/deadlines.ics').read_bytes())}
        self.assertEqual({'f00d#l1', 'f00d#l2', 'f00d#m1', 'f00d#m2'}, set(events))
        asked, meeting = events['f00d#l1'], events['f00d#m2']
        self.assertEqual('The ferry line: buy two boats (request, failed)', asked['SUMMARY'])
        self.assertEqual(datetime.date(2024, 12, 31), asked.decoded('DTSTART'))
        self.assertEqual(datetime.date(2025, 1, 1), asked.decoded('DTEND'))
        self.assertEqual(datetime.datetime(2024, 5, 3, tzinfo=datetime.UTC), asked.decoded('DTSTAMP'))
        self.assertIn('for 3 million crowns by the end of the year', asked['DESCRIPTION'])
        self.assertIn('\nTo: Åse Quist\n', asked['DESCRIPTION'])
        self.assertIn('\nFerry line, mayor at odds; talks near\nThe Quay\n2024-05-03\n', asked['DESCRIPTION'])
        self.assertEqual('https://quay.example/2024/ferry?page=1%20of%202', asked['URL'])
        self.assertEqual('TENTATIVE', meeting['STATUS'])
        self.assertEqual(datetime.timedelta(days=7), meeting.decoded('DTEND') - meeting.decoded('DTSTART'))

    def test_the_calendar_of_the_examples(self):
        run = self.sayso('ledger', ROOT / 'examples', '--date', '2024-05-03', '--ics', 'all.ics')
        self.assertEqual(0, run.returncode, run.stderr)
        events = {event['UID'] for event in self.events((self.folder / 'all.ics').read_bytes())}
        known = {
            f'{record["document"]["id"]}#{fact["id"]}'
            for record in self.read(ROOT / 'examples', '--date', '2024-05-03')
            for fact in record['ledger'] + record['meetings']
        }
        self.assertLessEqual(events, known)


if __name__ == '__main__':
    unittest.main()
