"""A language's date rules, compiled: every word becomes a character that stands for its classes, every rule a pattern.

In a pattern `?` makes a class or what stands in brackets optional, and `|` separates alternatives. `<Class` must come
directly before what is found, `<!Class` must not; `&Class` must follow it, `!Class` must not. `Start` and `End` are
those of the sentence. There is no repetition, so that a rule runs in linear time.

In: the words and rules of a language. Out: a grammar. Never: looks at a text.
"""

import re
from functools import cache, lru_cache

from generator.annotate.dates_triggers import PIECE, list_triggers
from generator.language.dates import Classes, DateWords, Meaning, Rule, calendar_names, date_words, neutral_rules
from generator.model import Record

FIRST_CHARACTER = 0xE000  # of Unicode's private use area: nothing there means anything to the module re
NOTHING = "\uf8ff"  # stands for no word: a class that a language has no words for never matches
NAMES = frozenset({"Month", "SureMonth", "Weekday", "SureWeekday", "Holiday"})
# What a plain number may stand for, by its kind: classes with the field that each fills.
NUMBER_KINDS: dict[str, dict[str, str]] = {
    "hour": {"Hour": "hour", "Day": "day", "Number": "number", "OldYear": "year", "TwoDigits": "short_year"},
    "day": {"Day": "day", "Number": "number", "OldYear": "year", "TwoDigits": "short_year"},
    "round day": {
        "Day": "day", "Number": "number", "OldYear": "year", "TwoDigits": "short_year", "RoundTwoDigits": "short_year",
    },
    "two digits": {"Number": "number", "OldYear": "year", "TwoDigits": "short_year"},
    "round two digits": {
        "Number": "number", "OldYear": "year", "TwoDigits": "short_year", "RoundTwoDigits": "short_year",
    },
    "three digits": {"Number": "number", "OldYear": "year"},
    "year": {"Number": "number", "OldYear": "year", "Year": "year"},
    "modern year": {"Number": "number", "OldYear": "year", "Year": "year", "ModernYear": "year"},
    "round year": {
        "Number": "number", "OldYear": "year", "Year": "year", "ModernYear": "year", "RoundYear": "number",
    },
    "other": {"Number": "number"},
}  # fmt: skip
SHAPES = ("NumericDate", "Clock", "DottedClock", "Decade", "ShortDecade", "DecadeBefore", "Figure", "Capital", "Word")
MARKS: dict[str, tuple[str, ...]] = {
    ",": ("Comma",),
    ".": ("Stop",),
    "(": ("Open",),
    "%": ("Percent",),
    "'": ("Apostrophe",),
    "’": ("Apostrophe",),
    ":": ("Colon",),
    "-": ("Dash",),
    "–": ("Dash",),
}
EDGES = {"Start": "^", "End": "$"}
HYPHEN = "-"
TIGHT_HYPHEN = ("Dash", "Hyphen")  # without white space on either side
THINGS = ("Word", "Things")  # a word of no list with the ending of a plural: what a number before it counts
ORDINAL = ("Day", "Ordinal")  # "7th": a day of a month, or the seventh of something
PAIRS = 1 << 13  # of characters whose rules are kept
WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+|\S")
ELEMENT = re.compile(r"(?P<look><!|<|!|&)?(?P<name>[A-Z][A-Za-z]*)")


class CompiledRule(Record, frozen=True, kw_only=True):
    """A rule with its pattern over class characters; group n of it holds the word of class `elements[n - 1]`.

    `openings` are the characters that its first word or its first two can have.
    """

    rule: Rule
    pattern: re.Pattern[str]
    elements: tuple[str, ...]
    openings: tuple[tuple[str, ...], ...]


class Grammar(Record, frozen=True, kw_only=True):
    """Everything by which date expressions of one language are found.

    `phrases` lists, for a first and a second word, the sequences of words that are read as one, longest first. `rules`
    stand in the order of the language's list, `starts` are the characters with which one of them can begin.
    Without a figure or one of the `triggers` a sentence has no date expression.
    """

    language: str
    settings: DateWords
    words: dict[str, Classes]
    phrases: dict[str, dict[str, tuple[tuple[str, ...], ...]]]
    characters: dict[frozenset[str], str]
    rules: tuple[CompiledRule, ...]
    starts: frozenset[str]
    triggers: frozenset[str]

    def character(self, classes: Classes) -> str:
        """The character for a word of these classes."""
        return self.characters[frozenset(classes)]


@cache
def grammar(language: str) -> Grammar:
    """The grammar of a language; one without a file finds numeric dates, and full ones by the names of CLDR."""
    settings = date_words(language)
    words = classify_words(settings, language)
    listed = tuple(dict.fromkeys((*settings.rules, *neutral_rules())))
    characters = assign_characters(words)
    sets = characters_of_classes(characters)
    rules = tuple(compile_rule(rule, sets) for rule in listed)
    return Grammar(
        language=language,
        settings=settings,
        words=words,
        phrases=list_phrases(words),
        characters=characters,
        rules=rules,
        starts=frozenset(character for compiled in rules for starts in compiled.openings for character in starts[0]),
        triggers=list_triggers(listed, {**words, **MARKS, HYPHEN: TIGHT_HYPHEN}),
    )


