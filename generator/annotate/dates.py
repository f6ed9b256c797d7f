"""Date expressions found in sentences, as they are written: which day they mean is another question.

At each place the longest rule that fits wins; of equally long ones the first in the language's list.

In: a source and its sentences. Out: date expressions in text order, none overlapping.
Never: supplies a year, looks outside the sentence, sees another source.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from generator.annotate.dates_grammar import Grammar, grammar, rules_at
from generator.annotate.dates_reading import Fields, fields_of, is_possible, settled, share
from generator.annotate.dates_tense import nearest_tense
from generator.annotate.dates_tokens import Tokens, tokenise
from generator.language.date_order import printed_order, usual_order
from generator.language.dates import Rule
from generator.model import DateExpression, DateOrder, Record, Sentence, Source, Span
from generator.spans import cut

SPLITTERS = frozenset({"Until", "Dash", "And"})  # what stands between the two ends of a range


class Found(Record, frozen=True, kw_only=True):
    """A rule and the tokens it holds: half-open, with the class and place of each."""

    rule: Rule
    start: int
    end: int
    parts: tuple[tuple[str, int], ...]


def find_dates(source: Source, sentences: Sequence[Sentence]) -> tuple[DateExpression, ...]:
    """The date expressions of the sentences, sorted by start; those of the furniture are outside all sentences.

    Source: TIMEX3 (Pustejovsky et al., 2003), ISO 24617-1, for what counts as a date expression and where it ends.
    """
    order = source.date_order or printed_order(source.text)
    return tuple(expression for sentence in sentences for expression in find_in_sentence(source, sentence, order))


def find_in_sentence(source: Source, sentence: Sentence, order: DateOrder | None = None) -> Iterator[DateExpression]:
    """The date expressions of one sentence; `order` is that of the source's dates in figures, where it has one."""
    rules = grammar(sentence.language)
    tokens = tokenise(sentence.text, rules, order or usual_order(sentence.language))
    for found in find_matches(tokens, rules):
        expression = read(source, sentence, tokens, found, rules)
        if expression:
            yield expression


def find_matches(tokens: Tokens, rules: Grammar) -> Iterator[Found]:
    """The rules that hold, leftmost first and at each place the longest, without overlap."""
    at = 0
    for place, character in enumerate(tokens.line):
        if character in rules.starts and place >= at and (found := longest(tokens.line, place, rules)):
            yield found
            at = found.end


def longest(line: str, start: int, rules: Grammar) -> Found | None:
    """The longest match of all the rules at a place."""
    likely = rules_at(line[start], line[start + 1 : start + 2], rules.language)
    matches = [(match, compiled) for compiled in likely if (match := compiled.pattern.match(line, start))]
    if not matches:
        return None
    match, compiled = max(matches, key=lambda candidate: candidate[0].end())
    parts = [(name, match.start(group)) for group, name in enumerate(compiled.elements, start=1)]
    held = tuple((name, place) for name, place in parts if place >= 0)
    return Found(rule=compiled.rule, start=start, end=match.end(), parts=held)


def read(source: Source, sentence: Sentence, tokens: Tokens, found: Found, rules: Grammar) -> DateExpression | None:
    """The expression that a match says, None where it only looks like one or the calendar does not have it."""
    split = next((index for index, (name, _) in enumerate(found.parts) if name in SPLITTERS), len(found.parts))
    head, rest = found.parts[:split], found.parts[split + 1 :]
    said = settled(fields_of(head, tokens, found.rule))
    fields, until = share(said, fields_of(rest, tokens, found.rule) if rest else None)
    if found.rule.type == "none" or not is_possible(fields) or not is_possible(until or {}):
        return None
    tense = nearest_tense(tokens, found.start, found.end, rules)
    common = {"rule": found.rule.name, "type": type_of(found.rule, fields), "tense": tense}
    if until is None:
        return expression_at(extent(source, sentence, tokens, head), bound(tokens, found.start) | common | fields)
    later = expression_at(extent(source, sentence, tokens, rest), common | until)
    return expression_at(extent(source, sentence, tokens, head), common | fields | {"until": later})


def type_of(rule: Rule, fields: Fields) -> str:
    """The rule's type; a date with a time of day is a TIME."""
    return "TIME" if rule.type == "DATE" and "clock" in fields else rule.type


def bound(tokens: Tokens, start: int) -> Fields:
    """On which side of the date something lies, as the preposition before it says ("since", "by")."""
    meaning = tokens.classes[start - 1].get("Bound") if start else None
    return {"modifier": meaning.modifier} if meaning else {}


def extent(source: Source, sentence: Sentence, tokens: Tokens, parts: Sequence[tuple[str, int]]) -> Span:
    """The span from the first to the last token of the parts."""
    return cut(source, sentence.start + tokens.starts[parts[0][1]], sentence.start + tokens.ends[parts[-1][1]])


def expression_at(span: Span, fields: Mapping[str, Any]) -> DateExpression:
    """An expression with these fields at the place of a span."""
    return DateExpression(**msgspec.structs.asdict(span), **fields)
