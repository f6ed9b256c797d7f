"""Checks that every link of the site leads somewhere: MkDocs looks at no link inside raw HTML.

Tags are read as they stand; a page is rendered only where Markdown may make links or ids of its own.

In: the site in memory. Out: problems. Never: touches the disk or the network.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from html import unescape
from posixpath import dirname, join, normpath, relpath
from urllib.parse import SplitResult, unquote, urlsplit

import markdown

from generator.model import HandPage, Record
from generator.problems import Problem, Problems, error, in_order
from generator.publish.front_matter import split_front_matter
from generator.publish.links import page_url
from generator.publish.site import Site

CONTENT = "content/"
EXTENSIONS = ("attr_list", "toc", "tables", "fenced_code", "footnotes")  # those that make links or ids
OWN_MARKS = ("](", "][", "]: ", "<http", "`", "~~~")  # Markdown that may make links, or show tags that are none
TAG = re.compile(r"<[a-zA-Z][^<>]{0,5000}>")
VALUE = r"""\s?=\s?(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))"""
LINK = re.compile(r"\s(href|src)" + VALUE, re.IGNORECASE)
ID = re.compile(r"\sid" + VALUE, re.IGNORECASE)
HEADING_ID = re.compile(r"^#{1,6} [^\n{]{0,2000}\{:? ?#([^\s}]{1,500})[^}\n]{0,500}\} *$", re.MULTILINE)
NOT_THERE = ", which is not there. Markdown leads to a file (“timeline.md”), a tag to an address (“../timeline/”)."
ELSEWHERE = ("http", "https", "mailto")


class Link(Record, frozen=True, kw_only=True):
    """A link: its attribute ("href" or "src") and value, and whether it was written as Markdown, not as a tag."""

    attribute: str
    address: str
    in_markdown: bool


class Fault(Record, frozen=True, kw_only=True):
    """What is wrong on a page, and the words by which it is found there."""

    words: str
    message: str


class Page(Record, frozen=True, kw_only=True):
    """A page with its links and ids; the ids that Markdown makes of headings are there only if it was rendered."""

    file: str
    url: str
    text: str
    rendered: bool
    links: tuple[Link, ...]
    ids: tuple[str, ...]


def check_addresses(site: Site, written: Mapping[str, HandPage] | None = None) -> Problems:
    """What is wrong with the links of the site's pages: dead, leading out of the site, loading from elsewhere.

    `written` are the hand-written pages by their file in the site: what is wrong there is named with its line.
    """
    read = (read_page(file, data.decode()) for file, data in site.files.items() if file.endswith(".md"))
    pages = {unquote(page.url): page for page in read}
    faults = ((page.file, fault) for page in tuple(pages.values()) for fault in check_page(page, pages, site))
    return in_order(place_fault(file, fault, (written or {}).get(file)) for file, fault in faults)


def place_fault(file: str, fault: Fault, hand: HandPage | None) -> Problem:
    """A fault as a problem of the page that a person wrote, if what is wrong stands there, else of the page made."""
    at = hand.text.find(fault.words) if hand else -1
    if hand is None or at < 0:
        return error(CONTENT + file, fault.message)
    return error(hand.file, fault.message, line=1 + hand.text.count("\n", 0, at))


def check_page(page: Page, pages: dict[str, Page], site: Site) -> Iterator[Fault]:
    """What is wrong with one page's ids and links; a page whose ids are not enough is replaced by its rendered self."""
    for id, count in sorted(Counter(page.ids).items()):
        if count > 1:
            yield Fault(words=id, message=f"The id “{id}” stands on this page {count} times. Give each its own.")
    for link in page.links:
        fault = find_fault(link, page, pages, site)
        if fault:
            yield Fault(words=link.address, message=f"A link leads to “{link.address}”{fault}")


def read_page(file: str, text: str, *, rendered: bool = False) -> Page:
    """A page read as it stands, or rendered where that is asked for or its Markdown calls for it."""
    _, body = split_front_matter(text)
    rendered = rendered or any(mark in body for mark in OWN_MARKS)
    html = markdown.markdown(body, extensions=EXTENSIONS) if rendered else body
    tags = "".join(TAG.findall(html))
    raw = Counter(find_links("".join(TAG.findall(body))))
    links = []
    for attribute, address in find_links(tags):
        raw[attribute, address] -= 1
        links.append(Link(attribute=attribute, address=address, in_markdown=raw[attribute, address] < 0))
    ids = [unescape("".join(values)) for values in ID.findall(tags)] + ([] if rendered else HEADING_ID.findall(body))
    return Page(file=file, url=page_url(file), text=text, rendered=rendered, links=tuple(links), ids=tuple(ids))


def find_links(tags: str) -> list[tuple[str, str]]:
    """The attributes of tags that lead somewhere, with where they lead."""
    return [(name.lower(), unescape("".join(values))) for name, *values in LINK.findall(tags)]


def find_fault(link: Link, page: Page, pages: dict[str, Page], site: Site) -> str | None:
    """What is wrong with a link, as the end of a sentence; None where it leads to something."""
    try:
        address = urlsplit(link.address)
    except ValueError:
        return ", which is no address. Write https://… or the file of a page."
    if address.scheme or address.netloc:
        return fault_elsewhere(link, address)
    if address.path.startswith("/"):
        return ", which starts at the server's root: the site may stand below another path. Make it relative."
    target = resolve(address.path, page, link, site)
    if target in pages:
        return fault_on_page(link, address, page, pages, target)
    return None if target in site.files and not target.endswith(".md") else NOT_THERE


def fault_on_page(link: Link, address: SplitResult, page: Page, pages: dict[str, Page], target: str) -> str | None:
    """What is wrong with a link to a page that is there."""
    if link.in_markdown and address.path and not address.path.endswith(".md"):
        file = relpath(pages[target].file, dirname(page.file))
        return f", but MkDocs follows a link to the page's file alone: write “{file}”."
    if address.fragment and not has_id(unquote(address.fragment), target, pages):
        return ", but the page has no such place. Take an id that stands there, or lead to the page alone."
    return None


def fault_elsewhere(link: Link, address: SplitResult) -> str | None:
    """What is wrong with a link out of the site: a reader may go elsewhere, but nothing is loaded from there."""
    if link.attribute == "src":
        return None if address.scheme == "data" else ": no page may load anything from elsewhere. Link to it."
    return None if address.scheme in ELSEWHERE else ", which is no address of the web. Write https://…"


def resolve(path: str, page: Page, link: Link, site: Site) -> str:
    """The path below the site's root that a relative link means; it may lead out of it ("../x").

    As a browser has it, from the page's address; a Markdown link to a file as MkDocs has it, from the page's file.
    """
    path = unquote(path)
    if not path:
        return unquote(page.url)
    file = normpath(join(dirname(page.file), path))
    if link.in_markdown and (path.endswith(".md") or file in site.files):
        return unquote(page_url(file)) if path.endswith(".md") else file
    whole = join(dirname(unquote(page.url)), path)
    target = normpath(whole) + ("/" if whole.endswith("/") or path in (".", "..") else "")
    return target.removeprefix("./")


def has_id(id: str, url: str, pages: dict[str, Page]) -> bool:
    """Whether a page has a place of that id, rendered if need be."""
    page = pages[url]
    if id not in page.ids and not page.rendered:
        pages[url] = page = read_page(page.file, page.text, rendered=True)
    return id in page.ids
