"""What kind of quotation a passage in marks is: a clause of its own, a fragment, or words held at a distance.

In: a line, a passage's token, its attribution. Out: a kind. Never: looks at who speaks.
"""

from generator.annotate.quoting.attribution import Attribution
from generator.annotate.quoting.lines import Line
from generator.annotate.quoting.tokens import ENDINGS
from generator.model import QuoteKind

CLITICS = frozenset({"'s", "’s"})
CALLS = ENDINGS.replace(".", "")  # marks that end no title
FEW_WORDS = 2  # without a verb of saying, one or two words in marks are a distance kept or a term, not a quotation
UNSPACED = "\u3040"  # from here on, scripts that set no space between words
FEW_LETTERS = 4  # of such a script
TITLE_WORDS = 6  # the title of a work or the name of a thing is hardly longer
LONG_TITLE = 15  # words of a headline, in which many are long
SURE = 3  # long words, all with a capital, that no sentence of running text has
SMALL = 3  # letters of the small words that a title may leave in lower case


def kind_of(content: str, line: Line, place: int, found: Attribution | None) -> QuoteKind:
    """The kind of the passage at a token of the line, `content` being its words."""
    if is_announced(content, line, place):
        return "scare"
    alone = line.tokens[place].sentence not in line.worded
    few = found is None and not alone and is_few(content)
    if few or (not alone and is_title(content, line.words.prepositions) and is_work(line, place, found)):
        return "scare"
    return "direct" if alone or is_clause(content, line, place, found) else "mixed"


def is_announced(content: str, line: Line, place: int) -> bool:
    """Whether the word before a passage makes it a title ("the book “Songs of the mill”") or a term ("so-called")."""
    before = line.tokens[place - 1].word if line.within(place - 1, line.tokens[place].sentence) else ""
    titled = before in line.words.works and not content[0].islower()
    return titled or (before in line.words.distance and len(content.split()) <= TITLE_WORDS)


def is_work(line: Line, place: int, found: Attribution | None) -> bool:
    """Whether words written like a title are one: no cue beside them, or a work or its maker before them."""
    before = place - 1 - (line.text(place - 1) == ",")
    made = line.within(before, line.tokens[place].sentence) and line.tokens[before].word in line.words.works
    return made or line.text(place - 1) in CLITICS or not is_beside_cue(line, place, found)


def is_few(content: str) -> bool:
    """Whether a passage holds a word or two; where no spaces divide words, a few letters."""
    unspaced = content[0] >= UNSPACED and len(content) > FEW_LETTERS
    return len(content.split()) <= FEW_WORDS and not unspaced


def is_title(content: str, small: frozenset[str] = frozenset()) -> bool:
    """Whether words are capitalised like the title of a work or the name of a thing; `small` words need not be.

    A full stop or comma may belong to the writer's sentence; one long word before it is a sentence of one word.

    >>> is_title("Songs of the Old Mill."), is_title("We hope so"), is_title("Stop!"), is_title("Stop.")
    (True, False, False, False)
    """
    words = content.rstrip(",.").split()
    long = [word for word in words if len(word) > SMALL and word.casefold() not in small]
    if not words or not long or content[-1] in CALLS:
        return False
    short = len(words) <= (LONG_TITLE if len(long) >= SURE else TITLE_WORDS)
    written = words[0][0].isupper() and all(word[0].isupper() for word in long)
    return short and written and (content[-1] != "." or len(long) > 1)


def is_beside_cue(line: Line, place: int, found: Attribution | None) -> bool:
    """Whether what attributes a passage stands directly beside it: no "in" or "on" leads to the passage."""
    if line.text(place - 1) == ":" and place > 1 and line.tokens[place - 2].word in line.forms:
        return True
    if found is None or found.how == "subject":
        return False
    if found.cue is None or found.how in ("after", "carried"):
        return True
    return found.cue.closes >= place - 1 and line.roles[place - 1] != "preposition"


def is_clause(content: str, line: Line, place: int, found: Attribution | None) -> bool:
    """Whether the words stand as a clause of their own and not in the writer's."""
    opens = line.firsts[line.tokens[place].sentence] == place
    introduced = line.text(place - 1) == ":" or (found is not None and line.text(place - 1) == ",")
    return (introduced and not content[0].islower()) or (opens and (found is None or found.how == "after"))
