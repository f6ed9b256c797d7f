"""What each witness tells, its sentences taken together: whom pronouns mean, which day an undated act takes.

In: one source's reading, what its sentences tell each for itself, publication dates. Out: the same with actors that
pronouns mean and with carried days. Never: looks at another source, carries a day from one witness to another.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from msgspec.structs import replace

from generator import edtf
from generator.collate.casting.actors import Cast, actors_within
from generator.collate.dating.narrative import is_narrative
from generator.collate.parsing.predicate_dates import list_marked
from generator.collate.telling.discourse import carry_days, has_news
from generator.collate.telling.referring import Naming, find_named
from generator.collate.telling.reports import Told, by_sentence
from generator.model import AnnotatedSource, Mention, PublicationDate, Quote
from generator.spans import overlap, witness

ACTING = {"person", "organisation", "group"}  # the kinds of actors that do something


def tell_together(
    reading: AnnotatedSource,
    told: Sequence[Told],
    quotes: Sequence[Quote],
    cast: Cast,
    kinds: Mapping[str, str],
    published: Mapping[str, PublicationDate],
) -> list[Told]:
    """What the sentences of a source tell, in text order, with what only their order shows."""
    marked = by_sentence(reading.sentences, list_marked(quotes))
    mentions = by_sentence(reading.sentences, reading.mentions)
    titled = find_titled(reading, cast)
    found: list[Told] = []
    for name, group in groupby(told, key=lambda item: witness(item.sentence)):
        items = list(group)
        part = items[0].sentence.part
        taking_part = {
            item.sentence.id: list_parts(mentions[item.sentence.id], marked[item.sentence.id]) for item in items
        }
        meant = find_named([make_naming(item, taking_part[item.sentence.id], cast, kinds) for item in items])
        items = [with_meant(item, meant.get(item.sentence.id)) for item in items]
        day = day_of(published.get(name if part or reading.source.kind == "article" else ""))
        history = is_narrative([one for one in reading.expressions if one.part == part], day)
        if history and not has_news(items, day):
            found += items
            continue
        named = {
            item.sentence.id: item.sentence.id in meant
            or any(kinds.get(actor_of(one, cast)) in ACTING for one in taking_part[item.sentence.id])
            for item in items
        }
        found += carry_days(items, day, named, frozenset() if part else titled)
    return found


def find_titled(reading: AnnotatedSource, cast: Cast) -> frozenset[str]:
    """The actors that the title of a source names."""
    title = reading.source.title_span
    return frozenset(actors_within(cast, reading, title.start, title.end)) if title else frozenset()


def list_parts(mentions: Iterable[Mention], marked: Sequence[Quote]) -> list[Mention]:
    """The mentions of a sentence outside quotation marks: who is only spoken of takes no part."""
    return [mention for mention in mentions if not any(overlap(mention, quote) for quote in marked)]


def actor_of(mention: Mention, cast: Cast) -> str:
    """The id of the actor that is mentioned."""
    return cast.ids[mention.source, mention.candidate]


def make_naming(item: Told, mentions: Sequence[Mention], cast: Cast, kinds: Mapping[str, str]) -> Naming:
    """A sentence with the people it names."""
    named = [mention for mention in mentions if kinds.get(actor_of(mention, cast)) == "person"]
    people = tuple(actor_of(mention, cast) for mention in named)
    verb = item.sentence.start + (item.act.start if item.act else 0)
    subject, before = item.subject or item.speaker, {actor_of(one, cast) for one in named if one.end <= verb}
    return Naming(
        sentence=item.sentence,
        before=item.before,
        names_before=bool(before),
        people=people,
        subject=subject if subject in people and before <= {subject} else None,
    )


def with_meant(item: Told, person: str | None) -> Told:
    """What the sentence tells, with the person that a pronoun in it means."""
    if person is None:
        return item
    return replace(
        item,
        actors=item.actors | {person},
        matter=item.matter | {f"@{person}"},
        speaker=item.speaker or (person if item.statement else None),
        subject=person,
    )


def day_of(published: PublicationDate | None) -> str | None:
    """The day of publication, None where it is not known to the day."""
    value = published.edtf if published else None
    return value.rstrip("~?%") if value and edtf.precision(value) == "day" else None
