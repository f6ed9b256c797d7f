"""Reads the values of curation.yml's fields: texts, names, passages, sources, yes and no.

In: the name of a field, its node. Out: the sound value, None where it is absent or was reported. Never: reads files,
looks whether a passage or a name is there.
"""

import re
from collections.abc import Callable
from typing import Any

from generator.ingest.slugs import is_safe
from generator.ingest.yaml_checks import (
    Check,
    Report,
    identifier,
    printable,
    read_known,
    read_lines,
    read_text,
    shown,
    words_of_source,
)
from generator.ingest.yaml_nodes import Node
from generator.model import Split, Target

PASSAGE = ("passage", "in")
SHORT = 40  # characters of a text that a message repeats as what to write
SPLIT = ("names", "in", "as", "id")
ITEM = re.compile(r"Q[1-9][0-9]{0,11}")
ITEM_INSIDE = re.compile(r"(?<![A-Za-z0-9])[Qq]([1-9][0-9]{0,11})(?![0-9])")

WANTED = {
    "reason": " (why, in a sentence that the site prints)",
    "actor": " (a name or an id)",
    "passage": " (words that stand in a source)",
    "in": " (the id of that source)",
    "source": " (its id)",
    "label": " (what its terms name, in your words)",
}

Field = Callable[[str, Node, Report], Any]
Place = tuple[str, str | None]  # a source's id, and the id of one of its items or None


def text(check: Check) -> Field:
    """A field that holds one line of text."""
    return lambda name, node, report: read_text(name, node, check, report)


def own_words(name: str, node: Node, report: Report) -> str | None:
    """Text in the editor's own words, with its line breaks; blank lines and white space around words are left out."""
    value = read_lines(name, node, report)
    lines = [" ".join(line.split()) for line in value.splitlines()] if value else []
    faults = [fault for fault in map(printable, lines) if fault]
    if faults:
        report(f"{name} {shown(' '.join(lines))} {faults[0]}", node.line)
    return "\n".join(line for line in lines if line) if lines and not faults else None


def flag(name: str, node: Node, report: Report) -> bool | None:
    """True or false."""
    value = read_text(name, node, _true_or_false, report)
    return value.lower() == "true" if value else None


def yes(name: str, node: Node, report: Report) -> bool | None:
    """True; a false that changes nothing counts as absent."""
    return flag(name, node, report) or None


def names(name: str, node: Node, report: Report) -> tuple[str, ...] | None:
    """A list of names or terms, each once; None where there is none."""
    found = [read_text(name, one, words_of_source, report) for one in _list(name, node, _as_list(node), report)]
    return tuple(dict.fromkeys(one for one in found if one)) or None


def passages(name: str, node: Node, report: Report) -> tuple[Target, ...] | None:
    """A list of passages; the sound ones among them, None where there is none."""
    owner = f"a passage of {name}"
    found = [
        passage(read_known(one, PASSAGE, owner, report), owner, one.line, report)
        for one in _mappings(name, node, "{passage: …, in: …}", report)
    ]
    return tuple(one for one in found if one) or None


def passage(values: dict[str, Node], owner: str, line: int, report: Report) -> Target | None:
    """The passage that `passage:` and `in:` name; None, reported, where one of the two is missing or faulty."""
    fields = {"passage": text(words_of_source), "in": place_of}
    words, place = read_required(values, fields, owner, line, report)
    return Target(source=place[0], part=place[1], words=words) if words and place else None


def splits(name: str, node: Node, report: Report) -> tuple[Split, ...] | None:
    """A list of splits. One with any fault in it is left out whole: without its sources it would reach too far."""
    found = [_split(one, report) for one in _mappings(name, node, "{names: […], as: …}", report)]
    return tuple(one for one in found if one) or None


def place_of(name: str, node: Node, report: Report) -> Place | None:
    """The id of a source, or `source#part` for one item of it."""
    value = read_text(name, node, printable, report)
    if value is None:
        return None
    source, mark, part = value.partition("#")
    if is_safe(source) and (is_safe(part) if mark else True):
        return source, part or None
    id = source.strip().lower().removesuffix(".txt").removesuffix(".md")
    near = f' Did you mean "{witness((id, part or None))}"?' if is_safe(id) and (is_safe(part) or not mark) else ""
    advice = "Write its id, or `id#3` for one item of a collection."
    report(f"{name} {shown(value)} is not a source.{near} {advice}", node.line)
    return None


