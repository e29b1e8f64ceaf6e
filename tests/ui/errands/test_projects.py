"""The wizard opens where a page asks for it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from notebook.domain.projects import ProjectState
from notebook.services.draft import Entry, Said
from notebook.services.notebook import Notebook
from notebook.services.projects import ProjectOrder
from notebook.ui.errands.desk import Desk
from notebook.ui.errands.projects import ProjectErrands
from notebook.ui.icons import Icons
from notebook.ui.navigator import Navigator, WizardRequest
from notebook.ui.notifier import Notifier
from notebook.ui.wizards.expectations_wizard import ExpectationsWizard
from notebook.ui.wizards.people_editor import PeopleEditor
from notebook.ui.wizards.question_step import QuestionStep
from tests.services.project_samples import TODAY, add_person, begin, finish, responsibility
from tests.ui.scripted_prompts import ScriptedPrompts
from tests.ui.wizards.wizard_driver import FixedClock

Ask = Callable[[WizardRequest], ExpectationsWizard | None]


@pytest.fixture
def navigator() -> Navigator:
    return Navigator()


@pytest.fixture
def said() -> list[str]:
    """Return what was said quietly at the foot of the window."""
    return []


@pytest.fixture
def ask(
    notebook: Notebook, navigator: Navigator, icons: Icons, said: list[str], qtbot: QtBot
) -> Ask:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    desk = Desk(notebook, Notifier(), navigator, FixedClock(), icons, ScriptedPrompts(), window)
    ProjectErrands(desk).said.connect(said.append)

    def asked(request: WizardRequest) -> ExpectationsWizard | None:
        navigator.wizard_requested.emit(request)
        wizards = window.findChildren(ExpectationsWizard)
        return next((wizard for wizard in wizards if wizard.isVisible()), None)

    return asked


def test_a_new_project_for_somebody_needs_only_a_name(
    notebook: Notebook, ask: Ask, qtbot: QtBot
) -> None:
    wizard = ask(WizardRequest(person_id=add_person(notebook, "Marta Lindqvist")))
    assert wizard is not None
    qtbot.keyClicks(wizard.project_step.name, "Lobby mural")
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)

    (line,) = notebook.projects.window(ProjectOrder.NAME, 0, 9)
    assert (line.name, line.person_name) == ("Lobby mural", "Marta Lindqvist")


def test_a_question_is_opened_where_it_is_asked(notebook: Notebook, ask: Ask) -> None:
    wizard = ask(WizardRequest(project_id=begin(notebook), question_key="in-person"))
    assert wizard is not None
    assert wizard.page.title == "Staying in touch"
    wizard.reject()


def test_a_project_that_is_gone_opens_nothing(
    notebook: Notebook, ask: Ask, said: list[str]
) -> None:
    project_id = begin(notebook)
    notebook.projects.trash(project_id)
    assert ask(WizardRequest(project_id=project_id)) is None
    assert said == ["This project is no longer in the notebook."]


def test_the_finished_project_is_opened_on_wish(
    notebook: Notebook, ask: Ask, navigator: Navigator, qtbot: QtBot
) -> None:
    project_id = begin(notebook)
    wizard = ask(WizardRequest(project_id=project_id))
    assert wizard is not None
    wizard.go_to(7)
    wizard.frame.footer.next.click()
    with qtbot.waitSignal(navigator.project_requested) as requested:
        wizard.frame.footer.next.click()
    assert requested.args == [project_id]


def test_a_new_name_on_our_side_is_one_of_the_team(
    notebook: Notebook, ask: Ask, qtbot: QtBot
) -> None:
    wizard = ask(WizardRequest(project_id=begin(notebook), question_key="people"))
    assert wizard is not None
    page = wizard.page
    assert isinstance(page, QuestionStep)
    editor = page.blocks["people"].editor
    assert isinstance(editor, PeopleEditor)
    for rows, name in ((editor.ours, "Tom Berg"), (editor.theirs, "Paul Roth")):
        qtbot.keyClicks(rows.chooser.field, name)
        qtbot.keyClick(rows.chooser.field, Qt.Key.Key_Return)
    wizard.reject()

    assert [member.name for member in notebook.people.team()] == ["Tom Berg"]
    assert [line.name for line in notebook.people_list.search("Paul", TODAY)] == ["Paul Roth"]


def test_nothing_opens_when_every_question_is_answered_which_is_said(
    notebook: Notebook, ask: Ask, said: list[str]
) -> None:
    project_id = finish(notebook)
    later = {"responsibilities": Said()}
    entry = Entry(later, responsibilities=(responsibility(notebook),))
    notebook.drafts.save(project_id, entry, 5, TODAY)
    assert ask(WizardRequest(project_id=project_id)) is None
    assert said == ["Every question about Lobby mural is answered."]


def test_the_checklist_is_changed_from_the_first_page_and_the_draft_kept(
    notebook: Notebook, ask: Ask, navigator: Navigator, qtbot: QtBot
) -> None:
    wizard = ask(WizardRequest(person_id=add_person(notebook, "Marta Lindqvist")))
    assert wizard is not None
    qtbot.keyClicks(wizard.project_step.name, "Lobby mural")
    wizard.project_step.checklist.button("craft-commission").click()
    with qtbot.waitSignal(navigator.checklists_requested) as requested:
        qtbot.keyClick(wizard.project_step.offers.edit, Qt.Key.Key_Space)

    assert requested.args == ["craft-commission"]
    assert not wizard.isVisible()
    (line,) = notebook.projects.window(ProjectOrder.NAME, 0, 9)
    assert notebook.drafts.read(line.id).facts.checklist_key == "craft-commission"


def test_new_questions_are_asked_in_a_running_draft_on_wish(
    notebook: Notebook, ask: Ask, qtbot: QtBot
) -> None:
    project_id = begin(notebook)
    notebook.drafts.save(project_id, Entry({"pleased": Said(text="On time")}), 0, TODAY)
    notebook.checklist_editing.add_question("any-project", "past-experience", 1)
    _, step_key = notebook.checklist_editing.add_step("any-project", 1)
    notebook.checklist_editing.add_question("any-project", step_key, 0)
    wizard = ask(WizardRequest(project_id=project_id))
    assert wizard is not None
    offers = wizard.project_step.offers
    assert offers.new.words.text() == "2 questions were added to this checklist since."
    wizard.project_step.name.clear()
    qtbot.keyClick(offers.new.take_over, Qt.Key.Key_Space)
    assert "Give the project a name" in wizard.frame.banner.text()
    qtbot.keyClicks(wizard.project_step.name, "Lobby, the mural")
    qtbot.keyClick(offers.new.take_over, Qt.Key.Key_Space)

    assert not offers.new.take_over.isVisible()
    assert [page.title for page in wizard.pages][1:4] == [
        "Past experience",
        "New step",
        "A rave review",
    ]
    wizard.ask("pleased")
    page = wizard.page
    assert isinstance(page, QuestionStep)
    assert [block.question.text for block in page.blocks.values()][1] == "New question"
    assert page.blocks["pleased"].said().text == "On time"
    assert notebook.drafts.read(project_id).facts.name == "Lobby, the mural"
    wizard.reject()


def test_new_questions_that_are_not_wanted_are_offered_no_more(
    notebook: Notebook, ask: Ask, qtbot: QtBot
) -> None:
    project_id = begin(notebook)
    notebook.checklist_editing.add_question("any-project", "past-experience", 1)
    wizard = ask(WizardRequest(project_id=project_id))
    assert wizard is not None
    new = wizard.project_step.offers.new
    assert new.isVisible()
    qtbot.keyClick(new.decline, Qt.Key.Key_Space)
    assert not new.isVisible()
    assert notebook.checklist_versions.new_questions(project_id) == ()
    wizard.reject()


def test_nothing_is_offered_while_the_checklist_is_as_it_was(notebook: Notebook, ask: Ask) -> None:
    wizard = ask(WizardRequest(project_id=begin(notebook)))
    assert wizard is not None
    assert not wizard.project_step.offers.new.take_over.isVisible()
    wizard.reject()


def test_what_somebody_else_does_better_is_referred_on(
    notebook: Notebook, ask: Ask, qtbot: QtBot
) -> None:
    project_id = begin(notebook, is_ours=None)
    wizard = ask(WizardRequest(project_id=project_id))
    assert wizard is not None
    wizard.go_to(len(wizard.pages) - 1)
    gate = wizard.agreement_step.gate
    assert gate.is_ours.value() is None
    assert not gate.whom.isVisible()
    qtbot.mouseClick(gate.is_ours.button(False), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(gate.refer_button, Qt.MouseButton.LeftButton)
    assert wizard.isVisible()  # nobody is named yet
    qtbot.keyClicks(gate.whom, "Nina Hartwig")
    qtbot.keyClick(gate.whom, Qt.Key.Key_Return)
    qtbot.keyClicks(gate.why, "Stairs are her trade")
    qtbot.mouseClick(gate.refer_button, Qt.MouseButton.LeftButton)
    assert not wizard.isVisible()
    page = notebook.projects.page(project_id)
    assert page.state is ProjectState.CLOSED
    assert page.outcome is not None
    assert page.outcome.note == "Referred on to Nina Hartwig. Stairs are her trade"
