"""Decisions on an invented matter, of the kinds that people make, and some that match nothing.

In: a dossier and its readings. Out: decisions. Never: decides what contradicts itself.
"""

from collections.abc import Callable, Iterator, Sequence

from generator.model import (
    ActorDecision,
    AnnotatedSource,
    Decision,
    Decisions,
    Dossier,
    EventDecision,
    QuotationDecision,
    Span,
    Split,
    Target,
)

LINES = 4  # of an entry in the file


def make_decisions(dossier: Dossier, readings: Sequence[AnnotatedSource], number: int) -> Decisions:
    """So many decisions, of all kinds in turn; each kind begins anew when it has named everything."""
    texts = {reading.source.id: reading.source.text for reading in readings}
    reports = once((report for event in dossier.events for report in event.reports), texts)
    quotes = once(dossier.quotes, texts)
    sentences = once((sentence for reading in readings for sentence in reading.sentences), texts)
    names = [actor.name for actor in dossier.actors]
    kinds: list[Callable[[int, int, str], Decision]] = [
        lambda at, line, why: EventDecision(line=line, reason=why, target=turn(reports, at), strand="Repairs"),
        lambda at, line, why: EventDecision(
            line=line, reason=why, target=turn(reports, at), merge=(turn(sentences, at), turn(reports, at + 1))
        ),
        lambda at, line, why: EventDecision(line=line, reason=why, target=missing(turn(reports, at), at), pin=True),
        lambda at, line, why: QuotationDecision(line=line, reason=why, target=turn(quotes, at), speaker_unknown=True),
        lambda at, line, why: QuotationDecision(
            line=line, reason=why, target=turn(quotes, at), merge=(turn(quotes, at + 1),)
        ),
        lambda at, line, why: ActorDecision(line=line, reason=why, actor=names[at % len(names)], describe="A baker"),
        lambda at, line, why: ActorDecision(line=line, reason=why, actor=f"Nobody {at}", describe="Gone"),
        lambda at, line, why: ActorDecision(
            line=line,
            reason=why,
            actor=names[at % len(names)],
            split=(Split(names=(names[at % len(names)].split()[-1],), sources=(), name=f"Bo Twin{at}", id=None),),
        ),
    ]
    made = [kinds[n % len(kinds)](n // len(kinds), 1 + n * LINES, f"Reason {n}.") for n in range(number)]
    return Decisions(
        file="curation.yml",
        actors=tuple(one for one in made if isinstance(one, ActorDecision)),
        events=tuple(one for one in made if isinstance(one, EventDecision)),
        quotations=tuple(one for one in made if isinstance(one, QuotationDecision)),
    )


def once(spans: Iterator[Span] | Sequence[Span], texts: dict[str, str]) -> list[Span]:
    """Those whose words stand once in their source, so that they can be named by them."""
    return [span for span in spans if texts[span.source].count(span.text) == 1]


def turn(spans: Sequence[Span], at: int) -> Target:
    """The words of one after the other, and of the first again behind the last."""
    span = spans[at % len(spans)]
    return Target(source=span.source, part=span.part, words=span.text)


def missing(target: Target, at: int) -> Target:
    """Words that the source does not have, like some that it has."""
    return Target(source=target.source, part=target.part, words=f"{target.words[:40]} number {at}")
