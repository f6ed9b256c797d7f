"""Source text made safe for each place where it is printed.

White space that breaks lines becomes a space, one for one; control characters become visible symbols; what a source
leaves open in the direction of writing is closed again, so that it cannot reach past its own words. All else is printed
verbatim: parsed back, the result reads as the text did.

In: any text. Out: text in the notation of one format. Never: decides what is printed, shortens, repairs.
"""

import csv
import io
import json
import re

from markupsafe import Markup

LINE_BREAKS = {ord(char): " " for char in "\t\n\v\f\r\x85\u2028\u2029"}
VISIBLE = (
    {code: chr(0x2400 + code) for code in range(0x20)}
    | {0x7F: "\u2421"}
    | dict.fromkeys([*range(0x80, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF], "\ufffd")
    | LINE_BREAKS
)
MARKUP = dict.fromkeys(map(ord, "&<>\"'"))
ACTIVE = dict.fromkeys(map(ord, "\\`*_{}[]!|~^=$@"))  # what Markdown, attribute lists and Jinja act on inside HTML
BACKSLASHED = "\\`*_{}[]()#+!"  # the characters after which Python-Markdown drops a backslash
ENTITIES = "&<>~^=:\"'.-|$@"  # those after which it shows the backslash, or which extensions act on
HTML_CODES = {code: f"&#{code};" for code in MARKUP | ACTIVE}
MARKDOWN_CODES = {ord(char): "\\" + char for char in BACKSLASHED} | {ord(char): f"&#{ord(char)};" for char in ENTITIES}
XML_CODES = {code: f"&#{code};" for code in MARKUP}
SPACES = re.compile(" {2,}")
TYPOGRAPHY = {"--": "&#45;&#45;", "...": "&#46;&#46;&#46;"}  # what an extension for smart typography would change
FORMULA_STARTS = "=+-@\uff1d\uff0b\uff0d\uff20"  # a spreadsheet reads a cell that starts so as a formula
NEGATIVE = re.compile("-[0-9]{1,30}(?:[.][0-9]{1,30})?")  # a plain number below zero computes nothing

EMBEDDINGS = "\u202a\u202b\u202d\u202e"
ISOLATES = "\u2066\u2067\u2068"
POP_EMBEDDING = "\u202c"
POP_ISOLATE = "\u2069"
BIDI_CONTROLS = re.compile(f"[{EMBEDDINGS}{ISOLATES}{POP_EMBEDDING}{POP_ISOLATE}]")


def for_html(text: str) -> Markup:
    """The text for raw HTML and for the value of an attribute, also inside Markdown; on one line.

    >>> for_html("<b> & {{ *x* }}")
    Markup('&#60;b&#62; &#38; &#123;&#123; &#42;x&#42; &#125;&#125;')
    """
    escaped = shown(text).translate(HTML_CODES)
    for signs, codes in TYPOGRAPHY.items():
        escaped = escaped.replace(signs, codes)
    return Markup(escaped)


def for_markdown(text: str) -> Markup:
    """The text for inline Markdown (a heading, a paragraph); spaces at its ends are dropped, runs of spaces folded.

    >>> for_markdown("1. *a* [b]")
    Markup('1&#46; \\\\*a\\\\* \\\\[b\\\\]')
    """
    return Markup(SPACES.sub(" ", shown(text)).strip(" ").translate(MARKDOWN_CODES))


def for_yaml(text: str) -> str:
    """The text as a quoted scalar of a page's front matter.

    It is escaped for HTML inside the scalar, because themes print a page's title and description as they are.
    """
    return json.dumps(shown(text).translate(XML_CODES), ensure_ascii=False)


def for_csv(text: str) -> str:
    """The text as one quoted cell; what a spreadsheet would run as a formula starts with an apostrophe.

    A plain number below zero is none. A day before Christ gets the apostrophe: to a spreadsheet it is a sum.

    >>> for_csv('=1+1'), for_csv('a "b"'), for_csv('-12'), for_csv('-0043-03-15')
    ('"\\'=1+1"', '"a ""b\"""', '"-12"', '"\\'-0043-03-15"')
    """
    safe = shown(text)
    if safe.lstrip().startswith(tuple(FORMULA_STARTS)) and not NEGATIVE.fullmatch(safe):
        safe = "'" + safe
    cell = io.StringIO()
    csv.writer(cell, quoting=csv.QUOTE_ALL, lineterminator="").writerow([safe])
    return cell.getvalue()


def for_xml(text: str) -> Markup:
    """The text for an element or attribute of XML 1.0."""
    return Markup(shown(text).translate(XML_CODES))


def shown(text: str) -> str:
    """The text with control characters made visible and the order of writing closed; not escaped."""
    visible = text.translate(VISIBLE)
    return visible + unclosed(visible) if BIDI_CONTROLS.search(visible) else visible


def unclosed(text: str) -> str:
    """The characters that close the embeddings and isolates which a text leaves open, innermost first.

    >>> unclosed("a \\u202e b") == "\\u202c"
    True
    """
    levels: list[list[str]] = [[]]  # the embeddings open in the text itself, then in each isolate
    for found in BIDI_CONTROLS.finditer(text):
        control = found.group()
        if control in EMBEDDINGS:
            levels[-1].append(POP_EMBEDDING)
        elif control in ISOLATES:
            levels.append([])
        elif control == POP_EMBEDDING:
            levels[-1][-1:] = []
        elif len(levels) > 1:
            levels.pop()
    return POP_ISOLATE.join("".join(level) for level in reversed(levels))
