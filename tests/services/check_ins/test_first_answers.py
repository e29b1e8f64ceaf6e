"""What was said at the start, as it stands on the sheet of a check-in."""

from datetime import date, timedelta

import pytest

from notebook.domain.check_ins import About
from notebook.domain.checklists import AnswerKind
from notebook.domain.projects import Agreed
from notebook.errors import Refused
from notebook.services.amendments import AmendmentDraft
from notebook.services.draft import (
    DeliverableEntry,
    Entry,
    ProjectFacts,
    ResponsibilityEntry,
    Said,
)
from notebook.services.notebook import Notebook
from notebook.services.own_side import our_questions
from tests.services.check_ins.helpers import agreed, grade_all
from tests.services.project_samples import FIRST_COAT_ON, add_person, agree, begin

DAY = timedelta(days=1)


def expected(notebook: Notebook, project_id: int, on: date) -> dict[About, list[str]]:
    lines: dict[About, list[str]] = {}
    for line in notebook.check_ins.sheet(project_id, on).draft.lines:
        lines.setdefault(line.about, []).append(line.expected)
    return lines


def deliveries(notebook: Notebook, project_id: int) -> list[int]:
    return [each.id for each in notebook.projects.page(project_id).deliverables]


def test_every_first_answer_comes_back(notebook: Notebook, today: date) -> None:
    assert expected(notebook, agreed(notebook), today) == {
        About.RAVE_REVIEW: ["Guests look up", "No surprises on the bill"],
        About.RESULT: ["Nothing delivered yet. First: First coat"],
        About.UPDATES: ["Weekly, by e-mail\nBefore 10:00. Copy Paul."],
        About.DATES: ["First coat 28 Nov"],
        About.PEOPLE: ["Tom leads\nNot yet introduced: Tom"],
    }


def test_what_was_agreed_anew_says_what_stood_there_at_the_start(
    notebook: Notebook, today: date
) -> None:
    project_id = agreed(notebook)
    before = grade_all(notebook, project_id, on=today - DAY)
    assert notebook.check_ins.sheet(project_id, today).agreed_anew == {}
    marta = notebook.drafts.read(project_id).facts.person_id
    for key, new in (
        ("rave-review", Said(text="Guests stay")),
        ("channel", Said("call")),
        ("disappointed", Said(text="Noise")),
    ):
        amendment = AmendmentDraft(Entry({key: new}), marta, today, "")
        notebook.amendments.amend(project_id, key, amendment, today)
    assert expected(notebook, project_id, today)[About.RAVE_REVIEW] == ["Guests stay"]
    changed = "Changed on 22 November 2026, Marta Lindqvist said so. Before:"
    assert notebook.check_ins.sheet(project_id, today).agreed_anew == {
        About.RAVE_REVIEW: (f"{changed} Guests look up / No surprises on the bill",),
        About.UPDATES: (f"{changed} E-mail / Before 10:00. Copy Paul.",),
    }
    assert notebook.check_ins.saved(before).agreed_anew == {}


def test_what_else_was_answered_is_there_to_be_read(notebook: Notebook, today: date) -> None:
    project_id = agreed(notebook)
    said = notebook.check_ins.sheet(project_id, today).also_said
    assert [(item.question.split()[-1], item.lines) for item in said] == [
        ("this?", ("Always on time",)),
        ("disappointing?", ("The bill",)),
        ("it?", ("When the scaffold goes up",)),
        (
            "date?",
            (
                "28 November 2026: First coat\nBy hand",
                "12 December 2026: North wall\nNot agreed: rather 5 December",
            ),
        ),
        ("this?", ("Yes", "How plaster dries")),
        ("when?", ("Key for the service door (Marta Lindqvist, by 25 November 2026)",)),
    ]


def test_choices_days_and_responsibilities_of_any_checklist_are_there(
    notebook: Notebook, today: date
) -> None:
    facts = ProjectFacts("Wedding", add_person(notebook, "Marta"), "restaurant-event")
    project_id = notebook.drafts.begin(facts).new_id
    checklist = notebook.drafts.read(project_id).checklist
    theirs = [each for each in checklist.questions if each not in our_questions(checklist)]
    first = {each.kind: each for each in reversed(theirs)}
    choice = first[AnswerKind.CHOICE]
    answers = {
        choice.key: Said(choice.options[0], "Note"),
        first[AnswerKind.DATE].key: Said("2026-12-05", "Note"),
        first[AnswerKind.TEXT].key: Said(text="Note"),
        first[AnswerKind.YES_NO].key: Said("yes", "Not sure yet", ask_later=True),
    }
    duty = ResponsibilityEntry(notebook.drafts.new_row_id(), "The guests", name="Paul")
    notebook.drafts.save(project_id, Entry(answers, responsibilities=(duty,)), 1, today)
    agree(notebook, project_id, today)
    said = notebook.check_ins.sheet(project_id, today).also_said
    lines = [line for item in said for line in item.lines]
    assert lines.count("Note") == 3
    assert {choice.options[0], "5 December 2026"} <= set(lines)
    assert "Not sure yet" not in lines
    assert any("The guests" in line for line in lines)


