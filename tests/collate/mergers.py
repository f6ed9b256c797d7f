"""What the merging makes of a few documents, a line of a case file: `en: a document // another one`."""

from collections import defaultdict

from readings import read

from generator.collate.casting.entries import list_entries
from generator.collate.casting.groups import list_forms
from generator.collate.casting.merging import Merged, merge
from generator.model import AnnotatedSource


def read_line(line: str) -> tuple[str, list[AnnotatedSource]]:
    """The language of a line, and its documents."""
    language, _, texts = line.partition(": ")
    documents = enumerate(texts.split(" // "))
    return language, [read(text.strip(), id=str(number), language=language) for number, text in documents]


def merged(line: str) -> Merged:
    """The merging of a line's documents."""
    return merge(list_forms(list_entries(read_line(line)[1])))


def printed(line: str) -> dict[str, tuple[str, ...]]:
    """For each name in the documents of a line, by its comparison form, how it is printed in full."""
    found: dict[str, set[str]] = defaultdict(set)
    for reading in read_line(line)[1]:
        for mention in reading.mentions:
            if mention.how == "name":
                found[mention.candidate].add(mention.text)
    return {key: tuple(sorted(texts)) for key, texts in sorted(found.items())}


def show(line: str) -> str:
    """The result on one line: `key: printed, printed` for spellings of one key, `a = b` joined, `a ? b` doubted."""
    result = merged(line)
    alike = [f"{key}: {', '.join(texts)}" for key, texts in printed(line).items() if len(texts) > 1]
    joined = [f"{one.left} = {one.right} ({one.why})" for one in result.joined]
    doubted = [f"{left} ? {right} ({why})" for (left, right), why in sorted(result.doubts.items())]
    return f"{line.partition(': ')[0]}: {'; '.join(alike + joined + doubted) or '-'}"
