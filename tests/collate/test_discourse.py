"""Undated acts that take the day of their account, clauses with dates of their own, what is told again."""

import pytest
from marked import read_marked
from test_events import events_of, stated

from generator import edtf
from generator.event_ids import clause_ids
from generator.model import Event, PublicationDate

LEAD = "<Ann Lee> closed the old harbour bridge in <Ulm:place> [on Monday=2021-01-04] after a long night."
PRINTED = {"a": stated("2021-01-06")}


def told(text: str, published: dict[str, PublicationDate] | None = PRINTED, language: str = "en") -> dict[str, Event]:
    """The events by the first words of their reports."""
    marked = read_marked(text, id="a", published=(published or {}).get("a"), language=language)
    events = events_of([marked], published or {})
    return {" ".join(event.reports[-1].text.split()[:2]): event for event in events if event.kind != "publication"}


def told_all(text: str, language: str) -> list[Event]:
    """The events but the publication of the text, which is one of 6 January 2021."""
    marked = read_marked(text, id="a", published=PRINTED["a"], language=language)
    return [event for event in events_of([marked], PRINTED) if event.kind != "publication"]


def test_an_undated_act_goes_on_with_the_dated_account_of_its_actor() -> None:
    events = told(f"{LEAD} She then opened a small ferry.")
    event = events["She then"]
    assert (event.edtf, event.basis, event.actors) == ("2021-01-04~", "worked out", ("ann-lee",))
    assert event.told_with == events["Ann Lee"].id
    assert event.why is not None
    assert "4 January 2021" in event.why


def test_an_act_of_somebody_of_the_account_is_told_of_about_that_day() -> None:
    events = told(f"{LEAD} Bakers sang. <Bo Roy> praised the closing of the bridge.")
    assert events["Bo Roy"].edtf == "2021-01-04~"
    assert edtf.in_words(events["Bo Roy"].edtf) == "around 4 January 2021"
    assert "Bakers sang." not in events, "it names nobody"


@pytest.mark.parametrize(
    "sentence",
    [
        "<Bo Roy> praised the new bridge in <Ulm:place>.",
        "The closing of the bridge angered <Bo Roy>.",
        "A friend of <Ann Lee> praised <Bo Roy>.",
        "{“The town needs it,”|Ann Lee} <Ann Lee> said.",
    ],
)
def test_what_names_an_actor_or_a_thing_of_the_account_belongs_to_it(sentence: str) -> None:
    assert [event for event in told(f"{LEAD} {sentence}").values() if len(event.reports) > 1 or event.why]


@pytest.mark.parametrize(
    "sentence",
    [
        "<Bo Roy> praised a mill in Bonn.",
        "<Bo Roy> praised the mill.",
        "{“The town needs it,”|Bo Roy} <Bo Roy> said.",
        "<Ann Lee> later opened a ferry.",
        "<Ann Lee> opened a ferry at the time.",
        "<Ann Lee> had a ferry, and once sold it.",
        "While on a journey, <Ann Lee> opened a ferry.",
        "<Ann Lee> was wounded in a mill.",
        "<Ann Lee> opened a ferry, which has run since [2011=2011].",
        "<Ann Lee> opened a ferry after the flood of [2011=2011].",
    ],
)
def test_what_belongs_to_no_account_of_the_text(sentence: str) -> None:
    assert [event.edtf for event in told(f"{LEAD} {sentence}").values() if event.why] == []


def test_a_wound_belongs_to_an_account_of_wounds() -> None:
    text = "<Ann Lee> was wounded at the old harbour bridge in Ulm [on Monday=2021-01-04]. <Ann Lee> was shot in Bonn."
    assert [event.edtf for event in told(text).values() if event.why] == ["2021-01-04~"]


def test_a_look_back_lasts_until_somebody_of_the_account_is_named() -> None:
    back = "<Bo Roy> praised the bridge after a journey of [2011=2011]."
    events = told(f"{LEAD} {back} He sang. The bridge was painted for <Bo Roy>. <Ann Lee> thanked the guild.")
    assert [event.reports[0].text for event in events.values() if event.why] == ["Ann Lee thanked the guild."]


