"""Variants: the cases of cases/variants.txt, and that both sides rebuild from their variants."""

from pathlib import Path

import pytest
from cases import Case, read_cases
from hypothesis import given
from hypothesis import strategies as st
from quoted import make_quotes

from generator.collate.quoting.variants import compare_readings
from generator.collate.quoting.wordings import read_wording
from generator.model import Quote, Span, Variant

CASES = read_cases(Path(__file__).parent / "cases" / "variants.txt")
WORDS = ["we", "wait", "for", "the", "old", "red", "cart", "of", "Ulm", "today", "…"]
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)


def compare(first: str, second: str) -> tuple[Quote, Quote, tuple[Variant, ...]]:
    (base,), (quote,) = make_quotes("a", [f"?: {first}"]), make_quotes("b", [f"?: {second}"])
    wordings = (read_wording(base.text, base.start), read_wording(quote.text, quote.start))
    return base, quote, compare_readings(base, quote, *wordings)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    _, _, variants = compare(*case.given.splitlines())
    shown = [f"{variant.kind} | {variant.base.text} | {variant.reading.text}" for variant in variants]
    assert shown == case.expected, case.where


@given(SENTENCES, SENTENCES)
def test_outside_of_the_variants_the_words_agree(first: str, second: str) -> None:
    base, quote, variants = compare(first, second)
    for span, owner in [(v.base, base) for v in variants] + [(v.reading, quote) for v in variants]:
        assert owner.text[span.start - owner.start : span.end - owner.start] == span.text
    assert rest(base, [v.base for v in variants]) == rest(quote, [v.reading for v in variants])


def rest(quote: Quote, spans: list[Span]) -> tuple[str, ...]:
    """The words of a quote outside of spans that follow each other."""
    left, at = [], quote.start
    for span in spans:
        assert at <= span.start <= span.end
        left.append(quote.text[at - quote.start : span.start - quote.start])
        at = span.end
    return read_wording(" ".join([*left, quote.text[at - quote.start :]]), 0).words
