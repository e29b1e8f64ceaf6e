"""Every index follows its table, and a check notices one that does not."""

from collections.abc import Callable

import pytest

from notebook.storage.care_tables import Concern, StepTaken
from notebook.storage.checks import problems_in
from notebook.storage.file import NotebookFile
from notebook.storage.need_tables import Need, Offering
from notebook.storage.record import Markable, utc_now
from notebook.storage.referral_tables import Referral
from notebook.storage.responsibility_tables import Responsibility
from notebook.storage.search_index import INDEXES, SearchIndex
from notebook.storage.tables import (
    Answer,
    Checklist,
    Deliverable,
    Fact,
    Moment,
    Organisation,
    Person,
    Project,
    Promise,
    Reminder,
)
from tests.storage.snapshots import search_index, search_index_as_it_should_be


@pytest.fixture
def filled(file: NotebookFile) -> NotebookFile:
    """Return a notebook with one of everything that can be found; each is about wallpaper."""
    with file.change("Filled in"):
        who = Person.create(name="Wallpaper", sort_key="wallpaper", known_since="2026-01-01")
        other = Person.create(
            name="", sort_key="", known_since="2026-01-01", deleted_at="2026-01-01"
        )
        Organisation.create(name="Wallpaper", sort_key="wallpaper")
        kept = Checklist.create(key="any-project", name="Any", content="")
        project = Project.create(
            name="Wallpaper", sort_key="wallpaper", state="draft", person=who, checklist=kept
        )
        Answer.create(
            project=project, question_key="pleased", text="Wallpaper", answered_on="2026-01-01"
        )
        Deliverable.create(project=project, what="", how="Wallpaper", agreed="yes")
        Responsibility.create(project=project, what="Wallpaper", side="ours")
        Moment.create(
            channel="call", direction="we", happened_at="2026-01-01", their_words="Wallpaper"
        )
        Promise.create(person=who, side="ours", text="Wallpaper", state="open")
        Reminder.create(text="Wallpaper", due_on="2026-01-01")
        concern = Concern.create(person=who, text="", opened_on="2026-01-01")
        StepTaken.create(concern=concern, step="cause", note="Wallpaper")
        Offering.create(name="", sort_key="", tags="Wallpaper")
        Need.create(person=who, text="Wallpaper", state="open", told_on="2026-01-01")
        Referral.create(
            person=who,
            way="to-us",
            other_name="Wallpaper",
            referred_on="2026-01-01",
            outcome="open",
        )
        Fact.create(
            person=other, group="goals", text="Wallpaper", learned_on="2026-01-01", position=0
        )
    return file


def rows(file: NotebookFile, index: SearchIndex) -> int:
    found = file.database.execute_sql(
        f"SELECT count(*) FROM {index.name} WHERE {index.name} MATCH 'wallp*'"
    )
    return int(found.fetchone()[0])


@pytest.mark.parametrize("index", INDEXES, ids=lambda index: index.name)
def test_what_is_written_is_found_until_it_is_taken_back(
    filled: NotebookFile, index: SearchIndex
) -> None:
    assert rows(filled, index) == 1
    filled.undo()
    assert rows(filled, index) == 0
    filled.redo()
    assert rows(filled, index) == 1


@pytest.mark.parametrize(
    "table",
    [Organisation, Project, Moment, Promise, Reminder, Concern, Offering, Need, Referral],
    ids=lambda table: table.__name__,
)
def test_the_trash_is_not_found(filled: NotebookFile, table: type[Markable]) -> None:
    indexes = [index for index in INDEXES if index.table == table._meta.table_name]
    with filled.change("Deleted"):
        table.get().amend(deleted_at=utc_now())
    assert [rows(filled, index) for index in indexes] == [0] * len(indexes)
    filled.undo()
    assert [rows(filled, index) for index in indexes] == [1] * len(indexes)


CHANGES: dict[str, Callable[[], object]] = {
    "organisation": lambda: Organisation.get().amend(name="Inn", sort_key="inn"),
    "project": lambda: Project.get().amend(name="Inn", sort_key="inn"),
    "moment": lambda: Moment.get().amend(their_words="Inn"),
    "promise": lambda: Promise.get().amend(text="Inn"),
    "answer": lambda: Answer.get().amend(text=""),
    "deliverable": lambda: Deliverable.get().amend(how="Inn"),
    "responsibility": lambda: Responsibility.get().amend(what="", name="Inn"),
    "reminder": lambda: Reminder.get().amend(text="Inn"),
    "offering": lambda: Offering.get().amend(tags="Inn"),
    "need": lambda: Need.get().amend(text="Inn"),
    "referral": lambda: Referral.get().amend(other_name="Inn"),
    "fact": lambda: Fact.get().amend(group="food"),
    "concern": lambda: StepTaken.get().amend(note="Inn"),
}


@pytest.mark.parametrize("table", CHANGES)
def test_other_words_replace_the_old_ones(filled: NotebookFile, table: str) -> None:
    with filled.change("Changed"):
        CHANGES[table]()
    for index in INDEXES:
        assert rows(filled, index) == (index.table != table)
    assert search_index(filled.database.connection()) == search_index_as_it_should_be(filled.path)
    assert problems_in(filled.database.connection()) == []


@pytest.mark.parametrize("index", INDEXES, ids=lambda index: index.name)
def test_an_index_that_lacks_a_row_or_has_one_left_over_is_noticed(
    filled: NotebookFile, index: SearchIndex
) -> None:
    connection = filled.database.connection()
    assert problems_in(connection) == []
    connection.execute(f"INSERT INTO {index.name}(rowid, {index.columns[0]}) VALUES (7, 'x')")
    assert problems_in(connection) == [f"{index.name} differs from {index.table} in 1 rows"]
    connection.execute(f"DELETE FROM {index.name}")
    assert problems_in(connection) == [f"{index.name} differs from {index.table} in 1 rows"]
