"""Reads curation.yml: what people decided, entry by entry, strictly.

Every fault is reported at once, with its line and what to write instead. A faulty field is dropped and the rest of its
entry applies; an entry whose target or reason is faulty is dropped whole.

In: the text of curation.yml. Out: Decisions, problems. Never: reads files, looks whether a passage or a name is there.
"""

from typing import Any

from msgspec.structs import replace

from generator.ingest.curation_fields import passage, place_of, read_required, says_why, text, witness
from generator.ingest.curation_sections import SECTIONS, Entry, Section
from generator.ingest.yaml_checks import Report, find_tags, make_report, read_known, shown, words_of_source
from generator.ingest.yaml_nodes import Node, YamlError, read_nodes
from generator.model import Decision, Decisions, Target
from generator.problems import Problem, Problems, error
from generator.wording import fold

REASON = "reason"
REPEATABLE = {"merge", "split", "restore", "set_aside"}  # decisions of which an entry may add to another's
WEIGHED_LATER = {"publish"}  # the first does not count: who is hidden stays hidden
QUOTING = (
    "Indent with spaces, not with tabs. Where a text holds a colon or a #, or begins with a quotation mark or"
    " another sign, write `>-` after the key and the text, indented, on the line below."
)


def read_curation(given: str, file: str) -> tuple[Decisions, Problems]:
    """What curation.yml says; `file` is its path as problems show it."""
    nothing = Decisions(file=file)
    try:
        root = read_nodes(given)
    except YamlError as fault:
        message = f"This is not YAML: {fault.message}. Nothing in this file was used. {QUOTING}"
        return nothing, (error(file, message, fault.line),)
    if root is None or root.absent:
        return nothing, ()
    if root.kind != "mapping":
        known = ", ".join(f"`{name}:`" for name in SECTIONS)
        return nothing, (error(file, f"It must hold sections, each at the start of a line: {known}.", root.line),)
    problems: list[Problem] = [*find_tags(root, file)]
    sections = read_known(root, tuple(SECTIONS), "curation.yml", make_report(file, problems))
    decisions: dict[str, Any] = {name: _read_section(name, node, file, problems) for name, node in sections.items()}
    return Decisions(file=file, **decisions), tuple(problems)


def _read_section(name: str, node: Node, file: str, problems: list[Problem]) -> tuple[Decision, ...]:
    """The sound entries of a section, as far as none says otherwise than one before it."""
    report = make_report(file, problems)
    form = f"- {SECTIONS[name].target[0]}: …"
    if node.kind != "list" and not node.absent:
        report(f"{name} must be a list of entries. Begin each with `{form}`.", node.line)
    decided: dict[tuple[object, str], tuple[object, int]] = {}
    decisions = []
    for one in node.items if node.kind == "list" else ():
        if one.kind != "mapping":
            report(f"An entry of {name} must have fields. Begin it with `{form}`.", one.line)
            continue
        entry = _read_entry(name, one, file, problems)
        kept = _without_contradictions(entry, decided, report) if entry else None
        if kept:
            decisions.append(SECTIONS[name].make(kept))
    return tuple(decisions)


def _read_entry(name: str, node: Node, file: str, problems: list[Problem]) -> Entry | None:
    """The entry; None where its target or reason is faulty, or where nothing is left of what it says."""
    found: list[Problem] = []
    report = make_report(file, found)
    section = SECTIONS[name]
    node, alone = _without_other_targets(name, node, report)
    values = read_known(node, (*section.target, *section.fields, REASON), name, report)
    owner = f"an entry of {name}"
    target = _read_target(section, values, owner, node.line, report)
    (reason,) = read_required(values, {REASON: text(says_why)}, owner, node.line, report)
    read = {key: section.fields[key](key, value, report) for key, value in values.items() if key in section.fields}
    fields = {key: value for key, value in read.items() if value is not None}
    lines = {key: values[key].line for key in fields}
    given = Entry(line=node.line, reason=reason or "", target=target, fields=fields, lines=lines)
    entry = section.settle(given, report)
    if not entry.fields and not found:
        report(f"This entry says nothing to do. Give one of: {', '.join(section.fields)}.", node.line)
    problems.extend(found)
    return entry if alone and target and reason and entry.fields else None


def _without_other_targets(name: str, node: Node, report: Report) -> tuple[Node, bool]:
    """The entry without keys that name the target of another section's entries, and whether there are none."""
    own = {*SECTIONS[name].target, *SECTIONS[name].fields}
    kept: list[Node] = []
    for key, value in node.pairs:
        others = [f"`{other}:`" for other, section in SECTIONS.items() if key.text == section.target[0]]
        if others and key.text not in own:
            message = f"`{key.text}:` names a second target. Make an entry of its own of it in {' or '.join(others)}."
            report(message, key.line)
        else:
            kept.extend((key, value))
    return replace(node, items=tuple(kept)), len(kept) == len(node.items)


def _read_target(section: Section, values: dict[str, Node], owner: str, line: int, report: Report) -> Any:
    """What the entry acts on: a passage, the id of a source with that of an item, or a name."""
    if section.target == ("passage", "in"):
        return passage(values, owner, line, report)
    read = place_of if section.target == ("source",) else text(words_of_source)
    (target,) = read_required(values, dict.fromkeys(section.target, read), owner, line, report)
    return target


def _without_contradictions(
    entry: Entry, decided: dict[tuple[object, str], tuple[object, int]], report: Report
) -> Entry | None:
    """The entry without what is decided otherwise by one before it; None where nothing is left."""
    fields = {}
    for name, value in entry.fields.items():
        here = entry.lines.get(name, entry.line)
        first, line = decided.setdefault((_key(entry.target), name), (value, here))
        if name in REPEATABLE | WEIGHED_LATER or first == value:
            fields[name] = value
        else:
            message = f"{name} of {_called(entry.target)} is decided otherwise on line {line}, which counts. Keep one."
            report(message, here)
    return replace(entry, fields=fields) if fields else None


def _key(target: Any) -> object:
    """What two entries on one target agree in."""
    return (target.source, target.part, fold(target.words).text) if isinstance(target, Target) else target


def _called(target: Any) -> str:
    """A target in a message."""
    if isinstance(target, Target):
        return shown(target.words)
    return shown(witness(target) if isinstance(target, tuple) else target)
