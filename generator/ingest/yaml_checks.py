"""Checks for what people write in the settings files: keys, texts, dates, ids, addresses.

A fault is reported with its line and with what to write instead; what is faulty is dropped and the rest applies.

In: YAML nodes. Out: the sound values; faults through the reporter. Never: reads files, knows what a value is for.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

from rapidfuzz import fuzz, process

from generator.edtf import is_valid
from generator.ingest.slugs import is_safe
from generator.ingest.yaml_nodes import Node
from generator.problems import Problem, Problems, error, warning

NEAR = 75.0  # likeness (of 100) from which a word is suggested: one slip in a word of four letters
LONGEST_SHOWN = 80  # characters of a value in a message
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,5}")
MAIL = re.compile(r"mailto:[^\s@<>\"]{1,64}@[^\s@<>\"]{1,255}")
NOT_TEXT = {"Cc", "Cs"}  # categories: control characters and halves of characters

Report = Callable[[str, int], None]  # takes a message and its line
Check = Callable[[str], str | None]  # says what is wrong with a value, as the end of a sentence; None if nothing is


def make_report(file: str, problems: list[Problem]) -> Report:
    """A reporter that adds errors in the file to the problems."""
    return lambda message, line: problems.append(error(file, message, line))


def shown(value: str) -> str:
    """A value in a message: on one line, in quotation marks, not too long."""
    line = " ".join("".join(c if unicodedata.category(c) not in NOT_TEXT else " " for c in value).split())
    return f'"{line}"' if len(line) <= LONGEST_SHOWN else f'"{line[:LONGEST_SHOWN]} …"'


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A sentence with the nearest known word and a space before it, "" where none is near."""
    near = process.extractOne(word[:LONGEST_SHOWN], list(known), scorer=fuzz.ratio, score_cutoff=NEAR)
    return f' Did you mean "{near[0]}"?' if near else ""


def find_tags(root: Node, file: str) -> Problems:
    """A warning for each text behind which a comment stands that may be words of it."""
    found: list[Problem] = []
    nodes = [root]
    while nodes:
        node = nodes.pop()
        nodes.extend(node.items)
        if node.tag:
            message = f"{shown(node.tag)} begins a comment and is not read."
            remedy = "If it belongs to the text, put it all in quotation marks; if not, write a space behind the #."
            found.append(warning(file, f"{message} {remedy}", node.line))
    return tuple(found)


def read_known(node: Node, known: tuple[str, ...], owner: str, report: Report) -> dict[str, Node]:
    """The values of a mapping's known keys, the first of equal ones; what is wrong with the keys is reported."""
    values: dict[str, Node] = {}
    for key, value in node.pairs:
        if key.text not in known:
            known_here = f"Known: {', '.join(known)}."
            report(f"{shown(key.text)} is not known in {owner}.{did_you_mean(key.text, known)} {known_here}", key.line)
        elif key.text in values:
            report(f"{key.text} is given twice for {owner}; the first counts.", key.line)
        else:
            values[key.text] = value
    return values


def read_text(name: str, node: Node, check: Check, report: Report) -> str | None:
    """The value on one line, single spaces between its words, where it is sound; None if absent or reported."""
    value = read_lines(name, node, report)
    line = " ".join(value.split()) if value else ""
    fault = check(line) if line else None
    if fault:
        report(f"{name} {shown(line)} {fault}", node.line)
    return line if line and not fault else None


def read_lines(name: str, node: Node, report: Report) -> str | None:
    """The value as written; None where nothing is given, or a list or mapping, which is reported."""
    if node.absent:
        return None
    if node.kind != "text":
        report(f"{name} must be plain text, not a {node.kind}.", node.line)
        return None
    return node.text if node.text.strip() else None


def printable(value: str) -> str | None:
    """For a text that the site prints as it is."""
    return None if value.isprintable() else "holds characters that cannot be printed."


def words_of_source(value: str) -> str | None:
    """For words as a source prints them: joiners and soft hyphens belong to them, control characters do not."""
    sound = all(unicodedata.category(c) not in NOT_TEXT for c in value)
    return None if sound else "holds control characters. Copy the words from the source again."


def date(value: str) -> str | None:
    """For a date in EDTF."""
    return None if is_valid(value) else "is not a date. Write YYYY-MM-DD."


def identifier(value: str) -> str | None:
    """For an id that becomes part of an address."""
    return None if is_safe(value) else 'cannot be an id. Use lower-case letters, digits and hyphens (not "index").'


def address(value: str) -> str | None:
    """For the address of a web page."""
    return None if _is_address(value, {"http", "https"}) else "is not a web address. Write https://…"


def contact(value: str) -> str | None:
    """For an address to which readers write: a web page or a mailbox."""
    if _is_address(value, {"https"}) or MAIL.fullmatch(value):
        return None
    near = f' Did you mean "mailto:{value}"?' if MAIL.fullmatch(f"mailto:{value}") else ""
    return f"is no address to write to.{near} Write https://… or mailto:name@…"


def language_tag(value: str) -> str | None:
    """For a language as BCP 47 writes it."""
    return None if LANGUAGE.fullmatch(value) else "is not a language tag. Write en, fr, pt-BR …"


def one_of(values: tuple[str, ...], what: str) -> Check:
    """For a word of a closed list; `what` names the list in the message ("a mode")."""
    advice = f"Write {', '.join(values[:-1])} or {values[-1]}."
    return lambda value: None if value in values else f"is not {what}.{did_you_mean(value, values)} {advice}"


def _is_address(value: str, schemes: set[str]) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in schemes and bool(parts.netloc) and " " not in value and value.isprintable()
