"""An invented matter as a folder of sources: the same knobs give the same bytes, on every machine.

The matter goes on in time: each source tells of happenings near its own, so that the first hundred sources of a
thousand are the same as of a hundred, and what is told together does not thicken as the matter grows.

In: knobs. Out: texts, sources.yml. Never: reads a clock, chance or a real text.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from babel.dates import get_day_names, get_month_names

from benchmarks import phrases

T = TypeVar("T")

MULTIPLIER, INCREMENT, MODULUS = 6364136223846793005, 1442695040888963407, 2**64  # Knuth, MMIX
START = date(2015, 1, 5)
NEAR = 6  # happenings that a source can tell of
HAPPENINGS_A_SOURCE = 0.6
FRESH = 10  # paragraphs after which a source goes on to the next happening
REACH = 4  # days from a happening to the next


@dataclass(frozen=True, kw_only=True)
class Knobs:
    """How large and of what kind the matter is; `copied` is the share of passages (0-1) taken over letter by letter."""

    sources: int = 100
    words: int = 220
    copied: float = 0.25
    actors: int = 12
    languages: tuple[str, ...] = ("en", "en", "en", "en", "en", "fr", "de", "es")
    seed: str = "bridge"


class Dice:
    """A linear congruential generator of its own, so that nothing else shifts what it gives."""

    def __init__(self, *seed: object) -> None:
        """The same seed gives the same rolls."""
        digest = hashlib.sha256("\0".join(map(str, seed)).encode()).digest()
        self._state = int.from_bytes(digest[:8], "big")

    def roll(self, sides: int) -> int:
        """A number from 0 to one less than `sides`."""
        self._state = (self._state * MULTIPLIER + INCREMENT) % MODULUS
        return (self._state >> 33) % sides

    def pick(self, things: Sequence[T]) -> T:
        """One of the things."""
        return things[self.roll(len(things))]

    def happens(self, share: float) -> bool:
        """True in this share of cases."""
        return self.roll(10_000) < share * 10_000


@dataclass(frozen=True, kw_only=True)
class Happening:
    """Something that several sources tell of: when, who, where, what, in which words."""

    day: date
    who: str
    other: str
    place: str
    thing: str
    verb: str
    figure: int
    said: str
    agency: tuple[str, ...]


def write_matter(folder: Path, knobs: Knobs) -> None:
    """The seeds folder of the matter: one text a source, and sources.yml with their dates."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = ["title: An Invented Matter", "", "sources:"]
    for index in range(knobs.sources):
        (folder / name_of(index)).write_text(make_text(index, knobs), encoding="utf-8")
        publisher = f"{surname(index % 40, knobs)} {phrases.PUBLISHERS[index % len(phrases.PUBLISHERS)]}"
        day = day_of(index).isoformat()
        lines += [f"  {name_of(index)}:", f"    publisher: {publisher}", f"    published: {day}", f"    added: {day}"]
    (folder / "sources.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def name_of(index: int) -> str:
    """The file of a source."""
    return f"s{index:05}.txt"


def day_of(index: int) -> date:
    """When a source appeared: after the last happening that it can tell of."""
    return happening_day(first_told(index) + NEAR)


def happening_day(number: int) -> date:
    """When something happened."""
    return START + timedelta(days=REACH * number)


def first_told(index: int) -> int:
    """The number of the earliest happening that a source can tell of."""
    return int(index * HAPPENINGS_A_SOURCE)


def make_text(index: int, knobs: Knobs) -> str:
    """The text of one source: a title and paragraphs, at least as many words as the knobs say."""
    dice = Dice(knobs.seed, "source", index)
    language = knobs.languages[index % len(knobs.languages)]
    title = make_happening(first_told(index) + dice.roll(NEAR), knobs)
    paragraphs = [f"{title.place}: {title.verb} {title.thing}".capitalize()]
    words = 0
    while words < knobs.words:
        told = first_told(index) + dice.roll(NEAR) + len(paragraphs) // FRESH  # a long source goes on in time as well
        happening = make_happening(told, knobs)
        sentences = make_paragraph(happening, language, dice, knobs)
        words += sum(len(sentence.split()) for sentence in sentences)
        paragraphs.append(" ".join(sentences))
    return "\n\n".join(paragraphs) + "\n"


def make_paragraph(happening: Happening, language: str, dice: Dice, knobs: Knobs) -> Sequence[str]:
    """What a source says of a happening: the agency's words, or its own."""
    if language == "en" and dice.happens(knobs.copied):
        return happening.agency
    return [make_sentence(happening, language, dice, knobs) for _ in range(2 + dice.roll(3))]


def make_happening(number: int, knobs: Knobs) -> Happening:
    """The happening of that number, with what the agency reports of it."""
    dice = Dice(knobs.seed, "happening", number)
    cast = knobs.actors + number // 4  # new people come up as the matter goes on
    bare = Happening(
        day=happening_day(number),
        who=person(dice.roll(cast), knobs),
        other=person(dice.roll(cast), knobs),
        place=surname(1000 + dice.roll(3 + number // 10), knobs),
        thing=f"{dice.pick(phrases.ADJECTIVES)} {dice.pick(phrases.NOUNS)}",
        verb=dice.pick(phrases.VERBS),
        figure=(2 + dice.roll(90)) * dice.pick((1, 10, 100, 1000)),
        said=saying(dice),
        agency=(),
    )
    agency = tuple(make_sentence(bare, "en", dice, knobs) for _ in range(3))
    return Happening(**{**vars(bare), "agency": agency})


def surname(index: int, knobs: Knobs) -> str:
    """An invented name of one word, of a family or a town."""
    dice = Dice(knobs.seed, "name", index)
    return (dice.pick(phrases.SYLLABLES) + dice.pick(phrases.SYLLABLES) + dice.pick(phrases.ENDINGS)).capitalize()


def person(index: int, knobs: Knobs) -> str:
    """A name in full."""
    return f"{Dice(knobs.seed, 'first', index).pick(phrases.FIRST)} {surname(index, knobs)}"


def saying(dice: Dice) -> str:
    """Words that somebody says."""
    kinds = {
        "adjective": phrases.ADJECTIVES, "noun": phrases.NOUNS, "abstract": phrases.ABSTRACT, "more": phrases.MORE,
    }  # fmt: skip
    slots = {f"{kind}{number}": dice.pick(words) for kind, words in kinds.items() for number in ("", 2, 3)}
    return dice.pick(phrases.SAYINGS).format(**slots).capitalize()


def make_sentence(happening: Happening, language: str, dice: Dice, knobs: Knobs) -> str:
    """One sentence of a happening; its quotation may lose or change a word."""
    when = make_date(happening.day, language, dice)
    body = surname(2000 + dice.roll(8), knobs)
    slots = {
        "who": happening.who, "short": happening.who.split()[-1], "other": happening.other, "place": happening.place,
        "thing": happening.thing, "verb": happening.verb, "figure": f"{happening.figure:,}",
        "said": vary(happening.said, dice), "other_said": saying(dice).lower(), "when": when,
        "when_first": when[0].upper() + when[1:], "role": dice.pick(phrases.ROLES), "clock": dice.pick(phrases.CLOCKS),
        "body": dice.pick(phrases.BODIES).format(name=body), "abstract": dice.pick(phrases.ABSTRACT),
    }  # fmt: skip
    return dice.pick(phrases.PATTERNS[language]).format(**slots)


def vary(words: str, dice: Dice) -> str:
    """The words as another witness prints them: three times of four letter by letter, else with one word changed."""
    if dice.roll(4):
        return words
    split = words.split()
    split[dice.roll(len(split) - 2) + 1] = dice.pick(phrases.ABSTRACT)
    return " ".join(split)


def make_date(day: date, language: str, dice: Dice) -> str:
    """A date expression of any family; those that name a day name this one."""
    slots = {
        "d": day.day, "m": get_month_names("wide", locale=language)[day.month], "y": day.year, "y2": day.year + 2,
        "w": get_day_names("wide", locale=language)[day.weekday()], "iso": day.isoformat(), "d2": min(day.day + 2, 28),
        "q": phrases.ORDINALS[(day.month - 1) // 3], "dec": day.year // 10 * 10 - 20,
    }  # fmt: skip
    return dice.pick(phrases.WHEN[language]).format(**slots)
