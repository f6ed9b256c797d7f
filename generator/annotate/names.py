"""Names of people, organisations, places and groups in one source, shorter forms linked to full ones.

In: a source and its sentences. Out: candidates, mentions, descriptions. Never: sees another source, reads furniture,
links across items of a collection, takes a pronoun or description for one of two whom it may mean.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from msgspec.structs import replace

from generator.annotate.naming.context import in_context
from generator.annotate.naming.described import Named, find_described
from generator.annotate.naming.kinds import is_personal_role
from generator.annotate.naming.linking import link
from generator.annotate.naming.numbered import find_numbered, with_numbers
from generator.annotate.naming.pronouns import MAN, WOMAN, find_pronouns
from generator.annotate.naming.scripts import find_in_characters
from generator.annotate.naming.sightings import Sighting, find_sightings
from generator.annotate.naming.tags import find_tagged
from generator.annotate.naming.tokens import Line, read_line
from generator.annotate.naming.truecase import weigh
from generator.language.names import POSSESSIVE, comparison_form, name_words
from generator.language.places import fold
from generator.model import ActorKind, Candidate, Description, Mention, MentionHow, Record, Sentence, Source
from generator.spans import cut

ENGLISH = "en"  # where such a noun stands behind the name: "the Lind bakery"
LONGEST_WORD = 20  # letters, with what stands between it and a name


class Names(Record, frozen=True, kw_only=True):
    """What a source names: candidates sorted by key, mentions and descriptions by start; mentions do not overlap."""

    candidates: tuple[Candidate, ...]
    mentions: tuple[Mention, ...]
    descriptions: tuple[Description, ...]


def find_names(source: Source, sentences: Sequence[Sentence]) -> Names:
    """Every name in the sentences, under the key of its fullest form."""
    lines = [read_line(sentence) for sentence in sentences]
    sightings = read_sightings(lines)
    links = link(sightings)
    homes = {(one.part, one.form): links.homes.get((one.part, one.form)) for one in sightings}
    things = {(one.part, homes[one.part, one.form]) for one in sightings if one.thing}
    groups: dict[str, list[Sighting]] = defaultdict(list)
    kinds = dict(links.kinds)
    for sighting in sightings:
        key = homes[sighting.part, sighting.form]
        if key is None or (sighting.part, key) in things:
            continue
        if not is_other(source, sighting, kinds[key]):
            groups[key].append(sighting)
        elif sighting.language != ENGLISH:
            body = with_noun(source, sighting)
            groups[body.form].append(body)
            kinds[body.form] = "organisation"
    mentions = [mention for key, group in groups.items() for mention in make_mentions(source, group, key, kinds[key])]
    mentions.extend(refer(source, lines, groups, kinds))
    descriptions = [found for key, group in groups.items() for found in describe(source, group, key)]
    return Names(
        candidates=tuple(make_candidate(source, key, groups[key], kinds[key]) for key in sorted(groups)),
        mentions=tuple(sorted(mentions, key=lambda mention: mention.start)),
        descriptions=tuple(sorted(descriptions, key=lambda found: (found.start, found.candidate))),
    )


def read_sightings(lines: Sequence[Line]) -> tuple[Sighting, ...]:
    """All names of the lines as they stand, in text order."""
    evidence, numbered = weigh(lines), find_numbered(lines)
    found: list[Sighting] = []
    for line in lines:
        named = list(with_numbers(line, in_context(line, find_sightings(line, evidence)), numbered))
        found.extend((*named, *find_in_characters(line, named), *find_tagged(line)))
    return tuple(sorted(found, key=lambda sighting: sighting.start))


def is_other(source: Source, sighting: Sighting, kind: ActorKind) -> bool:
    """Whether the noun for a body directly before a surname says that it is not the person's: "la boulangerie Lind"."""
    bare = kind == "person" and " " not in sighting.form
    return bare and word_before(source, sighting.start) in name_words(sighting.language).bodies


def with_noun(source: Source, sighting: Sighting) -> Sighting:
    """The body of which this is the name, under the noun before it and the surname."""
    before = source.text[: sighting.start].rstrip()
    start = len(before) - len(before[-LONGEST_WORD:].split()[-1])
    name = f"{before[start:]} {sighting.name}"
    form = comparison_form(name, sighting.language)
    return replace(sighting, start=start, name=name, form=form, lone=False, descriptions=())


