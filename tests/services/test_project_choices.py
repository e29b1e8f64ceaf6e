"""Projects to choose from."""

from datetime import date

from notebook.domain.projects import ProjectState
from notebook.domain.promises import Side
from notebook.services.notebook import Notebook
from notebook.storage.tables import Project, ProjectPerson
from tests.services.reminders.conftest import World


def test_open_projects_of_a_person_or_of_everybody(notebook: Notebook, today: date) -> None:
    world = World(notebook.file)
    ana, ben = world.person("Ana"), world.person("Ben")
    mural = world.project(ana, name="Mural")
    window = world.project(ben, name="Window")
    closed = world.project(ana, ProjectState.CLOSED, name="Closed")
    with world.file.change("joins"):
        ProjectPerson.create(project=window, person=ana, side=Side.THEIRS)

    def names(person: int | None, kept: int | None = None) -> list[str]:
        return [each.name for each in notebook.project_choices.open_ones(person, kept)]

    assert names(None) == ["Mural", "Window"]
    assert names(ana) == ["Mural", "Window"]
    assert names(ben) == ["Window"]
    assert names(ben, closed) == ["Closed", "Window"]
    assert names(ben, mural) == ["Mural", "Window"]
    all_of_them = notebook.project_choices.of_person(ana)
    assert [each.name for each in all_of_them] == ["Mural", "Window", "Closed"]
    with world.file.change("trash"):
        Project.get_by_id(window).amend(deleted_at="2026-11-01")
    assert names(None) == ["Mural"]
