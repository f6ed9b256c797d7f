"""Addresses under which an actor's page may have stood: each leads on, none takes the place of another page."""

import pytest
from rendered import Reader, render
from small_dossier import actor, dossier, read

from generator.model import Actor
from generator.publish.addresses import check_addresses
from generator.publish.front_matter import read_front_matter, split_front_matter
from generator.publish.gate import Gate
from generator.publish.links import Passages, page_file
from generator.publish.pages.catalogue import make_catalogue
from generator.publish.pages.moved import moved_pages
from generator.publish.site import Site

A = read("The bakery opened.", id="a", mode="full")


def moved(*actors: Actor, taken: tuple[str, ...] = ()) -> dict[str, str]:
    found = dossier((A,), actors=actors)
    pages = moved_pages(make_catalogue(found, Gate(found, (A,)), Passages((A,))), taken)
    there = {page_file(f"actors/{one.id}/"): b"" for one in actors if one.published}
    there |= {page_file(address): b"" for address in ("actors/", "corrections/")}
    assert check_addresses(Site(files=there | {page_file(url): text.encode() for url, text in pages.items()})) == ()
    return pages


def test_an_alias_of_one_actor_leads_on_with_and_without_the_template() -> None:
    pages = moved(actor("ann-lee", name="Ann <Lee>", aliases=("lee",)))
    front, body = split_front_matter(pages["actors/lee/"])
    values, problems = read_front_matter(front, "lee.md")
    assert not problems
    assert values["template"] == "moved.html" and values["moved_to"] == "actors/ann-lee/"
    assert values["search"] == {"exclude": True}
    page = Reader(render(body))
    assert ("a", {"href": "../ann-lee/"}) in page.elements
    assert "This page has moved" in page.text and "It is now the page of Ann <Lee>." in page.text


def test_an_alias_that_several_claim_is_a_choice_and_leads_nowhere_by_itself() -> None:
    pages = moved(actor("bo-lee", aliases=("lee",)), actor("ann-lee", aliases=("lee",)))
    assert list(pages) == ["actors/lee/"]
    assert "moved_to" not in pages["actors/lee/"]
    links = [attrs["href"] for tag, attrs in Reader(render(pages["actors/lee/"])).elements if tag == "a"]
    assert links == ["../ann-lee/", "../bo-lee/"]


def test_an_alias_of_an_actor_without_a_page_leads_to_whoever_may_be_the_same_and_names_nobody_else() -> None:
    tom = actor("tom-roe", name="Tom Roe", published=False, aliases=("roe",), possibly_same=("bo-roe", "ida-roe"))
    bo = actor("bo-roe", name="Bo Roe", published=False)
    page = Reader(render(moved(tom, bo, actor("ida-roe", name="Ida Roe"))["actors/roe/"]))
    assert "What stood here may now be on this page: Ida Roe" in " ".join(page.text.split())
    assert "Tom" not in page.text and "Bo" not in page.text


def test_what_may_have_been_another_actors_page_leads_nowhere_by_itself() -> None:
    tom = actor("tom-roe", name="Tom Roe", published=False, aliases=("roe",))
    pages = moved(tom, actor("ida-roe", name="Ida Roe", aliases=("roe",)))
    assert "moved_to" not in pages["actors/roe/"]
    assert "may now be on this page: Ida Roe" in " ".join(Reader(render(pages["actors/roe/"])).text.split())


def test_a_page_that_nobody_took_over_is_gone_and_leads_to_the_index() -> None:
    pages = moved(actor("tom-roe", name="Tom Roe", published=False, aliases=("roe",)), actor("ida-lee"))
    page = Reader(render(pages["actors/roe/"]))
    assert "This page is gone" in page.text and "Tom" not in page.text
    assert [attrs["href"] for tag, attrs in page.elements if tag == "a"] == ["../", "../../corrections/"]


def test_an_actor_without_a_page_and_without_an_alias_leaves_no_trace() -> None:
    assert moved(actor("tom-roe", name="Tom Roe", published=False, possibly_same=("ida-roe",)), actor("ida-roe")) == {}


@pytest.mark.parametrize("alias", ["index", "README", "Ann-Lee", "bo-lee"])
def test_an_address_that_is_taken_is_left_alone(alias: str) -> None:
    assert moved(actor("ann-lee", aliases=(alias,)), taken=("actors/ann-lee/", "actors/bo-lee/")) == {}


def test_addresses_that_differ_by_case_alone_are_one() -> None:
    assert len(moved(actor("ann-lee", aliases=("lee", "LEE")))) == 1


def test_an_alias_of_any_letters_is_an_address() -> None:
    assert list(moved(actor("ann-lee", aliases=("李 & co",)))) == ["actors/%E6%9D%8E%20%26%20co/"]
