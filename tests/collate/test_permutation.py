"""In whatever order the sources come, the comparison is the same: families, clusters, shared passages, overlap."""

from functools import cache
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from readings import read

from generator.collate import collate
from generator.model import AnnotatedSource, PublicationDate

COPIED = (
    "The old harbour bridge was closed on Monday after divers found deep cracks in two of its piers. "
    "Buses will go round by the mill until the spring, and boats may not pass under it at all."
)
TEXTS = {
    "a": f"{COPIED} “We wait for wood and for the carter from Ulm, and so does the guild,” Ann Lee said.",
    "b": f"{COPIED} “We wait for wood … and so does the guild,” Ann Lee told the Harbour Courier.",
    "c": "The mayor told the Harbour Courier of buses. “We wait for [the] wood and the carter,” said Ann Lee.",
    "d": "Guild spokeswoman Ann Lee has said that they “wait for wood and for the carter”. Bread is dear this year.",
    "e": "Ann Lee said that the guild waits for wood and a carter. “The oven is cold,” she said. “It is a ruin.”",
    "g": "The Ulm Guild met. The Ulm Guild has an oven. “We wait for wood and for the carter from Ulm,” the Ulm Guild "
    "said. Ulm Guild spokeswoman Ann Lee said the oven was “cold and costly” and “dear to the bakers of Ulm”.",
    "h": "“The oven is cold and costly, and it is dear to the bakers of Ulm,” Ann Lee said of the guild.",
    "f": f"According to the Harbour Courier, the bridge is closed. {COPIED}",
}
DAYS = {
    "a": "2022-03-01",
    "b": "2022-03-02",
    "d": "2022-06-02",
    "e": "2022-03-02",
    "g": "2022-03-02",
    "h": "2022-03-01",
}


@cache
def readings() -> tuple[AnnotatedSource, ...]:
    published = {
        id: PublicationDate(edtf=day, basis="stated", why="The page says so.", span=None) for id, day in DAYS.items()
    }
    return tuple(read(text, id=id, published=published.get(id)) for id, text in TEXTS.items())


def compared(sources: tuple[AnnotatedSource, ...]) -> dict[str, Any]:
    dossier, _ = collate(sources, title="The bridge")
    fields = ("families", "clusters", "reuse", "overlap", "quotes", "events", "labels")
    return {name: msgspec.to_builtins(getattr(dossier, name)) for name in fields}


def test_there_is_something_to_compare() -> None:
    found = compared(readings())
    assert {cluster["why"] for cluster in found["clusters"]} == {"shared text", "credit"}
    assert found["reuse"] and found["overlap"]
    assert max(len(family["quotes"]) for family in found["families"]) > 2
    assert any(reading["beside"] for family in found["families"] for reading in family["readings"])
    assert {quote["speaker"] for quote in found["quotes"] if quote["family"]} >= {"ann-lee", "ulm-guild"}


@settings(deadline=None, max_examples=20)
@given(st.permutations(range(len(TEXTS))))
def test_any_order_of_sources_gives_the_same_comparison(order: list[int]) -> None:
    sources = readings()
    assert compared(tuple(sources[number] for number in order)) == compared(sources)


@settings(deadline=None, max_examples=10)
@given(st.permutations(sorted(TEXTS)))
def test_any_names_of_sources_join_the_same_quotations(names: list[str]) -> None:
    """Which witness sorts first decides which of two equal readings is the base, and no more."""
    renamed = tuple(read(text, id=name, published=None) for name, text in zip(names, TEXTS.values(), strict=True))
    plain = tuple(read(text, id=id, published=None) for id, text in TEXTS.items())
    assert texts_of(renamed) == texts_of(plain)


def texts_of(sources: tuple[AnnotatedSource, ...]) -> set[frozenset[str]]:
    dossier, _ = collate(sources, title="The bridge")
    words = {quote.id: quote.text for quote in dossier.quotes}
    return {frozenset(words[id] for id in family.quotes) for family in dossier.families}
