"""Finds what is code in a hand-written page, where brackets and quotation marks mean nothing.

In: Markdown. Out: the same text with its code blanked out, character for character. Never: renders.
"""

import re

PARAGRAPH_END = re.compile(r"(\n[ \t]*\n)")
TICKS = re.compile(r"`+")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
LIST_ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])\s")
INDENT = ("    ", "\t")
BLANK = " "


def blank_code(markdown: str) -> str:
    """The text with fenced blocks, indented blocks and code spans replaced by spaces; line breaks stay.

    What is indented inside a list is the list's own text and stays too.

    >>> blank_code("a `b` c")
    'a     c'
    """
    return "".join(blank_spans(paragraph) for paragraph in PARAGRAPH_END.split(blank_blocks(markdown)))


def blank_blocks(markdown: str) -> str:
    """The text without its code blocks."""
    lines: list[str] = []
    fence, after_blank, in_list, in_code = "", True, False, False
    for line in markdown.splitlines(keepends=True):
        text = line.strip()
        opened = FENCE.match(line)
        if fence or opened:
            in_code = True
            fence = "" if fence and _closes(text, fence) else fence or (opened.group(1) if opened else "")
        else:
            in_code = line.startswith(INDENT) and not in_list and (after_blank or in_code) and bool(text)
            in_list = bool(LIST_ITEM.match(line)) or (in_list and (not text or line[0].isspace()))
        lines.append(blank(line) if in_code else line)
        after_blank = not text
    return "".join(lines)


def blank_spans(paragraph: str) -> str:
    """The paragraph without its code spans: a run of backticks opens code if a run of the same length follows."""
    runs = [run.span() for run in TICKS.finditer(paragraph) if not is_escaped(paragraph, run.start())]
    later: dict[int, int] = {}
    closing: list[int | None] = []
    for number, (start, end) in reversed(list(enumerate(runs))):
        closing.append(later.get(end - start))
        later[end - start] = number
    closing.reverse()
    pieces: list[str] = []
    at = number = 0
    while number < len(runs):
        closer = closing[number]
        if closer is not None:
            start, end = runs[number][0], runs[closer][1]
            pieces += [paragraph[at:start], blank(paragraph[start:end])]
            at, number = end, closer
        number += 1
    return "".join([*pieces, paragraph[at:]])


def is_escaped(text: str, at: int) -> bool:
    """Whether an odd number of backslashes stands before a place."""
    first = at
    while first > 0 and text[first - 1] == "\\":
        first -= 1
    return (at - first) % 2 == 1


def blank(text: str) -> str:
    """As many spaces as the text has characters; line breaks stay."""
    return "".join(char if char in "\r\n" else BLANK for char in text)


def line_of(text: str, at: int) -> int:
    """The line of a place, from 1."""
    return 1 + text.count("\n", 0, at)


def _closes(line: str, fence: str) -> bool:
    return len(line) >= len(fence) and not line.strip(fence[0])