def test_a_date_of_these_days_or_in_what_is_said_opens_no_look_back() -> None:
    near = "<Ann Lee> opened a ferry before the fair of [2 January=2021-01-02]."
    assert [event.edtf for event in told(f"{LEAD} {near}").values() if event.why] == ["2021-01-04~"]
    quoted = "<Ann Lee> said {that the bridge of [2011=2011] was old|Ann Lee}."
    assert [event.edtf for event in told(f"{LEAD} {quoted}").values() if event.why] == ["2021-01-04~"]


def test_the_lead_of_an_article_is_told_of_about_the_day_on_which_it_appeared() -> None:
    events = told("<Ann Lee> has closed the old harbour bridge of the town. The bridge angered <Bo Roy>.")
    assert [event.edtf for event in events.values()] == ["2021-01-06~", "2021-01-06~"]
    assert events["Ann Lee"].told_with is None
    assert events["The bridge"].told_with == events["Ann Lee"].id


@pytest.mark.parametrize(
    "sentence",
    [
        "<Ann Lee> owned a mill.",
        "<Ann Lee> will open a ferry.",
        "<Ann Lee> has opened a ferry.",
        "<Ann Lee> would open a ferry.",
        "<Ann Lee> opened a ferry [one Sunday=XXXX-WXX-7].",
        "When <Ann Lee> was young, she opened a ferry.",
        "A survey by <Ann Lee> found deep cracks.",
        "Nobody opened the ferry for <Ann Lee>.",
        "{“I opened the ferry.”|Ann Lee}",
    ],
)
def test_what_takes_no_day(sentence: str) -> None:
    events = told(f"<Bo Roy> mended the old harbour bridge of the town [on Monday=2021-01-04]. {sentence}")
    assert not [event for event in events.values() if event.why]


def test_no_day_without_a_day_of_publication_or_in_a_look_back() -> None:
    assert told("<Ann Lee> closed the old harbour bridge of the town.", None) == {}
    events = told(f"{LEAD} [In 1998=1998] <Bo Roy> bought a mill. He sold it to bakers. The bridge pleased <Eva Odin>.")
    assert "He sold" not in events
    assert "The bridge" not in events, "nobody of the account is named since"


def test_a_pronoun_means_who_was_named_alone() -> None:
    events = told(
        "<Ann Lee> met <Bo Roy> at the mill [on Monday=2021-01-04]. <Bo Roy> and <Eva Odin> sang. He left it."
    )
    assert "He left" not in events, "two were named, and neither was the subject"


def test_each_dated_clause_is_an_event_with_an_address_of_its_own() -> None:
    text = "<Ann Lee> was born in Ulm [in 1955=1955] and founded the <Salt Guild:organisation> [in 1976=1976]."
    marked = read_marked(text, id="a")
    first, second = events_of([marked])
    assert [(event.edtf, event.actors) for event in (first, second)] == [
        ("1955", ("ann-lee",)),
        ("1976", ("ann-lee", "salt-guild")),
    ]
    assert first.id != second.id
    assert first.reports[0].text == second.reports[0].text == marked.reading.source.text


def test_a_side_clause_with_a_verb_and_a_date_is_of_who_stands_before_it() -> None:
    text = "[In 1986=1986] <Ann Lee> joined the <Salt Guild:organisation>, which burned in Ulm [in 2005=2005]."
    first, second = events_of([read_marked(text, id="a")])
    assert (first.edtf, first.actors) == ("1986", ("ann-lee", "salt-guild"))
    assert (second.edtf, second.actors) == ("2005", ("salt-guild",))


