"""Looking after the notebook: what undo is called, the trash, backups, and its own checks."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from notebook.domain.moments import Channel, Direction
from notebook.domain.promises import Side
from notebook.errors import DamagedNotebook, Refused
from notebook.services.draft import ProjectFacts
from notebook.services.moments import MomentDraft
from notebook.services.notebook import Notebook
from notebook.storage.backups import KEEP
from notebook.storage.tables import Person
from tests.reading import rows_in


@pytest.fixture
def marta(notebook: Notebook, today: date) -> int:
    return notebook.people.add("Marta Lindqvist", today).new_id


def log(notebook: Notebook, now: datetime, person: int, text: str = "") -> int:
    draft = MomentDraft((person,), Channel.LETTER, Direction.WE, now.date(), text=text)
    return notebook.moments.log(draft, now).new_id


def test_undo_and_redo_are_called_by_what_they_do(notebook: Notebook, today: date) -> None:
    assert (notebook.upkeep.next_undo, notebook.upkeep.next_redo) == ("", "")
    notebook.people.add("Ana", today)
    notebook.people.add("Ben", today)
    assert (notebook.upkeep.next_undo, notebook.upkeep.next_redo) == ("Added Ben", "")
    undone = notebook.upkeep.undo()
    assert undone is not None
    assert undone.label == "Added Ben"
    assert (notebook.upkeep.next_undo, notebook.upkeep.next_redo) == ("Added Ana", "Added Ben")
    notebook.upkeep.redo()
    assert (notebook.upkeep.next_undo, notebook.upkeep.next_redo) == ("Added Ben", "")


def test_undo_is_there_after_a_restart(notebook: Notebook, notebook_path: Path, marta: int) -> None:
    notebook.people.trash(marta)
    notebook.file.close()
    opened = Notebook.open(notebook_path)
    assert opened.upkeep.next_undo == "Moved Marta Lindqvist to the trash"
    opened.upkeep.undo()
    opened.file.close()
    assert rows_in(notebook_path, "SELECT deleted_at FROM person") == [(None,)]


def test_the_trash_names_everything_newest_first(
    notebook: Notebook, marta: int, today: date, now: datetime
) -> None:
    spoken, silent = log(notebook, now, marta, "About the wall"), log(notebook, now, marta)
    project = notebook.drafts.begin(ProjectFacts("Lobby", marta, "any-project")).new_id
    reminder = notebook.reminders.add_own("Order gold leaf", today).new_id
    assert notebook.upkeep.trash() == []
    notebook.moments.delete(spoken)
    notebook.moments.delete(silent)
    notebook.projects.trash(project)
    notebook.reminders.own.delete(reminder)
    notebook.people.trash(marta)
    assert {(line.kind, line.id, line.title) for line in notebook.upkeep.trash()} == {
        ("person", marta, "Marta Lindqvist"),
        ("reminder", reminder, "Order gold leaf"),
        ("project", project, "Lobby"),
        ("moment", silent, "a letter"),
        ("moment", spoken, "About the wall"),
    }
    times = [line.deleted_at for line in notebook.upkeep.trash()]
    assert times == sorted(times, reverse=True)
    assert all(time.tzinfo is not None for time in times)


def test_restoring_brings_back_and_can_be_undone(
    notebook: Notebook, marta: int, today: date
) -> None:
    notebook.people.trash(marta)
    changes = notebook.upkeep.restore("person", marta)
    assert changes.label == "Restored Marta Lindqvist"
    assert changes.ids == {"person": frozenset({marta})}
    assert notebook.upkeep.trash() == []
    assert [line.id for line in notebook.people_list.search("marta", today)] == [marta]
    notebook.upkeep.undo()
    assert [line.id for line in notebook.upkeep.trash()] == [marta]
    assert notebook.people_list.search("marta", today) == []


def test_only_what_is_in_the_trash_is_restored(notebook: Notebook, marta: int) -> None:
    for person_id in (marta, 42):
        with pytest.raises(Refused, match="no longer in the trash"):
            notebook.upkeep.restore("person", person_id)
    assert notebook.upkeep.next_undo == "Added Marta Lindqvist"


def test_what_belongs_to_somebody_comes_back_with_them(
    notebook: Notebook, marta: int, today: date, now: datetime
) -> None:
    log(notebook, now, marta, "About the wall")
    notebook.promises.add(marta, Side.OURS, "Swatches", today - timedelta(days=1))
    before = notebook.cards.card(marta, today)
    notebook.people.trash(marta)
    assert notebook.reminders.due(today).groups == ()
    notebook.upkeep.restore("person", marta)
    assert notebook.cards.card(marta, today) == before
    assert [line.what for line in notebook.reminders.due(today).groups[0].lines] == ["Swatches"]


def test_a_sound_notebook_passes_its_checks(notebook: Notebook, marta: int, now: datetime) -> None:
    log(notebook, now, marta, "About the wall")
    notebook.upkeep.check()


@pytest.mark.parametrize(
    ("harm", "named"),
    [
        ("DELETE FROM person_search", "person_search"),
        ("DELETE FROM moment_search", "moment_search"),
        ("UPDATE moment_person SET person_id = 42", "moment_person"),
    ],
)
def test_checks_find_what_is_wrong(
    notebook: Notebook, marta: int, now: datetime, harm: str, named: str
) -> None:
    log(notebook, now, marta, "About the wall")
    notebook.file.database.execute_sql("PRAGMA foreign_keys = OFF")
    notebook.file.database.execute_sql(harm)
    with pytest.raises(DamagedNotebook, match="damaged") as raised:
        notebook.upkeep.check()
    assert named in str(raised.value.__cause__)


def test_checks_find_somebody_the_index_has_too_many(notebook: Notebook, marta: int) -> None:
    notebook.file.database.execute_sql("DROP TRIGGER person_search_update")
    Person.update(deleted_at="2026-01-01").where(Person.id == marta).execute()
    with pytest.raises(DamagedNotebook):
        notebook.upkeep.check()


def test_backups_are_listed_newest_first(notebook: Notebook, marta: int) -> None:
    assert notebook.upkeep.backups() == []
    first = notebook.upkeep.back_up()
    second = notebook.upkeep.back_up(occasion="before-import")
    assert [backup.path for backup in notebook.upkeep.backups()] == [second, first]
    assert rows_in(first, "SELECT id FROM person") == [(marta,)]


def test_a_folder_of_ones_own_is_never_tidied(notebook: Notebook, tmp_path: Path) -> None:
    made = [notebook.upkeep.back_up(tmp_path / "mine") for _ in range(KEEP + 2)]
    assert all(path.exists() for path in made)
    assert notebook.upkeep.backups() == []


def test_closing_backs_up_only_what_changed(notebook_path: Path, today: date) -> None:
    folder = notebook_path.parent / "backups"
    Notebook.open(notebook_path).close()
    assert not folder.exists()
    opened = Notebook.open(notebook_path)
    opened.people.add("Ana", today)
    opened.close()
    (backup,) = folder.iterdir()
    assert backup.name.endswith("-closing.db")
    assert rows_in(backup, "SELECT name FROM person") == [("Ana",)]
    opened = Notebook.open(notebook_path)
    opened.upkeep.undo()
    opened.close()
    assert len(list(folder.iterdir())) == 2
    Notebook.open(notebook_path).close()
    assert len(list(folder.iterdir())) == 2
