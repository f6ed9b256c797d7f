"""How to cite a source, or one passage of it: plain text, BibTeX and CSL-JSON.

A locator says where the passage stands in the saved text: the item of a collection, the paragraph (from 1), the
characters. What is not known is left out: no author, publisher or date is made up, a date that is only inferred or
bounded is none, and there is no date of access, because a build has no clock. CSL-JSON has no locator in a source's
record; it has one in a citation (`csl-citation.json` of the CSL schemas), which is therefore what a passage gets.

In: a source's entry, a sentence, the site's title. Out: text (not escaped for any page), plain data. Never: sees the
text of a source but for its titles, which are bibliography.
"""

import json
import re
from collections.abc import Iterable
from urllib.parse import quote

from generator.edtf import in_words
from generator.model import Dossier, Part, PublicationDate, Record, Sentence, SourceEntry
from generator.publish.escape import shown
from generator.publish.words import UNDETERMINED, capital, part_noun

KNOWN = ("stated", "curated")  # the bases of a date that a bibliography may print
CSL_CITATION = "https://github.com/citation-style-language/schema/raw/master/csl-citation.json"
BIBTEX_CODES = {ord(sign): f"\\{sign}" for sign in "&%$#_"} | {
    ord("\\"): "{\\textbackslash}",
    ord("{"): "{\\textbraceleft}",  # a brace counts for BibTeX even after a backslash
    ord("}"): "{\\textbraceright}",
    ord("~"): "{\\textasciitilde}",
    ord("^"): "{\\textasciicircum}",
}
URL_SIGNS = "!$&'()*+,/:;=?@#%[]~"  # kept in a BibTeX url field, where braces and backslashes cannot be escaped
PLAIN_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
KEY_SIGNS = "-_.:"  # beside plain letters and digits: no BibTeX ends a key at these

Fields = dict[str, object]


class Reference(Record, frozen=True, kw_only=True):
    """What is known of a document, and where in it a passage stands; `within` is the collection that holds it."""

    key: str
    author: str | None
    title: str
    within: str | None
    publisher: str | None
    date: str | None
    url: str | None
    language: str | None
    item: str | None
    paragraph: int | None
    characters: str | None
    mark: str


def cite_plain(source: SourceEntry, passage: Sentence | None, site_title: str) -> str:
    """The citation as one line of plain text."""
    return _plain(_reference(source, passage, site_title))


def cite_bibtex(source: SourceEntry, passage: Sentence | None, site_title: str) -> str:
    """The citation as a BibTeX entry: `@online` (biblatex) where there is an address, else `@misc`."""
    return _bibtex(_reference(source, passage, site_title))


def cite_csl(source: SourceEntry, passage: Sentence | None, site_title: str) -> Fields:
    """The citation as CSL-JSON: a source's record; of a passage a citation that holds the record and a locator."""
    reference = _reference(source, passage, site_title)
    if reference.paragraph is None:
        return _csl(reference)
    apart = ", ".join(filter(None, (reference.item, reference.characters)))
    item = {
        "id": reference.key,
        "itemData": _csl(reference),
        "label": "paragraph",
        "locator": str(reference.paragraph),
        "suffix": f", {apart}",
    }
    return {"schema": CSL_CITATION, "citationID": reference.key, "citationItems": [item]}


def sources_bib(dossier: Dossier) -> bytes:
    """All sources as BibTeX, in the order of their letters."""
    entries = (cite_bibtex(source, None, dossier.title) for source in by_letter(dossier.sources))
    return "\n".join(entries).encode()


def sources_csl(dossier: Dossier) -> bytes:
    """All sources as CSL-JSON, in the order of their letters."""
    items = [cite_csl(source, None, dossier.title) for source in by_letter(dossier.sources)]
    return json.dumps(items, ensure_ascii=False, indent=1).encode() + b"\n"


def by_letter(sources: Iterable[SourceEntry]) -> list[SourceEntry]:
    """The sources in the order of their letters: Z stands before AA."""
    return sorted(sources, key=lambda source: (len(source.siglum), source.siglum))


def locator(source: SourceEntry, passage: Sentence) -> str:
    """Where the passage stands in the saved text, in words."""
    return ", ".join(filter(None, (_item(source, passage), _paragraph(passage), _characters(passage))))


def _reference(source: SourceEntry, passage: Sentence | None, site_title: str) -> Reference:
    """What is known of the source, or of the item of it that holds the passage."""
    part = _part(source, passage)
    title = source.title or f"[{source.label}]"
    mark = f"Source {source.siglum} of {site_title}"
    return Reference(
        key=_key(source.id if passage is None else f"{source.id}:{passage.id}"),
        author=_line((part.author if part else None) or (None if part else source.byline)),
        title=shown(part.title if part and part.title else title),
        within=shown(title) if part and part.title else None,
        publisher=_line(source.publisher),
        date=_date((part.published if part else None) or (None if part else source.published)),
        url=source.url if source.url and source.url.startswith(("https://", "http://")) else None,
        language=None if source.language == UNDETERMINED else (part.language if part else source.language),
        item=None if passage is None else _item(source, passage),
        paragraph=None if passage is None else passage.paragraph + 1,
        characters=None if passage is None else _characters(passage),
        mark=shown(mark if passage is None else f"{mark}, passage {passage.id}"),
    )


