"""Words that stand together as one capitalised phrase, joined over the small words that belong to names.

In: a line and which of its words may be names. Out: runs, as half-open ranges of token numbers. Never: splits titles
off.
"""

from collections.abc import Sequence

from generator.annotate.naming.tokens import HYPHENS, Line, Token
from generator.annotate.naming.truecase import Evidence, find_capitals
from generator.language.names import NameWords, name_words
from generator.language.places import country, international_body, is_adjective, is_city, is_region
from generator.model import Record

Run = tuple[int, int]

LONGEST = 20  # tokens: what is longer is no name
TWICE = 2  # in mid-sentence without the hyphen: each side is then a name of its own
LONGEST_SMALL_WORD = 3  # letters: what a body is called after has more
MOST_PARTICLES = 2  # "van der"
ARTICLES = frozenset({"the", "la", "le", "les", "l'", "los", "las", "el"})
AND = frozenset({"and", "y", "et", "e", "und"})
SAINTED = 3  # tokens of "St. Ada"
ADJECTIVAL = ("ic", "al", "ary")  # how many adjectives in a body's name end ("Oceanic and Atmospheric Office")
PLURAL = "men"  # fishermen, women: common words, whether or not a list has them
APOSTROPHES = frozenset("'’")
NICKNAME_MARKS = {"(": ")", "“": "”", '"': '"', "‘": "’", "'": "'"}


class Marked(Record, frozen=True, kw_only=True):
    """A line's tokens with whether each may be part of a name; `parted`: hyphens between two names."""

    tokens: tuple[Token, ...]
    flags: tuple[bool, ...]
    parted: frozenset[int]
    words: NameWords

    def flag(self, index: int) -> bool:
        """Whether there is such a token and it may be part of a name."""
        return index < len(self.flags) and self.flags[index]

    def lower(self, index: int) -> str:
        """The token in small letters, empty beyond the line."""
        return self.tokens[index].lower if index < len(self.tokens) else ""


def find_runs(line: Line, evidence: Evidence, *, without: frozenset[int] = frozenset()) -> tuple[Run, ...]:
    """The runs of a line in order; each begins and ends with a word that may be a name, none of them in `without`."""
    flags = tuple(flag and index not in without for index, flag in enumerate(find_capitals(line, evidence)))
    parted = frozenset(hyphen for hyphen, _ in enumerate(flags) if parts_two_names(line.tokens, hyphen, evidence))
    marked = Marked(tokens=line.tokens, flags=flags, parted=parted, words=name_words(line.language))
    runs, index = [], 0
    while index < len(flags):
        end = run_end(marked, index) if flags[index] else index + 1
        if flags[index]:
            runs.append((index, end))
        index = end
    return tuple(runs)


def run_end(marked: Marked, start: int) -> int:
    """Where the run that starts there ends."""
    end = start + 1
    while end - start < LONGEST and (following := next_end(marked, start, end)) is not None:
        end = following
    return end


def next_end(marked: Marked, start: int, end: int) -> int | None:
    """The end of the run once the next words are taken in, None where it ends."""
    if end >= len(marked.tokens) or ends_here(marked, end):
        return None
    token = marked.tokens[end]
    if marked.flags[end]:
        return end + 1 if token.spaced and not token.hyphened else None
    if token.kind == "mark":
        return over_mark(marked, start, end)
    return None if token.kind != "word" or token.capital else over_small_words(marked, start, end)


def ends_here(marked: Marked, end: int) -> bool:
    """Whether a possessive ending closes the run: it does, but before a head: "People's Union", "St Ada's Hospital"."""
    last, words = marked.tokens[end - 1], marked.words
    plain = last.lower in words.common or last.lower.endswith(PLURAL)
    sainted = any(marked.lower(place) in words.place_openings for place in range(max(0, end - SAINTED), end - 1))
    inside = (plain or sainted) and marked.tokens[end].capital
    return last.possessive and not (inside and marked.lower(end) in words.organisation_heads | words.place_heads)


