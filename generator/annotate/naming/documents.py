"""Documents that bear a name and speak: "the Harlow Report says", "according to the Ulm Declaration".

In: a line and a name in it. Out: truth values. Never: a document without a name of its own ("the report").
"""

from collections.abc import Sequence

from generator.annotate.naming.tokens import Line, Token
from generator.language.names import NameWords

ARTICLE = "the"
ACCORDING = ("according", "to")


def is_document(tokens: Sequence[Token], words: NameWords) -> bool:
    """Whether the noun for a document ends a longer name."""
    return len(tokens) > 1 and tokens[-1].lower in words.documents and tokens[-1].capital


def speaks(line: Line, first: int, last: int, words: NameWords) -> bool:
    """Whether a verb by which documents speak follows the name, or "according to" stands before it."""
    after = [token.lower for token in line.tokens[last : last + 2]]
    verb = after[1:] if after[:1] == ["also"] else after[:1]
    before = [token.lower for token in line.tokens[max(0, first - 3) : first] if token.lower != ARTICLE]
    return bool(set(verb) & words.document_verbs) or tuple(before[-2:]) == ACCORDING
