"""Agreements are amended, never overwritten."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from notebook.domain.moves import NewDay
from notebook.domain.projects import Agreed
from notebook.domain.promises import PromiseState
from notebook.errors import Refused
from notebook.services.agreements import AgreementItem, as_text, read_agreement
from notebook.services.amendment_lines import amendments_of
from notebook.services.amendments import AmendmentDraft
from notebook.services.draft import DeliverableEntry, Entry, NeedEntry, Said
from notebook.services.notebook import Notebook
from notebook.services.promise_ledger import LedgerQuestion
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
    stands = notebook.amendments.amendable(project, "needs").draft.needs
    assert [each.text for each in stands] == ["Key for the service door"]
    draft = AmendmentDraft(Entry(needs=(*stands, need)), marta, today)
    notebook.amendments.amend(project, "needs", draft, today)
    permit = Promise.get_by_id(need.id)
    assert (permit.text, permit.state) == ("Parking permit", PromiseState.OPEN)
    assert len(item(project, "needs", today).lines) == 2


def test_what_we_need_is_reworded_moved_and_let_go(
    notebook: Notebook, project: int, marta: int, today: date
) -> None:
    (key,) = notebook.amendments.amendable(project, "needs").draft.needs
    new = replace(key, text="Both keys", due_on=today + 9 * DAY)
    draft = AmendmentDraft(Entry(needs=(new,)), marta, today, "on a journey")
    notebook.amendments.amend(project, "needs", draft, today)
    assert item(project, "needs", today).lines == (
        "Both keys (Marta Lindqvist, by 1 December 2026)",
    )
    (line,) = notebook.promise_ledger.window(LedgerQuestion(project_id=project), 0, 9, today)
    (move,) = line.moves
    assert (move.from_on, move.to_on) == (key.due_on, new.due_on)
    assert (move.said_on, move.reason) == (today, "on a journey")
    permit = NeedEntry(notebook.drafts.new_row_id(), marta, "", "Parking permit")
    draft = AmendmentDraft(Entry(needs=(permit,)), marta, today)
    notebook.amendments.amend(project, "needs", draft, today)
    assert item(project, "needs", today).lines == ("Parking permit (Marta Lindqvist)",)
    assert [line.title for line in notebook.upkeep.trash()] == ["Both keys"]


def test_what_we_need_and_have_got_stays(
    notebook: Notebook, project: int, marta: int, today: date
) -> None:
    (key,) = notebook.amendments.amendable(project, "needs").draft.needs
    notebook.promises.keep(key.id, today)
    new = NeedEntry(notebook.drafts.new_row_id(), marta, "", "Parking permit")
    for entries in ((new,), (replace(key, text="Both keys"), new)):
        draft = AmendmentDraft(Entry(needs=entries), marta, today)
        with pytest.raises(Refused, match="settled already"):
            notebook.amendments.amend(project, "needs", draft, today)
    draft = AmendmentDraft(Entry(needs=(key, new)), marta, today)
    notebook.amendments.amend(project, "needs", draft, today)
    assert len(item(project, "needs", today).lines) == 2


def test_what_is_delivered_stays_and_no_new_day_is_over(
    notebook: Notebook, project: int, today: date
) -> None:
    first, second = notebook.drafts.read(project).deliverables
    notebook.projects.deliver(first.id, today)
    for entries, why in (
        ((replace(first, due_on=today + 9 * DAY), second), "“First coat” is delivered already"),
        ((second,), "“First coat” is delivered already, so it stays"),
        ((first, replace(second, due_on=today - DAY)), "day of “North wall” is over already"),
    ):
        draft = AmendmentDraft(Entry(deliverables=entries), None, today)
        with pytest.raises(Refused, match=why):
            notebook.amendments.amend(project, "deliverables", draft, today)
    assert notebook.drafts.read(project).deliverables == (first, second)


def test_the_agreed_day_stays_until_it_is_agreed_anew(
    notebook: Notebook, project: int, today: date
) -> None:
    first, second = notebook.drafts.read(project).deliverables
    later = date(2026, 12, 5)
    notebook.delivery_moves.move(first.id, later, today, said_on=today, reason="rain")
    text = as_text(read_agreement(project, today))
    assert "  - 28 November 2026: First coat\n    Moved to 5 December 2026 (rain)\n" in text
    newest = replace(first, due_on=date(2026, 12, 9))
    draft = AmendmentDraft(Entry(deliverables=(newest, second)), None, today, "more rain")
    notebook.amendments.amend(project, "deliverables", draft, today)
    text = as_text(read_agreement(project, today))
    assert "  - 9 December 2026: First coat\n    By hand\n" in text
    assert "Before: 28 November 2026: First coat / Moved to 5 December 2026 (rain)" in text
    notebook.delivery_moves.move(first.id, date(2026, 12, 10), today)
    text = as_text(read_agreement(project, today))
    assert "  - 9 December 2026: First coat\n    Moved to 10 December 2026\n" in text


def test_what_they_owe_keeps_its_agreed_day_too(
    notebook: Notebook, project: int, today: date
) -> None:
    (key,) = notebook.projects.page(project).needs
    notebook.promises.move(key.id, NewDay(date(2026, 12, 1), today, "on a journey"), today)
    (line,) = item(project, "needs", today).lines
    assert line.splitlines() == [
        "Key for the service door (Marta Lindqvist, by 25 November 2026)",
        "Moved to 1 December 2026 (on a journey)",
    ]


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
