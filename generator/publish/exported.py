"""The proof of the exports: the bytes read back and held against the stored texts, as anybody could do it.

In: the files of a site, readings. Out: problems. Never: trusts what the dossier in memory says.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from generator.model import AnnotatedSource, Dossier, Source
from generator.problems import Problem, Problems, error, in_order
from generator.publish import annotations, links
from generator.publish.evidence import list_spans
from generator.publish.identity import DOSSIER
from generator.publish.messages import around, at_place, first_difference
from generator.publish.schema import validate
from generator.publish.selectors import Selector, Selectors
from generator.publish.verification import prove

Json = dict[str, Any]  # parsed, and of the form that the schema says
ANNOTATIONS = links.data(annotations.NAME)


def check_exports(files: Mapping[str, bytes], readings: Sequence[AnnotatedSource]) -> Problems:
    """What of the exported dossier and annotations is not what the stored texts have at these places."""
    return in_order([*check_dossier(files[DOSSIER], readings), *check_annotations(files[ANNOTATIONS], readings)])


def check_dossier(data: bytes, readings: Sequence[AnnotatedSource]) -> Problems:
    """What is wrong with a published dossier: hashes of what is withheld, then all that is proven of a whole one."""
    faults = validate(data)
    if faults:
        return faults
    published = json.loads(data)
    wrong = tuple(open_sealed(published, {reading.source.id: reading.source for reading in readings}))
    if wrong:
        return wrong
    fill_repetitions(published)
    return prove(msgspec.convert(published, Dossier), readings)


def open_sealed(published: Json, sources: Mapping[str, Source]) -> Iterator[Problem]:
    """Puts the stored words where they are withheld, so that all can be proven; tells where a hash does not fit."""
    for item, id in list(list_sealed(published)):
        source = sources.get(id)
        text = source.text[item["start"] : item["end"]] if source else ""
        item["text"] = text
        sealed = item.pop("sha256")
        if source and sha256(text) != sealed:
            place = f"characters {item['start']}–{item['end']}"
            message = f"{DOSSIER} withholds {place}, but its hash is not that of the words there. Build again."
            yield at_place(source, item["start"], message)


def list_sealed(published: Json) -> Iterator[tuple[Json, str]]:
    """Every object whose words are withheld, with the id of the source that has them."""
    yield from ((span, span["source"]) for span in list_spans(published) if span["text"] is None)
    for entry in published["sources"]:
        yield from ((piece, entry["id"]) for piece in entry["furniture"] + entry["captions"] if piece["text"] is None)


def fill_repetitions(published: Json) -> None:
    """Puts something where words are withheld that only repeat a passage: of a headline the passage, else nothing."""
    for event in published["events"]:
        if event["headline"]["text"] is None:
            event["headline"]["text"] = event["headline"]["span"]["text"]
    forms = [form for actor in published["actors"] for form in actor["names"]]
    uses = [use for label in published["labels"] for use in label["uses"]]
    names = ((forms, "text"), (uses, "term"))
    passages = (
        (published["statements"], "text"),
        (published["figures"], "what"),
        (published["translations"], "translation"),
    )
    for items, field in names + passages:
        for item in items:
            item[field] = item[field] or ""


def check_annotations(data: bytes, readings: Sequence[AnnotatedSource]) -> Iterator[Problem]:
    """What of the annotations does not select the passage that stands at their address."""
    selectors = Selectors(reading.source for reading in readings)
    passages = {
        links.passage(reading.source.id, sentence.id): (reading.source, sentence)
        for reading in readings
        for sentence in reading.sentences
    }
    seen: set[str] = set()
    try:
        for item in json.loads(data)["first"]["items"]:
            if item["id"] in seen or item["id"] not in passages:
                yield error(ANNOTATIONS, f"“{item['id']}” is not the address of one passage. Build again.")
                continue
            seen.add(item["id"])
            source, sentence = passages[item["id"]]
            yield from check_target(item["target"], source, selectors.of(sentence))
    except (ValueError, KeyError, TypeError) as fault:
        yield error(ANNOTATIONS, f"This is not a collection of annotations as the build writes it: {fault!r}.")


def check_target(target: Json, source: Source, right: Selector) -> Iterator[Problem]:
    """What of a target is not so in its source: the file's hash, the place, the words or their hashes."""
    words, place = target["selector"]
    if target["source"][annotations.SHA256] != source.sha256:
        yield at_place(source, 0, f"{ANNOTATIONS} has another file's hash for this source. Build again.")
    if (place["start"], place["end"]) != (right.start, right.end):
        here = f"{place['start']}–{place['end']}, but its address is that of {right.start}–{right.end}"
        yield at_place(source, place["start"], f"{ANNOTATIONS} selects a passage at characters {here}. Build again.")
    withheld = words.get(annotations.WITHHELD, {})
    for name in ("exact", "prefix", "suffix"):
        own = getattr(right, name)
        if name in words and words[name] != own:
            at = first_difference(words[name], own)
            said = f"{around(words[name], at)}, but {around(own, at)} stands there"
            yield at_place(source, right.start, f"{ANNOTATIONS} has as {name} of a passage {said}. Build again.")
        elif name not in words and withheld[name] != sha256(own):
            message = f"{ANNOTATIONS} has another hash for the {name} of a passage than its words have. Build again."
            yield at_place(source, right.start, message)


def sha256(text: str) -> str:
    """The hash of a text, as exports give it for words that they withhold."""
    return hashlib.sha256(text.encode()).hexdigest()
