"""The screens of the tour around the questions of a project."""

from dataclasses import replace

from notebook.domain.checklist_edits import question_of
from tests.tour.scene import Scene, settle
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
