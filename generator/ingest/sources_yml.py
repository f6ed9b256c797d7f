"""Reads sources.yml: what a person knows of the sources, field by field, strictly.

Every fault is reported at once, with its line and what to write instead; a faulty field is dropped and the rest
applies. A fault is an error, because the site would show something else than the person meant.

In: the text of sources.yml. Out: the dossier's title, an entry per file, problems. Never: reads files, sees sources.
"""

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from typing import get_args
from urllib.parse import urlsplit

from generator.edtf import is_valid
from generator.ingest.slugs import is_safe
from generator.ingest.yaml_nodes import Node, YamlError, read_nodes
from generator.model import Mode, Record
from generator.problems import Problem, Problems, error

TOP = ("title", "sources")
NEAR = 0.75  # likeness (0-1) from which a word is suggested: one slip in a word of four letters
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,5}")


class Entry(Record, frozen=True, kw_only=True):
    """What is written of one file: its line, and the fields that are sound, as text ("0.5" for a share)."""

    line: int
    fields: dict[str, str]


class Bibliography(Record, frozen=True, kw_only=True):
    """The whole of sources.yml; `entries` are keyed by file, as a path from the seeds folder in NFC."""

    title: str | None
    entries: dict[str, Entry]


EMPTY = Bibliography(title=None, entries={})


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
    problems: list[Problem] = []
    top = _known(root, TOP, "sources.yml", file, problems)
    title = _checked("title", top["title"], file, problems) if "title" in top else None
    entries = _entries(top["sources"], file, problems) if "sources" in top else {}
    return Bibliography(title=title, entries=entries), tuple(problems)


def normal_path(path: str) -> str:
    """A file's path as entries are keyed: forward slashes, no `./`, NFC."""
    return unicodedata.normalize("NFC", path.replace("\\", "/").removeprefix("./"))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A sentence with the nearest known word and a space before it, "" where none is near."""
    near = get_close_matches(word, list(known), n=1, cutoff=NEAR)
    return f' Did you mean "{near[0]}"?' if near else ""


def _entries(node: Node, file: str, problems: list[Problem]) -> dict[str, Entry]:
    if node.absent:
        return {}
    if node.kind != "mapping":
        problems.append(error(file, "`sources:` must hold one file name a line, each followed by a colon.", node.line))
        return {}
    entries: dict[str, Entry] = {}
    for key, value in node.pairs:
        path = normal_path(key.text)
        if path in entries:
            problems.append(error(file, f'"{key.text}" stands here twice; the first entry counts.', key.line))
        elif value.absent:
            entries[path] = Entry(line=key.line, fields={})
        elif value.kind != "mapping":
            problems.append(error(file, f'"{key.text}" must hold fields such as `published: 2021-01-21`.', value.line))
        else:
            entries[path] = Entry(line=key.line, fields=_fields(value, key.text, file, problems))
    return entries


def _fields(node: Node, owner: str, file: str, problems: list[Problem]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for name, value in _known(node, tuple(CHECKS), owner, file, problems).items():
        text = _checked(name, value, file, problems)
        if text is not None:
            fields[name] = text
    return fields


def _known(node: Node, known: tuple[str, ...], owner: str, file: str, problems: list[Problem]) -> dict[str, Node]:
    """The values of a mapping's known keys, the first of equal ones; what is wrong with the keys is reported."""
    values: dict[str, Node] = {}
    for key, value in node.pairs:
        if key.text not in known:
            known_here = f"Known: {', '.join(known)}."
            message = f'"{key.text}" is not known in {owner}.{did_you_mean(key.text, known)} {known_here}'
            problems.append(error(file, message, key.line))
        elif key.text in values:
            problems.append(error(file, f"{key.text} is given twice for {owner}; the first counts.", key.line))
        else:
            values[key.text] = value
    return values


def _checked(name: str, node: Node, file: str, problems: list[Problem]) -> str | None:
    """The value as text where it is sound; None where it is absent or was reported."""
    if node.absent:
        return None
    if node.kind != "text":
        problems.append(error(file, f"{name} must be plain text, not a {node.kind}.", node.line))
        return None
    value = " ".join(node.text.split())
    if not value:
        return None
    fault = CHECKS[name](value)
    if fault:
        problems.append(error(file, f'{name} "{value}" {fault}', node.line))
        return None
    return value


def _any_text(value: str) -> str | None:
    return None if value.isprintable() else "holds characters that cannot be printed."


def _date(value: str) -> str | None:
    return None if is_valid(value) else "is not a date. Write YYYY-MM-DD."


def _identifier(value: str) -> str | None:
    return None if is_safe(value) else 'cannot be an id. Use lower-case letters, digits and hyphens (not "index").'


def _address(value: str) -> str | None:
    try:
        parts = urlsplit(value)
    except ValueError:
        return "is not a web address. Write https://…"
    sound = parts.scheme in {"http", "https"} and parts.netloc and " " not in value
    return None if sound else "is not a web address. Write https://…"


def _language(value: str) -> str | None:
    return None if LANGUAGE.fullmatch(value) else "is not a language tag. Write en, fr, pt-BR …"


def _mode(value: str) -> str | None:
    modes = get_args(Mode)
    advice = f"Write {', '.join(modes[:-1])} or {modes[-1]}."
    return None if value in modes else f"is not a mode.{did_you_mean(value, modes)} {advice}"


def _share(value: str) -> str | None:
    sound = re.fullmatch(r"\d{0,3}(?:\.\d{1,6})?", value) and value != "" and 0 <= float(value) <= 1
    return None if sound else "is not a share. Write a number from 0 to 1."


CHECKS = {
    "id": _identifier,
    "label": _any_text,
    "title": _any_text,
    "publisher": _any_text,
    "byline": _any_text,
    "url": _address,
    "published": _date,
    "updated": _date,
    "added": _date,
    "language": _language,
    "mode": _mode,
    "max_share": _share,
}
