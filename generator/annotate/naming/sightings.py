"""Names as they stand in one line, each with what speaks for its kind.

In: a line and the evidence of its source. Out: sightings. Never: links one sighting with another.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import structs

from generator.annotate.naming.bodies import Range, administration_end, find_bodies
from generator.annotate.naming.documents import is_document, speaks
from generator.annotate.naming.kinds import KNOWN, TOLD, Votes, is_country_at, votes_for
from generator.annotate.naming.phrases import Piece, split_run
from generator.annotate.naming.roles import announced, bracketed, descriptions_of
from generator.annotate.naming.runs import find_runs
from generator.annotate.naming.tokens import Line, Token
from generator.annotate.naming.truecase import LEARNED, Evidence, is_common, is_known
from generator.language.names import NameWords, comparison_form, name_words
from generator.language.places import country, inhabitants, international_body, is_adjective, is_city
from generator.model import Record


class Sighting(Record, frozen=True, kw_only=True):
    """A name at `start` to `end` of the stored text. `form` is what it is compared by, `name` what readers see.

    `lone`: a word that names nobody unless a fuller name stands in the same part ("the Institute", "Jo").
    `sure`: more than its place in a sentence speaks for a name. `tagged`: a hashtag or handle. `acronym` stands in
    brackets behind it, `partner` is the form of the name that "and" joins to it, `courtesy` a word before it (mr) or
    empty. `descriptions` are ranges of the stored text. `modifier`: it stands before a noun ("an Acme plant").
    `thing`: it is said to be a ship, a work or a product.
    """

    start: int
    end: int
    name: str
    form: str
    part: str | None
    language: str
    votes: Votes
    sure: bool
    lone: bool
    tagged: bool
    acronym: str | None
    partner: str | None
    courtesy: str
    descriptions: tuple[Range, ...]
    modifier: bool = False
    thing: bool = False


def find_sightings(line: Line, evidence: Evidence) -> tuple[Sighting, ...]:
    """The names of a line in order, none overlapping; without its tags and handles."""
    bodies = find_bodies(line)
    taken = frozenset(index for first, last in bodies for index in range(first, last))
    found = [body_sighting(line, body) for body in bodies]
    for run in find_runs(line, evidence, without=taken):
        for piece in split_run(line, run):
            found.extend(named(line, piece, evidence))
    return tuple(with_partners(line, sorted(found, key=lambda sighting: sighting.start)))


def with_partners(line: Line, found: Sequence[Sighting]) -> Iterator[Sighting]:
    """The sightings, each with the form of the next one where only "and" stands between: "Ann and Jo Lind"."""
    joined = {left.end: right.start for left, word, right in triples(line.tokens) if word.lower == "and"}
    forms = {sighting.start: sighting.form for sighting in found}
    sure = {sighting.start for sighting in found if sighting.sure and not sighting.lone}
    for sighting in found:
        at = joined.get(sighting.end, 0)
        partner = forms.get(at)
        yield structs.replace(sighting, partner=partner, sure=sighting.sure or at in sure) if partner else sighting


def triples(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token, Token]]:
    """Every three tokens that follow each other."""
    return zip(tokens, tokens[1:], tokens[2:], strict=False)


def body_sighting(line: Line, body: Range) -> Sighting:
    """A body of a state, or somebody's administration."""
    piece = Piece(first=body[0], last=body[1], role=None, courtesy="")
    return make_sighting(line, piece, votes=Votes(own=(("organisation", KNOWN),)), sure=True, lone=False)


def named(line: Line, piece: Piece, evidence: Evidence) -> Iterator[Sighting]:
    """The piece as a sighting, unless its words name no actor; a document is one where it speaks."""
    words = name_words(line.language)
    tokens = line.tokens[piece.first : piece.last]
    if is_document(tokens, words):
        said = speaks(line, piece.first, piece.last, words)
        yield make_sighting(line, piece, votes=Votes(own=(("document", KNOWN),)), sure=said, lone=False)
        return
    if not names_an_actor(tokens, line, evidence, words):
        return
    if end := administration_end(line, piece.last):
        yield body_sighting(line, (piece.first, end))
        return
    sure = is_sure(line, piece, evidence, words)
    lone = not piece.courtesy and is_lone(tokens, line, evidence, words)
    votes = votes_for(line, piece)
    if any(announced(line.tokens, piece, words)):
        votes = Votes(own=votes.own, around=(*votes.around, ("person", TOLD)))
    yield make_sighting(line, piece, votes=votes, sure=sure, lone=lone)


def make_sighting(line: Line, piece: Piece, *, votes: Votes, sure: bool, lone: bool) -> Sighting:
    """The piece as a sighting, with what is said beside it."""
    tokens = line.tokens[piece.first : piece.last]
    name = printed(tokens)
    return Sighting(
        start=tokens[0].start,
        end=tokens[-1].end,
        name=name,
        form=comparison_form(name, line.language),
        part=line.part,
        language=line.language,
        votes=votes,
        sure=sure,
        lone=lone,
        tagged=False,
        acronym=bracketed(line.tokens, piece.last),
        partner=None,
        courtesy=piece.courtesy,
        descriptions=descriptions_of(line, piece),
    )


