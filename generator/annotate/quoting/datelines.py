"""Datelines: the town, the day and the agency with which a report begins, before its first sentence.

In: a line and a place in it. Out: where a dateline ends. Never: reads what stands behind it.
"""

from generator.annotate.quoting.lines import Line
from generator.annotate.quoting.tokens import DASHES

DATELINE = 12  # tokens of a dateline: a town, a region, a day, an agency in brackets
REACH = 30  # tokens behind a dash in which a second one would close an aside


def dateline_end(line: Line, start: int, end: int) -> int:
    """Where a dateline such as "HARBOUR TOWN, May 3 (Agency) - " that starts at a token ends; `start` where none does.

    What a second dash closes is an aside, and behind a dateline a sentence begins.
    """
    for index in range(start, min(end, start + DATELINE)):
        token = line.tokens[index]
        if token.text in DASHES and index > start:
            return index + 1 if opens_text(line, index + 1) else start
        if token.is_word and not (token.is_capital or token.word.isdigit()):
            break
    return start


def opens_text(line: Line, index: int) -> bool:
    """Whether a sentence begins at a token: a capital or a quotation, and no dash before its end."""
    sentence = line.tokens[index - 1].sentence
    if not line.within(index, sentence):
        return False
    behind = (token for token in line.tokens[index : index + REACH] if token.sentence == sentence)
    begins = line.tokens[index].is_capital or line.tokens[index].passage is not None
    return begins and not any(token.text in DASHES for token in behind)
