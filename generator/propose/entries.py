"""One proposal as text: an entry of curation.yml, commented out, with its evidence above it.

In: fields, evidence. Out: lines of YAML. Never: lets a source's words end a line or a string.
"""

import json
from collections.abc import Mapping

from generator.model import Record

LONGEST_EVIDENCE = 140  # characters of a passage: enough to judge, short enough for a line
NO_REASON = ""


Value = str | tuple[str, ...] | tuple[Mapping[str, str], ...]


class Entry(Record, frozen=True, kw_only=True):
    """A proposal: what kind it is (`heading`), its fields in order, and what it rests on, a line each.

    A value is text, a list of texts, or a list of passages. The reason is left to the person.
    """

    heading: str
    fields: tuple[tuple[str, Value], ...]
    evidence: tuple[str, ...]


def write_entry(entry: Entry) -> str:
    """The lines of one entry; behind `# ` they are YAML, its evidence a comment in it."""
    lines = ["#", *(f"#   # {line}" for line in dict.fromkeys(shortened(line) for line in entry.evidence))]
    marks = ["- "] + ["  "] * len(entry.fields)
    fields = (*entry.fields, ("reason", NO_REASON))
    lines += [f"#   {mark}{name}: {as_yaml(value)}".rstrip() for mark, (name, value) in zip(marks, fields, strict=True)]
    return "\n".join(lines) + "\n"


def as_yaml(value: Value) -> str:
    """A value on one line: texts in double quotes, which YAML reads as JSON does; nothing for an empty text.

    >>> as_yaml("Ann: “Yes”"), as_yaml(("a", "b")), as_yaml("")
    ('"Ann: “Yes”"', '["a", "b"]', '')
    """
    return json.dumps(value, ensure_ascii=False) if value else ""


def shortened(text: str) -> str:
    """A passage on one line, not too long, without signs that a terminal acts on.

    >>> shortened("a\\nb")
    'a b'
    """
    line = "".join(char if char.isprintable() else " " for char in " ".join(text.split()))
    return line if len(line) <= LONGEST_EVIDENCE else line[: LONGEST_EVIDENCE - 1].rstrip() + "…"
