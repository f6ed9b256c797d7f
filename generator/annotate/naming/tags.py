"""Hashtags and handles: "#AnnLee" is read as "Ann Lee", "@annlee" is a name of its own.

In: a line. Out: sightings. Never: a tag of common words, a tag in small letters but for a country.
"""

import re
from collections.abc import Iterator

from generator.annotate.naming.kinds import LIKELY, TOLD, Vote, Votes, votes_of_words
from generator.annotate.naming.sightings import Sighting
from generator.annotate.naming.tokens import Line, Token, split_words
from generator.annotate.naming.truecase import is_common
from generator.language.names import comparison_form, name_words
from generator.language.places import country, inhabitants, is_adjective

HUMP = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_+")
SHORTEST_SMALL_TAG = 4  # letters of a country's name in small letters


def find_tagged(line: Line) -> Iterator[Sighting]:
    """The tags and handles of a line that name somebody, in order."""
    for token in line.tokens:
        if token.kind == "handle":
            yield make_tagged(token, line, token.text, Votes(own=votes_of_handle(token, line.language)))
        elif token.kind == "tag" and is_name(name := split_tag(token.text), line.language):
            yield make_tagged(token, line, name, Votes(own=votes_of_words(split_words(name, 0), line.language)))


def votes_of_handle(token: Token, language: str) -> tuple[Vote, ...]:
    """What a handle's words say: a body where a head or common word ends it ("@RadioUlm"), else rather a person."""
    words, written = name_words(language), split_words(split_tag(token.text[1:]), 0)
    said = votes_of_words(written, language)
    surname = words.is_given(written[0].lower) or written[-1].lower in words.surnames if written else True
    if len(written) > 1 and written[-1].capital and is_common(written[-1], words) and not surname:
        return (("organisation", LIKELY),)
    return tuple(vote for vote in said if vote == ("organisation", TOLD)) or (("person", LIKELY),)


def split_tag(tag: str) -> str:
    """A tag's words.

    >>> split_tag("AnnLee"), split_tag("RadioUlm"), split_tag("ABCRadio"), split_tag("ulm")
    ('Ann Lee', 'Radio Ulm', 'ABC Radio', 'ulm')
    """
    return " ".join(piece for piece in HUMP.split(tag) if piece)


def is_name(name: str, language: str) -> bool:
    """Whether a tag's words name somebody."""
    words = name_words(language)
    if country(name, language) and (not name.islower() or len(name) >= SHORTEST_SMALL_TAG):
        return True
    tokens = [token for token in split_words(name, 0) if token.kind == "word"]
    if not tokens or not tokens[0].capital or is_adjective(name) or tokens[-1].lower in words.no_actor_heads:
        return False
    lone = (words.no_actor_acronyms, words.given_names, words.roles, words.calendar)
    if (
        len(tokens) > 1
        and tokens[0].lower in words.function_words | words.plain_verbs
        and not words.is_given(tokens[0].lower)
    ):
        return False
    if len(tokens) == 1 and any(tokens[0].lower in several for several in lone):
        return False
    heads = words.organisation_heads | words.place_heads | words.legal_endings
    if len(tokens) > 1 and is_common(tokens[-1], words) and not words.is_given(tokens[0].lower):
        return tokens[-1].lower in heads or bool(country(tokens[0].text, language))
    return bool(inhabitants(name)) or not all(is_common(token, words) for token in tokens)


def make_tagged(token: Token, line: Line, name: str, votes: Votes) -> Sighting:
    """A tag or handle as a sighting; the span of a tag leaves out its sign."""
    return Sighting(
        start=token.start,
        end=token.end,
        name=name,
        form=f"@{token.text[1:].casefold()}" if token.kind == "handle" else comparison_form(name, line.language),
        part=line.part,
        language=line.language,
        votes=votes,
        sure=True,
        lone=False,
        tagged=True,
        acronym=None,
        partner=None,
        courtesy="",
        descriptions=(),
    )
