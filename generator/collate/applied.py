"""What became of people's decisions: what was done, on which passages they rest, which match nothing any more.

In: decisions, a finder. Out: records, problems. Never: applies a decision itself; chooses among several passages.
"""

from collections.abc import Iterable, Sequence

from msgspec import NODEFAULT
from msgspec.structs import fields
from rapidfuzz import fuzz, process

from generator.model import Anchor, Decided, Decision, Decisions, Record, Span, Target
from generator.problems import Problem, Problems, error, stale_entry, stale_part
from generator.spans import bare, witness
from generator.wording import Finder

BY = "curation.yml"
NEAR = 60.0  # likeness (of 100) from which a name is suggested: names differ in more than a slip of one letter
LONGEST_SHOWN = 80  # characters of a passage in a message


class Applied(Record, frozen=True, kw_only=True):
    """What a step did with the decisions it was given."""

    decided: tuple[Decided, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    problems: Problems = ()


NOTHING = Applied()


def put_together(steps: Iterable[Applied]) -> Applied:
    """What several steps did, as one."""
    steps = tuple(steps)
    return Applied(
        decided=tuple(one for step in steps for one in step.decided),
        anchors=tuple(one for step in steps for one in step.anchors),
        problems=tuple(one for step in steps for one in step.problems),
    )


def locate(
    target: Target, decision: Decision, decisions: Decisions, finder: Finder, *, part: bool = False
) -> tuple[Span | None, Problems]:
    """The one passage that a target names; None, with the problem, where its words stand nowhere or more than once.

    `part` says that the entry does something without this passage.
    """
    found = finder.find(target)
    if len(found) == 1:
        return found[0], ()
    shown = quoted(target.words)
    where = target.source if target.part is None else f"{target.source}#{target.part}"
    if found:
        message = f"{shown} stands {len(found)} times in {where}: which is meant? Quote more words around it."
        return None, (error(decisions.file, message, decision.line),)
    near = finder.find_nearest(target)
    elsewhere = f" in {witness(near)}" if near and near.part != target.part else ""
    hint = f" Nearest: {quoted(near.text)}{elsewhere}." if near else ""
    return None, (stale(decisions, decision, f"{shown} does not stand in {where}.{hint}", part=part),)


def name_one(
    name: str,
    found: Sequence[str],
    known: Sequence[str],
    decision: Decision,
    decisions: Decisions,
    *,
    part: bool = False,
) -> tuple[str | None, Problems]:
    """The one id found for a name of an actor; None, with the problem, where there is none or more than one.

    `known` are the names that could have been meant; `part` says that the entry does something without this name.
    """
    if len(found) == 1:
        return found[0], ()
    if found:
        message = f"{quoted(name)} is a name of several actors. Write the id of the one meant: {', '.join(found)}."
        return None, (error(decisions.file, message, decision.line),)
    message = f"no actor is called {quoted(name)}.{suggest(name, known)}"
    return None, (stale(decisions, decision, message, part=part),)


def stale(decisions: Decisions, decision: Decision, message: str, *, part: bool = False) -> Problem:
    """The warning for an entry, or a `part` of one, that matches nothing any more; `message`: what it looked for."""
    warn = stale_part if part else stale_entry
    return warn(decisions.file, message, decision.line)


def says_more(decision: Decision, field: str) -> bool:
    """Whether an entry says anything but one value of this field."""
    value = getattr(decision, field)
    others = (one for one in fields(decision) if one.name != field and one.default is not NODEFAULT)
    several = isinstance(value, tuple) and len(value) > 1
    return several or any(getattr(decision, one.name) != one.default for one in others)


def suggest(name: str, known: Sequence[str]) -> str:
    """A sentence with the nearest known name and a space before it, "" where none is near; of several the first."""
    near = process.extractOne(name, known, scorer=fuzz.ratio, score_cutoff=NEAR)
    return f' Did you mean "{near[0]}"?' if near else ""


def anchor(span: Span) -> Anchor:
    """The passage as one that curation.yml relies on."""
    place = bare(span)
    return Anchor(source=place.source, part=place.part, start=place.start, end=place.end, text=place.text, by=BY)


def quoted(words: str) -> str:
    """Words in a message: on one line, in quotation marks, not too long."""
    line = " ".join(words.split())
    return f"“{line}”" if len(line) <= LONGEST_SHOWN else f"“{line[:LONGEST_SHOWN]} …”"
