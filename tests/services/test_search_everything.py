"""Searching everything: each kind is found, the best first, and no text is refused."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings

from notebook.domain.concerns import ConcernStep
from notebook.domain.facts import FactGroup
from notebook.domain.moments import Channel, Direction
from notebook.domain.outcomes import Ending
from notebook.domain.promises import Side
from notebook.services.card_parts import EMAIL, PHONE, DetailDraft, FactDraft
from notebook.services.concerns import ConcernDraft, ConcernEntry, StepEntry
from notebook.services.found import Found, Kind, Rank
from notebook.services.moments import MomentDraft, PromiseDraft
from notebook.services.notebook import Notebook
from notebook.services.organisations import OrganisationDraft
from notebook.services.outcomes import OutcomeDraft
from notebook.services.own_reminders import OwnReminderDraft
from notebook.services.people import PersonDraft
from notebook.services.roles import at
from tests.services.project_samples import begin, fill_in, finish
from tests.storage.test_search import ANYTHING
from tests.ui.samples import HOSTILE_NAMES

MARTA = PersonDraft(
    "Marta Lindqvist",
    roles=at("Hotel Lindqvist", "Owner"),
    details=(DetailDraft(EMAIL, "m@example.org"), DetailDraft(PHONE, "+44 7700 900123")),
    facts=(FactDraft(FactGroup.INTERESTS, "Keeps bees"),),
    note="Has a canary",
)


def add(notebook: Notebook, today: date, draft: PersonDraft | str) -> int:
    draft = PersonDraft(draft) if isinstance(draft, str) else draft
    return notebook.people.save(None, draft, today).new_id


def log(notebook: Notebook, now: datetime, *people: int, text: str = "", words: str = "") -> int:
    draft = MomentDraft(
        people, Channel.CALL, Direction.WE, now.date(), text=text, their_words=words
    )
    return notebook.moments.log(draft, now).new_id


def found(notebook: Notebook, today: date, text: str) -> dict[Kind, list[str]]:
    groups = notebook.search.search(text, today)
    return {group.kind: [line.title for line in group.lines] for group in groups}


def line_of(notebook: Notebook, today: date, kind: Kind, text: str) -> Found:
    (group,) = (each for each in notebook.search.search(text, today) if each.kind is kind)
    (line,) = group.lines
    return line


def people(notebook: Notebook, today: date, text: str) -> list[str]:
    return found(notebook, today, text).get(Kind.PERSON, [])


def test_a_person_is_found_with_the_way_to_the_card(notebook: Notebook, today: date) -> None:
    marta = add(notebook, today, MARTA)
    assert line_of(notebook, today, Kind.PERSON, "lind") == Found(
        Kind.PERSON, marta, "Marta Lindqvist", "Hotel Lindqvist · Owner", person_id=marta
    )


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("marta", ""),
        ("owner", ""),
        ("bees", " · Keeps bees"),
        ("marta bees", " · Keeps bees"),
        ("canary", " · Has a canary"),
        ("m@example.org", " · m@example.org"),
        ("900123", " · +44 7700 900123"),
    ],
)
def test_a_line_says_why_somebody_was_found(
    notebook: Notebook, today: date, typed: str, reason: str
) -> None:
    add(notebook, today, MARTA)
    add(notebook, today, "Quentin Unrelated")
    line = line_of(notebook, today, Kind.PERSON, typed)
    assert line.second_line == f"Hotel Lindqvist · Owner{reason}"


def test_what_a_line_shows_anyway_is_not_said_again(notebook: Notebook, today: date) -> None:
    add(notebook, today, PersonDraft("Paul Berg", note="Paul sings in a choir"))
    assert line_of(notebook, today, Kind.PERSON, "paul").second_line == ""
    assert line_of(notebook, today, Kind.PERSON, "paul sings").second_line == (
        "Paul sings in a choir"
    )


def test_an_organisation_is_found_with_its_people(notebook: Notebook, today: date) -> None:
    add(notebook, today, MARTA)
    add(notebook, today, PersonDraft("Paul", roles=at("Hotel Lindqvist")))
    gone = add(notebook, today, PersonDraft("Olga", roles=at("Hotel Lindqvist")))
    notebook.people.trash(gone)
    line = line_of(notebook, today, Kind.ORGANISATION, "hotel")
    assert (line.title, line.aside) == ("Hotel Lindqvist", "2 people")


def test_an_organisation_is_found_by_the_note_on_it(notebook: Notebook, today: date) -> None:
    draft = OrganisationDraft("Hotel Lindqvist", "The service door is behind the chapel.")
    organisation = notebook.organisations.add(draft).new_id
    line = line_of(notebook, today, Kind.ORGANISATION, "chapel")
    assert (line.id, line.title) == (organisation, "Hotel Lindqvist")
    assert line.second_line == "The service door is behind the chapel."
    assert line_of(notebook, today, Kind.ORGANISATION, "lindqvist").second_line == ""
    notebook.organisations.trash(organisation)
    assert not found(notebook, today, "chapel")


def test_a_moment_is_found_by_what_happened_and_by_their_words(
    notebook: Notebook, today: date, now: datetime
) -> None:
    marta, paul = add(notebook, today, MARTA), add(notebook, today, "Paul")
    moment = log(notebook, now, marta, paul, text="About the lobby", words="Not on weekdays")
    line = line_of(notebook, today, Kind.MOMENT, "lob")
    assert line == Found(
        Kind.MOMENT,
        moment,
        "About the lobby",
        "Telephone · Marta Lindqvist and one other",
        "Today",
        person_id=marta,
    )
    assert line_of(notebook, today, Kind.MOMENT, "weekdays").title == "“Not on weekdays”"


def test_a_moment_belongs_to_somebody_who_is_there(
    notebook: Notebook, today: date, now: datetime
) -> None:
    marta, paul = add(notebook, today, "Marta"), add(notebook, today, "Paul")
    log(notebook, now, marta, paul, text="Lobby")
    notebook.people.trash(marta)
    assert line_of(notebook, today, Kind.MOMENT, "lobby").person_id == paul
    notebook.people.trash(paul)
    assert found(notebook, today, "lobby") == {}


def test_a_promise_is_found_with_its_standing(
    notebook: Notebook, today: date, now: datetime
) -> None:
    marta = add(notebook, today, MARTA)
    due = today + timedelta(days=1)
    promise = notebook.promises.add(marta, Side.OURS, "Send swatches", due).new_id
    line = line_of(notebook, today, Kind.PROMISE, "swatch")
    assert line == Found(
        Kind.PROMISE,
        promise,
        "Send swatches",
        "Promised to Marta Lindqvist",
        "Due tomorrow",
        person_id=marta,
    )
    late = today + timedelta(days=9)
    assert line_of(notebook, late, Kind.PROMISE, "swatch").aside == "Overdue"
    notebook.promises.keep(promise, today)
    assert line_of(notebook, today, Kind.PROMISE, "swatch").aside == "Kept"
    notebook.promises.add(marta, Side.THEIRS, "Lend a key")
    line = line_of(notebook, today, Kind.PROMISE, "key")
    assert (line.second_line, line.aside) == ("Promised by Marta Lindqvist", "Open")


def test_a_project_with_its_answers_and_deliveries_is_found(
    notebook: Notebook, today: date
) -> None:
    project = begin(notebook)
    fill_in(notebook, project)
    line = line_of(notebook, today, Kind.PROJECT, "mural")
    assert (line.title, line.second_line, line.aside) == (
        "Lobby mural",
        "Marta Lindqvist",
        "Draft",
    )
    answer = line_of(notebook, today, Kind.ANSWER, "surprises")
    assert answer.title == "Guests look up No surprises on the bill"
    assert answer.second_line.startswith("Lobby mural · ")
    assert "Marta" in answer.second_line
    assert (answer.project_id, answer.key) == (project, "rave-review")
    delivery = line_of(notebook, today, Kind.DELIVERABLE, "coat")
    assert (delivery.title, delivery.second_line) == ("First coat", "Lobby mural")
    assert delivery.aside == "Sat"
    rather = line_of(notebook, today, Kind.DELIVERABLE, "rather")
    assert rather.second_line == "Lobby mural · rather 5 December"


def test_an_answer_that_was_agreed_is_no_question_any_more(notebook: Notebook, today: date) -> None:
    finish(notebook)
    assert line_of(notebook, today, Kind.ANSWER, "surprises").key == ""


def test_an_answer_of_a_draft_that_was_closed_is_read_only(notebook: Notebook, today: date) -> None:
    project = begin(notebook)
    fill_in(notebook, project)
    notebook.outcomes.close(project, OutcomeDraft(Ending.LOST), today)
    assert line_of(notebook, today, Kind.ANSWER, "surprises").key == ""


def test_what_a_draft_asks_for_is_not_promised_yet(notebook: Notebook, today: date) -> None:
    project = begin(notebook)
    fill_in(notebook, project)
    assert Kind.PROMISE not in found(notebook, today, "service door")
    notebook.drafts.finish(project, today)
    assert found(notebook, today, "service door")[Kind.PROMISE] == ["Key for the service door"]


def test_what_belongs_to_a_project_in_the_trash_is_not_found(
    notebook: Notebook, today: date
) -> None:
    project = begin(notebook)
    fill_in(notebook, project)
    notebook.reminders.own.save(None, OwnReminderDraft("Coat", today, project_id=project))
    notebook.projects.trash(project)
    assert [found(notebook, today, typed) for typed in ("mural", "surprises", "coat")] == [{}] * 3
    notebook.upkeep.undo()
    assert set(found(notebook, today, "coat")) == {Kind.DELIVERABLE, Kind.REMINDER}


def test_an_own_reminder_is_found(notebook: Notebook, today: date) -> None:
    due = today + timedelta(days=9)
    reminder = notebook.reminders.own.save(None, OwnReminderDraft("Renew the lease", due)).new_id
    assert line_of(notebook, today, Kind.REMINDER, "lease") == Found(
        Kind.REMINDER, reminder, "Renew the lease", "Your own reminder", "Due 1 Dec"
    )


def test_a_concern_is_found_by_its_text_and_by_what_was_done(
    notebook: Notebook, today: date, now: datetime
) -> None:
    marta = add(notebook, today, MARTA)
    concern = notebook.concerns.open(ConcernDraft(marta, "Paint on the carpet"), today).new_id
    line = line_of(notebook, today, Kind.CONCERN, "carpet")
    assert line == Found(
        Kind.CONCERN, concern, "Paint on the carpet", "Marta Lindqvist", "Open", person_id=marta
    )
    heard = {ConcernStep.HEARD: StepEntry(is_done=True, note="Over a glass of wine")}
    entry = ConcernEntry("Paint on the carpet", heard, follow_up_on=today)
    notebook.concerns.save(concern, entry, now)
    line = line_of(notebook, today, Kind.CONCERN, "wine")
    assert line.second_line == "Marta Lindqvist · Over a glass of wine"
    notebook.concerns.trash(concern)
    assert found(notebook, today, "carpet") == {}


def test_the_trash_and_undo_are_reflected(notebook: Notebook, today: date, now: datetime) -> None:
    marta = add(notebook, today, MARTA)
    promise = PromiseDraft(Side.OURS, "Honey for Marta")
    draft = MomentDraft((marta,), Channel.CALL, Direction.WE, today, text="Honey?")
    notebook.moments.log(replace(draft, promises=(promise,)), now)
    assert set(found(notebook, today, "honey")) == {Kind.MOMENT, Kind.PROMISE}
    notebook.people.trash(marta)
    assert found(notebook, today, "honey") == {}
    assert people(notebook, today, "marta") == []
    notebook.upkeep.undo()
    assert set(found(notebook, today, "honey")) == {Kind.MOMENT, Kind.PROMISE}
    notebook.upkeep.undo()
    assert found(notebook, today, "honey") == {}
    assert people(notebook, today, "marta") == ["Marta Lindqvist"]


def test_names_that_begin_so_come_first_then_other_names_then_cards(
    notebook: Notebook, today: date
) -> None:
    add(notebook, today, PersonDraft("Aaron", note="Knows Marta"))
    add(notebook, today, "Berta Mars")
    add(notebook, today, "Marta")
    add(notebook, today, "Mária")
    add(notebook, today, "Cleo Marsh")
    assert people(notebook, today, "mar") == ["Mária", "Marta", "Cleo Marsh", "Berta Mars", "Aaron"]


def test_a_slip_is_forgiven_after_what_was_found_as_typed(notebook: Notebook, today: date) -> None:
    add(notebook, today, "Marta Lindqvist")
    add(notebook, today, "Ola Lindquist")
    add(notebook, today, PersonDraft("Zoe", roles=at("Lindkvist & Co")))
    assert people(notebook, today, "lindquist") == ["Ola Lindquist", "Marta Lindqvist"]
    assert people(notebook, today, "mrata lindqist") == ["Marta Lindqvist"]
    assert found(notebook, today, "lindkvst")[Kind.ORGANISATION] == ["Lindkvist & Co"]
    assert people(notebook, today, '"lindquist"') == ["Ola Lindquist"]


def test_groups_stand_in_the_order_of_how_well_they_fit(
    notebook: Notebook, today: date, now: datetime
) -> None:
    paul = add(notebook, today, "Paul Berg")
    log(notebook, now, paul, text="Bergamot tea")
    add(notebook, today, PersonDraft("Zoe", roles=at("Bergamot")))
    groups = notebook.search.search("berga", today)
    assert [(group.kind, group.rank) for group in groups] == [
        (Kind.ORGANISATION, Rank.NAMED),
        (Kind.PERSON, Rank.MENTIONED),
        (Kind.MOMENT, Rank.MENTIONED),
    ]
    # A family name is as good as a name that begins so.
    assert [group.kind for group in notebook.search.search("berg", today)] == [
        Kind.PERSON,
        Kind.ORGANISATION,
        Kind.MOMENT,
    ]


def test_any_part_of_an_organisation_s_name_is_its_name(notebook: Notebook, today: date) -> None:
    add(notebook, today, PersonDraft("Zoe", roles=at("Bar O'Neil")))
    groups = notebook.search.search("neil", today)
    assert [(group.kind, group.rank) for group in groups] == [
        (Kind.ORGANISATION, Rank.NAMED),
        (Kind.PERSON, Rank.MENTIONED),
    ]


def test_newest_moments_come_first_whole_words_before_longer_ones(
    notebook: Notebook, today: date, now: datetime
) -> None:
    marta = add(notebook, today, "Marta")
    for text in ("Wall one", "Wall two", "Wallpaper"):
        log(notebook, now, marta, text=text)
    assert found(notebook, today, "wall")[Kind.MOMENT] == ["Wall two", "Wall one", "Wallpaper"]


def test_a_long_group_shows_some_counts_and_can_show_more(
    notebook: Notebook, today: date, now: datetime
) -> None:
    marta = add(notebook, today, "Marta")
    for number in range(12):
        log(notebook, now, marta, text=f"Wall {number}")
    (group,) = notebook.search.search("wall", today)
    assert (len(group.lines), group.count, group.is_more) == (5, 12, False)
    more = notebook.search.more(Kind.MOMENT, "wall", today)
    assert [line.title for line in more.lines] == [f"Wall {number}" for number in range(11, -1, -1)]
    for number in range(12, 60):
        log(notebook, now, marta, text=f"Wall {number}")
    (group,) = notebook.search.search("wall", today)
    assert (len(group.lines), group.count, group.is_more) == (5, 50, True)
    assert len(notebook.search.more(Kind.MOMENT, "wall", today).lines) == 50


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("marta OR paul", {"Marta Berg", "Paul Berg"}),
        ("berg -paul", {"Marta Berg"}),
        ('"paul berg"', {"Paul Berg"}),
        ('"berg paul"', set()),
        ("name:wet", set()),
        ("notes:wet", {"Paul Berg"}),
        ("email name:paul", set()),
    ],
)
def test_operators(notebook: Notebook, today: date, typed: str, names: set[str]) -> None:
    add(notebook, today, "Marta Berg")
    add(notebook, today, PersonDraft("Paul Berg", note="Wet paint"))
    assert set(people(notebook, today, typed)) == names


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_names_are_found_letter_for_letter(notebook: Notebook, today: date, name: str) -> None:
    add(notebook, today, PersonDraft(name, roles=at(name)))
    assert found(notebook, today, name) == {Kind.PERSON: [name], Kind.ORGANISATION: [name]}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Notebook:
    notebook = Notebook.open(tmp_path_factory.mktemp("search") / "notebook.db")
    finish(notebook)
    add(notebook, date(2026, 11, 22), MARTA)
    return notebook


@given(ANYTHING)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_text_is_refused(filled: Notebook, today: date, typed: str) -> None:
    for group in filled.search.search(typed, today):
        filled.search.more(group.kind, typed, today)


@pytest.mark.parametrize("typed", ["", "  ", "-", "…", '"', "()", "OR"])
def test_nothing_typed_finds_nothing(notebook: Notebook, today: date, typed: str) -> None:
    add(notebook, today, MARTA)
    assert notebook.search.search(typed, today) == ()


def test_recent_people_are_those_of_the_last_contacts_then_the_newest(
    notebook: Notebook, today: date, now: datetime
) -> None:
    assert notebook.search.recent(today) == ()
    ids = [add(notebook, today, f"Person {number}") for number in range(9)]
    log(notebook, now - timedelta(days=3), ids[0])
    log(notebook, now, ids[4])
    (group,) = notebook.search.recent(today)
    assert [line.title for line in group.lines] == [
        f"Person {number}" for number in (4, 0, 8, 7, 6, 5, 3)
    ]
