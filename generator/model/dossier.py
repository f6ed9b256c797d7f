"""What all sources say together: the records of dossier.json, schema 1. Field names are the contract's and fixed."""

from typing import Final, Literal

from generator.model.annotated import ActorKind, CueClass, DateType, MentionHow, QuoteKind
from generator.model.base import Record, Span
from generator.model.comparison import Cluster, Figure, Label, Overlap, Reuse, Statement
from generator.model.curated import Anchor, Decided, HiddenEvent, Translation
from generator.model.source import Caption, Furniture, Mode, Part, PublicationDate, SourceKind

VariantKind = Literal["same", "truncated", "elided", "substituted", "inserted", "reordered", "indirect"]
EventKind = Literal["event", "statement", "publication", "photograph"]
DateBasis = Literal[
    "as written", "year worked out", "worked out", "inferred", "range only", "year not known", "decided by the editor"
]
DECIDED: Final = "decided by the editor"  # in these words of whatever a person decided, not of dates alone


class SourceEntry(Record, frozen=True, kw_only=True):
    """One source for readers. `words` counts those outside the furniture, `shown` is the share (0-1) printed."""

    id: str
    siglum: str
    file: str
    sha256: str
    label: str
    title: str | None
    publisher: str | None
    byline: str | None
    url: str | None
    language: str
    words: int
    added: str | None
    published: PublicationDate
    updated: PublicationDate
    kind: SourceKind
    parts: tuple[Part, ...]
    furniture: tuple[Furniture, ...]
    captions: tuple[Caption, ...]
    mode: Mode
    shown: float
    curated: str | None


class DateFinding(Span, frozen=True, kw_only=True):
    """A date expression resolved as far as the sources allow: TIMEX3 `type` and `value`, EDTF, the anchor used, why.

    `edtf` is None where no date can be given (durations, sets, references). `basis` is the word readers see.
    """

    id: str
    type: DateType
    value: str | None
    edtf: str | None
    anchor: str | None
    rule: str
    why: str
    basis: DateBasis | None
    curated: str | None


class NameForm(Record, frozen=True, kw_only=True):
    """One spelling of an actor's name, the ids of the sources that print it (sorted), how often they do together."""

    text: str
    sources: tuple[str, ...]
    count: int


class Evidence(Record, frozen=True, kw_only=True):
    """Two names that were taken for one actor’s, and by what. What people merged has its reason in `curated`."""

    name: str
    other: str
    why: str


class ActorMention(Span, frozen=True, kw_only=True):
    """One place where a source names the actor."""

    how: MentionHow


class Actor(Record, frozen=True, kw_only=True):
    """Someone or something that sources name. `id` is the slug of its page; `why` says why it has one or has none.

    `aliases`: slugs under which it may have stood with fewer sources. `description`: the editor's own words.
    `evidence`: by what names of several spellings became one actor, sorted."""

    id: str
    name: str
    kind: ActorKind
    published: bool
    why: str
    possibly_same: tuple[str, ...]
    names: tuple[NameForm, ...]
    descriptions: tuple[Span, ...]
    mentions: tuple[ActorMention, ...]
    curated: str | None
    aliases: tuple[str, ...] = ()
    description: str | None = None
    wikidata: str | None = None
    website: str | None = None
    evidence: tuple[Evidence, ...] = ()


class Quote(Span, frozen=True, kw_only=True):
    """A quotation with its speaker among the actors and its family, each None where not known."""

    id: str
    utterance: str
    kind: QuoteKind
    speaker: str | None
    speaker_text: str | None
    speaker_span: Span | None
    via: tuple[str, ...]
    cue: str | None
    cue_span: Span | None
    family: str | None
    curated: str | None
    cue_class: CueClass | None = None


class Variant(Record, frozen=True, kw_only=True):
    """One place of variation: the words of the base and those of the reading (either may be empty, at its place)."""

    kind: VariantKind
    base: Span
    reading: Span


class Reading(Record, frozen=True, kw_only=True):
    """One rendering of a family's utterance, with its places of variation against the base in text order.

    `beside` is what its witness tells of the utterance in its own words, in the sentence of the quotation: passages
    outside it, each with the words of the base that it tells. It stands at the first reading of each witness.
    """

    quote: str
    variants: tuple[Variant, ...]
    beside: tuple[Variant, ...] = ()


class Family(Record, frozen=True, kw_only=True):
    """One utterance in several sources. `base` is the longest reading and the first of `readings`.

    `voices` are the descriptions by which one of several speakers speaks for another one ("the guild's spokeswoman").
    """

    id: str
    aliases: tuple[str, ...]
    speaker: str | None
    quotes: tuple[str, ...]
    base: str
    readings: tuple[Reading, ...]
    curated: str | None
    voices: tuple[Span, ...] = ()


class Headline(Record, frozen=True, kw_only=True):
    """An event's headline: the words of a report (`span`) or a person's own (`curated` holds the reason)."""

    text: str
    span: Span | None
    curated: str | None


class Report(Span, frozen=True, kw_only=True):
    """The sentence in which a witness reports an event; `date` is the id of the date finding that dates it there."""

    id: str
    date: str | None


class FirstReport(Record, frozen=True, kw_only=True):
    """Who had it first: a witness with the date of its publication."""

    witness: str
    edtf: str


class ConflictValue(Span, frozen=True, kw_only=True):
    """One of several values that sources give for the same thing."""

    value: str


class Conflict(Record, frozen=True, kw_only=True):
    """Sources that differ in a date or a figure; all values stand, none is averaged."""

    what: Literal["date", "figure"]
    values: tuple[ConflictValue, ...]


class Event(Record, frozen=True, kw_only=True):
    """Something dated that witnesses report. `witnesses` counts them, `independent` counts copies of one text once.

    `note` is the editor's own; `strand` names the side matter it belongs to, None for the main one. `told_with` is the
    id of the event whose account it goes on with: its sentences give no date of their own and take that event's. `why`
    says then how the date was come by; the reasons for other dates stand with the date findings.
    """

    id: str
    aliases: tuple[str, ...]
    edtf: str | None
    headline: Headline
    kind: EventKind
    attributed_to: str | None
    key: bool
    strand: str | None
    actors: tuple[str, ...]
    places: tuple[str, ...]
    reports: tuple[Report, ...]
    witnesses: int
    independent: int
    first_reported: FirstReport | None
    conflicts: tuple[Conflict, ...]
    basis: DateBasis | None
    curated: str | None
    note: str | None = None
    told_with: str | None = None
    why: str | None = None


class Dossier(Record, frozen=True, kw_only=True):
    """Everything found in the sources, before any page is written; lists are sorted: same seeds, same bytes."""

    schema: Literal["1"]
    title: str
    sources: tuple[SourceEntry, ...]
    dates: tuple[DateFinding, ...]
    actors: tuple[Actor, ...]
    quotes: tuple[Quote, ...]
    families: tuple[Family, ...]
    events: tuple[Event, ...]
    clusters: tuple[Cluster, ...]
    reuse: tuple[Reuse, ...]
    overlap: tuple[Overlap, ...]
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    labels: tuple[Label, ...]
    translations: tuple[Translation, ...] = ()
    hidden: tuple[HiddenEvent, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    decisions: tuple[Decided, ...] = ()
