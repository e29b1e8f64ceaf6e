"""A world of reminders: people, projects and promises in one line each."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from notebook.domain.moments import Channel, Direction
from notebook.domain.projects import Agreed, ProjectState
from notebook.domain.reminders import Source
from notebook.domain.urgency import ReminderGroup
from notebook.paths import resources_dir
from notebook.services.preferences import Preferences
from notebook.services.reminders.engine import Reminders
from notebook.services.reminders.line import ReminderLine
from notebook.storage.file import NotebookFile
from notebook.storage.tables import (
    Answer,
    Checklist,
    Deliverable,
    Moment,
    MomentPerson,
    Person,
    Project,
)


class World:
    """Writes rows as the services would, and asks what is due."""

    def __init__(self, file: NotebookFile) -> None:
        self.file = file
        self.preferences = Preferences(file)
        self.reminders = Reminders(file, self.preferences)

    def person(self, name: str = "Ana Pereira", **values: Any) -> int:
        columns: dict[str, Any] = {"sort_key": name, "known_since": date(2026, 1, 1)} | values
        with self.file.change("person"):
            return Person.create(name=name, **columns).id

    def moment(
        self,
        person_id: int,
        day: date,
        project_id: int | None = None,
        direction: Direction = Direction.WE,
    ) -> int:
        with self.file.change("moment"):
            moment = Moment.create(
                channel=Channel.CALL,
                direction=direction,
                happened_at=day.isoformat(),
                project=project_id,
            )
            MomentPerson.create(moment=moment, person=person_id)
            return moment.id

    def project(
        self,
        person_id: int,
        state: ProjectState = ProjectState.UNDER_WAY,
        name: str = "Lobby mural",
        **values: Any,
    ) -> int:
        content = (resources_dir() / "checklists" / "any-project.toml").read_text("utf-8")
        with self.file.change("project"):
            checklist = Checklist.create(key="any-project", name="Any project", content=content)
            return Project.create(
                name=name,
                sort_key=name,
                state=state,
                person=person_id,
                checklist=checklist,
                **values,
            ).id

    def answer(self, project_id: int, key: str, choice: str = "", **values: Any) -> int:
        with self.file.change("answer"):
            return Answer.create(project=project_id, question_key=key, choice=choice, **values).id

    def deliverable(self, project_id: int, due_on: date | None, **values: Any) -> int:
        with self.file.change("deliverable"):
            return Deliverable.create(
                project=project_id,
                what="First coat",
                due_on=due_on,
                agreed=values.pop("agreed", Agreed.YES),
                **values,
            ).id

    def due(self, today: date, source: Source | None = None) -> list[ReminderLine]:
        lines = self.reminders.due(today, per_group=100).lines
        return [line for line in lines if source in (None, line.source)]

    def groups(self, today: date) -> dict[ReminderGroup, Sequence[str]]:
        due = self.reminders.due(today)
        return {each.group: [line.what for line in each.lines] for each in due.groups}


@pytest.fixture
def world(file: NotebookFile) -> World:
    return World(file)


@pytest.fixture(scope="session")
def new_world(template: Path) -> Callable[[Path], World]:
    """Return what makes a world of its own in a folder, for tests with many examples."""

    def build(folder: Path) -> World:
        path = folder / "notebook.db"
        path.write_bytes(template.read_bytes())
        return World(NotebookFile(path))

    return build
