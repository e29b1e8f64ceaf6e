"""Who said so stands beside each answer, from the first question on, and stays there."""

from PySide6.QtGui import QAction

from notebook.domain.promises import Side
from notebook.services.agreements import as_text, read_agreement
from notebook.services.draft import Entry, PersonEntry, Said
from notebook.services.notebook import Notebook
from notebook.ui.wizards.people_editor import PeopleEditor
from notebook.ui.wizards.who_said_so import WhoSaidSo
from tests.services.project_samples import TODAY, add_person, begin
from tests.ui.keyboard import Key
from tests.ui.wizards.conftest import Open
from tests.ui.wizards.wizard_driver import WizardDriver


def words_offered(said_by: WhoSaidSo) -> list[str]:
    return [action.text() for action in said_by.pick.menu().actions()]


def choose(said_by: WhoSaidSo, word: str) -> None:
    action: QAction = next(each for each in said_by.pick.menu().actions() if word in each.text())
    action.trigger()


def paul_joins(notebook: Notebook, project_id: int) -> int:
    paul = add_person(notebook, "Paul Lindqvist")
    people = notebook.drafts.read(project_id).people
    entry = PersonEntry(notebook.drafts.new_row_id(), paul, "Paul Lindqvist", Side.THEIRS)
    notebook.drafts.save(project_id, Entry(people=(*people, entry)), 1, TODAY)
    return paul


def test_the_first_question_knows_whom_it_is_for(open_wizard: Open) -> None:
    at = open_wizard()
    at.resume(begin(at.notebook), "pleased")
    said_by = at.block("pleased").said_by
    assert said_by.isVisible()
    assert words_offered(said_by) == ["Marta said so", "Somebody else…"]
    at.tab_to(said_by.pick)
    assert said_by.value() is None


def test_somebody_new_is_named_by_keyboard_and_offered_from_then_on(open_wizard: Open) -> None:
    at = open_wizard()
    project_id = begin(at.notebook)
    at.resume(project_id, "pleased")
    at.type("Always on time")
    said_by = at.block("pleased").said_by
    choose(said_by, "Somebody else")
    assert said_by.isAncestorOf(at.focused())
    at.type("Nina Hartwig")
    at.press(Key.Key_Return)
    assert said_by.pick.text() == "Nina Hartwig said so"
    assert not said_by.chooser.isVisible()
    assert at.focused() is said_by.pick
    at.wait_until_saved()
    assert "Nina Hartwig said so" in words_offered(at.block("disappointed").said_by)
    at.close()

    at = open_wizard()
    draft = at.notebook.drafts.read(project_id)
    said = draft.answers["pleased"]
    assert said.said_by is not None
    assert draft.sayers[said.said_by] == "Nina Hartwig"
    assert [each.name for each in draft.people] == ["Marta Lindqvist"]
    at.resume(project_id, "pleased")
    assert at.block("pleased").said_by.pick.text() == "Nina Hartwig said so"
    choose(at.block("pleased").said_by, "Marta")
    at.close()

    at = open_wizard()
    assert at.notebook.drafts.read(project_id).answers["pleased"] == Said(text="Always on time")


def test_escape_in_the_field_for_a_name_leaves_only_the_field(open_wizard: Open) -> None:
    at = open_wizard()
    at.resume(begin(at.notebook), "pleased")
    said_by = at.block("pleased").said_by
    choose(said_by, "Somebody else")
    assert said_by.pick.text() == "Marta said so"
    at.press(Key.Key_Escape)
    assert at.wizard.isVisible()
    assert not said_by.chooser.isVisible()


def their_rows(at: WizardDriver) -> PeopleEditor:
    page = at.wizard.page
    (editor,) = page.findChildren(PeopleEditor)
    return editor


def test_it_stays_a_fact_when_somebody_leaves_the_project(open_wizard: Open) -> None:
    at = open_wizard()
    project_id = begin(at.notebook)
    paul = paul_joins(at.notebook, project_id)
    at.resume(project_id, "disappointed")
    at.type("The bill")
    choose(at.block("disappointed").said_by, "Paul")
    at.wizard.ask("people")
    rows = their_rows(at).theirs.rows
    next(row for row in rows if row.person_id == paul).remove_button.click()
    at.wizard.ask("disappointed")
    at.type(" was long")
    at.close()

    at = open_wizard()
    said = at.notebook.drafts.read(project_id).answers["disappointed"]
    assert (said.text, said.said_by) == ("The bill was long", paul)
    assert "(Paul Lindqvist said so)" in as_text(read_agreement(project_id, TODAY))
    at.notebook.people.trash(paul)
    assert "(Paul Lindqvist said so)" in as_text(read_agreement(project_id, TODAY))
    at.notebook.upkeep.undo()
    at.notebook.erasing.erase(paul)
    at.resume(project_id, "disappointed")
    nobody = "Somebody no longer kept said so"
    assert at.block("disappointed").said_by.pick.text() == nobody
    at.type(" and late")
    at.wizard.go_to(0)
    assert f"was long and late\n  ({nobody})" in as_text(read_agreement(project_id, TODAY))
    at.wizard.ask("disappointed")
    choose(at.block("disappointed").said_by, "Marta")
    at.wizard.go_to(0)
    assert "said so" not in as_text(read_agreement(project_id, TODAY))
    at.notebook.upkeep.undo()
    assert nobody in as_text(read_agreement(project_id, TODAY))


def test_who_joins_on_a_later_page_is_offered_on_the_earlier_ones(open_wizard: Open) -> None:
    at = open_wizard()
    at.resume(begin(at.notebook), "people")
    at.tab_to(their_rows(at).theirs.chooser)
    at.type("Paul Lindqvist")
    at.press(Key.Key_Return)
    at.wizard.ask("pleased")
    assert "Paul Lindqvist said so" in words_offered(at.block("pleased").said_by)