def over_mark(marked: Marked, start: int, end: int) -> int | None:
    """The end of the run over a hyphen, an ampersand, the stop of a short title, a comma before Inc, a nickname."""
    mark, after = marked.tokens[end].text, end + 1
    if is_plural_possessive(marked, end):
        return after + 1
    if mark in NICKNAME_MARKS:
        return nickname_end(marked, start, end)
    if not marked.flag(after):
        return None
    before, following = marked.tokens[end - 1], marked.tokens[after]
    joins = (
        (mark in HYPHENS and hyphen_joins(marked, start, end))
        or (mark == "&" and not country(before.text) and not country(following.text))
        or (mark == "." and before.lower in marked.words.stopped and following.spaced)
        or (mark == "," and following.lower.rstrip(".") in marked.words.legal_endings | marked.words.generation)
    )
    return after + 1 if joins and (mark == "&" or not marked.tokens[end].spaced) else None


def is_plural_possessive(marked: Marked, mark: int) -> bool:
    """Whether an apostrophe ends a common plural before a body's head: "Ferry Workers' Union"."""
    before, words = marked.tokens[mark - 1], marked.words
    if marked.tokens[mark].text not in APOSTROPHES or marked.tokens[mark].spaced or not marked.flag(mark + 1):
        return False
    plural = before.lower.endswith("s") and before.lower[:-1] in words.common
    return plural and marked.tokens[mark + 1].spaced and marked.lower(mark + 1) in words.organisation_heads


def nickname_end(marked: Marked, start: int, end: int) -> int | None:
    """The end of the run over a nickname in brackets or quotation marks: "Ann (Nan) Lee"."""
    after = end + len(("(", "Nan", ")"))
    if not marked.flag(after) or not is_first_name(marked, start, end):
        return None
    opening, inside, closing = marked.tokens[end:after]
    shaped = opening.spaced and inside.capital and not inside.acronym and closing.text == NICKNAME_MARKS[opening.text]
    place = country(inside.text, marked.words.language) or is_adjective(inside.text) or is_region(inside.text)
    behind = marked.tokens[after]
    return after + 1 if shaped and not place and behind.spaced and not behind.acronym else None


def is_first_name(marked: Marked, start: int, end: int) -> bool:
    """Whether the words before a nickname are given names, or one word that is neither common nor known as a place."""
    first = marked.tokens[start]
    if marked.words.is_given(first.lower):
        return True
    known = first.lower in marked.words.common or first.acronym or country(first.text) or is_region(first.text)
    return end - start == 1 and not known


def hyphen_joins(marked: Marked, start: int, hyphen: int) -> bool:
    """Whether both sides make one name ("Anne-Marie", "Ann Lee-Lind"): no countries, acronyms or two longer names."""
    words, sides = marked.words, (marked.tokens[hyphen - 1], marked.tokens[hyphen + 1])
    if hyphen in marked.parted or not sides[1].hyphened:
        return False
    first = marked.lower(start)
    if hyphen - start > 1 and not (words.is_given(first) or first in words.courtesy or first in words.roles):
        return False
    return not any(
        country(side.text) or is_adjective(side.text) or side.acronym or len(side.text) == 1 for side in sides
    )


def parts_two_names(tokens: Sequence[Token], hyphen: int, evidence: Evidence) -> bool:
    """Whether this is a hyphen between two words each of which the source also uses as a name without it."""
    if tokens[hyphen].text not in HYPHENS or not 0 < hyphen < len(tokens) - 1:
        return False
    return all(evidence.alone.get(tokens[side].lower, 0) >= TWICE for side in (hyphen - 1, hyphen + 1))