def printed(tokens: Sequence[Token]) -> str:
    """The tokens as readers see a name: single spaces, possessive endings within it, none at its end."""
    words = [f"{token.text}’s" if token.possessive else token.text for token in tokens[:-1]] + [tokens[-1].text]
    spaces = [" " if token.spaced and token.start > before.end else "" for before, token in pairwise(tokens)]
    return words[0] + "".join(space + word for space, word in zip(spaces, words[1:], strict=True))


def names_an_actor(tokens: Sequence[Token], line: Line, evidence: Evidence, words: NameWords) -> bool:
    """Whether the words name somebody: no prize, law or happening, no adjective or initial alone, no common words."""
    name = " ".join(token.text for token in tokens)
    if len(tokens) > 1 and is_city(name, line.language):
        return True
    lower = [token.lower for token in tokens if token.kind == "word"]
    if country(name, line.language) or inhabitants(name, line.language) or international_body(name, line.language):
        return True
    if is_adjective(name) or len(name.rstrip(".")) == 1 or is_no_actor(lower, evidence, words):
        return False
    stops = words.calendar | words.no_actor_acronyms if tokens[0].acronym else words.calendar
    if len(lower) == 1 and (lower[0] in stops or is_plural_stop(tokens[0], words)):
        return False
    plain = all(is_common(token, words) or is_adjective(token.text) for token in tokens if token.capital)
    return not plain or is_name_of_common_words(tokens, evidence, words)


def is_plural_stop(token: Token, words: NameWords) -> bool:
    """Whether the word is the plural of capital letters that name no actor ("DVDs")."""
    return token.text.endswith("s") and token.text[:-1].isupper() and token.lower[:-1] in words.no_actor_acronyms


def is_no_actor(lower: Sequence[str], evidence: Evidence, words: NameWords) -> bool:
    """Whether a prize, law, work or happening ends the phrase or stands before of, and is no surname ("Bill Case").

    A number behind it goes with it ("War II").
    """
    joint = next((index for index, word in enumerate(lower) if index and word in words.genitives), 0)
    before_of = lower[joint - 1] if joint else ""
    first = lower[0] if words.language != LEARNED and len(lower) > 1 else ""  # "Prix Lind", where it ends no name
    last = lower[-2] if len(lower) > 1 and lower[-1] in words.generation else lower[-1]
    if len(lower) > 1 and (lower[0] in words.no_actor_openings or last in words.calendar):
        return True
    if not {last, before_of, first} & words.no_actor_heads:
        return False
    return not words.is_given(lower[0]) or (len(lower) == 1 and not evidence.is_usual(lower[0]))


def is_name_of_common_words(tokens: Sequence[Token], evidence: Evidence, words: NameWords) -> bool:
    """Whether common words are a name: with a head ("Foreign Office"); one alone, where no place capitalises it."""
    tokens = [token for token in tokens if token.kind == "word"]
    while len(tokens) > 1 and tokens[0].lower in words.particles and not tokens[0].capital:
        tokens = tokens[1:]
    lower = [token.lower for token in tokens]
    if len(lower) == 1:
        return lower[0] not in words.offices and (not tokens[0].fresh or evidence.is_name(lower[0]))
    ends = lower[-1] in words.organisation_heads | words.place_heads | words.legal_endings
    goes_on = bool(words.genitives.intersection(lower)) or not tokens[-1].capital  # "Parlement européen"
    return ends or (lower[0] in words.organisation_heads and goes_on)


def is_lone(tokens: Sequence[Token], line: Line, evidence: Evidence, words: NameWords) -> bool:
    """Whether the word needs a fuller name: a head, a given name, a role, a common word that is seldom a name here."""
    word = tokens[0]
    if len(tokens) > 1 or country(word.text, line.language) or inhabitants(word.text, line.language):
        return False
    if word.lower in words.member_plurals and not word.fresh:
        return False
    if word.lower in words.organisation_heads or word.lower in words.place_heads:
        return True
    if words.is_given(word.lower) or word.lower in words.roles:
        return True
    return is_common(word, words) and not evidence.is_usual(word.lower)


def is_sure(line: Line, piece: Piece, evidence: Evidence, words: NameWords) -> bool:
    """Whether more than a sentence's or headline's capital speaks for the name."""
    tokens = line.tokens[piece.first : piece.last]
    if not line.headline and not line.shouted and (not tokens[0].fresh or len(tokens) > 1 or tokens[0].acronym):
        return True
    if any(is_known(token, line.language, words) or evidence.capital.get(token.lower) for token in tokens):
        return True
    after = line.tokens[piece.last] if piece.last < len(line.tokens) else None
    acts = after is not None and after.lower in words.acting
    settled = after is not None and after.text == "," and is_country_at(line, piece.last + 1)
    credit = any(
        token.text == "/" and not token.spaced for token in line.tokens[max(0, piece.first - 1) : piece.last + 1]
    )
    return tokens[-1].possessive or acts or settled or credit or piece.role is not None
