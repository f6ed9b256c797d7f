"""He and she for a person, it for a body, they for a people or body, where the lines around leave one reading.

In: lines, where names stand in them, the kinds of the names. Out: places in the text with the key of whom they mean.
Never: resolves a pronoun in a quotation, or one before which two people were spoken of; outside English one that says
nothing; tells anyone's gender but by what stands before the name or by pronouns that fit it alone.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from generator.annotate.naming.described import Named, Reference
from generator.annotate.naming.nouns import has_noun_capitals
from generator.annotate.naming.tokens import HYPHENS, Line, Token
from generator.language.names import NameWords, name_words
from generator.language.speech import speech, verb_forms
from generator.model import ActorKind, Record

Meant = tuple[int, int, str, str | None]  # start, end, key, the gender that the pronoun shows

LANGUAGE = "en"
TWICE = 2  # pronouns that must agree before they tell somebody's gender
AGREEING = 4  # so many times more of them than of the other gender
MAN, WOMAN = "he", "she"
LONGEST_OPENING = 4  # tokens: "On Friday the Danes"
IT, THEY, PLURAL = "It", "They", ("s", "men", "people", "children")
PLURAL_VERB = "n"  # how a German verb ends whose subject is "they", which is the same word as "she"
OPENING, CLOSING, STRAIGHT = frozenset("“„«"), frozenset("”»"), '"'
NO_DEED = frozenset({"appears", "appeared", "is", "was", "has", "had", "will", "would", "won't", "lost", "won"})


class Talk(Record, frozen=True, kw_only=True):
    """Whom a line speaks of: the names in it, where nouns for people stand in it, where quotations cover it."""

    line: Line
    names: tuple[Named, ...]
    others: tuple[int, ...]
    quoted: frozenset[int]


def find_pronouns(
    lines: Sequence[Line],
    named: Sequence[Named],
    kinds: Mapping[str, ActorKind],
    titles: Mapping[str, str],
    described: Collection[int],
) -> Iterator[Reference]:
    """The pronouns of all lines with whom they mean. `named` is sorted by start.

    `titles`: by key the gender that a title shows. `described`: where the words stand that describe names.
    """
    gender = dict(titles)
    found = [*read_pronouns(lines, named, kinds, described)]
    used = Counter((key, meant) for _, _, key, meant in found if meant)
    for key in sorted({key for key, _ in used} - gender.keys()):
        best, other = sorted((MAN, WOMAN), key=lambda meant: -used[key, meant])
        if used[key, best] >= max(TWICE, AGREEING * used[key, other]):
            gender[key] = best
    yield from ((start, end, key) for start, end, key, meant in found if meant is None or gender.get(key) == meant)


def read_pronouns(
    lines: Sequence[Line],
    named: Sequence[Named],
    kinds: Mapping[str, ActorKind],
    described: Collection[int],
) -> Iterator[Meant]:
    """The pronouns of all lines with whom they mean if the gender is right."""
    before: Talk | None = None
    for line in lines:
        within = before is not None and before.line.part == line.part and ends_quoted(before)
        words = name_words(line.language)
        talk = read_talk(line, named, described, words, quoted=within)
        if not line.headline and not line.shouted:
            lead = before if before and before.line.part == line.part else None
            found = [*personal(talk, lead, kinds, words)]
            found += impersonal(talk, lead, kinds, words) if words.language == LANGUAGE else ()
            yield from found
            talk = with_references(talk, found)
        before = talk


def read_talk(
    line: Line, named: Sequence[Named], described: Collection[int], words: NameWords, *, quoted: bool
) -> Talk:
    """The line with what decides whom its pronouns mean; `quoted`: a quotation is open where it begins."""
    first, last = (line.tokens[0].start, line.tokens[-1].end) if line.tokens else (0, 0)
    start = bisect_left(named, first, key=lambda name: name.start)
    end = bisect_left(named, last, lo=start, key=lambda name: name.start)
    capital = has_noun_capitals(line.language)
    printed = ((token, token.lower if capital else token.text) for token in line.tokens)
    people = [token for token, word in printed if word in words.roles or word in words.people_nouns]
    return Talk(
        line=line,
        names=tuple(name for name in named[start:end] if name.part == line.part),
        others=tuple(t.start for t in people if t.text not in words.verbs and t.start not in described),
        quoted=frozenset(inside_quotation(line.tokens, quoted=quoted)),
    )


def inside_quotation(tokens: Sequence[Token], *, quoted: bool) -> Iterator[int]:
    """The starts of the tokens inside quotation marks."""
    for token in tokens:
        opening = token.text in OPENING or (token.text == STRAIGHT and not quoted)
        quoted = opening or (quoted and token.text not in CLOSING and token.text != STRAIGHT)
        if quoted:
            yield token.start


def ends_quoted(talk: Talk) -> bool:
    """Whether a quotation is open where the line ends."""
    return bool(talk.line.tokens) and talk.line.tokens[-1].start in talk.quoted


def personal(talk: Talk, lead: Talk | None, kinds: Mapping[str, ActorKind], words: NameWords) -> Iterator[Meant]:
    """He and she in a line with the one person whom it and the line before name; a word of unknown kind may be one."""
    earlier = {name.key for name in lead.names if may_be_person(name, kinds)} if lead else set()
    if lead and lead.others:
        return
    for index, token in enumerate(talk.line.tokens):
        meant = MAN if token.lower in words.he else WOMAN if token.lower in words.she else None
        if meant is None or not (words.language == LANGUAGE or says(talk.line.tokens, index, words)):
            continue
        if token.start in talk.quoted or any(other < token.start for other in talk.others):
            continue
        here = {name.key for name in talk.names if name.start < token.start and may_be_person(name, kinds)}
        people = earlier | here
        if len(people) == 1 and kinds[min(people)] == "person":
            yield token.start, token.end, min(people), meant


def says(tokens: Sequence[Token], index: int, words: NameWords) -> bool:
    """Whether the pronoun is the subject of a verb of saying: "elle a dit", "ajoute-t-elle", "sagte er"."""
    said, known = verb_forms(words.language), speech(words.language).auxiliaries
    at = index + 1
    while at < len(tokens) and tokens[at].lower in known and tokens[at].lower not in said:
        at += 1
    back = index - 1
    while back > 0 and (tokens[back].text in HYPHENS or tokens[back].text == "t"):
        back -= 1
    near = [token.lower for token in (*tokens[at : at + 1], *tokens[max(0, back) : index][:1])]
    verbs = [word for word in near if word in said]
    plural = has_noun_capitals(words.language) and tokens[index].lower in words.she
    return any(not (plural and verb.endswith(PLURAL_VERB)) for verb in verbs)


def may_be_person(name: Named, kinds: Mapping[str, ActorKind]) -> bool:
    """Whether the name is a person's, or a single word that passes for a body because nothing says what it is."""
    return kinds[name.key] == "person" or (kinds[name.key] == "organisation" and " " not in name.key)


