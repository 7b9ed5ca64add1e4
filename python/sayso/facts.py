"""What a record holds, as Python objects. docs/record.md tells what counts as what."""

from __future__ import annotations

import dataclasses


@dataclasses.dataclass(frozen=True)
class Passage:
    """Words of the text. `begin` and `end` count bytes of its UTF-8, [begin, end); `characters` is the same in the
    characters that `str` counts: `record.text[slice(*passage.characters)] == passage.text`."""

    text: str
    begin: int
    end: int
    characters: tuple[int, int]


@dataclasses.dataclass(frozen=True)
class Mention:
    passage: Passage
    form: str  #: name, nominal, pronoun or metonym ("Kyiv presented a plan")


@dataclasses.dataclass(frozen=True)
class Actor:
    """A person, organisation, state or medium of the article, however it is named."""

    id: str  #: local to the record: a1, a2, ...
    name: str  #: the fullest proper name, else a description
    kind: str  #: person, organization, government, group, media, document or unknown
    roles: tuple[Passage, ...]  #: words that tell an office or calling
    represents: str | None  #: id of the actor that it speaks for
    country: str | None  #: ISO 3166 alpha-3
    cameo: str | None
    wikidata: str | None
    mentions: tuple[Mention, ...]


@dataclasses.dataclass(frozen=True)
class Hop:
    """Through whom a statement came: said-on, reported-by, citing, confirmed-by or published-by."""

    relation: str
    actor: str | None  #: id
    passage: Passage | None


@dataclasses.dataclass(frozen=True)
class Statement:
    """Who said what: the article attributes `content` to `source` by the words of `cue`."""

    id: str
    mode: str  #: direct, mixed or indirect
    kind: str  #: say, belief, intent, plan, denial or question
    content: tuple[Passage, ...]
    cue: Passage | None
    source: Passage | None
    actor: str | None  #: id of who the source is
    addressee: Passage | None
    addressee_actor: str | None
    inside: str | None  #: id of the statement whose content holds this one
    chain: tuple[Hop, ...]  #: through whom it came, nearest the speaker first
    confidence: float  #: 0 to 1


@dataclasses.dataclass(frozen=True)
class Amount:
    value: float
    to: float | None  #: the upper end of a range
    unit: str  #: ISO 4217 for money, "percent", else the noun
    mod: str | None
    passage: Passage


@dataclasses.dataclass(frozen=True)
class Outcome:
    passage: Passage
    stage: str | None


@dataclasses.dataclass(frozen=True)
class LedgerEntry:
    """Something promised, asked, refused, expected or left open."""

    id: str
    actor: str | None  #: id of who acts, or asks
    act: str  #: pledge, intend, offer, refuse, not-ruled-out, request, demand, threaten, expect, agree or confirm
    stage: str | None  #: floated, planned, pledged, agreed, allocated, delivered, done or failed
    action: Passage
    to: str | None  #: id of who is asked
    beneficiary: str | None  #: id of who gains
    condition: Passage | None
    deadline: str | None  #: id of a time
    amounts: tuple[Amount, ...]
    repeated: bool
    outcome: Outcome | None
    statement: str | None  #: id of the statement that carries it
    confidence: float


@dataclasses.dataclass(frozen=True)
class PlanItem:
    ordinal: int | None
    passage: Passage


@dataclasses.dataclass(frozen=True)
class Plan:
    id: str
    name: Passage
    owner: str | None
    to: tuple[str, ...]
    items: tuple[PlanItem, ...]


@dataclasses.dataclass(frozen=True)
class Meeting:
    id: str
    name: Passage
    time: str | None
    status: str  #: held, expected, postponed or cancelled
    participants: tuple[str, ...]
    topics: tuple[Passage, ...]


@dataclasses.dataclass(frozen=True)
class Party:
    role: str  #: actor or recipient
    actor: str | None
    passage: Passage
    code: str | None  #: CAMEO
    origin: str | None