@pytest.mark.parametrize(
    "text",
    [
        "<Ann Lee> praised the [2019=2019] report and closed the mill [in 2021=2021].",
        "<Ann Lee> has run the mill since [2019=2019] and closed it [in 2021=2021].",
        "<Ann Lee> closed the mill [in 2021=2021] and will open it [in 2025=2025].",
    ],
)
def test_dates_of_no_clause_of_their_own(text: str) -> None:
    assert [event.edtf for event in events_of([read_marked(text, id="a")])] == ["2021"]


def test_a_thing_told_again_by_who_bears_it_joins_its_event() -> None:
    text = "<Ann Lee> has locked the salt hall of the town. The hall was locked over a quarrel with <Bo Roy>."
    assert [len(event.reports) for event in told(text).values()] == [2]
    near_miss = "<Ann Lee> has locked the salt hall of the town. The mill was locked over a quarrel with <Bo Roy>."
    assert [len(event.reports) for event in told(near_miss).values()] == [1, 1]


def test_quoted_words_belong_to_the_occasion_on_which_their_speaker_was_told_of() -> None:
    quoted = "{“We shall mend the whole bridge before winter,”|Ann Lee} <Ann Lee> said."
    text = f"<Ann Lee> defended the guild [on Monday=2021-01-04]. {quoted}"
    assert [len(event.reports) for event in told(text).values()] == [2]
    other = text.replace("|Ann Lee}", "|Bo Roy}").replace("<Ann Lee> said", "<Bo Roy> said")
    assert [len(event.reports) for event in told(other).values()] == [1]


def test_what_a_dated_letter_says_has_its_date() -> None:
    text = "The letter, which was sent [in March=2020-03], claimed {that the bridge of <Ulm:place> was safe|?}."
    assert [event.edtf for event in told(text).values()] == ["2020-03"]
    near_miss = "The mayor, who has led <Ulm:place> since [2019=2019], claimed {that the bridge was safe|?}."
    assert "2019" not in [event.edtf for event in told(near_miss).values()]


def test_an_approximate_day_joins_the_sharp_one_of_the_same_matter() -> None:
    first = read_marked(
        "<Ann Lee> closed the old harbour bridge in <Ulm:place> [on Monday=2021-01-04] for repairs.", id="a"
    )
    second = read_marked("<Ann Lee> has closed the old harbour bridge in <Ulm:place> for long repairs.", id="b")
    events = [event for event in events_of([first, second], {"b": stated("2021-01-05")}) if event.kind == "event"]
    assert [(event.edtf, event.witnesses, event.why) for event in events] == [("2021-01-04", 2, None)]


def test_a_sentence_with_one_verb_gives_no_address_for_clauses() -> None:
    reading = read_marked("Ann Lee opens the mill on Monday.", id="a").reading
    assert clause_ids(reading, reading.sentences[0]) == ()


def test_nothing_goes_on_with_the_day_of_a_birth() -> None:
    text = "<Ann Lee> was born in Ulm [on 3 May 1923=1923-05-03]. She left the town to <Bo Roy>."
    assert [event.edtf for event in told(text, None).values()] == ["1923-05-03"]
    near_miss = told(text.replace("was born", "sold a mill"), None)
    assert [event.edtf for event in near_miss.values()] == ["1923-05-03~", "1923-05-03"]


IN_ENGLISH = "<Ann Lee> has closed the old harbour bridge of the town."
LEADS = [
    ("fr", "<Ana Lee> a fermé le vieux pont du port de la ville.", "a fermé", "fermait"),
    ("it", "<Ana Lee> ha chiuso il vecchio ponte del porto della città.", "ha chiuso", "chiudeva"),
    ("es", "<Ana Lee> cerró el viejo puente del puerto de la ciudad.", "cerró", "cerraba"),
    ("pt", "<Ana Lee> fechou a velha ponte do porto da cidade.", "fechou", "fechava"),
    ("de", "<Ana Lee> schloss die alte Brücke am Hafen der Stadt.", "schloss", "schließt"),
]