def over_small_words(marked: Marked, start: int, end: int) -> int | None:
    """The end of the run over particles ("van der"), over of and for beside a head, over and in an office's name."""
    small = marked.lower(end)
    if small in marked.words.genitives:
        after = end + 2 if marked.lower(end + 1) in ARTICLES else end + 1
        if of_joins(marked, start, end, after) if marked.flag(after) else goes_on_small(marked, start, end, after):
            return after + 1
        if small not in marked.words.head_genitives or marked.lower(end - 1) in marked.words.roles:
            return None
    if small in AND:
        partners = partners_behind(marked, start, end)
        return end + 2 if partners or (marked.flag(end + 1) and and_joins(marked, start, end)) else None
    if goes_on_adjective(marked, end):
        return end + 1
    if small in marked.words.definite:  # "sagte Lind der Zeitung"
        return None
    after = end
    while after < end + MOST_PARTICLES and marked.lower(after) in marked.words.particles and not marked.flag(after):
        after += 1
    return after + 1 if after > end and marked.flag(after) else None


def of_joins(marked: Marked, start: int, end: int, after: int) -> bool:
    """Whether of goes on with a name: behind a head ("Bank of Ulm"), in an office ("Secretary of State")."""
    words, before, following = marked.words, marked.lower(end - 1), marked.lower(after)
    if before in words.roles:
        return following in words.offices
    if before in words.organisation_heads | words.place_heads | words.no_actor_heads:
        return True
    if marked.lower(end) in words.head_genitives or before in words.common or country(following, words.language):
        return False
    if marked.lower(start) in words.organisation_heads:
        return True
    person = end - start > 1 or words.is_given(marked.lower(start))  # "Ida Lind di Torino", but "Eco di Torino"
    return following not in words.organisation_heads and not (person and is_city(following, words.language))


def goes_on_small(marked: Marked, start: int, end: int, after: int) -> bool:
    """Whether a body's name goes on in small letters, as it does in Romance languages: "Fédération des boulangers"."""
    if after >= len(marked.tokens) or marked.lower(end) in marked.words.head_genitives:
        return False
    noun, words = marked.tokens[after], marked.words
    small = noun.kind == "word" and noun.text.islower() and noun.spaced and len(noun.text) > LONGEST_SMALL_WORD
    headed = marked.lower(start) in words.organisation_heads and not any(marked.flags[start + 1 : end])
    return small and headed and noun.lower not in words.function_words


def goes_on_adjective(marked: Marked, end: int) -> bool:
    """Whether a small adjective belongs to the name before it: "Parlement européen", "Nations unies"."""
    before, token, words = marked.tokens[end - 1], marked.tokens[end], marked.words
    if not token.spaced or token.lower in words.function_words:
        return False
    if international_body(f"{before.text} {token.text}", words.language):
        return True
    ends = len(token.text) > LONGEST_SMALL_WORD and token.text.endswith(tuple(words.adjective_endings))
    return ends and before.capital and before.lower in words.organisation_heads


def partners_behind(marked: Marked, start: int, end: int) -> bool:
    """Whether and goes on with those of a firm: "Lind and Sons"; not the "Sons of Ulm"."""
    last, words = marked.tokens[end - 1], marked.words
    if marked.lower(end + 1) not in words.partners or not marked.tokens[end + 1].capital or last.lower in words.common:
        return False
    after = marked.tokens[end + 2 : end + 3]
    return end - start == 1 and not (after and (after[0].capital or after[0].lower in words.genitives))


def and_joins(marked: Marked, start: int, end: int) -> bool:
    """Whether and stands inside a body's name: "Ministry of Food and Fisheries", "Food and Drug Office"."""
    words = marked.words
    sides = {marked.lower(end - 1), marked.lower(end + 1)}
    if len(sides) == 1 or not all(side in words.common or side.endswith(ADJECTIVAL) for side in sides):
        return False
    run = [token.lower for token in marked.tokens[start:end]]
    if words.organisation_heads.intersection(run) and words.head_genitives.intersection(run):
        return True
    return marked.flag(end + 2) and marked.lower(end + 2) in words.organisation_heads