def refer(
    source: Source, lines: Sequence[Line], groups: Mapping[str, Sequence[Sighting]], kinds: Mapping[str, ActorKind]
) -> Iterator[Mention]:
    """The descriptions and pronouns that stand for a name of the same item."""
    placed = sorted((one.start, key, one) for key, group in groups.items() for one in group)
    named = [
        Named(part=one.part, start=start, end=one.end, key=key, called=heads_called(source, one, kinds[key]))
        for start, key, one in placed
    ]
    people = [(key, find_gender(source, one)) for _, key, one in placed if kinds[key] == "person"]
    titles = {key: gender for key, gender in people if gender}
    inside = frozenset(at for _, _, one in placed for first, last in one.descriptions for at in range(first, last))
    taken = frozenset(at for start, _, one in placed for at in range(start, one.end))
    for start, end, key in (found for found in find_described(lines, named, kinds) if found[0] not in taken):
        yield make_reference(source, start, end, key, "description")
    for start, end, key in find_pronouns(lines, named, kinds, titles, inside):
        yield make_reference(source, start, end, key, "pronoun")


def heads_called(source: Source, sighting: Sighting, kind: ActorKind) -> tuple[str, ...]:
    """The roles in what stands beside the name, folded: "spokeswoman" of "Acme spokeswoman", "curator" of "curator of
    maps"; for a body the noun for it."""
    words = name_words(sighting.language)
    said = (source.text[first:last].casefold().split() for first, last in sighting.descriptions)
    is_head = words.bodies.__contains__ if kind == "organisation" else partial(is_personal_role, words=words)
    heads = (next(filter(is_head, some), None) for some in said)
    return tuple(fold(head) for head in heads if head)


def find_gender(source: Source, sighting: Sighting) -> str | None:
    """What a courtesy, the article before a role or the role's ending shows: a man (he) or a woman (she)."""
    words = name_words(sighting.language)
    for title in (sighting.courtesy, word_before(source, sighting.start)):
        if title in words.courtesy_men | words.courtesy_women:
            return MAN if title in words.courtesy_men else WOMAN
    for first, last in (found for found in sighting.descriptions if found[1] <= sighting.start):
        article = word_before(source, first)
        if article in words.article_he | words.article_she:
            return MAN if article in words.article_he else WOMAN
        if words.woman_endings:
            return WOMAN if source.text[first:last].endswith(tuple(words.woman_endings)) else MAN
    return None


def word_before(source: Source, start: int) -> str:
    """The word that stands before, in small letters without a full stop; empty where a source or line begins."""
    words = source.text[max(0, start - LONGEST_WORD) : start].rpartition("\n")[2].casefold().split()
    return words[-1].rstrip(".") if words else ""


def make_reference(source: Source, start: int, end: int, key: str, how: MentionHow) -> Mention:
    """A description or pronoun as a mention of whom it means."""
    at = cut(source, start, end)
    return Mention(source=at.source, part=at.part, start=start, end=end, text=at.text, candidate=key, how=how)


def make_candidate(source: Source, key: str, sightings: Sequence[Sighting], kind: ActorKind) -> Candidate:
    """The candidate of all sightings that go under one key."""
    return Candidate(source=source.id, key=key, name=fullest_name(sightings, key), kind=kind)


def fullest_name(sightings: Sequence[Sighting], key: str) -> str:
    """The most frequent spelling of the full form: rather in running text, in mixed case and without a possessive."""
    full = [sighting for sighting in sightings if sighting.form == key] or sightings
    counted = Counter(sighting.name for sighting in full)
    tagged = {sighting.name for sighting in full if sighting.tagged}

    def rank(name: str) -> tuple[bool, bool, bool, int, int, str]:
        return name in tagged, name.isupper(), bool(POSSESSIVE.search(name)), -counted[name], -len(name), name

    return min(counted, key=rank)


def make_mentions(source: Source, sightings: Sequence[Sighting], key: str, kind: ActorKind) -> Iterator[Mention]:
    """The sightings as mentions of their candidate.

    Where an item has the name of a body or place only before other nouns ("an Acme plant"), it speaks of these and
    describes them by the name: it says nothing of the one so named.
    """
    spoken_of = {sighting.part for sighting in sightings if not sighting.modifier or kind == "person"}
    for sighting in sightings:
        full = sighting.form.replace(" ", "") == key.replace(" ", "")
        yield make_mention(
            source, sighting, key, ("name" if full else "short") if sighting.part in spoken_of else "description"
        )


def make_mention(source: Source, sighting: Sighting, key: str, how: MentionHow) -> Mention:
    """One sighting as a mention of its candidate."""
    at = cut(source, sighting.start, sighting.end)
    return Mention(source=at.source, part=at.part, start=at.start, end=at.end, text=at.text, candidate=key, how=how)


def describe(source: Source, sightings: Sequence[Sighting], key: str) -> Iterator[Description]:
    """The descriptions that stand beside the sightings of one candidate."""
    for start, end in (found for sighting in sightings for found in sighting.descriptions):
        at = cut(source, start, end)
        yield Description(source=at.source, part=at.part, start=start, end=end, text=at.text, candidate=key)
