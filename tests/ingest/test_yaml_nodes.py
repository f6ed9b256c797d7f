"""YAML as nodes with lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.yaml_nodes import Node, YamlError, read_nodes


def test_scalars_stay_as_written_and_know_their_line() -> None:
    root = read_nodes("a: 2021-01-21\nb: no\nc: '2021'\nd: ~\n")
    assert root is not None
    assert [(key.text, value.text, value.line, value.quoted) for key, value in root.pairs] == [
        ("a", "2021-01-21", 1, False),
        ("b", "no", 2, False),
        ("c", "2021", 3, True),
        ("d", "~", 4, False),
    ]


def test_absent_values() -> None:
    root = read_nodes("a:\nb: ~\nc: null\nd: ''\ne: 0\n")
    assert root is not None
    assert [value.absent for _, value in root.pairs] == [True, True, True, False, False]


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n"])
def test_nothing(text: str) -> None:
    root = read_nodes(text)
    assert root is None or root.absent


@pytest.mark.parametrize(
    ("text", "line"), [("a: 1\nb: [\n", 3), ("a: 1\n b: 2\n", 2), ("a: &x 1\nb: *x\n", 2), ("a: 1\nb: \x07\n", 2)]
)
def test_faults_name_their_line(text: str, line: int) -> None:
    with pytest.raises(YamlError) as caught:
        read_nodes(text)
    assert caught.value.line == line
    assert caught.value.message


def test_depth_costs_no_stack() -> None:
    with pytest.raises(YamlError):
        read_nodes("a: " + "[" * 5_000)
    root: Node | None = read_nodes("[" * 400 + "]" * 400)
    assert root is not None
    assert root.kind == "list"


@given(st.text(alphabet="ab:-[]{}'\"#&*!|> \n\t~é", max_size=40))
def test_any_text_gives_nodes_or_a_fault(text: str) -> None:
    try:
        root = read_nodes(text)
    except YamlError as fault:
        assert fault.line >= 1
    else:
        assert root is None or root.line >= 1
