"""Who is who across sources: the candidates of every source joined into actors.

In: annotated sources. Out: a cast: actors, and under which of them each candidate went. Never: reads files, depends on
the order of the sources, merges where the evidence is uncertain (such actors name each other in `possibly_same`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.collate.actors_published import decide_page
from generator.collate.applied import NOTHING, Applied
from generator.collate.merging import Form, Merged, merge
from generator.language.names import POSSESSIVE, comparison_form, normal_form
from generator.model import (
    NO_DECISIONS,
    Actor,
    ActorKind,
    ActorMention,
    AnnotatedSource,
    Candidate,
    Decisions,
    Mention,
    NameForm,
    Record,
    Span,
)
from generator.spans import bare, within, witness

KINDS: tuple[ActorKind, ...] = ("place", "person", "organisation", "group", "document")  # of kinds named equally often
UNNAMED = "unnamed"  # the slug of a name that holds no letter or digit


class Cast(Record, frozen=True, kw_only=True):
    """The actors sorted by id, and the id of the actor under which each candidate (source id, key) went.

    `applied` is what was done with people's decisions on actors.
    """

    actors: tuple[Actor, ...]
    ids: dict[tuple[str, str], str]
    applied: Applied = NOTHING


class Entry(Record, frozen=True, kw_only=True):
    """A candidate with its mentions and descriptions, in text order.

    `name` is the candidate's, or what stands for it in the language in which most of the dossier is written; `familiar`
    says whether its source names it in that language at all.
    """

    candidate: Candidate
    name: str
    mentions: tuple[Mention, ...]
    descriptions: tuple[Span, ...]
    articles: bool
    familiar: bool


def group_actors(readings: Sequence[AnnotatedSource], decisions: Decisions = NO_DECISIONS) -> Cast:
    """All candidates joined into actors. The result does not depend on the order of the readings."""
    entries = list_entries(sorted(readings, key=lambda reading: reading.source.id))
    merged = merge(list_forms(entries))
    slugs = slugs_of_keys(entries, merged)
    same = uncertain_slugs(merged, slugs)
    members: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        members[slugs[entry.candidate.key]].append(entry)
    return Cast(
        actors=tuple(make_actor(slug, members[slug], same.get(slug, ())) for slug in sorted(members)),
        ids={(entry.candidate.source, entry.candidate.key): slugs[entry.candidate.key] for entry in entries},
    )


def actors_within(cast: Cast, reading: AnnotatedSource, start: int, end: int) -> tuple[str, ...]:
    """The ids of the actors with a mention in the half-open range of the reading's text, sorted, each once."""
    found = within(reading.mentions, start, end)
    return tuple(sorted({cast.ids[mention.source, mention.candidate] for mention in found}))


def main_language(readings: Iterable[AnnotatedSource]) -> str | None:
    """The language in which most of the running text is written, None where there is no text."""
    letters: Counter[str] = Counter()
    for reading in readings:
        for sentence in reading.sentences:
            letters[sentence.language] += len(sentence.text)
    return min(letters, key=lambda language: (-letters[language], language), default=None)


def names_in(reading: AnnotatedSource, mentions: Iterable[Mention], language: str | None) -> Counter[str]:
    """How often each full name among the mentions stands in a text of that language."""
    spoken = {None: reading.source.language} | {part.id: part.language for part in reading.source.parts}
    return Counter(m.text for m in mentions if m.how == "name" and spoken.get(m.part) == language)


def entry_name(candidate: Candidate, mentions: Iterable[Mention], native: Counter[str]) -> str:
    """The candidate's name, unless its source prints that in other languages only and has a native one."""
    is_foreign = candidate.name not in native and any(mention.text == candidate.name for mention in mentions)
    return min(native, key=lambda name: (-native[name], name)) if native and is_foreign else candidate.name


def list_entries(readings: Sequence[AnnotatedSource]) -> tuple[Entry, ...]:
    """Every candidate of every source with what was found of it; candidates without a mention are left out."""
    entries: list[Entry] = []
    language = main_language(readings)
    for reading in readings:
        mentions: dict[str, list[Mention]] = defaultdict(list)
        descriptions: dict[str, list[Span]] = defaultdict(list)
        for mention in reading.mentions:
            mentions[mention.candidate].append(mention)
        for description in reading.descriptions:
            descriptions[description.candidate].append(bare(description))
        native = {key: names_in(reading, found, language) for key, found in mentions.items()}
        entries.extend(
            Entry(
                candidate=candidate,
                name=entry_name(candidate, mentions[candidate.key], native[candidate.key]),
                mentions=tuple(mentions[candidate.key]),
                descriptions=tuple(descriptions[candidate.key]),
                articles=reading.source.kind == "article",
                familiar=bool(native[candidate.key]),
            )
            for candidate in reading.candidates
            if mentions[candidate.key]
        )
    return tuple(entries)


def list_forms(entries: Sequence[Entry]) -> tuple[Form, ...]:
    """The candidates' keys over all sources, each with what the merging weighs."""
    members: dict[str, list[Entry]] = defaultdict(list)
    linked: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in entries:
        members[entry.candidate.key].append(entry)
        for form in sorted({comparison_form(mention.text) for mention in entry.mentions if mention.how == "short"}):
            linked[form][entry.candidate.key] += 1
    return tuple(make_form(key, members[key], linked[key]) for key in sorted(members))


