"""The screens of the tour around the questions of a project."""

from dataclasses import replace
from datetime import timedelta

from notebook.domain.checklist_edits import question_of
from notebook.services.draft import Entry, Said
from notebook.ui.wizards.deliverables_editor import DeliverableRow
from notebook.ui.wizards.question_step import QuestionStep
from tests.tour.scene import TODAY, Scene, settle
from tests.tour.screens import screen


@screen
def project_new_questions(scene: Scene) -> None:
    """What was added to the checklist since is offered where it was left open."""
    view = scene.open_project("Lobby mural")
    assert view.page is not None
    key = scene.notebook.drafts.read(view.page.id).checklist.key
    editing = scene.notebook.checklist_editing
    for text in ("Who waters the plants while we work?", "Who has the alarm code of {name}?"):
        changes, added = editing.add_question(key, "past-experience", 1)
        scene.window.notifier.tell(changes)
        asked = question_of(scene.notebook.checklists.read(key), added)
        scene.window.notifier.tell(editing.save_question(key, replace(asked, text=text)))
    settle()
    view.areas[0].ensureWidgetVisible(view.overview.left_open)
    settle()


@screen
def wizard_asks_whether_ours(scene: Scene) -> None:
    """Finish was pressed, and nobody said yet whether it is ours to do."""
    wizard = scene.open_wizard("Menu boards")
    wizard.go_to(len(wizard.pages) - 1)
    wizard.frame.footer.next.click()
    settle()


@screen
def wizard_ends_before_it_begins(scene: Scene) -> None:
    """Finish leads back to the days that are the wrong way round."""
    project_id = scene.project("Menu boards")
    facts = scene.notebook.drafts.read(project_id).facts
    turned = replace(facts, begins_on=TODAY, ends_on=TODAY - timedelta(days=7))
    scene.notebook.drafts.save_project(project_id, turned, 0)
    wizard = scene.open_wizard("Menu boards")
    wizard.go_to(len(wizard.pages) - 1)
    wizard.frame.footer.next.click()
    settle()


@screen
def wizard_somebody_else_said_so(scene: Scene) -> None:
    """One answer came from somebody new, another one is about to."""
    wizard = scene.open_wizard("Menu boards")
    nina = scene.notebook.people.add("Nina Hartwig", TODAY).new_id
    said = Entry({"pleased": Said(text="They cleaned up every evening", said_by=nina)})
    wizard.let_change(lambda project: scene.notebook.drafts.save(project, said, 1, TODAY))
    wizard.ask("disappointed")
    page = wizard.page
    assert isinstance(page, QuestionStep)
    pick = page.blocks["disappointed"].said_by.pick
    next(each for each in pick.menu().actions() if each.text() == "Somebody else…").trigger()
    settle()


@screen
def wizard_day_not_understood(scene: Scene) -> None:
    """A day that can't be read is not left behind."""
    wizard = scene.open_wizard("Menu boards")
    wizard.ask("deliverables")
    (row,) = wizard.page.findChildren(DeliverableRow)
    row.due.field.setText("when the slate is here")
    row.due.field.textEdited.emit(row.due.field.text())
    wizard.go_to(0)
    settle()


@screen
def wizard_answer_of_somebody_erased(scene: Scene) -> None:
    """Who gave an answer was erased; it is not taken for the answer of anybody else."""
    project_id = scene.project("Menu boards")
    nina = scene.notebook.people.add("Nina Hartwig", TODAY).new_id
    said = Entry({"pleased": Said(text="They cleaned up every evening", said_by=nina)})
    scene.notebook.drafts.save(project_id, said, 1, TODAY)
    scene.notebook.erasing.erase(nina)
    scene.open_wizard("Menu boards").ask("pleased")
    settle()
