"""What the program itself wrote of somebody's name goes with them, wherever it is."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from notebook.domain.promises import Side
from notebook.domain.referrals import Way
from notebook.errors import Refused
from notebook.services.agreements import as_text, read_agreement
from notebook.services.amendment_lines import amendments_of
from notebook.services.amendments import AmendmentDraft
from notebook.services.draft import Entry, PersonEntry, Said
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.services.referrals import ReferralDraft
from tests.reading import rows_in
from tests.services.project_samples import add_person, begin, responsibility

DAY = timedelta(days=1)
WORDS = ("Zyxandra", "Quellmann")


@pytest.fixture
def sent(notebook: Notebook, today: date) -> tuple[int, int, int]:
    """Return who sent Ben to us, Ben, and the referral: once put off, once changed and back."""
    sender, ben = add_person(notebook, "Zyxandra Quellmann"), add_person(notebook, "Ben Ode")
    draft = ReferralDraft(Way.TO_US, ben, today - 9 * DAY, sender)
    referral = notebook.referrals.save(None, draft, today).new_id
    (line,) = notebook.reminders.due(today).lines
    notebook.reminders.snooze(line, today + DAY, today)
    notebook.referrals.save(referral, ReferralDraft(Way.TO_US, ben, today, other_name="Eve"), today)
    notebook.referrals.save(referral, draft, today)
    return sender, ben, referral


def left_anywhere(path: Path) -> list[str]:
    """Return what still holds one of the words, in any row of any table."""
    connection = driver.connect(f"{path.as_uri()}?mode=ro", uri=True)
    try:
        tables = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table'"
        ).fetchall()
        return [
            f"{name}: {row}"
            for (name,) in tables
            if not name.endswith(("_search", "_spelling"))
            for row in connection.execute(f"SELECT * FROM {name}")
            if any(word.lower() in str(row).lower() for word in WORDS)
        ]
    finally:
        connection.close()


def test_a_referral_keeps_no_name_of_who_is_erased(
    notebook: Notebook, sent: tuple[int, int, int], today: date
) -> None:
    sender, ben, referral = sent
    assert left_anywhere(notebook.file.path)
    notebook.erasing.erase(sender)
    assert left_anywhere(notebook.file.path) == []
    content = notebook.file.path.read_bytes().lower()
    assert [word for word in WORDS if word.lower().encode() in content] == []
    (line,) = notebook.cards.card(ben, today).referrals
    assert (line.id, line.other_id, line.other_name) == (referral, None, "somebody")
    assert list(notebook.reminders.due(today + 9 * DAY).lines) == []
    notebook.upkeep.check()


def test_undo_and_redo_bring_no_name_back(notebook: Notebook, sent: tuple[int, int, int]) -> None:
    notebook.erasing.erase(sent[0])
    while notebook.upkeep.next_undo:
        notebook.upkeep.undo()
        assert left_anywhere(notebook.file.path) == []
    while notebook.upkeep.next_redo:
        notebook.upkeep.redo()
        assert left_anywhere(notebook.file.path) == []


def test_what_was_agreed_before_keeps_no_name(notebook: Notebook, today: date) -> None:
    project, paul = begin(notebook), add_person(notebook, "Zyxandra Quellmann")
    drafts, new = notebook.drafts, notebook.drafts.new_row_id()
    marta, *_ = drafts.read(project).people
    pays = PersonEntry(new, paul, "Zyxandra Quellmann", Side.THEIRS, "pays")
    said = Entry({"pleased": Said(text="The bill", said_by=paul)}, people=(marta, pays))
    opens = replace(responsibility(notebook, "Opens the door"), person_id=paul)
    drafts.save(project, replace(said, responsibilities=(opens,)), 1, today)
    drafts.finish(project, today)
    for key, entry in (
        ("pleased", Entry({"pleased": Said(text="The wait")})),
        ("people", Entry(people=(marta, replace(pays, role="signs")))),
    ):
        amendment = AmendmentDraft(entry, marta.person_id, today)
        notebook.amendments.amend(project, key, amendment, today)
    notebook.erasing.erase(paul)
    before = "Before: The bill / Somebody no longer kept said so"
    text = as_text(read_agreement(project, today))
    assert before in text
    assert "Opens the door (on the side of Marta)" in text
    _said, people = amendments_of(project)
    assert "Marta Lindqvist; Somebody no longer kept, pays (not yet introduced)" in people.old
    assert left_anywhere(notebook.file.path) == []
    while notebook.upkeep.next_undo:
        notebook.upkeep.undo()
        assert left_anywhere(notebook.file.path) == []


def test_what_somebody_erased_agreed_is_not_put_into_the_mouth_of_others(
    notebook: Notebook, today: date
) -> None:
    project, paul = begin(notebook), add_person(notebook, "Zyxandra Quellmann")
    (marta,) = notebook.drafts.read(project).people
    said = {"disappointed": Said(text="The bill", said_by=paul), "in-person": Said(text="Mondays")}
    notebook.drafts.save(project, Entry(said), 1, today)
    notebook.drafts.finish(project, today)
    fridays = AmendmentDraft(Entry({"in-person": Said(text="Fridays")}), paul, today + DAY)
    notebook.amendments.amend(project, "in-person", fridays, today + DAY)
    notebook.erasing.erase(paul)

    def told() -> tuple[str, dict[str, str]]:
        brief = notebook.briefs.brief(marta.person_id, today + DAY)
        lines = (line for part in (*brief.left, *brief.right) for line in part.lines)
        return as_text(read_agreement(project, today + DAY)), {
            each.text: each.tag for each in lines
        }

    after = told()
    assert "November 2026, Somebody no longer kept said so. Before: Mondays" in after[0]
    assert after[1]["Past trouble: The bill"] == "Somebody no longer kept"
    assert after[1]["In person: Fridays"] == "Somebody no longer kept"
    notebook.upkeep.undo()
    text, tags = told()
    assert text.count("said so") == 1
    assert tags["In person: Mondays"] == ""
    notebook.upkeep.redo()
    assert told() == after


def test_a_referral_without_a_name_is_told_and_can_be_changed(
    notebook: Notebook, sent: tuple[int, int, int], today: date
) -> None:
    sender, ben, referral = sent
    notebook.erasing.erase(sender)
    assert notebook.referrals.draft(referral).other_name == ""
    changed = ReferralDraft(Way.TO_US, ben, today, why="The van")
    notebook.referrals.save(referral, changed, today)
    assert notebook.cards.card(ben, today).referrals[0].why == "The van"
    with pytest.raises(Refused, match="Who was it"):
        notebook.referrals.save(None, changed, today)
    assert notebook.referral_picture.who_sent_whom().sentence == (
        "Somebody sent us 1 person; no project yet."
    )
    (found,) = [
        line.title for group in notebook.search.search("van", today) for line in group.lines
    ]
    assert found == "Ben Ode was sent to us by somebody"
    notebook.referrals.trash(referral)
    assert [line.title for line in notebook.upkeep.trash()] == ["Ben Ode and somebody"]


def test_backups_keep_no_copy_either(notebook: Notebook, sent: tuple[int, int, int]) -> None:
    backup = notebook.upkeep.back_up()
    notebook.erasing.erase(sent[0])
    notebook.upkeep.back_up()
    assert left_anywhere(backup) == []


def test_changes_with_somebody_else_of_that_name_keep_theirs(
    notebook: Notebook, today: date
) -> None:
    draft = PersonDraft("Ben Quellmann", given_name="Ben", nickname="Quell")
    erased = notebook.people.save(None, draft, today).new_id
    with notebook.file.change("Done: Call Quellmann"):
        add_person(notebook, "Ben Ode")
    with notebook.file.change("Done: Call Quell"):
        add_person(notebook, "Ada")
    with notebook.file.change("Done: Call Ben"):
        add_person(notebook, "Eve")
    notebook.erasing.erase(erased)
    labels = [label for (label,) in rows_in(notebook.file.path, "SELECT label FROM change")]
    assert labels == ["A change with somebody who was erased"] * 2 + ["Done: Call Ben"]
