"""What one source says, recognised and not resolved: the narrow waist between one document and all of them."""

from typing import Literal

from generator.model.base import Record, Span
from generator.model.source import Source

SentenceRole = Literal["title", "body", "caption"]
DateType = Literal["DATE", "TIME", "DURATION", "SET"]
Tense = Literal["past", "present", "future"]
ActorKind = Literal["person", "organisation", "place", "group", "document"]
MentionHow = Literal["name", "short", "pronoun", "description"]
QuoteKind = Literal["direct", "mixed", "indirect", "scare"]
CueClass = Literal[
    "say", "tell", "ask", "assert", "concede", "deny", "accuse", "judge", "show", "according", "act", "attitude"
]


class Sentence(Span, frozen=True, kw_only=True):
    """A sentence outside the furniture. Sentences are in text order and never overlap.

    `id` is the permanent address of the passage (`p-` and twelve hex digits). `paragraph` counts the source's
    paragraphs from 0 (a line break ends one). `language` is the BCP 47 tag of the part or source.
    """

    id: str
    paragraph: int
    role: SentenceRole
    language: str


class DateExpression(Span, frozen=True, kw_only=True):
    """A date expression as written. What day it was is decided in collate/, never here.

    `rule` names the pattern that found it. `year` may be negative (BC) and counts as written, `month` 1-12, `day` 1-31,
    `weekday` ISO 1-7 (Monday is 1). `unit` is one of second, minute, hour, day, week, weekend, month, quarter, half,
    season, easter, year, decade, century. `number` is the ordinal of a quarter, half or season (spring is 1), the first
    year of a decade, the number of a century (both negative before Christ), the days after Easter, the ordinal of a
    weekday in a month (-1 is the last), or the length of a duration in units. `shift` is a number of units from the
    anchor ("yesterday" is day -1, "this month" is month 0). The end of a range is an expression of its own in `until`.
    `modifier` is a TIMEX3 mod (START, MID, END, APPROX ...). `clock` is a time of day as ISO 8601 ("T10:00") or a
    TIMEX3 part of day ("TMO"). `reference` is PRESENT_REF, PAST_REF or FUTURE_REF where only that can be said. `tense`
    is that of the nearest verb. `order` is "open" where a date in figures can be read in two ways: then `day` is the
    number that stands first, `month` the second.
    """

    rule: str
    type: DateType
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: str | None = None
    number: int | None = None
    shift: int | None = None
    until: "DateExpression | None" = None
    modifier: str | None = None
    clock: str | None = None
    reference: str | None = None
    tense: Tense | None = None
    order: Literal["open"] | None = None


class Candidate(Record, frozen=True, kw_only=True):
    """Someone or something that one source names: all its mentions there, not yet compared with other sources.

    `key` is unique in the source and stable under a change of order. `name` is the fullest form printed there.
    """

    source: str
    key: str
    name: str
    kind: ActorKind


class Mention(Span, frozen=True, kw_only=True):
    """One place where a source speaks of a candidate; the span holds no possessive ending.

    `how`: by the full name, a short form, a pronoun, or a description. A description is a noun in small letters that
    stands for the name ("the embassy"), or the name itself where an item has it only to describe something else ("an
    Acme plant").
    """

    candidate: str
    how: MentionHow


class Description(Span, frozen=True, kw_only=True):
    """What a source calls a candidate beside the name ("Secretary of State"), without the name."""

    candidate: str


class Quotation(Span, frozen=True, kw_only=True):
    """A quotation's content without its marks, with what attributes it.

    Pieces of one utterance ("..., " she said, "...") share `utterance`, the id of its first piece. `speaker_text` is
    the words that name the speaker, `speaker_span` the whole phrase, `speaker` the candidate's key where the source
    itself settles who that is; all three None where nothing tells. `via` holds the keys of candidates through which it
    came. `cue_class` is what the cue does: neutral (say, tell, ask), assert, concede, deny, accuse, judge, show what a
    document shows, "according to"; "act" is something done by saying it ("ordered the closure", "promised to come"),
    "attitude" what need not have been said ("fears", "supports"). None where there is no cue.
    """

    id: str
    utterance: str
    kind: QuoteKind
    speaker: str | None
    speaker_text: str | None
    speaker_span: Span | None
    via: tuple[str, ...]
    cue: str | None
    cue_span: Span | None
    cue_class: CueClass | None = None


class Quantity(Span, frozen=True, kw_only=True):
    """A number with what it counts: the words from its hedge to its unit.

    `number` is the value with its magnitude. `unit` is the noun counted, as printed but in lower case, or one name in
    all languages for money, measures, percentages and people. `qualifier` is "about", "more than", "at least", "up to",
    "nearly", "less than", or "from" and "to" for the two ends of a range; None where the figure is not hedged.
    """

    number: float
    unit: str
    qualifier: str | None


class AnnotatedSource(Record, frozen=True, kw_only=True):
    """A source and all that was found in it; every list is sorted by start, candidates by key."""

    source: Source
    sentences: tuple[Sentence, ...]
    expressions: tuple[DateExpression, ...]
    candidates: tuple[Candidate, ...]
    mentions: tuple[Mention, ...]
    descriptions: tuple[Description, ...]
    quotations: tuple[Quotation, ...]
    figures: tuple[Quantity, ...] = ()
