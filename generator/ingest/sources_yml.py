"""Reads sources.yml: what a person knows of the sources, field by field, strictly.

Every fault is reported at once, with its line and what to write instead; a faulty field is dropped and the rest
applies. A fault is an error, because the site would show something else than the person meant.

In: the text of sources.yml. Out: the dossier's title, an entry per file, problems. Never: reads files, sees sources.
"""

import re
import unicodedata
from typing import get_args

from generator.ingest.yaml_checks import (
    Check,
    Report,
    address,
    contact,
    date,
    find_tags,
    identifier,
    language_tag,
    make_report,
    one_of,
    printable,
    read_known,
    read_text,
    shown,
)
from generator.ingest.yaml_nodes import Node, YamlError, read_nodes
from generator.model import DateOrder, Mode, Record
from generator.problems import Problem, Problems, error

TOP: dict[str, Check] = {"title": printable, "contact": contact}


class Entry(Record, frozen=True, kw_only=True):
    """What is written of one file: its line, and the fields that are sound, as text ("0.5" for a share)."""

    line: int
    fields: dict[str, str]


class Bibliography(Record, frozen=True, kw_only=True):
    """The whole of sources.yml; `entries` are keyed by file, as a path from the seeds folder in NFC.

    `contact` is the address to which readers write about an error.
    """

    title: str | None
    contact: str | None
    entries: dict[str, Entry]


EMPTY = Bibliography(title=None, contact=None, entries={})


def read_bibliography(text: str, file: str) -> tuple[Bibliography, Problems]:
    """What sources.yml says; `file` is its path as problems show it."""
    try:
        root = read_nodes(text)
    except YamlError as fault:
        return EMPTY, (error(file, f"This is not YAML: {fault.message}. Nothing in this file was used.", fault.line),)
    if root is None or root.absent:
        return EMPTY, ()
    if root.kind != "mapping":
        return EMPTY, (error(file, "It must hold `title:` and `sources:`, each at the start of a line.", root.line),)
    problems: list[Problem] = [*find_tags(root, file)]
    report = make_report(file, problems)
    top = read_known(root, (*TOP, "sources"), "sources.yml", report)
    texts = {name: read_text(name, top[name], check, report) for name, check in TOP.items() if name in top}
    entries = _entries(top["sources"], report) if "sources" in top else {}
    bibliography = Bibliography(title=texts.get("title"), contact=texts.get("contact"), entries=entries)
    return bibliography, tuple(problems)


def normal_path(path: str) -> str:
    """A file's path as entries are keyed: forward slashes, no `./`, NFC."""
    return unicodedata.normalize("NFC", path.replace("\\", "/").removeprefix("./"))


def _entries(node: Node, report: Report) -> dict[str, Entry]:
    if node.absent:
        return {}
    if node.kind != "mapping":
        report("`sources:` must hold one file name a line, each followed by a colon.", node.line)
        return {}
    entries: dict[str, Entry] = {}
    for key, value in node.pairs:
        path = normal_path(key.text)
        if path in entries:
            report(f"{shown(key.text)} stands here twice; the first entry counts.", key.line)
        elif value.absent:
            entries[path] = Entry(line=key.line, fields={})
        elif value.kind != "mapping":
            report(f"{shown(key.text)} must hold fields such as `published: 2021-01-21`.", value.line)
        else:
            entries[path] = Entry(line=key.line, fields=_fields(value, key.text, report))
    return entries


def _fields(node: Node, owner: str, report: Report) -> dict[str, str]:
    fields: dict[str, str] = {}
    for name, value in read_known(node, tuple(CHECKS), " ".join(owner.split()), report).items():
        text = read_text(name, value, CHECKS[name], report)
        if text is not None:
            fields[name] = text
    return fields


def _share(value: str) -> str | None:
    sound = re.fullmatch(r"\d{0,3}(?:\.\d{1,6})?", value) and value != "" and 0 <= float(value) <= 1
    return None if sound else "is not a share. Write a number from 0 to 1."


CHECKS: dict[str, Check] = {
    "id": identifier,
    "label": printable,
    "title": printable,
    "publisher": printable,
    "byline": printable,
    "url": address,
    "published": date,
    "updated": date,
    "added": date,
    "language": language_tag,
    "date_order": one_of(get_args(DateOrder), "an order of day, month and year"),
    "mode": one_of(get_args(Mode), "a mode"),
    "max_share": _share,
}
