"""Who speaks for whom: each kind of description in each language, and descriptions that name a body and no voice."""

import pytest
from small_dossier import actor

from generator.collate.quoting.voices import find_voices
from generator.language.loader import languages
from generator.language.offices import offices
from generator.model import Actor, ActorKind, NameForm, Span

VOICES = [
    ("en", "Bakers’ Guild", "Bakers’ Guild spokeswoman"),
    ("en", "Bakers’ Guild", "the chairman of the Bakers’ Guild"),
    ("en", "Transport Ministry", "Transport Minister"),
    ("en", "Ministry of Transport", "the transport minister"),
    ("en", "State Department", "Secretary of State"),
    ("en", "Lunde Embassy in the North", "Lunde ambassador to the North"),
    ("de", "Bäckerinnung", "Sprecherin der Bäckerinnung"),
    ("de", "Verkehrsministerium", "Verkehrsministerin"),
    ("fr", "ministère des Transports", "ministre des Transports"),
    ("fr", "Guilde des boulangers", "porte-parole de la Guilde des boulangers"),
    ("es", "Ministerio de Transportes", "ministra de Transportes"),
    ("es", "Gremio", "portavoz del Gremio"),
    ("it", "ministero dei Trasporti", "ministro dei Trasporti"),
    ("it", "Gilda", "portavoce della Gilda"),
    ("pt", "Ministério dos Transportes", "ministra dos Transportes"),
    ("pt", "Guilda", "porta-voz da Guilda"),
]
NONE = [
    ("en", "Bakers’ Guild", "Bakers’ Guild member"),
    ("en", "Bakers’ Guild", "a critic of the Bakers’ Guild"),
    ("en", "Bakers’ Guild", "former Bakers’ Guild spokeswoman"),
    ("en", "Bakers’ Guild", "spokeswoman"),
    ("en", "Transport Ministry", "former transport minister"),
    ("en", "Transport Ministry", "the minister"),
    ("en", "Transport Ministry", "Health Minister"),
    ("en", "Transport Ministry", "deputy transport minister"),
    ("de", "Verkehrsministerium", "ehemalige Verkehrsministerin"),
    ("de", "Verkehrsministerium", "Gesundheitsministerin"),
    ("fr", "ministère des Transports", "ancien ministre des Transports"),
    ("es", "Ministerio de Transportes", "ministra de Salud"),
    ("it", "ministero dei Trasporti", "ex ministro dei Trasporti"),
    ("pt", "Ministério dos Transportes", "ex ministra dos Transportes"),
]


def cast(body: str, description: str, kind: ActorKind = "organisation") -> list[Actor]:
    span = Span(source="a", part=None, start=0, end=len(description), text=description)
    guild = actor("body", kind=kind, names=(NameForm(text=body, sources=("a",), count=1),))
    return [actor("ann", descriptions=(span,)), guild]


@pytest.mark.parametrize(("language", "body", "description"), VOICES)
def test_a_voice_is_found_with_the_description_that_says_so(language: str, body: str, description: str) -> None:
    found = find_voices(cast(body, description))
    assert {id: span.text for id, span in found["ann"].items()} == {"body": description}, language


@pytest.mark.parametrize(("language", "body", "description"), NONE)
def test_what_is_no_voice(language: str, body: str, description: str) -> None:
    assert find_voices(cast(body, description)) == {}, language


def test_every_language_has_a_voice_and_a_near_miss() -> None:
    known = set(languages("offices"))
    assert known == {language for language, *_ in VOICES} == {language for language, *_ in NONE}
    assert offices().bodies and offices().joining


def test_a_place_has_no_voice() -> None:
    assert find_voices(cast("Bakers’ Guild", "Bakers’ Guild spokeswoman", "place")) == {}
