"""The sections of curation.yml as a table: which fields an entry has, how each is read, which record it becomes.

In: entries with sound fields. Out: decisions. Never: reads YAML, looks whether a passage or a name is there.
"""

from collections.abc import Callable
from typing import Any, get_args

from msgspec.structs import replace

from generator.ingest.curation_fields import (
    Field,
    flag,
    names,
    own_words,
    passages,
    splits,
    text,
    wikidata,
    yes,
)
from generator.ingest.yaml_checks import (
    Report,
    address,
    date,
    identifier,
    language_tag,
    one_of,
    printable,
    shown,
    words_of_source,
)
from generator.model import (
    ActorDecision,
    ActorKind,
    Decision,
    EventDecision,
    LabelDecision,
    QuotationDecision,
    Record,
    SourceDecision,
)

UNKNOWN = "unknown"  # the speaker of whom nothing is known
NOBODY = "none"  # whose statement an event is that is none
NOBODY_TOO = "nobody"  # what people write instead of one of the two
OF_AN_ITEM = ("title", "author", "published")


class Entry(Record, frozen=True, kw_only=True):
    """An entry with what is sound of it: its target, its fields by name, and the lines of those."""

    line: int
    reason: str
    target: Any
    fields: dict[str, Any]
    lines: dict[str, int]


class Section(Record, frozen=True, kw_only=True):
    """A section of the file: the keys that name an entry's target, the other fields, the record it is made into.

    `settle` gives an entry without fields that do not go together or do not suit its target.
    """

    target: tuple[str, ...]
    fields: dict[str, Field]
    make: Callable[[Entry], Decision]
    settle: Callable[[Entry, Report], Entry] = lambda entry, _: entry


def _actor(entry: Entry) -> Decision:
    return ActorDecision(line=entry.line, reason=entry.reason, actor=entry.target, **entry.fields)


def _settle_actor(entry: Entry, report: Report) -> Entry:
    """`hide: true` says `publish: false`."""
    if "hide" not in entry.fields:
        return entry
    if entry.fields.get("publish"):
        report("publish and hide cannot both be given: hide counts. Keep one of them.", entry.lines["hide"])
    fields = {name: value for name, value in entry.fields.items() if name != "hide"} | {"publish": False}
    return replace(entry, fields=fields, lines=entry.lines | {"publish": entry.lines["hide"]})


def _event(entry: Entry) -> Decision:
    fields = dict(entry.fields)
    if fields.get("attribute") == NOBODY:
        fields |= {"attribute": None, "no_statement": True}
    return EventDecision(line=entry.line, reason=entry.reason, target=entry.target, **fields)


def _settle_event(entry: Entry, report: Report) -> Entry:
    """What is taken out is no key event; a statement that nobody made is none."""
    fields = dict(entry.fields)
    if fields.get("pin") and "hide" in fields:
        report("pin and hide cannot both be given: hide counts. Keep one of them.", entry.lines["pin"])
        del fields["pin"]
    return _settle_word(replace(entry, fields=fields), "attribute", NOBODY, (UNKNOWN, NOBODY_TOO), report)


def _settle_quotation(entry: Entry, report: Report) -> Entry:
    """A speaker who is not known has one word."""
    return _settle_word(entry, "speaker", UNKNOWN, (NOBODY, NOBODY_TOO), report)


def _settle_word(entry: Entry, field: str, word: str, others: tuple[str, ...], report: Report) -> Entry:
    """The entry with the field's one word for nobody in small letters; without another one that may be meant for it."""
    value = entry.fields.get(field, "").lower()
    if value in others:
        report(f"{field} {shown(entry.fields[field])} names nobody. Write `{field}: {word}`.", entry.lines[field])
        return replace(entry, fields={name: one for name, one in entry.fields.items() if name != field})
    return replace(entry, fields=entry.fields | {field: word}) if value == word else entry


def _quotation(entry: Entry) -> Decision:
    fields = dict(entry.fields)
    if fields.get("speaker") == UNKNOWN:
        fields |= {"speaker": None, "speaker_unknown": True}
    return QuotationDecision(line=entry.line, reason=entry.reason, target=entry.target, **fields)


def _source(entry: Entry) -> Decision:
    source, part = entry.target
    return SourceDecision(line=entry.line, reason=entry.reason, source=source, part=part, **entry.fields)


def _settle_source(entry: Entry, report: Report) -> Entry:
    """What is given of a whole source elsewhere can be decided here of an item only."""
    elsewhere = [name for name in OF_AN_ITEM if name in entry.fields and entry.target and entry.target[1] is None]
    for name in elsewhere:
        item = f"here stands that of an item (`source: {entry.target[0]}#3`)"
        report(f"Write the `{name}:` of a whole source in sources.yml; {item}.", entry.lines[name])
    fields = {name: value for name, value in entry.fields.items() if name not in elsewhere}
    return replace(entry, fields=fields)


def _label(entry: Entry) -> Decision:
    return LabelDecision(line=entry.line, reason=entry.reason, label=entry.target, **entry.fields)


SECTIONS = {
    "actors": Section(
        target=("actor",),
        fields={
            "merge": names,
            "split": splits,
            "rename": text(printable),
            "id": text(identifier),
            "kind": text(one_of(get_args(ActorKind), "a kind")),
            "describe": own_words,
            "wikidata": text(wikidata),
            "website": text(address),
            "publish": flag,
            "hide": yes,
        },
        make=_actor,
        settle=_settle_actor,
    ),
    "events": Section(
        target=("passage", "in"),
        fields={
            "retitle": text(printable),
            "date": text(date),
            "merge": passages,
            "split": yes,
            "hide": yes,
            "pin": flag,
            "note": own_words,
            "strand": text(printable),
            "attribute": text(words_of_source),
        },
        make=_event,
        settle=_settle_event,
    ),
    "quotations": Section(
        target=("passage", "in"),
        fields={"speaker": text(words_of_source), "merge": passages, "split": yes, "translation": own_words},
        make=_quotation,
        settle=_settle_quotation,
    ),
    "sources": Section(
        target=("source",),
        fields={
            "restore": text(words_of_source),
            "set_aside": text(words_of_source),
            "language": text(language_tag),
            "title": text(printable),
            "author": text(printable),
            "published": text(date),
        },
        make=_source,
        settle=_settle_source,
    ),
    "labels": Section(target=("label",), fields={"terms": names}, make=_label),
}