def test_an_answer_that_was_agreed_anew_says_what_stood_there(
    notebook: Notebook, today: date
) -> None:
    project_id = agreed(notebook)
    entry = Entry({"disappointed": Said(text="The noise")})
    amendment = AmendmentDraft(entry, None, today, "It came back later")
    notebook.amendments.amend(project_id, "disappointed", amendment, today)
    item = notebook.check_ins.sheet(project_id, today).also_said[1]
    assert item.lines == ("The noise",)
    assert item.changes == ("Changed on 22 November 2026, It came back later. Before: The bill",)


def test_a_project_of_which_nothing_is_known_still_has_its_lines(
    notebook: Notebook, today: date
) -> None:
    project_id = begin(notebook)
    with pytest.raises(Refused, match="not agreed yet"):
        notebook.check_ins.sheet(project_id, today)
    notebook.drafts.finish(project_id, today)
    lines = expected(notebook, project_id, today)
    assert list(lines) == [About.RESULT, About.UPDATES, About.DATES, About.PEOPLE]
    assert {text for texts in lines.values() for text in texts} == {""}


def test_what_was_left_for_later_was_not_agreed(notebook: Notebook, today: date) -> None:
    project_id = begin(notebook)
    later = {"rhythm": Said("weekly", ask_later=True), "channel": Said("email", "Mornings")}
    notebook.drafts.save(project_id, Entry(later), 3, today)
    notebook.drafts.finish(project_id, today)
    assert expected(notebook, project_id, today)[About.UPDATES] == ["by e-mail\nMornings"]


@pytest.mark.parametrize(
    ("said_on", "words"),
    [
        (FIRST_COAT_ON - 5 * DAY, "First coat 28 Nov, moved to 5 Dec with notice"),
        (FIRST_COAT_ON + DAY, "First coat 28 Nov, moved to 5 Dec, said only on 29 Nov"),
        (None, "First coat 28 Nov, moved to 5 Dec, not said"),
    ],
)
def test_a_move_says_whether_it_was_said_before(
    notebook: Notebook, said_on: date | None, words: str
) -> None:
    project_id = agreed(notebook)
    coat, _wall = deliveries(notebook, project_id)
    on = FIRST_COAT_ON + DAY
    notebook.delivery_moves.move(coat, FIRST_COAT_ON + 7 * DAY, on, said_on=said_on)
    assert expected(notebook, project_id, on)[About.DATES] == [words]


def test_what_was_late_comes_before_what_was_on_time(notebook: Notebook) -> None:
    project_id = agreed(notebook)
    coat, wall = deliveries(notebook, project_id)
    on = FIRST_COAT_ON + 2 * DAY
    dates = expected(notebook, project_id, on)[About.DATES]
    assert dates == ["First coat 28 Nov, 2 days late, not said before"]
    notebook.projects.deliver(coat, on)
    lines = expected(notebook, project_id, on)
    assert lines[About.DATES] == ["First coat 28 Nov, delivered 2 days late"]
    assert lines[About.RESULT] == ["First coat"]
    notebook.projects.deliver(coat, FIRST_COAT_ON)
    assert expected(notebook, project_id, on)[About.DATES] == ["First coat 28 Nov, on time"]
    notebook.delivery_moves.move(wall, date(2026, 12, 14), on)
    assert expected(notebook, project_id, on)[About.DATES] == [
        "North wall 12 Dec, moved to 14 Dec, not said\nFirst coat 28 Nov, on time"
    ]


def test_of_many_dates_the_first_few_are_named(notebook: Notebook, today: date) -> None:
    project_id = begin(notebook)
    new = notebook.drafts.new_row_id
    days = [today - n * DAY for n in range(1, 8)]
    entries = tuple(DeliverableEntry(new(), "x", "", day, Agreed.YES) for day in days)
    notebook.drafts.save(project_id, Entry(deliverables=entries), 5, today)
    notebook.drafts.finish(project_id, today)
    (dates,) = expected(notebook, project_id, today)[About.DATES]
    assert len(dates.splitlines()) == 4
    assert dates.endswith("and 4 more")


def test_a_day_that_they_refused_is_no_slip(notebook: Notebook) -> None:
    project_id = agreed(notebook)
    coat, _wall = deliveries(notebook, project_id)
    notebook.projects.deliver(coat, FIRST_COAT_ON)
    dates = expected(notebook, project_id, date(2026, 12, 20))[About.DATES]
    assert dates == ["First coat 28 Nov, on time"]


def test_a_delivery_is_moved_only_where_that_makes_sense(notebook: Notebook, today: date) -> None:
    project_id = agreed(notebook)
    coat, _wall = deliveries(notebook, project_id)
    move = notebook.delivery_moves.move
    with pytest.raises(Refused, match="already"):
        move(coat, FIRST_COAT_ON, today)
    with pytest.raises(Refused, match="still to come"):
        move(coat, FIRST_COAT_ON + DAY, today, said_on=today + DAY)
    assert move(coat, FIRST_COAT_ON + DAY, today).label == "Moved to 29 Nov: First coat"
    assert notebook.projects.page(project_id).deliverables[0].due_on == FIRST_COAT_ON + DAY
    notebook.projects.deliver(coat, today)
    with pytest.raises(Refused, match="delivered already"):
        move(coat, FIRST_COAT_ON, today)
    with pytest.raises(Refused, match="no longer"):
        move(1, FIRST_COAT_ON, today)
