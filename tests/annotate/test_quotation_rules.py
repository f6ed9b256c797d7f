"""Each rule of quotations by its name: in every language it claims it has a case, and a near miss that it leaves alone.

A case rests on its rule where other things are found without the rule's words, or without the letters it goes by.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from cases import read_cases
from making import make_source
from msgspec.structs import replace

from generator.annotate.names import find_names
from generator.annotate.quotations import find_quotations
from generator.annotate.sentences import find_sentences
from generator.language import speech as lexicon
from generator.language.loader import languages, load
from generator.language.speech import Classes, Speech, according_phrases, cue_forms, verb_forms
from generator.model import Quotation
from generator.reported import is_speech

FILES = ("quotation_rules_marks.txt", "quotation_rules_words.txt", "quotation_rules_cues.txt")
LANGUAGES = languages("speech")
ANY = ("en",)  # a rule of typography is the same in every language
PARAGRAPH = "¶"
PARTS_OF_SPEECH = {  # read by many rules at once, and so by none of them alone
    *("auxiliaries", "verbs", "verb_endings", "gerund_endings", "adverbs", "adverb_endings", "determiners"),
    *("prepositions", "conjunctions", "subordinators", "pronouns"),
}
CACHES = (cue_forms, verb_forms, according_phrases)


@dataclass(frozen=True)
class Rule:
    """What a rule goes by: `words` of the lexicon, `stances` or classes of its `cues`, or `letters` of the text.

    It claims those languages of `claims` whose lexicon has such words; a rule that goes by letters all of them.
    """

    words: tuple[str, ...] = ()
    stances: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    letters: str = ""
    claims: tuple[str, ...] = field(default=LANGUAGES)


def words(*names: str) -> Rule:
    return Rule(words=names)


def letters(characters: str, *claims: str) -> Rule:
    return Rule(letters=characters, claims=claims or ANY)


RULES = {
    "straight marks": letters('"'),
    "curly marks": letters("“”"),
    "single marks": letters("‘’"),
    "two apostrophes": letters("'"),
    "guillemets": letters("«»", "fr"),
    "guillemets pointing inwards": letters("»«", "de"),
    "low marks": letters("„", "de"),
    "corner marks": letters("「」", "ja"),
    "white corner marks": letters("『』", "ja"),
    "marks in marks": letters("“”"),
    "single marks in double ones": letters("“”"),
    "an interrupted quotation": letters("“”„«»", *LANGUAGES),
    "a quotation over paragraphs": letters("“", "en"),
    "a mark never closed before a clause": letters(",", *LANGUAGES),
    "a mark never closed at the end": letters("“"),
    "a block quotation": letters(">"),
    "a statement behind a colon": letters(":", *LANGUAGES),
    "turns of a talk": letters(":", *LANGUAGES),
    "a signature": letters("—–", *LANGUAGES),
    "words at a distance": letters("“”„«»", *LANGUAGES),
    "a nickname": letters("“”„«»", *LANGUAGES),
    "a clause of its own": letters("“”„«»", *LANGUAGES),
    "a fragment": letters("“”„«»", *LANGUAGES),
    "a title in capitals": letters("“”"),
    "inverted order": Rule(cues=("say", "ask")),
    "a subject behind its verb": words("comma_clause"),
    "a document or house speaks": Rule(cues=("say",)),
    "a title before a name": Rule(cues=("say",)),
    "someone without a name": Rule(cues=("say",)),
    "the subject of its sentence": letters("“”„«»", "de", "en", "fr", "it"),
    "who passes it on": letters(",", *LANGUAGES),
    "according to": words("according"),
    "according to, with any of": words("according", "genitive"),
    "according to, behind": words("according_behind"),
    "where it stands": words("behind_mark"),
    "by plan and rule": words("standards"),
    "that": words("that"),
    "whether": words("whether"),
    "when": words("temporal"),
    "without that": words("bare_clause"),
    "behind a comma without that": words("comma_clause"),
    "an infinitive": words("infinitives"),
    "the word of an infinitive": words("infinitive"),
    "what is announced": words("objects"),
    "research that shows": words("accounts"),
    "as someone said": words("clausal"),
    "an example behind a comma": words("examples"),
    "a time with a word that belongs to it": words("dating"),
    "last": words("deictic"),
    "a pronoun that opens a clause": words("subjects"),
    "a noun phrase that goes on": words("joins"),
    "quoted as saying": Rule(words=("role",), claims=ANY),
    "told behind what is told": Rule(cues=("tell",), claims=ANY),
    "an agent": words("agent"),
    "nobody in a passive": words("passive"),
    "a relative pronoun": words("relatives"),
    "an apposition": words("appositives"),
    "he or she": words("persons"),
    "a day before the subject": words("times"),
    "a noun that looks like a verb": words("also_nouns"),
    "another clause behind a report": words("contrasts"),
    "talk set with dashes": words("dashes"),
    "a clause inside marks": words("clauses_inside"),
    "a joined subject": words("clitics"),
    "a joined small word": words("elided"),
    "nouns with capitals": words("nouns_capital"),
    "a title behind the word for a work": words("works"),
    "so-called": words("distance"),
    "a question": words("questions"),
    "an answer": words("answers"),
    "who answers": words("interviews"),
    "who is shown": words("depicting"),
    "with someone": words("absolute"),
    "in a letter": words("media", "venues"),
    "as": words("role"),
    "several who say": words("plurals", "plural_endings", "plural_articles"),
    "a verb in two parts": words("particles"),
    "it is nobody": words("impersonal"),
    "asserted": Rule(stances=("assert",)),
    "conceded": Rule(stances=("concede",)),
    "accused": Rule(stances=("accuse",)),
    "denied": Rule(cues=("deny",)),
    "asked": Rule(cues=("ask",)),
    "told": Rule(cues=("tell",)),
    "shown": Rule(cues=("show",)),
    "said, neutrally": Rule(cues=("say",)),
    "posted": Rule(cues=("say",)),
    "judged": Rule(cues=("judge",)),
    "thought": Rule(cues=("think",)),
    "wanted": Rule(cues=("want",)),
    "sided with": Rule(cues=("side",)),
    "done by saying": Rule(cues=("act",)),
}


@dataclass(frozen=True)
class Example:
    """A text with what must be found in it; `near` says that it is a near miss."""

    rule: str
    language: str
    near: bool
    text: str
    expected: tuple[str, ...]


def read_examples() -> list[Example]:
    """The lines "fr + text" and "fr - text" of the case files, each with the findings given for it."""
    found = []
    for file in FILES:
        for case in read_cases(Path(__file__).parent / "cases" / file):
            for number, line in enumerate(case.given.splitlines(), start=1):
                language, sign, text = line.split(" ", 2)
                expected = [one.split(" ", 1)[1] for one in case.expected if one.split(" ", 1)[0] == str(number)]
                found.append(Example(case.title, language, sign == "-", text, tuple(expected)))
    return found


EXAMPLES = read_examples()


def claims(rule: Rule) -> set[str]:
    """The languages that have words for a rule, or those it says itself."""
    if rule.letters:
        return set(rule.claims)
    return {language for language in rule.claims if lexicon.speech(language) != without(lexicon.speech(language), rule)}


def without(full: Speech, rule: Rule) -> Speech:
    """The words of a language without those of a rule."""
    empty, none = Speech(), Classes()
    return replace(
        full,
        **{name: getattr(empty, name) for name in rule.words},
        stances={stance: verbs for stance, verbs in full.stances.items() if stance not in rule.stances},
        cues=replace(full.cues, **{name: getattr(none, name) for name in rule.cues}),
    )


def show(quotation: Quotation) -> str:
    """A finding in one line: kind, words, the whole phrase for who says it and the words that name them, cue and class,
    who is meant, who passed it on."""
    piece = "" if quotation.utterance == quotation.id else "+ "
    kind = quotation.kind if is_speech(quotation) else "set apart"
    phrase = quotation.speaker_span.text if quotation.speaker_span else "-"
    named = [f"called {quotation.speaker_text}"] if quotation.speaker_text not in (None, phrase) else []
    parts = [piece + kind, quotation.text, phrase, *named, quotation.cue or "-"]
    marked = [quotation.cue_class] if quotation.cue_class else []
    meant = [f"= {quotation.speaker}"] if quotation.speaker else []
    return " | ".join([*parts, *marked, *meant, *(f"via {one}" for one in quotation.via)])


def find(text: str, language: str, patch: pytest.MonkeyPatch | None = None, rule: Rule | None = None) -> list[str]:
    """The findings in a text, those without a rule where one is given; names are known either way."""
    source = make_source(text.replace(f" {PARAGRAPH} ", "\n\n"), language=language)
    sentences = find_sentences(source)
    names = find_names(source, sentences)
    if patch and rule:
        less = lambda matter, tag, kind: without(load(matter, tag, kind), rule)  # noqa: E731
        patch.setattr(lexicon, "load", less)
        clear_caches()
    return [show(quotation) for quotation in find_quotations(source, sentences, names)[0]]


def clear_caches() -> None:
    for cache in CACHES:
        cache.cache_clear()


@pytest.fixture(autouse=True)
def _fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    yield
    monkeypatch.undo()
    clear_caches()


def title(example: Example) -> str:
    return f"{example.rule} [{example.language}]{' near miss' if example.near else ''}"


@pytest.mark.parametrize("name", RULES)
@pytest.mark.parametrize("near", [False, True], ids=["case", "near miss"])
def test_every_rule_has_both_in_every_language_it_claims(name: str, near: bool) -> None:
    there = {example.language for example in EXAMPLES if example.rule == name and example.near == near}
    assert there == claims(RULES[name])


def test_every_list_of_the_lexicon_is_demanded_by_a_rule() -> None:
    demanded = {name for rule in RULES.values() for name in rule.words}
    demanded |= {part for part in ("stances", "cues") if any(getattr(rule, part) for rule in RULES.values())}
    assert {*Speech.__struct_fields__} - demanded == PARTS_OF_SPEECH


def test_every_class_and_stance_is_demanded_by_a_rule() -> None:
    classes = {name for rule in RULES.values() for name in rule.cues}
    stances = {name for rule in RULES.values() for name in rule.stances}
    assert classes == {*Classes.__struct_fields__}
    assert stances == {stance for language in LANGUAGES for stance in lexicon.speech(language).stances}


def test_every_case_is_of_a_rule() -> None:
    assert {example.rule for example in EXAMPLES} == set(RULES)


@pytest.mark.parametrize("example", EXAMPLES, ids=title)
def test_cases(example: Example) -> None:
    assert find(example.text, example.language) == list(example.expected)


@pytest.mark.parametrize("example", [one for one in EXAMPLES if not one.near], ids=title)
def test_a_case_rests_on_its_rule(example: Example, monkeypatch: pytest.MonkeyPatch) -> None:
    rule = RULES[example.rule]
    text = "".join(letter for letter in example.text if letter not in rule.letters)
    assert find(text, example.language, monkeypatch, rule) != list(example.expected)


@pytest.mark.parametrize("example", [one for one in EXAMPLES if one.near and not RULES[one.rule].letters], ids=title)
def test_a_rule_leaves_its_near_miss_alone(example: Example, monkeypatch: pytest.MonkeyPatch) -> None:
    assert find(example.text, example.language, monkeypatch, RULES[example.rule]) == list(example.expected)