@dataclasses.dataclass(frozen=True)
class Event:
    """Who did what to whom."""

    id: str
    type: str | None  #: of PLOVER
    mode: str | None
    context: tuple[str, ...]
    cameo: str | None
    reverse: str | None
    passage: Passage
    parties: tuple[Party, ...]
    time: str | None
    place: Passage | None
    realis: str  #: asserted, reported, future, hypothetical or negated
    statement: str | None
    rule: str | None
    confidence: float


@dataclasses.dataclass(frozen=True)
class Time:
    """A time that the text names, as TIMEX3."""

    id: str
    type: str  #: date, time, duration or set
    value: str
    mod: str | None
    quant: str | None
    freq: str | None
    passage: Passage


@dataclasses.dataclass(frozen=True)
class Note:
    """Something odd about a document that was read all the same."""

    code: str
    message: str


class Maker:
    """Makes these objects from the JSON of a record."""

    def __init__(self, characters):
        self._characters = characters

    def passage(self, json: dict | None) -> Passage | None:
        if not json or 'span' not in json:
            return None
        begin, end = json['span']
        return Passage(json['text'], begin, end, self._characters(begin, end))

    def passages(self, json: list) -> tuple[Passage, ...]:
        return tuple(self.passage(each) for each in json)

    def actor(self, json: dict) -> Actor:
        codes = json.get('codes', {})
        mentions = tuple(Mention(self.passage(each), each['form']) for each in json['mentions'])
        return Actor(json['id'], json['name'], json['kind'], self.passages(json['roles']), json.get('represents'),
                     json.get('country'), codes.get('cameo'), codes.get('wikidata'), mentions)  # fmt: skip

    def statement(self, json: dict) -> Statement:
        chain = tuple(Hop(each['relation'], each.get('actor'), self.passage(each)) for each in json['chain'])
        source, addressee = json.get('source', {}), json.get('addressee', {})
        return Statement(json['id'], json['mode'], json['kind'], self.passages(json['content']), self.passage(json.get('cue')),
                         self.passage(source), source.get('actor'), self.passage(addressee), addressee.get('actor'),
                         json.get('inside'), chain, json['confidence'])  # fmt: skip

    def entry(self, json: dict) -> LedgerEntry:
        amounts = tuple(Amount(each['value'], each.get('to'), each.get('unit', ''), each.get('mod'), self.passage(each))
                        for each in json['amount'])  # fmt: skip
        outcome = json.get('outcome')
        return LedgerEntry(json['id'], json.get('actor'), json['act'], json.get('stage'), self.passage(json['action']),
                           json.get('to'), json.get('for'), self.passage(json.get('condition')), json.get('deadline'), amounts,
                           json.get('repeated', False), outcome and Outcome(self.passage(outcome), outcome.get('stage')),
                           json.get('statement'), json['confidence'])  # fmt: skip

    def plan(self, json: dict) -> Plan:
        items = tuple(PlanItem(each.get('ordinal'), self.passage(each)) for each in json['items'])
        return Plan(json['id'], self.passage(json['name']), json.get('owner'), tuple(json['to']), items)

    def meeting(self, json: dict) -> Meeting:
        return Meeting(json['id'], self.passage(json['name']), json.get('time'), json['status'], tuple(json['participants']),
                       self.passages(json['topics']))  # fmt: skip

    def event(self, json: dict) -> Event:
        parties = tuple(Party(each['role'], each.get('actor'), self.passage(each), each.get('code'), each.get('origin'))
                        for each in json['parties'])  # fmt: skip
        return Event(json['id'], json.get('type'), json.get('mode'), tuple(json['context']), json.get('cameo'), json.get('reverse'),
                     self.passage(json), parties, json.get('time'), self.passage(json.get('place')), json['realis'],
                     json.get('statement'), json.get('rule'), json['confidence'])  # fmt: skip

    def time(self, json: dict) -> Time:
        return Time(json['id'], json['type'], json['value'], json.get('mod'), json.get('quant'), json.get('freq'),
                    self.passage(json))  # fmt: skip