def impersonal(talk: Talk, lead: Talk | None, kinds: Mapping[str, ActorKind], words: NameWords) -> Iterator[Meant]:
    """It and they at the beginning of a line, before what a body does, where the line before speaks of one body.

    No place is named there. For "they" the line opens with the name, which is a people's or has several words, and
    no other name and no other plural stands there.
    """
    tokens = talk.line.tokens
    if lead is None or len(tokens) < len(("It", "said")) or tokens[0].text not in {IT, THEY}:
        return
    several = tokens[0].text == THEY
    keys = {name.key for name in lead.names if several or kinds[name.key] != "person"}
    deed = tokens[1].lower in words.acting - NO_DEED
    if not deed or len(keys) != 1 or tokens[0].start in talk.quoted or (several and not opens_alone(lead, words)):
        return
    kind = kinds[min(keys)]
    if (kind == "organisation" and (not several or " " in min(keys))) or (several and kind == "group"):
        yield tokens[0].start, tokens[0].end, min(keys), None


def opens_alone(talk: Talk, words: NameWords) -> bool:
    """Whether the line opens with its one name, and holds no noun for several people or things."""
    tokens, name = talk.line.tokens, talk.names[0]
    if talk.others or name.start not in {token.start for token in tokens[:LONGEST_OPENING]}:
        return False
    plurals = (token for token in tokens if token.text.islower() and token.lower.endswith(PLURAL))
    several = (token for token in plurals if token.lower in words.nouns or token.lower in words.roles)
    return tokens[0].text != THEY and next(several, None) is None


def with_references(talk: Talk, found: Sequence[Meant]) -> Talk:
    """The line with its pronouns as names, so that the next line's may go on from them."""
    part = talk.line.part
    names = (*talk.names, *(Named(part=part, start=start, end=end, key=key) for start, end, key, _ in found))
    return Talk(line=talk.line, names=names, others=talk.others, quoted=talk.quoted)
