"""Reads YAML into nodes that know their line, so that every complaint can name one.

Scalars stay text as written: `2021-01-21` is no date object and `no` is the language, not a truth value.

In: the text of a YAML file. Out: nodes, or the syntax error with its line. Never: recurses, resolves types or tags.
"""

import re
from typing import Literal

import yaml

from generator.model import Record

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml's parser, where PyYAML has it, is ten times faster
TAG = re.compile(r"[^\S\r\n]*(#[^\s#]\S{0,39})")  # a comment that may be a text's own words: "item #3", "#bridge"


class Node(Record, frozen=True, kw_only=True):
    """A scalar (its `text`), a mapping or a list (its `items`: keys and values in turn, or the entries).

    `line` counts from 1. `quoted` tells "2021" from 2021 and "" from nothing. `tag` is what follows on the line of a
    scalar where that passes for a comment but may be meant as its words, "" where nothing does.
    """

    kind: Literal["text", "mapping", "list"]
    line: int
    text: str
    quoted: bool
    items: tuple["Node", ...]
    tag: str = ""

    @property
    def pairs(self) -> tuple[tuple["Node", "Node"], ...]:
        """A mapping's keys and values in order, equal keys included."""
        return tuple(zip(self.items[::2], self.items[1::2], strict=True))

    @property
    def absent(self) -> bool:
        """Whether nothing was given: no value, `~` or `null`."""
        return self.kind == "text" and not self.quoted and self.text in {"", "~", "null", "Null", "NULL"}


class YamlError(Exception):
    """What is wrong with the syntax, and the line, counted from 1."""

    def __init__(self, message: str, line: int) -> None:
        """Both are for the person who wrote the file."""
        self.message = message
        self.line = line
        super().__init__(message)


def read_nodes(text: str) -> Node | None:
    """The root of the document, None where there is none. Raises YamlError, also where there are several."""
    try:
        return _build(text)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        raise YamlError(fault.problem or "not valid", mark.line + 1 if mark else 1) from fault
    except yaml.reader.ReaderError as fault:
        raise YamlError("a character that YAML does not allow", text.count("\n", 0, int(fault.position)) + 1) from fault


def _build(text: str) -> Node | None:
    """The events of libyaml made into nodes with a stack: depth costs memory, never the interpreter's own stack."""
    open_nodes: list[tuple[Literal["mapping", "list"], int, list[Node]]] = []
    root: Node | None = None
    for event in yaml.parse(text, Loader=Loader):
        line = _line(event)
        if root is not None and isinstance(event, yaml.DocumentStartEvent):
            raise YamlError("a second document begins here. Take out the line `---`", line)
        if isinstance(event, yaml.AliasEvent):
            raise YamlError("aliases (*name) are not read here", line)
        if isinstance(event, yaml.MappingStartEvent):
            open_nodes.append(("mapping", line, []))
        elif isinstance(event, yaml.SequenceStartEvent):
            open_nodes.append(("list", line, []))
        elif isinstance(event, (yaml.ScalarEvent, yaml.CollectionEndEvent)):
            node = _scalar(event, text) if isinstance(event, yaml.ScalarEvent) else _collection(*open_nodes.pop())
            if open_nodes:
                open_nodes[-1][2].append(node)
            else:
                root = node
    return root


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _scalar(event: yaml.ScalarEvent, text: str) -> Node:
    quoted = event.style not in (None, "")
    behind = TAG.match(text, event.end_mark.index) if event.end_mark and not quoted else None
    tag = behind[1] if behind else ""
    return Node(kind="text", line=_line(event), text=event.value, quoted=quoted, items=(), tag=tag)


def _collection(kind: Literal["mapping", "list"], line: int, items: list[Node]) -> Node:
    return Node(kind=kind, line=line, text="", quoted=False, items=tuple(items))
