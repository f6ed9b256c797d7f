"""What people decided in curation.yml, entry by entry. Each names what it acts on by content and says why.

Decisions about one source are applied while it is read; all others where the sources are compared.
"""

from generator.model.annotated import ActorKind
from generator.model.base import Record


class Target(Record, frozen=True, kw_only=True):
    """A passage named by its words: those printed in a source, as a person quoted them.

    `part` is the id of an item of a collection, None for the whole source. White space and the style of quotation
    marks do not matter; the words must stand there once.
    """

    source: str
    part: str | None
    words: str


class Decision(Record, frozen=True, kw_only=True):
    """What every entry has: the line in curation.yml at which it begins, and its reason, which the site prints."""

    line: int
    reason: str


class Split(Record, frozen=True, kw_only=True):
    """Printed names that are not the actor's own but another's, called `name`; only in `sources`, if any are given.

    `sources` are witnesses (`source` or `source#part`). `id` is the slug of the other's page, None where its name
    gives one.
    """

    names: tuple[str, ...]
    sources: tuple[str, ...]
    name: str
    id: str | None


class ActorDecision(Decision, frozen=True, kw_only=True):
    """On one actor, named by a printed name or by its id. `merge` are names of actors that are the same one.

    `describe` is a description in the editor's own words, `wikidata` an item's id ("Q42"). `publish` is False for an
    actor that shall have no page. None leaves a field as it was found.
    """

    actor: str
    merge: tuple[str, ...] = ()
    split: tuple[Split, ...] = ()
    rename: str | None = None
    id: str | None = None
    kind: ActorKind | None = None
    describe: str | None = None
    wikidata: str | None = None
    website: str | None = None
    publish: bool | None = None


class EventDecision(Decision, frozen=True, kw_only=True):
    """On the event of which the passage is a report, or a part of one.

    `merge` are passages of other events that are the same one. `split` takes the passage's report out of its event.
    `date` is EDTF. `attribute` is the name of the actor whose statement it is: then it is no event. `no_statement` says
    that it is an event and nobody's statement. `strand` names a side matter, `pin` makes a key event.
    """

    target: Target
    retitle: str | None = None
    date: str | None = None
    merge: tuple[Target, ...] = ()
    split: bool = False
    hide: bool = False
    pin: bool | None = None
    note: str | None = None
    strand: str | None = None
    attribute: str | None = None
    no_statement: bool = False


class QuotationDecision(Decision, frozen=True, kw_only=True):
    """On the quotation that holds the passage or lies in it; a translation may be of any passage.

    `speaker` is the name of an actor, `speaker_unknown` says that it is nobody known. `merge` are passages of
    quotations that render the same utterance; `split` takes the quotation out of its family. `translation` is in the
    editor's own words, in the language of the site.
    """

    target: Target
    speaker: str | None = None
    speaker_unknown: bool = False
    merge: tuple[Target, ...] = ()
    split: bool = False
    translation: str | None = None


class SourceDecision(Decision, frozen=True, kw_only=True):
    """On one source, or on one item of it (`part`).

    `restore` are words of a piece of furniture that belongs to the document, `set_aside` words that do not. `language`,
    `title`, `author` and `published` (EDTF) are those of the part, where one is given; of a whole source `language`
    alone can be decided here.
    """

    source: str
    part: str | None = None
    restore: str | None = None
    set_aside: str | None = None
    language: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None


class LabelDecision(Decision, frozen=True, kw_only=True):
    """Terms with which sources name one thing; `label` says in the editor's words what it is."""

    label: str
    terms: tuple[str, ...]


class Decisions(Record, frozen=True, kw_only=True):
    """The whole of curation.yml in the order of its lines; `file` is its path as problems show it."""

    file: str
    actors: tuple[ActorDecision, ...] = ()
    events: tuple[EventDecision, ...] = ()
    quotations: tuple[QuotationDecision, ...] = ()
    sources: tuple[SourceDecision, ...] = ()
    labels: tuple[LabelDecision, ...] = ()


NO_DECISIONS = Decisions(file="curation.yml")