def _part(source: SourceEntry, passage: Sentence | None) -> Part | None:
    """The item of the collection that holds the passage."""
    return next((part for part in source.parts if passage is not None and part.id == passage.part), None)


def _item(source: SourceEntry, passage: Sentence) -> str | None:
    """The item that holds the passage, by its number ("thread 4")."""
    ids = [part.id for part in source.parts]
    return f"{part_noun(source)} {ids.index(passage.part) + 1}" if passage.part in ids else None


def _paragraph(passage: Sentence) -> str:
    return f"paragraph {passage.paragraph + 1}"


def _characters(passage: Sentence) -> str:
    return f"characters {passage.start:,}–{passage.end:,}"


def _line(text: str | None) -> str | None:
    """A text on one line, None where it has no words."""
    return shown(text).strip() or None if text else None


def _date(published: PublicationDate | None) -> str | None:
    """A date of publication that the source states or the editor decided."""
    return published.edtf if published is not None and published.basis in KNOWN else None


def _in_words(value: str) -> str:
    """A date in words, as a list of facts has it ("April 2022") and not a sentence ("in April 2022")."""
    return in_words(value).removeprefix("in ")


def _key(id: str) -> str:
    """An id as a key of BibTeX: what no BibTeX reads in a key stands as its number.

    >>> _key("quay-post:p-1"), _key("käse")
    ('quay-post:p-1', 'k_e4se')
    """
    return "".join(c if c.isascii() and (c.isalnum() or c in KEY_SIGNS) else f"_{ord(c):x}" for c in id)


def _plain(reference: Reference) -> str:
    where = (reference.item, _numbered(reference.paragraph), reference.characters)
    title = reference.title if reference.title.startswith("[") else f"“{reference.title}”"
    parts = [
        reference.author,
        title,
        f"in “{reference.within}”" if reference.within else None,
        reference.publisher,
        _in_words(reference.date) if reference.date else None,
        *where,
        reference.url,
    ]
    return f"{', '.join(filter(None, parts))}. {reference.mark}."


def _numbered(paragraph: int | None) -> str | None:
    return None if paragraph is None else f"paragraph {paragraph}"


def _bibtex(reference: Reference) -> str:
    where = ", ".join(filter(None, (reference.item, _numbered(reference.paragraph), reference.characters)))
    within = f"In “{reference.within}”" if reference.within else ""
    notes = ". ".join(capital(note) for note in (within, where, reference.mark) if note)
    fields = {
        "author": f"{{{_escaped(reference.author)}}}" if reference.author else None,  # one name, however it is built
        "title": f"{{{_escaped(reference.title)}}}",  # its capitals are kept
        "organization" if reference.url else "howpublished": _escaped(reference.publisher),
        **_bibtex_date(reference),
        "url": quote(reference.url, safe=URL_SIGNS) if reference.url else None,
        "note": _escaped(notes),
    }
    lines = (f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{'online' if reference.url else 'misc'}{{{reference.key},\n{''.join(lines)}}}\n"


def _bibtex_date(reference: Reference) -> dict[str, str | None]:
    """The date as biblatex reads it (EDTF); for `@misc` as every BibTeX does, in words where it is no plain date."""
    if reference.url or not reference.date:
        return {"date": reference.date}
    if not PLAIN_DATE.fullmatch(reference.date):
        return {"year": _escaped(_in_words(reference.date))}
    return dict(zip(("year", "month", "day"), reference.date.split("-"), strict=False))


def _csl(reference: Reference) -> Fields:
    fields: Fields = {
        "id": reference.key,
        "type": "webpage" if reference.url else "document",
        "author": [{"literal": reference.author}] if reference.author else None,
        "title": reference.title,
        "container-title": reference.within,
        "publisher": reference.publisher,
        "issued": _csl_date(reference.date) if reference.date else None,
        "URL": reference.url,
        "language": reference.language,
        "note": reference.mark,
    }
    return {name: value for name, value in fields.items() if value is not None}


def _csl_date(value: str) -> Fields:
    """The date in CSL's parts where it is a plain day, month or year, else in words.

    >>> _csl_date("2022-03"), _csl_date("2022-03~")
    ({'date-parts': [[2022, 3]]}, {'literal': 'around March 2022'})
    """
    if PLAIN_DATE.fullmatch(value):
        return {"date-parts": [[int(piece) for piece in value.split("-")]]}
    return {"literal": _in_words(value)}


def _escaped(text: str | None) -> str:
    """The text for a BibTeX field in braces.

    >>> _escaped("5 % & {more}")
    '5 \\\\% \\\\& {\\\\textbraceleft}more{\\\\textbraceright}'
    """
    return (text or "").translate(BIBTEX_CODES)
