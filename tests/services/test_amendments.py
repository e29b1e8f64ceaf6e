"""Agreements are amended, never overwritten."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from notebook.domain.projects import Agreed
from notebook.domain.promises import PromiseState
from notebook.errors import Refused
from notebook.services.agreements import AgreementItem, as_text, read_agreement
from notebook.services.amendment_lines import amendments_of
from notebook.services.amendments import AmendmentDraft
from notebook.services.draft import DeliverableEntry, Entry, NeedEntry, Said
from notebook.services.notebook import Notebook
from notebook.storage.tables import Answer, Promise
from tests.services.project_samples import add_person, begin, finish

DAY = timedelta(days=1)


@pytest.fixture
def project(notebook: Notebook) -> int:
    return finish(notebook)


@pytest.fixture
def marta(notebook: Notebook, project: int) -> int:
    return notebook.drafts.read(project).facts.person_id


def item(project_id: int, key: str, today: date) -> AgreementItem:
    parts = read_agreement(project_id, today).parts
    return next(each for part in parts for each in part.items if each.key == key)


def test_the_answer_before_stays_with_who_when_and_why(
    notebook: Notebook, project: int, marta: int, today: date
) -> None:
    new = Entry({"rhythm": Said("monthly")})
    draft = AmendmentDraft(new, marta, today, "Less to tell in winter")
    changes = notebook.amendments.amend(project, "rhythm", draft, today)
    assert changes.label == "Changed the agreement on Lobby mural"
    (line,) = amendments_of(project)
    assert (line.old, line.new, line.said_by) == ("Weekly", "Monthly", "Marta Lindqvist")
    rhythm = item(project, "rhythm", today)
    sentence = (
        "Changed on 22 November 2026, Marta Lindqvist said so, Less to tell in winter."
        " Before: Weekly"
    )
    assert (rhythm.lines, rhythm.changes) == (("Monthly",), (sentence,))
    assert f"  ({sentence})" in as_text(read_agreement(project, today))
    notebook.upkeep.undo()
    assert item(project, "rhythm", today).changes == ()
    assert item(project, "rhythm", today).lines == ("Weekly",)


def test_who_gave_either_answer_stays_known(
    notebook: Notebook, project: int, marta: int, today: date
) -> None:
    paul = add_person(notebook, "Paul Lindqvist")
    draft = AmendmentDraft(Entry({"disappointed": Said(text="The noise")}), paul, today)
    notebook.amendments.amend(project, "disappointed", draft, today)
    assert notebook.drafts.read(project).answers["disappointed"].said_by == paul
    draft = AmendmentDraft(Entry({"disappointed": Said(text="The dust")}), marta, today)
    notebook.amendments.amend(project, "disappointed", draft, today)
    first, second = amendments_of(project)
    assert (first.old, second.old) == ("The bill", "The noise\nPaul Lindqvist said so")
    assert item(project, "disappointed", today).changes == (first.sentence, second.sentence)


def test_deliverables_change_as_a_table_and_days_count_as_moved(
    notebook: Notebook, project: int, today: date
) -> None:
    first, second = notebook.drafts.read(project).deliverables
    assert first.due_on is not None
    third = DeliverableEntry(notebook.drafts.new_row_id(), "South wall", agreed=Agreed.YES)
    later = replace(first, due_on=first.due_on + 7 * DAY)
    entry = Entry(deliverables=(later, second, third))
    draft = AmendmentDraft(entry, None, today - DAY, "rain")
    notebook.amendments.amend(project, "deliverables", draft, today)
    page = notebook.projects.page(project)
    assert [line.title for line in page.deliverables] == ["First coat", "North wall", "South wall"]
    (move,) = page.moves[first.id]
    assert (move.from_on, move.to_on) == (first.due_on, later.due_on)
    assert (move.said_on, move.reason) == (today - DAY, "rain")
    (line,) = amendments_of(project)
    assert "South wall" in line.new
    assert "South wall" not in line.old


def test_what_we_need_besides_is_promised_at_once(
    notebook: Notebook, project: int, marta: int, today: date
) -> None:
    need = NeedEntry(notebook.drafts.new_row_id(), marta, "", "Parking permit", today + DAY)
    draft = AmendmentDraft(Entry(needs=(need,)), marta, today)
    notebook.amendments.amend(project, "needs", draft, today)
    permit = Promise.get_by_id(need.id)
    assert (permit.text, permit.state) == ("Parking permit", PromiseState.OPEN)
    assert len(item(project, "needs", today).lines) == 2


@pytest.mark.parametrize(
    ("key", "said", "why"),
    [
        ("pleased", Said(text="Always on time"), "agreed already"),
        ("pleased", Said(text="  "), "the one before is kept"),
        ("responsibilities", Said(text="Paul"), "left open"),
        ("no-such-question", Said(text="Paul"), "no longer asked"),
    ],
)
def test_what_makes_no_sense_is_refused(
    notebook: Notebook, project: int, today: date, key: str, said: Said, why: str
) -> None:
    draft = AmendmentDraft(Entry({key: said}), None, today)
    with pytest.raises(Refused, match=why):
        notebook.amendments.amend(project, key, draft, today)
    assert amendments_of(project) == ()
    assert Answer.get(Answer.question_key == "pleased").text == "Always on time"


def test_nothing_is_amended_tomorrow_or_before_the_agreement(
    notebook: Notebook, project: int, today: date
) -> None:
    draft = AmendmentDraft(Entry({"pleased": Said(text="Quiet")}), None, today + DAY)
    with pytest.raises(Refused, match="still to come"):
        notebook.amendments.amend(project, "pleased", draft, today)
    unfinished = begin(notebook, "Shed", "Ana Pereira")
    with pytest.raises(Refused, match="not agreed yet"):
        notebook.amendments.amendable(unfinished, "pleased")
