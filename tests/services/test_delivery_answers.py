"""Whether a delivery suits can be said after the rest was agreed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from notebook.domain.projects import Agreed
from notebook.domain.reminders import Source
from notebook.errors import Refused
from notebook.services.agreements import as_text, read_agreement
from notebook.services.amendment_lines import amendments_of
from notebook.services.amendments import AmendmentDraft
from notebook.services.draft import DeliverableEntry, Entry
from notebook.services.notebook import Notebook
from notebook.services.reminders.line import ReminderLine
from tests.services.project_samples import finish

DAY = timedelta(days=1)


@pytest.fixture
def project(notebook: Notebook) -> int:
    return finish(notebook)


@pytest.fixture
def south(notebook: Notebook, project: int, today: date) -> int:
    """Agree on a delivery more, without asking whether its day suits."""
    entry = DeliverableEntry(notebook.drafts.new_row_id(), "South wall", "", today + 20 * DAY)
    rest = notebook.drafts.read(project).deliverables
    draft = AmendmentDraft(Entry(deliverables=(*rest, entry)), None, today)
    notebook.amendments.amend(project, "deliverables", draft, today)
    return entry.id


def questions(notebook: Notebook, today: date) -> list[ReminderLine]:
    lines = notebook.reminders.due(today, per_group=50).lines
    return [line for line in lines if line.source is Source.OPEN_QUESTION and line.deliverable_id]


def test_somebody_is_reminded_until_it_was_said(
    notebook: Notebook, project: int, south: int, today: date
) -> None:
    (line,) = questions(notebook, today)
    assert line.what == "Ask Marta: does “South wall” on 12 Dec suit?"
    assert (line.due, line.deliverable_id) == (today + 3 * DAY, south)
    assert line.why == "Lobby mural · not agreed yet"
    asked = notebook.delivery_answers.asked(south)
    assert (asked.title, asked.agreed, asked.first_name) == ("South wall", Agreed.OPEN, "Marta")
    changes = notebook.delivery_answers.answer(south, Agreed.YES, "fine", today)
    assert changes.label == "Agreed: South wall"
    assert questions(notebook, today) == []
    assert "Not yet asked" not in as_text(read_agreement(project, today))
    assert len(amendments_of(project)) == 1, "nothing stood there before"
    notebook.upkeep.undo()
    assert questions(notebook, today) == [line]
    notebook.projects.deliver(south, today)
    assert questions(notebook, today) == []


def test_what_they_said_before_is_kept(notebook: Notebook, project: int, today: date) -> None:
    wall = notebook.drafts.read(project).deliverables[1]
    assert (wall.agreed, wall.their_view) == (Agreed.NO, "rather 5 December")
    notebook.delivery_answers.answer(wall.id, Agreed.YES, "it may be the 12th", today)
    after = notebook.drafts.read(project).deliverables[1]
    assert after == replace(wall, agreed=Agreed.YES, their_view="it may be the 12th")
    (line,) = amendments_of(project)
    assert (line.said_by, line.amended_on) == ("Marta Lindqvist", today)
    assert "Not agreed: rather 5 December" in line.old
    assert "it may be the 12th" in line.new


def test_what_makes_no_sense_is_refused(
    notebook: Notebook, project: int, south: int, today: date
) -> None:
    answers = notebook.delivery_answers
    coat, wall, _ = notebook.drafts.read(project).deliverables
    with pytest.raises(Refused, match="It is agreed"):
        answers.asked(coat.id)
    with pytest.raises(Refused, match="said already"):
        answers.answer(wall.id, Agreed.NO, wall.their_view, today)
    with pytest.raises(Refused, match="Choose whether"):
        answers.answer(south, Agreed.OPEN, "", today)
    notebook.projects.deliver(south, today)
    with pytest.raises(Refused, match="delivered already"):
        answers.answer(south, Agreed.NO, "", today)
    with pytest.raises(Refused, match="no longer"):
        answers.asked(1)
