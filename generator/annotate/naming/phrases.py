"""Titles and roles taken off a capitalised phrase, so that names remain: "Acme CEO Jo Lind" is Acme and Jo Lind.

In: a line and its runs. Out: pieces, each a name's tokens with the role that stands directly before it. Never: says
what kind of thing a name names.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.annotate.naming.nouns import has_noun_capitals
from generator.annotate.naming.runs import AND, APOSTROPHES, ARTICLES, Run
from generator.annotate.naming.tokens import Line, Token
from generator.language.names import NameWords, name_words
from generator.language.places import country, inhabitants, international_body, is_adjective
from generator.model import Record

SMALL = ARTICLES | AND  # with the genitives, the small words of an office
DETERMINERS = frozenset({"the", "a", "an"})
PAIR = 2  # words: a given name and a surname
PERSON_WITH_ADJECTIVE = 3  # words: "Danish Jo Lind"


class Piece(Record, frozen=True, kw_only=True):
    """Tokens `first` to `last` (half-open) of a line make a name.

    `role` is the half-open range of the capitalised role before it ("CEO"), `courtesy` the word (mr) or empty.
    """

    first: int
    last: int
    role: Run | None
    courtesy: str


def split_run(line: Line, run: Run) -> tuple[Piece, ...]:
    """The names of a run, in order. Where all nouns have a capital, a courtesy begins a name of its own."""
    words = name_words(line.language)
    first = behind_office(line.tokens, run, words)
    inner = range(first + 1, run[1]) if has_noun_capitals(line.language) else ()
    starts = [index for index in inner if begins_name(line.tokens, index, words)]
    bounds = [first, *starts, run[1]]
    return tuple(piece for part in pairwise(bounds) for piece in pieces(line.tokens, part, words))


def begins_name(tokens: Sequence[Token], index: int, words: NameWords) -> bool:
    """Whether a courtesy stands there and none before it ("Herr Dr. Lind")."""
    near = tokens[max(0, index - PAIR) : index]  # a full stop may be between
    before = next((token for token in reversed(near) if token.kind == "word"), tokens[index])
    return tokens[index].lower in words.courtesy and before.lower not in words.courtesy


def behind_office(tokens: Sequence[Token], run: Run, words: NameWords) -> int:
    """The first of the run's words that does not go on with a role in small letters: "minister of Health Jo Lind"."""
    at = run[0]
    while at > 0 and tokens[at - 1].lower in words.genitives | SMALL:
        at -= 1
    if at in {0, run[0]} or tokens[at - 1].lower not in words.roles or tokens[at].lower not in words.genitives:
        return run[0]
    end = office_end(tokens, at, run[1], words)
    return end if run[0] < end < run[1] else run[0]


def pieces(tokens: Sequence[Token], run: Run, words: NameWords) -> Iterator[Piece]:
    """The names before, between and after the roles of a run."""
    first, end = run
    role: Run | None = None
    index = first
    while index < end:
        if is_role(tokens, (first, end), index, words):
            start, stop = role_extent(tokens, (first, end), index, words)
            yield from piece(tokens, (first, start), role, words)
            role, first, index = joined(role, (start, stop)), stop, stop
        else:
            index += 1
    yield from piece(tokens, (first, end), role, words)


def piece(tokens: Sequence[Token], run: Run, role: Run | None, words: NameWords) -> Iterator[Piece]:
    """The range as a name, without small words at its ends, courtesies, and what says where a person is from."""
    first, last = run
    courtesy = ""
    while first < last and (tokens[first].lower in words.courtesy or not tokens[first].capital):
        if courtesy and tokens[first].lower in words.particles:
            break
        courtesy = tokens[first].lower if tokens[first].lower in words.courtesy else courtesy
        first += 1
    whole = " ".join(token.text for token in tokens[first:last])
    headed = first < last and (  # "Fédération des boulangers", "Nations unies"
        tokens[first].lower in words.organisation_heads or bool(international_body(whole, words.language))
    )
    while first < last and not (tokens[last - 1].capital or (headed and last == run[1])):
        last -= 1
    if last - first > 1 and says_where_from(tokens[first:last], words):
        first += 1
    while last - first > PAIR and is_before_a_person(tokens[first:last], words):
        yield Piece(first=first, last=first + 1, role=None, courtesy="")
        first += 1
    if first < last:
        yield Piece(first=first, last=last, role=role, courtesy=courtesy)


