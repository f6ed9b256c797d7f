"""Languages of texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.document import LANGUAGE_LEAST, PART_LEAST, PART_LETTERS
from generator.language.identify import identify

TEXTS = [
    ("The bridge is closed until spring", "en"),
    ("Le pont est fermé jusqu'au printemps", "fr"),
    ("Die Brücke bleibt bis zum Frühjahr gesperrt", "de"),
    ("Il ponte resta chiuso fino a primavera", "it"),
    ("El puente sigue cerrado hasta la primavera", "es"),
    ("A ponte continua fechada até a primavera", "pt"),
    ("Мост закрыт до весны, сообщила мэр города", "ru"),
    ("橋は春まで閉鎖されると市長は述べた。", "ja"),
]


@pytest.mark.parametrize(("text", "language"), TEXTS)
def test_short_documents(text: str, language: str) -> None:
    assert identify(text, least=LANGUAGE_LEAST) == language


@pytest.mark.parametrize("text", ["", "2021", "@ann #bridge https://harbour.example/le-pont", "ok", "lol yes!!"])
def test_posts_that_tell_nothing(text: str) -> None:
    assert identify(text, least=PART_LEAST, letters=PART_LETTERS) is None


def test_handles_and_tags_do_not_count() -> None:
    post = "Le pont est fermé depuis lundi et la mairie ne dit rien " + "#bridge #closed #spring @council " * 9
    assert identify(post, least=PART_LEAST, letters=PART_LETTERS) == "fr"


@given(st.text(max_size=60))
def test_the_same_text_has_the_same_language(text: str) -> None:
    assert identify(text, least=0.5) == identify(text, least=0.5)
