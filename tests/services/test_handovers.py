"""The team: who looks after whom, and handing all of it over in one change."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from notebook.domain.communication import Communication
from notebook.domain.facts import FactGroup
from notebook.domain.moments import Channel
from notebook.domain.promises import PromiseState, Side
from notebook.errors import Refused
from notebook.services.brief_page import as_text
from notebook.services.card_parts import FactDraft
from notebook.services.handover_sheet import MOST_IN_FULL, MOST_NAMED
from notebook.services.handovers import HandoverPreview
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.services.roles import at
from notebook.storage.care_tables import Concern
from notebook.storage.responsibility_tables import Responsibility
from notebook.storage.tables import Moment, MomentPerson, ProjectPerson, Promise, Reminder
from tests.reading import rows_in
from tests.services.project_samples import finish


def add(notebook: Notebook, today: date, name: str, **fields: object) -> int:
    draft = replace(PersonDraft(name), **fields)  # type: ignore[arg-type]
    return notebook.people.save(None, draft, today).new_id


@pytest.fixture
def team(notebook: Notebook, today: date) -> tuple[int, int]:
    """Return Tom, who looks after Marta and covers Ana, and Ines, who looks after Ana."""
    tom = add(notebook, today, "Tom Arden", is_team=True)
    ines = add(notebook, today, "Ines Castro", is_team=True)
    add(notebook, today, "Marta Lindqvist", looked_after_by=tom, covered_by=ines)
    add(notebook, today, "Paul Berg", looked_after_by=tom)
    add(notebook, today, "Ana Pereira", looked_after_by=ines, covered_by=tom)
    return tom, ines


def owners(path: Path) -> list[tuple[str, str | None, str | None]]:
    return rows_in(
        path,
        "SELECT p.name, o.name, c.name FROM person p LEFT JOIN person o ON o.id ="
        " p.looked_after_by_id LEFT JOIN person c ON c.id = p.covered_by_id"
        " WHERE NOT p.is_team ORDER BY p.name",
    )


def test_everything_goes_over_at_once_and_comes_back(
    notebook: Notebook, notebook_path: Path, today: date, team: tuple[int, int]
) -> None:
    tom, ines = team
    before = owners(notebook_path)
    assert notebook.handovers.preview(tom) == HandoverPreview(2, 1, 0, 0)
    changes = notebook.handovers.hand_over(tom, ines, today, " On leave until May ")
    assert changes.label == "Handed over from Tom Arden to Ines Castro"
    assert owners(notebook_path) == [
        ("Ana Pereira", "Ines Castro", None),
        ("Marta Lindqvist", "Ines Castro", None),
        ("Paul Berg", "Ines Castro", None),
    ]
    (_, line) = notebook.team.page(today).members
    assert line.handed_over is not None
    assert (line.handed_over.to, line.handed_over.note) == ("Ines Castro", "On leave until May")
    notebook.upkeep.undo()
    assert owners(notebook_path) == before
    assert rows_in(notebook_path, "SELECT count(*) FROM handover") == [(0,)]


def test_open_concerns_and_live_projects_go_along(notebook: Notebook, today: date) -> None:
    project_id = finish(notebook)
    marta = notebook.projects.page(project_id).person_id
    tom = add(notebook, today, "Tom Arden", is_team=True)
    ines = add(notebook, today, "Ines Castro", is_team=True)
    with notebook.file.change("Set up"):
        ProjectPerson.create(
            project=project_id, person=tom, side=Side.OURS, role="Leads", introduced=True
        )
        Concern.create(person=marta, text="Late", opened_on=today, owner=tom, escalated_to=tom)
        Concern.create(person=marta, text="Old", opened_on=today, closed_on=today, owner=tom)
    assert notebook.handovers.preview(tom) == HandoverPreview(0, 0, 1, 1)
    notebook.handovers.hand_over(tom, ines, today)

    found = {(row.text, row.owner_id, row.escalated_to_id) for row in Concern.select()}
    assert found == {("Late", ines, None), ("Old", tom, None)}
    (part,) = ProjectPerson.select().where(ProjectPerson.person.in_((tom, ines)))
    assert (part.person_id, part.role, part.introduced) == (ines, "Leads", False)


def test_what_they_answer_for_goes_along(notebook: Notebook, today: date) -> None:
    project_id = finish(notebook)
    tom = add(notebook, today, "Tom Arden", is_team=True)
    ines = add(notebook, today, "Ines Castro", is_team=True)
    with notebook.file.change("Set up"):
        Responsibility.create(project=project_id, what="Repairs", side=Side.OURS, person=tom)
    assert notebook.handovers.preview(tom) == HandoverPreview(0, 0, 0, 0, 1)
    notebook.handovers.hand_over(tom, ines, today)
    assert [row.person_id for row in Responsibility.select()] == [ines]
    notebook.upkeep.undo()
    assert [row.person_id for row in Responsibility.select()] == [tom]


def test_who_is_in_the_project_already_takes_no_second_part(
    notebook: Notebook, today: date
) -> None:
    project_id = finish(notebook)
    tom = add(notebook, today, "Tom Arden", is_team=True)
    ines = add(notebook, today, "Ines Castro", is_team=True)
    with notebook.file.change("Set up"):
        for person_id in (tom, ines):
            ProjectPerson.create(project=project_id, person=person_id, side=Side.OURS)
    notebook.handovers.hand_over(tom, ines, today)
    found = ProjectPerson.select().where(ProjectPerson.person.in_((tom, ines)))
    assert [part.person_id for part in found] == [ines]


def test_nobody_looks_after_themselves_afterwards(
    notebook: Notebook, notebook_path: Path, today: date
) -> None:
    tom = add(notebook, today, "Tom Arden", is_team=True)
    ines = add(notebook, today, "Ines Castro", is_team=True, looked_after_by=tom, covered_by=tom)
    notebook.handovers.hand_over(tom, ines, today)
    assert rows_in(
        notebook_path, "SELECT looked_after_by_id, covered_by_id FROM person WHERE id = ?", ines
    ) == [(None, None)]


def test_a_handover_that_makes_no_sense_is_refused(
    notebook: Notebook, today: date, team: tuple[int, int]
) -> None:
    tom, ines = team
    stranger = add(notebook, today, "Zoe Young")
    with pytest.raises(Refused, match="two different"):
        notebook.handovers.hand_over(tom, tom, today)
    with pytest.raises(Refused, match="not one of our team"):
        notebook.handovers.hand_over(tom, stranger, today)
    notebook.handovers.hand_over(tom, ines, today)
    with pytest.raises(Refused, match="nothing to hand over"):
        notebook.handovers.hand_over(tom, ines, today)


def test_the_team_counts_people_and_what_we_owe_them(
    notebook: Notebook, today: date, team: tuple[int, int]
) -> None:
    marta = notebook.people_list.called("Marta Lindqvist")[0]
    with notebook.file.change("Promised"):
        for days, side in ((-2, Side.OURS), (2, Side.OURS), (-9, Side.THEIRS)):
            due = today + timedelta(days=days)
            Promise.create(
                side=side, text="Sketch", state=PromiseState.OPEN, due_on=due, person=marta
            )
    add(notebook, today, "Zoe Young")
    page = notebook.team.page(today)
    assert [(each.name, each.looks_after, each.covers) for each in page.members] == [
        ("Ines Castro", 1, 1),
        ("Tom Arden", 2, 1),
    ]
    assert [(each.owed, each.late) for each in page.members] == [(0, 0), (2, 1)]
    assert page.unattended == 1
    assert team


def test_the_sheet_tells_of_everybody_the_most_urgent_first(
    notebook: Notebook, today: date, team: tuple[int, int]
) -> None:
    tom, _ = team
    marta = notebook.people_list.called("Marta Lindqvist")[0]
    paul = notebook.people_list.called("Paul Berg")[0]
    with notebook.file.change("Set up"):
        for person, days, words in ((marta, 9, ""), (paul, 200, "Not before Easter")):
            moment = Moment.create(
                channel="call",
                direction="we",
                happened_at=(today - timedelta(days=days)).isoformat(),
                their_words=words,
            )
            MomentPerson.create(moment=moment, person=person)
        Promise.create(side=Side.OURS, text="Sketch", state="open", due_on=today, person=marta)
        Concern.create(person=paul, text="Paint came off", opened_on=today)
        soon = Moment.create(
            channel="visit",
            direction="we",
            happened_at=f"{today + timedelta(days=2)}T10:00",
            agenda="Look at the wall",
            state="planned",
        )
        MomentPerson.create(moment=soon, person=marta)
        bare = Moment.create(
            channel="meeting", direction="we", happened_at=f"{today}T15:00", state="planned"
        )
        MomentPerson.create(moment=bare, person=paul)
        Reminder.create(text="Send the photos", due_on=today - timedelta(days=3), person=paul)
    sheet = notebook.handover_sheets.sheet(tom, "Ines Castro", today)
    assert sheet.about == "to Ines Castro"
    assert [each.heading for each in (*sheet.left, *sheet.right)] == [
        "Paul Berg",
        "Marta Lindqvist",
        "Covered for others",
    ]
    assert [(each.tag, each.text) for each in sheet.left[0].lines] == [
        ("at risk", "Last contact 200 days ago, a word is long due"),
        ("concern", "Paint came off"),
        ("3 days late", "Send the photos"),
        ("Today", "Planned: a meeting"),
        ("", "“Not before Easter” (6 May)"),
    ]
    assert ("ours, today", "Sketch") in {(each.tag, each.text) for each in sheet.right[0].lines}
    assert ("Tue", "Look at the wall") in {(each.tag, each.text) for each in sheet.right[0].lines}


def test_the_sheet_is_there_also_after_handing_over(
    notebook: Notebook, today: date, team: tuple[int, int]
) -> None:
    tom, ines = team
    before = notebook.handover_sheets.sheet(tom, "Ines Castro", today)
    assert not notebook.handovers.preview(tom).has_handed_over
    notebook.handovers.hand_over(tom, ines, today)
    assert notebook.handovers.preview(tom).has_sheet
    after = notebook.handover_sheets.sheet(tom, "", today + timedelta(days=1))
    assert after.about == "to Ines Castro on 22 Nov"
    assert [each.heading for each in (*after.left, *after.right)] == [
        each.heading for each in (*before.left, *before.right)
    ]
    notebook.people.trash(tom)
    assert notebook.handover_sheets.sheet(tom, "", today) is not None
    notebook.upkeep.undo()
    add(notebook, today, "New One", looked_after_by=tom)
    assert notebook.handover_sheets.sheet(tom, "", today).left[0].heading == "New One"


def test_the_sheet_says_how_to_speak_with_them(notebook: Notebook, today: date) -> None:
    tom = add(notebook, today, "Tom Arden", is_team=True)
    add(
        notebook,
        today,
        "Carl Berg",
        looked_after_by=tom,
        communication=Communication(
            terms_used="the shop", terms_avoided="the outlet", avoided_channels=(Channel.CALL,)
        ),
        facts=(FactDraft(FactGroup.AVOID, "his divorce"), FactDraft(FactGroup.AVOID, "the flood")),
    )
    (carl,) = notebook.handover_sheets.sheet(tom, "", today).left
    assert [(each.tag, each.text) for each in carl.lines[1:]] == [
        ("not by", "Telephone"),
        ("not about", "his divorce"),
        ("not about", "the flood"),
        ("say", "the shop"),
        ("avoid", "the outlet"),
    ]


def test_the_sheet_of_five_hundred_counts_the_rest(notebook: Notebook, today: date) -> None:
    tom = add(notebook, today, "Tom Arden", is_team=True)
    with notebook.file.change("Many"):
        for number in range(500):
            add(notebook, today, f"Person {number:03}", looked_after_by=tom, roles=at("Works"))
    sheet = notebook.handover_sheets.sheet(tom, "", today)
    rest = sheet.right[-1]
    assert len((*sheet.left, *sheet.right)) == MOST_IN_FULL + 1
    assert (len(rest.lines), rest.more) == (MOST_NAMED, 500 - MOST_IN_FULL - MOST_NAMED)
    assert as_text(sheet).startswith("Handover from Tom Arden\n")
    assert "500 people" in sheet.context


def test_a_sheet_about_nobody_is_refused(notebook: Notebook, today: date) -> None:
    tom = add(notebook, today, "Tom Arden", is_team=True)
    with pytest.raises(Refused, match="Tom Arden looks after nobody yet"):
        notebook.handover_sheets.sheet(tom, "", today)


def test_one_promise_more_is_told_as_one(
    notebook: Notebook, today: date, team: tuple[int, int]
) -> None:
    tom, _ = team
    marta = notebook.people_list.called("Marta Lindqvist")[0]
    for number in range(4):
        Promise.create(side=Side.OURS, text=f"P{number}", state="open", due_on=today, person=marta)
    shown = as_text(notebook.handover_sheets.sheet(tom, "", today))
    assert "and 1 more promise\n" in shown
