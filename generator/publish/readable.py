"""A file's text as the programs of its readers see it: values of JSON, tags taken out, escapes undone.

In: the bytes of a file, text. Out: text, words. Never: parses more than it needs; fails on what is malformed.
"""

import html
import json
import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

SEPARATOR = "\ue000"  # a private character, so that words of two blocks or values are not taken for one text
# All that an escape may be made of, and that no words are told by; those of ASCII are taken out faster as bytes.
SIGNS = re.compile(rf"[^\x00-\x7f\w\s{SEPARATOR}]+")
ASCII_SIGNS = bytes(code for code in range(128) if re.match(r"[^\w\s]|_", chr(code)))
INLINE = re.compile(r"</?(?:a|abbr|b|bdi|code|em|i|mark|s|small|span|strong|sub|sup|u)\b[^<>]{0,5000}>", re.I)
TAG = re.compile(r"</?[a-zA-Z][^<>]{0,5000}>")
UNICODE_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
QUOTED_VALUES = re.compile(r'"\s{0,9}[,:]\s{0,9}"')  # as CSV and JSON part them
MARKUP = re.compile(r'[<>="{}]')  # what stands beside the words of an attribute
SPACE_ESCAPE = re.compile(r"\\[nrt]")


def list_texts(data: bytes) -> Iterator[str]:
    """A file as its readers may see it: as it is; its tags alone; its text, with escapes undone. Of JSON the values."""
    text = data.decode(errors="ignore")
    values = json_strings(text)
    if values is not None:
        text = f" {SEPARATOR} ".join(values)
    yield text
    tags = f" {SEPARATOR} ".join(TAG.findall(text))
    if tags:
        yield MARKUP.sub(" ", undo(tags))
    plain = MARKUP.sub(" ", undo(without_tags(undo(without_tags(text)))))
    if plain != text:
        yield plain


def json_strings(text: str) -> list[str] | None:
    """All strings of a JSON document, keys as well; None where it is none."""
    try:
        pending = [json.loads(text)]
    except (ValueError, RecursionError):
        return None
    strings = []
    while pending:
        item = pending.pop()
        if isinstance(item, str):
            strings.append(item)
        elif isinstance(item, dict):
            strings.extend(item)
            pending.extend(item.values())
        elif isinstance(item, list):
            pending.extend(item)
    return strings


def undo(text: str) -> str:
    """The text with escapes of JSON, HTML and addresses undone; those of Markdown are mere signs.

    >>> undo("a &amp; b"), undo("x%20y \\u0041"), undo('"a","b"').split()
    ('a & b', 'x y A', ['"a', '\ue000', 'b"'])
    """
    plain = QUOTED_VALUES.sub(f" {SEPARATOR} ", html.unescape(without_escapes(text)))
    return unquote(without_escapes(plain))


def without_tags(text: str) -> str:
    """The text without tags; one that begins or ends a block or a quotation parts its words from the others.

    So do `del` and `ins`: between them stands what one source has and another has not.

    >>> without_tags("<p>a <b>b</b></p>").split()
    ['\ue000', 'a', 'b', '\ue000']
    """
    return TAG.sub(f" {SEPARATOR} ", INLINE.sub(" ", text))


def without_escapes(text: str) -> str:
    """The text with JSON's escapes undone."""
    text = UNICODE_ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    return SPACE_ESCAPE.sub(" ", text)


def read_words(text: str) -> list[str]:
    """The words that runs are made of: letters and digits in lower case, whatever signs stand in and between them.

    >>> read_words("The bridge\\\\-house: “closed”.")
    ['the', 'bridgehouse', 'closed']
    """
    plain = text.encode(errors="surrogatepass").translate(None, ASCII_SIGNS).decode(errors="surrogatepass")
    return SIGNS.sub("", plain).casefold().split()


def list_runs(words: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    """All runs of so many words, one beginning at each."""
    return (tuple(words[at : at + length]) for at in range(len(words) - length + 1))
