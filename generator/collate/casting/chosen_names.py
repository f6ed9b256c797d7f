"""An actor's name, kind and slug, chosen among what its sources print.

In: entries. Out: names, kinds, slugs. Never: decides who is who; depends on the order of the entries.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from generator.collate.casting.entries import Entry
from generator.language.names import POSSESSIVE, normal_form
from generator.language.short_forms import without_ending
from generator.model import ActorKind, Mention, NameForm, Split

KINDS: tuple[ActorKind, ...] = ("place", "person", "organisation", "group", "document")  # of kinds named equally often
LONG_NAME = 3  # words: with an s more such a name is a body's all the same
UNNAMED = "unnamed"  # the slug of a name that holds no letter or digit
SPLIT_OFF = "\n"  # begins the key of a candidate that people split off: no name holds a line break


def main_kind(entries: Iterable[Entry]) -> ActorKind:
    """The kind under which most mentions stand; a name with its own plural is a people's rather than a body's.

    A single word of unknown kind that goes with somebody's full name is that person's. What bears a legal ending
    somewhere is a firm.
    """
    entries = tuple(entries)
    keys = {entry.candidate.key for entry in entries}
    counted: Counter[ActorKind] = Counter()
    person = any(entry.candidate.kind == "person" and " " in entry.candidate.key for entry in entries)
    for entry in entries:
        bare = person and entry.candidate.kind == "organisation" and " " not in entry.candidate.key
        kind: ActorKind = "person" if bare else entry.candidate.kind
        counted[kind] += 0 if is_handle(entry.candidate.name) else len(entry.mentions)
    if any(without_ending(key) in keys for key in keys):
        return "organisation"
    main = min(counted, key=lambda kind: (-counted[kind], KINDS.index(kind)))
    people = any(f"{key}s" in keys for key in keys if len(key.split()) < LONG_NAME)
    return "group" if main == "organisation" and people else main


def main_name(entries: Sequence[Entry]) -> str:
    """The name printed most often among the full ones: no tag or acronym where there is more, of a person two words.

    A name that the dossier's main language uses comes before one that it does not.
    """
    counted: Counter[str] = Counter()
    for entry in entries:
        counted[entry.name] += sum(mention.how == "name" for mention in entry.mentions)
    person, is_place = main_kind(entries) == "person", main_kind(entries) == "place"
    keys = {entry.candidate.key for entry in entries}
    familiar = {entry.name for entry in entries if entry.familiar}

    def rank(name: str) -> tuple[bool, bool, bool, bool, bool, bool, int, int, str]:
        short = name.isupper() or (person and " " not in name)
        return (
            is_handle(name),
            short,
            name.islower(),
            name not in familiar,
            is_place and normal_form(name) not in keys,
            has_possessive(name),
            -counted[name],
            -len(name),
            name,
        )

    return min(counted, key=rank)


def has_possessive(name: str) -> bool:
    """Whether a possessive stands in the name ("Norway’s embassy"): of two forms the other one is for readers."""
    return bool(POSSESSIVE.search(name))


def is_handle(name: str) -> bool:
    """Whether this is the name of an account."""
    return name.startswith("@")


def slug_of(name: str) -> str:
    """A name as it stands in an address: small letters and hyphens; letters of other scripts are kept.

    >>> slug_of("Café Müller & Sons"), slug_of("@ann_lee"), slug_of("Łódź")
    ('cafe-muller-sons', 'at-ann-lee', 'łodz')
    """
    name = name.replace("@", "at ", 1) if is_handle(name) else name
    return "-".join("".join(sign if sign.isalnum() else " " for sign in normal_form(name)).split())


def slug_or_key(name: str, key: str) -> str:
    """The slug of a name; where it has none, that of the key under which it is compared."""
    return slug_of(name) or slug_of(key) or UNNAMED


def split_key(split: Split) -> str:
    """The key of the candidates that a split makes: one actor for each address."""
    return SPLIT_OFF + (split.id or slug_of(split.name) or UNNAMED)


def is_split_off(key: str) -> bool:
    """Whether the candidate was made by people."""
    return key.startswith(SPLIT_OFF)


def slugs_in(entries: Iterable[Entry]) -> Iterator[str]:
    """Every slug that the name of these entries may have given them, had some of the sources not been there.

    An actor bears the name of a candidate, or a full name that its source prints; of what people split off, each form.
    """
    for entry in entries:
        key, off = entry.candidate.key, is_split_off(entry.candidate.key)
        yield slug_or_key(entry.candidate.name, key)
        yield from (key.removeprefix(SPLIT_OFF),) if off else ()
        yield from (slug_or_key(mention.text, key) for mention in entry.mentions if off or mention.how == "name")


def is_by_name(mention: Mention) -> bool:
    """Whether the mention shows a name, be it to describe something else: no pronoun, no noun in small letters."""
    return mention.how in {"name", "short"} or (mention.how == "description" and not mention.text[:1].islower())


def count_names(mentions: Iterable[Mention]) -> tuple[NameForm, ...]:
    """The spellings, the most frequent first; pronouns and descriptions are no names."""
    counted: Counter[str] = Counter()
    sources: dict[str, set[str]] = defaultdict(set)
    for mention in filter(is_by_name, mentions):
        counted[mention.text] += 1
        sources[mention.text].add(mention.source)
    return tuple(
        NameForm(text=text, sources=tuple(sorted(sources[text])), count=counted[text])
        for text in sorted(counted, key=lambda text: (-counted[text], text))
    )