def says_why(value: str) -> str | None:
    """A check for a reason: an entry that was copied and not thought about has "…" there."""
    blank = not any(character.isalnum() for character in value)
    return "says nothing. Write why, in a sentence that the site prints." if blank else printable(value)


def wikidata(value: str) -> str | None:
    """A check for the id of a Wikidata item."""
    inside = ITEM_INSIDE.search(value)
    near = f' Did you mean "Q{inside[1]}"?' if inside else ""
    return None if ITEM.fullmatch(value) else f"is not a Wikidata id.{near} Write Q and its digits, such as Q42."


def _split(node: Node, report: Report) -> Split | None:
    faults: list[str] = []

    def noted(message: str, line: int) -> None:
        faults.append(message)
        report(message, line)

    values = read_known(node, SPLIT, "a split", noted)
    fields = {"names": names, "as": text(printable)}
    who, name = read_required(values, fields, "a split", node.line, noted)
    own = text(identifier)("id", values["id"], noted) if "id" in values else None
    sources = witnesses("in", values["in"], noted) if "in" in values else ()
    if "in" in values and _is_empty(values["in"]):
        noted("in names no source. Write `in: [id]`, or leave it out: then the split holds everywhere.", node.line)
    return None if faults else Split(names=who, sources=sources, name=name, id=own)


def witnesses(name: str, node: Node, report: Report) -> tuple[str, ...]:
    """The witnesses that a list names: sources, and items as `source#part`."""
    found = [place_of(name, one, report) for one in _list(name, node, _as_list(node), report)]
    return tuple(witness(place) for place in found if place)


def witness(place: Place) -> str:
    """A place in the notation of witnesses."""
    source, part = place
    return source if part is None else f"{source}#{part}"


def read_required(
    values: dict[str, Node], fields: dict[str, Field], owner: str, line: int, report: Report
) -> list[Any]:
    """The value of each of the fields in their order; one that is not given is reported and None."""
    missing = [name for name in fields if name not in values or _is_empty(values[name])]
    if missing:
        wanted = " and ".join(f"`{name}:`{WANTED.get(name, '')}" for name in missing)
        report(f"{owner[:1].upper()}{owner[1:]} must have {wanted}.", line)
    return [None if name in missing else read(name, values[name], report) for name, read in fields.items()]


def _is_empty(node: Node) -> bool:
    return node.absent or not (node.text.strip() if node.kind == "text" else node.items)


def _true_or_false(value: str) -> str | None:
    return None if value.lower() in {"true", "false"} else "is neither true nor false. Write true, or leave it out."


def _mappings(name: str, node: Node, form: str, report: Report) -> list[Node]:
    """Those entries of a list that have fields; `form` shows one in the message about others."""
    entries = _list(name, node, f"[{form}]", report)
    for one in entries:
        if one.kind != "mapping":
            report(f"Each entry of {name} must be of the form `{form}`.", one.line)
    return [one for one in entries if one.kind == "mapping"]


def _list(name: str, node: Node, form: str, report: Report) -> tuple[Node, ...]:
    """The entries of a list that are not empty; `form` shows in the message what to write instead of something else."""
    if node.kind != "list" and not node.absent:
        report(f"{name} must be a list, not {_called(node)}. Write `{name}: {form}`.", node.line)
    entries = node.items if node.kind == "list" else ()
    for one in entries:
        if _is_empty(one):
            report(f"An entry of {name} is empty. Take it out.", one.line)
    return tuple(one for one in entries if not _is_empty(one))


def _as_list(node: Node) -> str:
    """A plain text as the list that was meant, where it is short."""
    words = " ".join(node.text.split())
    return f"[{words}]" if 0 < len(words) <= SHORT and words.isprintable() else "[…, …]"


def _called(node: Node) -> str:
    return "plain text" if node.kind == "text" else f"a {node.kind}"
