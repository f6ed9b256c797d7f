"""What became of people's decisions: what was done, on which passages they rest, which match nothing any more.

In: decisions, a finder. Out: records, problems. Never: applies a decision itself; chooses among several passages.
"""

from collections.abc import Iterable
from difflib import get_close_matches

from generator.model import Anchor, Decided, Decision, Decisions, Record, Span, Target
from generator.problems import Problem, Problems, error, warning
from generator.spans import bare
from generator.wording import Finder

BY = "curation.yml"
NEAR = 0.6  # likeness (0-1) from which a name is suggested: names differ in more than a slip of one letter
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


def locate(target: Target, decision: Decision, decisions: Decisions, finder: Finder) -> tuple[Span | None, Problems]:
    """The one passage that a target names; None, with the problem, where its words stand nowhere or more than once."""
    found = finder.find(target)
    if len(found) == 1:
        return found[0], ()
    shown = quoted(target.words)
    where = target.source if target.part is None else f"{target.source}#{target.part}"
    if found:
        message = f"{shown} stands {len(found)} times in {where}: which is meant? Quote more words around it."
        return None, (error(decisions.file, message, decision.line),)
    near = finder.find_nearest(target)
    hint = f" Nearest: {quoted(near.text)}." if near else ""
    return None, (stale(decisions, decision, f"{shown} does not stand in {where}.{hint}"),)


def stale(decisions: Decisions, decision: Decision, message: str) -> Problem:
    """The warning for an entry that matches nothing any more; `message` says what it looked for, as a sentence."""
    return warning(decisions.file, f"This entry is stale and has no effect: {message}", decision.line)


def suggest(name: str, known: Iterable[str]) -> str:
    """A sentence with the nearest known name and a space before it, "" where none is near."""
    near = get_close_matches(name, sorted(set(known)), n=1, cutoff=NEAR)
    return f' Did you mean "{near[0]}"?' if near else ""


def anchor(span: Span) -> Anchor:
    """The passage as one that curation.yml relies on."""
    place = bare(span)
    return Anchor(source=place.source, part=place.part, start=place.start, end=place.end, text=place.text, by=BY)


def quoted(words: str) -> str:
    """Words in a message: on one line, in quotation marks, not too long."""
    line = " ".join(words.split())
    return f"“{line}”" if len(line) <= LONGEST_SHOWN else f"“{line[:LONGEST_SHOWN]} …”"