def classify_words(settings: DateWords, language: str) -> dict[str, Classes]:
    """Each word in lower case with its classes. An abbreviation ("jan") is a name for sure only with its full stop."""
    words: dict[str, Classes] = {}
    further = ((name, "abbreviated", meaning) for name, meaning in settings.abbreviations.items())
    for name, width, meaning in (*calendar_names(language), *further):
        if width == "abbreviated" and name not in words:
            add_name(words, f"{name}.", meaning, sure=name not in settings.doubtful)
        add_name(words, spaced(name), meaning, sure=width == "wide" and name not in settings.doubtful)
    for name_class, entries in settings.words.items():
        for word, meaning in entries.items():
            words.setdefault(spaced(word), {})[name_class] = meaning
    for plain_class, plain_words in settings.plain.items():
        for word in plain_words:
            words.setdefault(spaced(word), {})[plain_class] = Meaning()
    return words


def add_name(words: dict[str, Classes], name: str, meaning: Meaning, *, sure: bool) -> None:
    """Adds a month or weekday, which is another word as well where it is not sure."""
    name_class = "Month" if meaning.month else "Weekday"
    words.setdefault(name, {}).setdefault(name_class, meaning)
    if sure:
        words[name].setdefault(f"Sure{name_class}", meaning)


def spaced(words: str) -> str:
    """An entry as its words and marks are compared with a text: in lower case, with one space between them.

    >>> spaced("New Year's Eve"), spaced("a.m.")
    ("new year ' s eve", 'a.m.')
    """
    return " ".join(WORD.findall(words.lower()))


def list_phrases(words: dict[str, Classes]) -> dict[str, dict[str, tuple[tuple[str, ...], ...]]]:
    """The entries of several words by their first and second."""
    found: dict[str, dict[str, tuple[tuple[str, ...], ...]]] = {}
    for phrase in sorted((tuple(word.split()) for word in words), key=lambda parts: (-len(parts), parts)):
        if len(phrase) > 1:
            seconds = found.setdefault(phrase[0], {})
            seconds[phrase[1]] = (*seconds.get(phrase[1], ()), phrase)
    return found


def assign_characters(words: dict[str, Classes]) -> dict[frozenset[str], str]:
    """A character for every set of classes that a word, number or mark can have."""
    sets = {frozenset[str](), frozenset(TIGHT_HYPHEN), frozenset(ORDINAL)}
    sets |= {frozenset({shape}) for shape in SHAPES} | {frozenset(THINGS)}
    sets |= {frozenset(kind) for kind in NUMBER_KINDS.values()}
    sets |= {frozenset(classes) for classes in MARKS.values()}
    sets |= {frozenset(classes) for classes in words.values()}
    sets |= {frozenset(classes) - NAMES for classes in words.values()}
    return {classes: chr(FIRST_CHARACTER + number) for number, classes in enumerate(sorted(sets, key=sorted))}


def characters_of_classes(characters: dict[frozenset[str], str]) -> dict[str, str]:
    """For each class, the characters of all sets that it is in."""
    found: dict[str, str] = {}
    for classes, character in characters.items():
        for name in classes:
            found[name] = found.get(name, "") + character
    return found


@lru_cache(maxsize=PAIRS)
def rules_at(first: str, second: str, language: str) -> tuple[CompiledRule, ...]:
    """The rules that may hold where these characters stand: all others need not be tried there. `second` may be ""."""
    return tuple(compiled for compiled in grammar(language).rules if begins_with(compiled, first, second))


def begins_with(compiled: CompiledRule, first: str, second: str) -> bool:
    """Whether a match of the rule can begin with these characters."""
    return any(
        first in starts[0] and (len(starts) == 1 or (second and second in starts[1])) for starts in compiled.openings
    )


def openings(pattern: str) -> set[tuple[str, ...]]:
    """The first two classes of all that the pattern can match, or the one where it can match one word.

    >>> sorted(openings("<In (The|Mod Of)? (Year|Month Day)"))
    [('Mod', 'Of'), ('Month', 'Day'), ('The', 'Month'), ('The', 'Year'), ('Year',)]
    """
    return {classes for classes in openings_of(PIECE.findall(pattern)[::-1]) if classes}


def openings_of(pieces: list[str]) -> set[tuple[str, ...]]:
    """The first two classes of all alternatives, up to the closing bracket.

    The pieces lie in reverse order and are used up.
    """
    done: set[tuple[str, ...]] = set()
    found: set[tuple[str, ...]] = {()}
    while pieces and (piece := pieces.pop()) != ")":
        if piece == "|":
            done, found = done | found, {()}
            continue
        inner: set[tuple[str, ...]] = set() if piece in EDGES else {(piece,)}
        if piece == "(":
            inner = openings_of(pieces)
        if piece in EDGES or (pieces and pieces[-1] == "?"):
            inner.add(())
        if pieces and pieces[-1] == "?":
            pieces.pop()
        found = {(before + after)[:2] for before in found for after in inner}
    return done | found


def compile_rule(rule: Rule, sets: dict[str, str]) -> CompiledRule:
    """The rule's pattern over class characters."""
    elements: list[str] = []

    def translate(match: re.Match[str]) -> str:
        if edge := EDGES.get(match["name"]):
            return edge
        characters = f"[{sets.get(match['name'], NOTHING)}]"
        match match["look"]:
            case "<":
                return f"(?<={characters})"
            case "<!":
                return f"(?<!{characters})"
            case "!":
                return f"(?!{characters})"
            case "&":
                return f"(?={characters})"
        elements.append(match["name"])
        return f"({characters})"

    pattern = ELEMENT.sub(translate, rule.pattern.replace("(", "(?:")).replace(" ", "")
    starts = sorted(openings(rule.pattern))
    return CompiledRule(
        rule=rule,
        pattern=re.compile(pattern),
        elements=tuple(elements),
        openings=tuple(tuple(sets.get(name, NOTHING) for name in classes) for classes in starts),
    )