def make_form(key: str, entries: Sequence[Entry], linked: Counter[str]) -> Form:
    """One key over all sources."""
    mentions = [mention for entry in entries for mention in entry.mentions]
    return Form(
        form=key,
        kind=main_kind(entries),
        count=len(mentions),
        acronym=all(entry.candidate.name.isupper() for entry in entries),
        witnesses=frozenset(witness(mention) for mention in mentions),
        short_of=tuple(sorted(linked.items())),
    )


def main_kind(entries: Iterable[Entry]) -> ActorKind:
    """The kind under which most mentions stand; a name with its own plural is a people's rather than a body's."""
    entries = tuple(entries)
    keys = {entry.candidate.key for entry in entries}
    counted: Counter[ActorKind] = Counter()
    for entry in entries:
        counted[entry.candidate.kind] += 0 if is_handle(entry.candidate.name) else len(entry.mentions)
    kind = min(counted, key=lambda kind: (-counted[kind], KINDS.index(kind)))
    return "group" if kind == "organisation" and any(f"{key}s" in keys for key in keys) else kind


def main_name(entries: Sequence[Entry]) -> str:
    """The name printed most often among the full ones: no tag or acronym where there is more, of a person two words.

    A name that the dossier's main language uses comes before one that it does not.
    """
    counted: Counter[str] = Counter()
    for entry in entries:
        counted[entry.name] += sum(mention.how == "name" for mention in entry.mentions)
    person, is_place = main_kind(entries) == "person", main_kind(entries) == "place"
    keys = {entry.candidate.key for entry in entries}
    familiar = {entry.name for entry in entries if entry.familiar}

    def rank(name: str) -> tuple[bool, bool, bool, bool, bool, bool, int, int, str]:
        short = name.isupper() or (person and " " not in name)
        return (
            is_handle(name),
            short,
            name.islower(),
            name not in familiar,
            is_place and normal_form(name) not in keys,
            has_possessive(name),
            -counted[name],
            -len(name),
            name,
        )

    return min(counted, key=rank)


def has_possessive(name: str) -> bool:
    """Whether a possessive stands in the name ("Norway’s embassy"): of two forms the other one is for readers."""
    return bool(POSSESSIVE.search(name))


def is_handle(name: str) -> bool:
    """Whether this is the name of an account."""
    return name.startswith("@")


def slugs_of_keys(entries: Iterable[Entry], merged: Merged) -> dict[str, str]:
    """For each candidate's key the slug of its group's name. Groups of one slug are one actor: their names differ in
    nothing that counts."""
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[merged.groups[entry.candidate.key]].append(entry)
    slugs = {group: slug_of(main_name(members)) or slug_of(group) or UNNAMED for group, members in groups.items()}
    return {key: slugs[group] for key, group in merged.groups.items()}


def slug_of(name: str) -> str:
    """A name as it stands in an address: small letters and hyphens; letters of other scripts are kept.

    >>> slug_of("Café Müller & Sons"), slug_of("@ann_lee"), slug_of("Łódź")
    ('cafe-muller-sons', 'at-ann-lee', 'łodz')
    """
    name = name.replace("@", "at ", 1) if is_handle(name) else name
    return "-".join("".join(sign if sign.isalnum() else " " for sign in normal_form(name)).split())


def uncertain_slugs(merged: Merged, slugs: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """For each slug the slugs of actors that may be the same."""
    pairs: dict[str, set[str]] = defaultdict(set)
    for left, right in merged.uncertain:
        if slugs[left] != slugs[right]:
            pairs[slugs[left]].add(slugs[right])
            pairs[slugs[right]].add(slugs[left])
    return {slug: tuple(sorted(others)) for slug, others in pairs.items()}


def make_actor(slug: str, entries: Sequence[Entry], possibly_same: tuple[str, ...]) -> Actor:
    """The actor of all entries."""
    mentions = sorted((mention for entry in entries for mention in entry.mentions), key=place)
    descriptions = sorted((span for entry in entries for span in entry.descriptions), key=place)
    kind = main_kind(entries)
    published, why = decide_page(kind, mentions, descriptions, {e.candidate.source for e in entries if e.articles})
    return Actor(
        id=slug,
        name=main_name(entries),
        kind=kind,
        published=published,
        why=why,
        possibly_same=possibly_same,
        names=count_names(mentions),
        descriptions=tuple(descriptions),
        mentions=tuple(
            ActorMention(source=m.source, part=m.part, start=m.start, end=m.end, text=m.text, how=m.how)
            for m in mentions
        ),
        curated=None,
    )


def place(span: Span) -> tuple[str, int, int]:
    """Where a span sorts."""
    return span.source, span.start, span.end


def count_names(mentions: Iterable[Mention]) -> tuple[NameForm, ...]:
    """The spellings, the most frequent first."""
    counted: Counter[str] = Counter()
    sources: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        counted[mention.text] += 1
        sources[mention.text].add(mention.source)
    return tuple(
        NameForm(text=text, sources=tuple(sorted(sources[text])), count=counted[text])
        for text in sorted(counted, key=lambda text: (-counted[text], text))
    )
