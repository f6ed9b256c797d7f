"""Inserts of hand-written pages: `[!timeline from=2021-01 to=2021-02-15]` asks for a piece of the findings.

In: a page's Markdown. Out: inserts that are well formed, problems. Never: looks at the dossier; reads what is code.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from generator.edtf import earliest, is_valid, latest
from generator.model import Record
from generator.problems import Problems, error
from generator.publish.citations import find_brackets
from generator.publish.locators import QUOTED, Locator, as_meant, read_locator
from generator.publish.markdown_code import blank, blank_code, is_escaped

INSERT = re.compile(rf"\[!([A-Za-z][A-Za-z-]{{0,40}})((?:\s(?:{QUOTED}|[^\[\]\"“„«]){{0,500}}+)?)\](?!\()")
ARGUMENT = re.compile(
    rf"\s*(?:(?P<key>[A-Za-z]{{1,40}})=(?P<value>{QUOTED}|[^\s\"“„«]+)|(?P<words>{QUOTED})|(?P<plain>[^\s\"“„«@]+))"
)
DATES = ("from", "to")


class Form(Record, frozen=True, kw_only=True):
    """How an insert is written: an example, whether it has a plain argument, its options.

    `quotes` says that it has words and where they stand, `inline` that it stands in running text.
    """

    example: str
    plain: bool = False
    options: tuple[str, ...] = ()
    quotes: bool = False
    inline: bool = False


FORMS: Mapping[str, Form] = {
    "key-events": Form(example="[!key-events]"),
    "timeline": Form(
        example="[!timeline from=2021-01 to=2021-02-15]", options=("from", "to", "actor", "strand", "source")
    ),
    "actor": Form(example="[!actor ann-lee]", plain=True),
    "quotation": Form(example='[!quotation "words" @source-id]', quotes=True),
    "count": Form(example="[!count sources]", plain=True, options=("source", "actor"), inline=True),
}


BEGUN = re.compile(  # a known name, however it is set after the mark; other names directly after it
    rf"\[(?:!(?=[A-Za-z])|\s{{0,9}}!\s{{0,9}}(?=(?:{'|'.join(FORMS)})\b))(?![^\[\]]{{0,500}}\]\()", re.IGNORECASE
)


class Insert(Record, frozen=True, kw_only=True):
    """An insert: its place in the page, its name, its plain argument ("" where it has none), its options by name.

    `quoted` is, of a quotation, its words; `locator` is where they stand.
    """

    start: int
    end: int
    name: str
    plain: str
    options: Mapping[str, str]
    quoted: str | None
    locator: Locator | None


def find_inserts(markdown: str, file: str) -> tuple[tuple[Insert, ...], Problems]:
    """The well-formed inserts outside of code, in text order, and what is wrong with the others."""
    text = blank_code(markdown)
    inserts: list[Insert] = []
    problems: list[tuple[int, str]] = []
    read = set()
    for found in INSERT.finditer(text):
        if not is_escaped(text, found.start()):
            read.add(found.start())
            insert, rest = read_insert(found, markdown)
            faults = list(find_faults(insert, rest, text))
            problems += [(found.start(), fault) for fault in faults]
            inserts += [] if faults else [insert]
    for begun in BEGUN.finditer(text):
        if begun.start() not in read and not is_escaped(text, begun.start()):
            problems.append((begun.start(), f"An insert that begins here cannot be read. {known_inserts()}"))
    return tuple(inserts), tuple(error(file, message, 1 + markdown.count("\n", 0, at)) for at, message in problems)


def read_insert(found: re.Match[str], markdown: str) -> tuple[Insert, str]:
    """The insert in a bracket, and what of it could not be read."""
    text = markdown[slice(*found.span(2))]
    at, plain, quoted = 0, [], None
    options: dict[str, str] = {}
    while argument := ARGUMENT.match(text, at):
        key, value, words, word = argument.group("key", "value", "words", "plain")
        if key is not None and key not in options:
            options[key] = as_meant(value[1:-1] if value[0] in '"“„«' else value)
        elif words is not None and quoted is None:
            quoted = as_meant(words[1:-1])
        elif word is not None:
            plain.append(word)
        else:
            break
        at = argument.end()
    rest = text[at:].strip()
    locator = read_locator(rest) if rest.startswith("@") else None
    insert = Insert(
        start=found.start(), end=found.end(), name=found[1], plain=" ".join(plain), options=options, quoted=quoted,
        locator=locator,
    )  # fmt: skip
    return insert, "" if locator else rest


def find_faults(insert: Insert, rest: str, text: str) -> Iterator[str]:
    """What is wrong with how an insert is written, in full sentences."""
    form = FORMS.get(insert.name)
    if form is None:
        yield f"There is no insert “{insert.name}”.{near(insert.name, FORMS)} {known_inserts()}"
        return
    for name, value in insert.options.items():
        if name not in form.options:
            known = f"It has {', '.join(form.options)}." if form.options else "It has none."
            yield f"The insert “{insert.name}” has no option “{name}”.{near(name, form.options)} {known}"
        elif name in DATES and not (is_valid(value) and (earliest(value) if name == "from" else latest(value))):
            yield f"“{value}” is not a date. Write {name}=2021-02-15, {name}=2021-02 or {name}=2021."
    is_like = bool(insert.plain) == form.plain and (insert.quoted is None) == (insert.locator is None) != form.quotes
    if rest or not is_like:
        yield f"The insert “{insert.name}” is written so: {form.example}."
    if not form.inline and not stands_alone(insert, text):
        yield f"The insert “{insert.name}” is a paragraph of its own. Set it on one line, with empty lines around it."


def stands_alone(insert: Insert, text: str) -> bool:
    """Whether nothing stands beside an insert, in its line and in those before and after it."""
    *above, before = text[: insert.start].rsplit("\n", 2)[-2:]
    after, *below = text[insert.end :].split("\n", 2)[:2]
    return not before and not any(line.strip() for line in (*above, after, *below))


def blank_marks(markdown: str) -> str:
    """The text without its code, its citations and its inserts, character for character."""
    text = blank_code(markdown)
    found = (*find_brackets(text), *(one for one in INSERT.finditer(text) if not is_escaped(text, one.start())))
    pieces: list[str] = []
    at = 0
    for bracket in sorted(found, key=lambda one: one.start()):
        pieces += [text[at : bracket.start()], blank(bracket.group())]
        at = bracket.end()
    return "".join([*pieces, text[at:]])


def known_inserts() -> str:
    """A sentence that names every insert by an example."""
    return f"There are {', '.join(form.example for form in FORMS.values())}."


def near(name: str, known: Iterable[str]) -> str:
    """A question with the name that is most like one, with a space before it; "" where none is."""
    names = list(known)
    similar = get_close_matches(name, names, n=1) or get_close_matches(name.casefold(), names, n=1)
    return f" Did you mean “{similar[0]}”?" if similar else ""