@pytest.mark.parametrize(("language", "lead", "past", "other"), LEADS, ids=[lead[0] for lead in LEADS])
def test_a_lead_in_another_language_is_told_of_about_the_day_on_which_it_appeared(
    language: str, lead: str, past: str, other: str
) -> None:
    assert [event.edtf for event in told(lead, language=language).values()] == ["2021-01-06~"]
    assert told(lead.replace(past, other), language=language) == {}, "what lasts has no day"


BACK = [
    ("en", IN_ENGLISH, "<Ann Lee> {} sold a mill.", "later"),
    ("fr", LEADS[0][1], "<Ana Lee> a {} vendu un moulin.", "auparavant"),
    ("it", LEADS[1][1], "<Ana Lee> {} ha venduto un mulino.", "precedentemente"),
    ("es", LEADS[2][1], "<Ana Lee> {} vendió un molino.", "anteriormente"),
    ("pt", LEADS[3][1], "<Ana Lee> {} vendeu um moinho.", "anteriormente"),
    ("de", LEADS[4][1], "<Ana Lee> verkaufte {} eine Mühle.", "zuvor"),
]


@pytest.mark.parametrize(("language", "lead", "sentence", "back"), BACK, ids=[back[0] for back in BACK])
def test_words_that_look_back_take_no_day(language: str, lead: str, sentence: str, back: str) -> None:
    near_miss = " ".join(sentence.replace("{}", "").split())
    assert len(told_all(f"{lead} {sentence.format(back)}", language)) == 1
    assert len(told_all(f"{lead} {near_miss}", language)) == 2


HARMS = [
    ("en", IN_ENGLISH, "<Ann Lee> was {} in a mill.", "wounded", "praised"),
    ("fr", LEADS[0][1], "<Ana Lee> a été {} dans un moulin.", "blessée", "saluée"),
    ("it", LEADS[1][1], "<Ana Lee> è stata {} in un mulino.", "ferita", "lodata"),
    ("es", LEADS[2][1], "<Ana Lee> fue {} en un molino.", "herida", "saludada"),
    ("pt", LEADS[3][1], "<Ana Lee> foi {} num moinho.", "ferida", "elogiada"),
    ("de", LEADS[4][1], "<Ana Lee> wurde in einer Mühle {}.", "verletzt", "gefeiert"),
]


@pytest.mark.parametrize(("language", "lead", "sentence", "harm", "other"), HARMS, ids=[harm[0] for harm in HARMS])
def test_a_wound_belongs_to_no_account_of_something_else(
    language: str, lead: str, sentence: str, harm: str, other: str
) -> None:
    assert len(told_all(f"{lead} {sentence.format(harm)}", language)) == 1
    assert len(told_all(f"{lead} {sentence.format(other)}", language)) == 2


def test_a_lead_told_about_a_day_gives_no_day_marked_twice() -> None:
    lead = "[Around 3 January 2021=2021-01-03~] <Ann Lee> closed the old harbour bridge in <Ulm:place>."
    events = told(f"{lead} Bakers sang. <Ann Lee> praised the closing of the bridge.")
    assert all(edtf.is_valid(event.edtf) for event in events.values() if event.edtf)


@pytest.mark.parametrize(
    "sentence", ["She was born in Bonn.", "She grew up in Bonn.", "She married a baker.", "She founded a mill."]
)
def test_what_happens_once_in_a_life_has_no_day_of_the_news(sentence: str) -> None:
    assert not [event for event in told(f"{LEAD} {sentence}").values() if event.why]


def test_what_the_news_is_of_has_its_day_though_it_happens_once_in_a_life() -> None:
    lead = "<Ann Lee> founded a mill in <Ulm:place> [on Monday=2021-01-04]."
    assert [event for event in told(f"{lead} She founded it with a baker.").values() if event.why]


def test_what_a_paper_says_is_of_no_day_of_the_news() -> None:
    found = told(f"{LEAD} The report urged <Ann Lee> to mend the bridge. The baker urged <Ann Lee> to mend the bridge.")
    assert "The report" not in found and found["The baker"].edtf == "2021-01-04~"
