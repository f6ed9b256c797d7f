"""What kind of quotation a passage in marks is: a clause of its own, a fragment, or words held at a distance.

In: a line, a passage's token, its attribution. Out: a kind. Never: looks at who speaks.
"""

from generator.annotate.quoting.attribution import Attribution
from generator.annotate.quoting.lines import Line
from generator.annotate.quoting.tokens import ENDINGS
from generator.model import QuoteKind

FEW_WORDS = 2  # without a verb of saying, one or two words in marks are a distance kept or a term, not a quotation
TITLE_WORDS = 6  # the title of a work or the name of a thing is hardly longer
SMALL = 3  # letters of the small words that a title may leave in lower case


def kind_of(content: str, line: Line, place: int, found: Attribution | None) -> QuoteKind:
    """The kind of the passage at a token of the line, `content` being its words."""
    alone = line.tokens[place].sentence not in line.worded
    few = found is None and not alone and len(content.split()) <= FEW_WORDS
    if few or (is_title(content) and not is_beside_cue(place, found)):
        return "scare"
    return "direct" if alone or is_clause(content, line, place, found) else "mixed"


def is_title(content: str) -> bool:
    """Whether words are capitalised like the title of a work or the name of a thing.

    >>> is_title("Songs of the Old Mill"), is_title("We hope so"), is_title("Stop!")
    (True, False, False)
    """
    words = content.rstrip(",").split()
    short = 0 < len(words) <= TITLE_WORDS and content[-1] not in ENDINGS
    return short and words[0][0].isupper() and all(word[0].isupper() for word in words if len(word) > SMALL)


def is_beside_cue(place: int, found: Attribution | None) -> bool:
    """Whether what attributes a passage stands directly beside it."""
    if found is None or found.cue is None:
        return found is not None
    return found.how in ("after", "carried") or found.cue.closes >= place - 1


def is_clause(content: str, line: Line, place: int, found: Attribution | None) -> bool:
    """Whether the words stand as a clause of their own and not in the writer's."""
    opens = line.firsts[line.tokens[place].sentence] == place
    introduced = found is not None and line.text(place - 1) in {":", ","}
    return (introduced and not content[0].islower()) or (opens and (found is None or found.how == "after"))
