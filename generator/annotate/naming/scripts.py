"""Names in Han characters inside a text in another script, kept whole: "Wang Lin (王林)", "said 王林".

In: a line and the sightings in it. Out: sightings. Never: cuts a name out of a text that is written so.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from generator.annotate.naming.kinds import LIKELY, Votes
from generator.annotate.naming.sightings import Sighting
from generator.annotate.naming.tokens import Line, Token
from generator.language.names import name_words

HAN = re.compile(r"[\u3400-\u9fff]{2,4}")
RUNNING = frozenset({"zh", "ja", "ko"})  # where such characters are no names but the text itself


def find_in_characters(line: Line, found: Sequence[Sighting]) -> Iterator[Sighting]:
    """The names in characters: in brackets behind a name that name again, elsewhere those with a family name first."""
    words = name_words(line.language)
    if words.language in RUNNING:
        return
    ends = {sighting.end: sighting for sighting in found}
    for index, token in enumerate(line.tokens):
        if token.kind == "word" and HAN.fullmatch(token.text):
            named = ends.get(line.tokens[index - 2].end) if is_bracketed(line.tokens, index) else None
            if named:
                yield again(token, named)
            elif token.text[0] in words.han_family_names:
                yield make_named(token, line)


def is_bracketed(tokens: Sequence[Token], index: int) -> bool:
    """Whether the token stands alone in brackets."""
    around = (tokens[index - 1].text, tokens[index + 1].text) if 1 < index < len(tokens) - 1 else ()
    return around in {("(", ")"), ("（", "）")}


def again(token: Token, named: Sighting) -> Sighting:
    """The name once more, in characters; as a tag is, it is not what readers see first."""
    return structs.replace(
        named,
        start=token.start,
        end=token.end,
        name=token.text,
        tagged=True,
        acronym=None,
        partner=None,
        descriptions=(),
    )


def make_named(token: Token, line: Line) -> Sighting:
    """A person's name in characters."""
    return Sighting(
        start=token.start,
        end=token.end,
        name=token.text,
        form=token.text,
        part=line.part,
        language=line.language,
        votes=Votes(own=(("person", LIKELY),)),
        sure=True,
        lone=False,
        tagged=False,
        acronym=None,
        partner=None,
        courtesy="",
        descriptions=(),
    )
