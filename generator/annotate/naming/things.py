"""Names of things that are no actors: ships, works, products, by the words and marks around the name.

In: a line and the names in it. Out: which of them name a thing here, and which name one wherever they stand. Never:
looks at the words of the name itself beyond a ship's prefix.
"""

from collections.abc import Iterator, Sequence

from generator.annotate.naming.nouns import has_noun_capitals
from generator.annotate.naming.tokens import OPENING, STRAIGHT, Line, Token
from generator.language.names import NameWords, name_words
from generator.language.places import country, inhabitants, is_adjective

Range = tuple[int, int]

POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "our", "the"})
LONGEST_TITLE = 8  # tokens between quotation marks: a work's title; what is longer is speech
PAIR = 2  # words: before them stands what is left of a longer name
YEAR_DIGITS = 4
PUNCTUATION = frozenset(".,!?;:")
CLOSING = {"“": "”", "„": "“", "«": "»", "‘": "’", "‹": "›", '"': '"', "'": "'"}
MOST_BETWEEN = 4  # words between an article and a thing's name: "a gray 2013 Acme"


def is_thing(tokens: Sequence[Token], name: Range, words: NameWords) -> bool:
    """Whether the noun for a thing before it or a ship's prefix says that it always names one: "the frigate X",
    "Danish Survey Ship X"."""
    first, end = name
    if tokens[first].acronym and tokens[first].lower in words.ship_prefixes:
        return True
    last, kind = tokens[end - 1], tokens[end - 2]
    if end - first > PAIR and kind.lower in words.things and last.lower not in words.common:
        return True
    before = tokens[first - 1] if first > 0 else None
    if before is None or before.possessive or before.lower not in words.things:
        return False
    return not before.capital or has_noun_capitals(words.language)


def find_titles(line: Line) -> tuple[Range, ...]:
    """The ranges between quotation marks that hold nothing but a title: all its longer words have a capital."""
    words = name_words(line.language)
    return tuple(found for found in quoted(line.tokens) if is_title(line.tokens[slice(*found)], words))


def quoted(tokens: Sequence[Token]) -> Iterator[Range]:
    """What stands between an opening quotation mark and the next closing one, where it is short."""
    index = 0
    while index < len(tokens):
        closing = CLOSING.get(tokens[index].text) if tokens[index].text in OPENING | STRAIGHT else None
        near = range(index + 1, min(len(tokens), index + LONGEST_TITLE + 2))
        end = next((number for number in near if tokens[number].text == closing), None) if closing else None
        if end is not None:
            yield index + 1, end
        index = index + 1 if end is None else end + 1


def is_title(tokens: Sequence[Token], words: NameWords) -> bool:
    """Whether the words are a title rather than speech: capitals but for small words, no mark but a last comma."""
    inside = tokens[:-1] if tokens and tokens[-1].text == "," else tokens
    if not inside or any(token.text in PUNCTUATION for token in inside):
        return False
    written = [token for token in inside if token.kind == "word"]
    longer = [token for token in written if token.lower not in words.function_words]
    return bool(longer) and written[0].capital and all(token.capital for token in longer)


def is_one_of_a_kind(tokens: Sequence[Token], name: Range, words: NameWords) -> bool:
    """Whether an indefinite article makes it a thing of which there are many: "hit by a gray 2013 Acme"."""
    first, end = name
    text = " ".join(token.text for token in tokens[first:end])
    person = words.is_given(tokens[first].lower) or inhabitants(text) or inhabitants(f"{text}s")
    if (
        person
        or country(text)
        or is_adjective(text)
        or tokens[end - 1].possessive
        or behind_is_noun(tokens, end, words)
    ):
        return False
    known = (words.organisation_heads, words.place_heads, words.roles, words.legal_endings, words.members)
    if any(token.lower in some for token in tokens[first:end] for some in known):
        return False
    return article_before(tokens, first, words)


def behind_is_noun(tokens: Sequence[Token], end: int, words: NameWords) -> bool:
    """Whether the phrase goes on behind the name."""
    if end >= len(tokens):
        return False
    after = tokens[end]
    small = after.lower in words.function_words or after.lower in words.verbs
    return (after.kind == "word" and not small) or after.text == "-" or after.hyphened


def article_before(tokens: Sequence[Token], first: int, words: NameWords) -> bool:
    """Whether an indefinite article stands before, or another one with a year: nothing but adjectives between."""
    dated = False
    for index in range(first - 1, max(-1, first - 1 - MOST_BETWEEN), -1):
        token = tokens[index]
        if token.text in words.indefinite or (token.text in POSSESSIVES and dated):
            return True
        year = token.kind == "number" and token.text.isdigit() and len(token.text) == YEAR_DIGITS
        dated = dated or year
        if not year and (token.capital or token.kind != "word" or token.lower not in words.plain_adjectives):
            return False
    return False