def is_before_a_person(tokens: Sequence[Token], words: NameWords) -> bool:
    """Whether capital letters stand before a full name ("ABC Ann Lee"): a name of their own, or none."""
    person = next((token for token in tokens if not token.acronym), tokens[0])
    return tokens[0].acronym and words.is_given(person.lower) and person is not tokens[-1]


def says_where_from(tokens: Sequence[Token], words: NameWords) -> bool:
    """Whether the first word says of which country or party someone is, and is no part of the name that follows."""
    word, rest = tokens[0], tokens[1:]
    member = (inhabitants(word.text) and not word.lower.endswith("s")) or word.lower in words.members
    if member:
        return rest[0].lower.removesuffix("s") not in words.common
    if not is_adjective(word.text):
        return False
    named = words.is_given(rest[0].lower) and len(rest) > 1
    unknown = len(tokens) == PERSON_WITH_ADJECTIVE and not holds_common_word(rest, words)
    return named or unknown or bool(country(" ".join(token.text for token in rest)))


def holds_common_word(tokens: Sequence[Token], words: NameWords) -> bool:
    """Whether one of the words is common, or the head of a body or place."""
    lower = {token.lower for token in tokens} | {token.lower.removesuffix("s") for token in tokens}
    return bool(lower & words.common)


def is_role(tokens: Sequence[Token], run: Run, index: int, words: NameWords) -> bool:
    """Whether the word is a role here, and not a surname ("Ann Baker"), a body ("King College") or a royal name."""
    word = tokens[index].lower
    if word not in words.roles:
        return False
    after = index + 2 if index + 1 < run[1] and tokens[index + 1].text in APOSTROPHES else index + 1
    following = tokens[after].lower if after < run[1] else ""
    if words.is_given(following) and following not in words.organisation_heads:
        return word not in words.royal
    heads = words.organisation_heads | words.place_heads | words.no_actor_heads
    return not (
        (following in heads and following not in words.roles)
        or (not following and index > run[0] and word in words.organisation_heads)
        or (word in words.surnames and is_surname_here(tokens, run, index, words))
        or is_inside_body(tokens[run[0] : index], words)
        or (word in words.partners and not following and tokens[index - 1].lower in AND and index > run[0] + 1)
    )


def is_inside_body(tokens: Sequence[Token], words: NameWords) -> bool:
    """Whether a body's head and of stand among the words before: "Union of Harbour Pilots"."""
    lower = [token.lower for token in tokens]
    pairs = pairwise(lower)
    if lower and lower[0] in words.organisation_heads and words.genitives.intersection(lower):
        return True
    return any(head in words.organisation_heads and small in words.genitives for head, small in pairs)


def is_surname_here(tokens: Sequence[Token], run: Run, index: int, words: NameWords) -> bool:
    """Whether a role that is a surname too ends a name, follows a courtesy, or stands alone without an article."""
    if index + 1 < run[1] and tokens[index + 1].lower not in words.generation:
        return False
    before = [token for token in tokens[run[0] : index] if token.kind == "word"]
    if before and before[-1].lower in words.courtesy:
        return True
    if not before:
        return index + 1 == run[1] and not (index > 0 and tokens[index - 1].lower in DETERMINERS)
    return words.is_given(before[0].lower) or (len(before) == 1 and before[0].lower not in words.common)


def role_extent(tokens: Sequence[Token], run: Run, index: int, words: NameWords) -> Run:
    """The role with what belongs to it: "Deputy Foreign Minister", "Secretary of State", "Minister for Health"."""
    start, stop = index, index + 1
    while start > run[0] and tokens[start - 1].lower in words.role_modifiers:
        start -= 1
    while stop < run[1] and is_role(tokens, (stop, run[1]), stop, words):
        stop += 1
    return start, office_end(tokens, stop, run[1], words)


def office_end(tokens: Sequence[Token], stop: int, end: int, words: NameWords) -> int:
    """Where "of State" ends that goes on with a role which ends at `stop`; `stop` where nothing does."""
    after, small = stop, words.genitives | SMALL
    while after < end and tokens[after].lower in small:
        after += 1
    while stop < after < end and tokens[after].lower in words.offices | small:
        after += 1
    return after


def joined(before: Run | None, role: Run) -> Run:
    """Two roles that stand next to each other as one."""
    return (before[0], role[1]) if before and before[1] == role[0] else role
