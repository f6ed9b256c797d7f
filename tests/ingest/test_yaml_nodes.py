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


def test_what_may_be_words_behind_a_text_is_kept_beside_it() -> None:
    root = read_nodes("a: é #3 b\nb: x # y\nc: 'x' #3\nd: #e\nf: [x #g\n  ]\nh: x#3\n")
    assert root is not None
    found = [one.tag for _, value in root.pairs for one in (value, *value.items)]
    assert found == ["#3", "", "", "#e", "", "#g", ""]


def test_a_second_document_is_a_fault_and_not_left_out() -> None:
    with pytest.raises(YamlError, match="a second document") as caught:
        read_nodes("a: 1\n---\nb: 2\n")
    assert caught.value.line == 2
    assert read_nodes("---\na: 1\n...\n") is not None


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
