"""Footnotes and reference links of a hand-written page: MkDocs lets pass those that are defined nowhere.

In: a page's Markdown. Out: problems. Never: renders.
"""

import re
from collections.abc import Iterator

from generator.problems import Problem, error, warning
from generator.publish.inserts import blank_marks
from generator.publish.markdown_code import is_escaped, line_of

NOTE = re.compile(r"\[\^([^\[\]\n]{1,200})\](?!\()")
NOTE_DEFINED = re.compile(r"^ {0,3}(\[\^([^\[\]\n]{1,200})\]):", re.MULTILINE)
LINK = re.compile(r"\[(?!\^)([^\[\]]{1,500})\]\[(?!\^)([^\[\]]{0,500})\]")
LINK_DEFINED = re.compile(r"^ {0,3}\[(?!\^)([^\[\]]{1,500})\]:", re.MULTILINE)


def check_notes(markdown: str, file: str) -> tuple[Problem, ...]:
    """Footnotes and link references that are defined nowhere, footnotes defined twice or never used."""
    text = blank_marks(markdown)
    return (*check_footnotes(text, file), *check_references(text, file))


def check_footnotes(text: str, file: str) -> Iterator[Problem]:
    """What is wrong with the footnotes."""
    definitions = {found.start(1): found[2] for found in NOTE_DEFINED.finditer(text)}
    used = {
        found.start(): found[1]
        for found in NOTE.finditer(text)
        if found.start() not in definitions and not is_escaped(text, found.start())
    }
    defined: set[str] = set()
    for at, name in definitions.items():
        if name in defined:
            message = f"The footnote [^{name}] is defined twice. Give one of them another name."
            yield error(file, message, line_of(text, at))
        elif name not in used.values():
            message = f"The footnote [^{name}] is never referred to. Set [^{name}] in the text, or remove it."
            yield warning(file, message, line_of(text, at))
        defined.add(name)
    for at, name in used.items():
        if name not in defined:
            message = f"The footnote [^{name}] is defined nowhere. Write “[^{name}]: …” as a paragraph of its own."
            yield error(file, message, line_of(text, at))


def check_references(text: str, file: str) -> Iterator[Problem]:
    """Links by reference whose address is given nowhere."""
    defined = {label_of(found[1]) for found in LINK_DEFINED.finditer(text)}
    for found in LINK.finditer(text):
        label = found[2].strip() or found[1]
        if label_of(label) not in defined and not is_escaped(text, found.start()):
            message = f"The link refers to [{label}], which is defined nowhere. Write “[{label}]: address” below."
            yield error(file, " ".join(message.split()), line_of(text, found.start()))


def label_of(text: str) -> str:
    """A link's label as it is compared: letters of one case, white space folded."""
    return " ".join(text.split()).lower()
