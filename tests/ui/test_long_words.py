"""Words without end wrap or are cut in every dialog of a project; none becomes wider than asked."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtWidgets import QDialog, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from notebook.domain.checklist_edits import question_of, step_of
from notebook.domain.checklists import Checklist
from notebook.domain.moments import Channel, Direction
from notebook.domain.projects import Agreed
from notebook.domain.promises import Side
from notebook.services.concerns import ConcernDraft
from notebook.services.draft import (
    DeliverableEntry,
    Entry,
    NeedEntry,
    PersonEntry,
    ProjectFacts,
    ResponsibilityEntry,
    Said,
)
from notebook.services.moments import MomentDraft, PromiseDraft
from notebook.services.notebook import Notebook
from notebook.services.own_reminders import OwnReminderDraft
from notebook.services.own_side import OUR_SIDE
from notebook.ui.main_window import MainWindow
from notebook.ui.navigator import AmendRequest, CheckInRequest, Navigator, WizardRequest
from notebook.ui.wizards.expectations_wizard import ExpectationsWizard
from tests.services.project_samples import agree

WORD = "Wm" * 150
NAME = f"{WORD} {WORD}"
WIDTH = 1024  # pixels
_WIDE = 420  # pixels


def long_questions(notebook: Notebook) -> str:
    """Return a checklist whose every word is too long."""
    key = notebook.checklists.key_of(notebook.checklists.begin(WORD).new_id)
    checklist: Checklist = notebook.checklists.read(key)
    editing = notebook.checklist_editing
    for step in checklist.steps:
        editing.save_step(
            key, replace(step_of(checklist, step.key), title=WORD, heading=WORD, intro=WORD)
        )
        for question in step.questions:
            long = replace(question_of(checklist, question.key), text=WORD, hint=WORD)
            editing.save_question(key, long)
    return key


@pytest.fixture
def project(notebook: Notebook, today: date) -> int:
    """Return a draft in which everything is one long word."""
    new, drafts = notebook.drafts.new_row_id, notebook.drafts
    person = notebook.people.add(NAME, today).new_id
    other = notebook.people.add(f"{WORD}x", today).new_id
    facts = ProjectFacts(WORD, person, long_questions(notebook), today, today)
    project_id = drafts.begin(facts).new_id
    people = drafts.read(project_id).people
    entry = Entry(
        {
            "pleased": Said(text=WORD, said_by=other),
            "disappointed": Said(text=WORD),
            "rave-review": Said(text=WORD),
            "channel": Said("email", WORD),
            "explained": Said("yes", WORD),
            OUR_SIDE: Said(text=WORD),
        },
        (DeliverableEntry(new(), WORD, WORD, today, Agreed.NO, WORD),),
        (NeedEntry(new(), person, NAME, WORD, today),),
        (*people, PersonEntry(new(), other, f"{WORD}x", Side.THEIRS, WORD)),
        (ResponsibilityEntry(new(), WORD, Side.OURS, name=WORD),),
    )
    drafts.save(project_id, entry, 0, today)
    return project_id


@pytest.fixture
def agreed(notebook: Notebook, project: int, today: date, now: datetime) -> int:
    """Return the same project, agreed, with a promise, a reminder and a contact."""
    agree(notebook, project, today)
    person = notebook.drafts.read(project).facts.person_id
    said = MomentDraft(
        (person,),
        Channel.CALL,
        Direction.THEY,
        today,
        text=WORD,
        their_words=WORD,
        project_id=project,
        promises=(PromiseDraft(Side.OURS, WORD, today),),
    )
    notebook.moments.log(said, now)
    notebook.reminders.own.save(None, OwnReminderDraft(WORD, today, person, project))
    return project


def wait_for_dialog(window: MainWindow, qtbot: QtBot) -> QDialog:
    def shown() -> list[QDialog]:
        return [each for each in window.findChildren(QDialog) if each.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()))
    return shown()[-1]


def assert_fits(dialog: QDialog) -> None:
    assert dialog.minimumSizeHint().width() <= WIDTH, too_wide(dialog)
    assert dialog.width() <= WIDTH
    for area in dialog.findChildren(QScrollArea):
        inside = area.widget()
        if area.isVisible() and inside is not None:
            assert inside.width() <= area.viewport().width(), too_wide(inside)


def too_wide(widget: QWidget) -> list[str]:
    """Name what asks for so much room, to be read when it is too much."""
    parts = [each for each in widget.findChildren(QWidget) if not each.isHidden()]
    wide = [each for each in parts if each.minimumSizeHint().width() > _WIDE]
    return [
        f"{type(each).__name__} {each.accessibleName()[:20]} {getattr(each, 'text', str)()[:20]}"
        for each in wide
        if not each.findChildren(QWidget)
    ]


def concern(go: Navigator, notebook: Notebook, project: int, today: date) -> None:
    person = notebook.drafts.read(project).facts.person_id
    go.concern_requested.emit(
        notebook.concerns.open(ConcernDraft(person, WORD, project), today).new_id
    )


def new_concern(go: Navigator, notebook: Notebook, project: int, _today: date) -> None:
    go.new_concern_requested.emit(notebook.drafts.read(project).facts.person_id, project)


def close(go: Navigator, _notebook: Notebook, project: int, _today: date) -> None:
    go.close_requested.emit(project)


def check_in(go: Navigator, _notebook: Notebook, project: int, _today: date) -> None:
    go.check_in_requested.emit(CheckInRequest(project))


def report(go: Navigator, _notebook: Notebook, project: int, _today: date) -> None:
    go.report_requested.emit(project)


def move(go: Navigator, notebook: Notebook, project: int, _today: date) -> None:
    go.move_requested.emit(notebook.projects.page(project).deliverables[0].id)


def move_promise(go: Navigator, notebook: Notebook, project: int, _today: date) -> None:
    go.promise_move_requested.emit((notebook.projects.page(project).promises[0].id,))


def give_up(go: Navigator, notebook: Notebook, project: int, _today: date) -> None:
    ours = next(each for each in notebook.projects.page(project).promises if not each.is_need)
    go.promise_given_up.emit((ours.id,))


def promise(go: Navigator, notebook: Notebook, project: int, _today: date) -> None:
    go.promise_requested.emit(notebook.drafts.read(project).facts.person_id, project)


Ways = Callable[[Navigator, Notebook, int, date], None]


@pytest.mark.parametrize(
    "way",
    [concern, new_concern, close, check_in, report, move, move_promise, give_up, promise],
)
def test_no_dialog_is_pushed_wide(
    window: MainWindow, notebook: Notebook, agreed: int, today: date, way: Ways, qtbot: QtBot
) -> None:
    window.resize(WIDTH, 640)
    way(window.navigator, notebook, agreed, today)
    assert_fits(wait_for_dialog(window, qtbot))


@pytest.mark.parametrize(
    "key",
    ["pleased", "rave-review", "channel", "deliverables", "needs", "responsibilities", "people"],
)
def test_no_amendment_is_pushed_wide(
    window: MainWindow, agreed: int, key: str, qtbot: QtBot
) -> None:
    window.resize(WIDTH, 640)
    window.navigator.amend_requested.emit(AmendRequest(agreed, key))
    assert_fits(wait_for_dialog(window, qtbot))


def test_no_page_of_the_wizard_is_pushed_wide(
    window: MainWindow, notebook: Notebook, project: int, qtbot: QtBot
) -> None:
    window.resize(WIDTH, 640)
    checklist = notebook.drafts.read(project).facts.checklist_key
    notebook.checklist_editing.add_question(
        checklist, notebook.checklists.read(checklist).steps[0].key, 0
    )
    window.navigator.wizard_requested.emit(WizardRequest(project))
    wizard = wait_for_dialog(window, qtbot)
    assert isinstance(wizard, ExpectationsWizard)
    for place in range(len(wizard.pages)):
        wizard.go_to(place)
        assert_fits(wizard)
    wizard.agreement_step.gate.is_ours.button(key=True).click()
    wizard.frame.footer.next.click()
    assert wizard.is_finished
    assert_fits(wizard)
