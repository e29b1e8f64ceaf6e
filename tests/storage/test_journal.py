"""Changes: whole or not at all, taken back and made again, also after a restart."""

from pathlib import Path

import pytest

from notebook.storage.file import NotebookFile
from notebook.storage.ids import new_id
from notebook.storage.tables import (
    ContactDetail,
    Fact,
    Moment,
    MomentPerson,
    Organisation,
    Person,
    Project,
    Promise,
    Reminder,
    Role,
    Setting,
)
from tests.reading import rows_in
from tests.storage.snapshots import snapshot

JOURNAL = ("change", "journal")


def write(file: NotebookFile, key: str, value: str = "", label: str = "Wrote") -> int:
    with file.change(label) as change:
        change.done(Setting.create(key=key, value=value).id)
    return change.changes.new_id


def fail(file: NotebookFile) -> None:
    with file.change("Fails"):
        Setting.create(key="lost", value="")
        Setting.update(value="changed").execute()
        raise ZeroDivisionError


def fail_within(file: NotebookFile) -> None:
    with file.change("Outer"):
        Setting.create(key="a", value="")
        fail(file)


def keys() -> list[str]:
    return [row.key for row in Setting.select().order_by(Setting.id)]


def traces(file: NotebookFile) -> list[int]:
    return [
        file.database.execute_sql(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in JOURNAL
    ]


def test_a_change_says_what_it_touched(file: NotebookFile) -> None:
    with file.change("Added Marta") as change:
        person = Person.create(name="Marta", sort_key="marta", known_since="2026-01-01")
        detail = ContactDetail.create(person=person, kind="email", value="m@example.com")
        change.done(person.id)
    assert change.changes.label == "Added Marta"
    assert change.changes.created == person.id
    assert change.changes.ids == {
        "person": frozenset({person.id}),
        "contact_detail": frozenset({detail.id}),
    }


def test_an_empty_change_leaves_no_trace(file: NotebookFile) -> None:
    with file.change("Nothing") as change:
        pass
    assert change.changes.ids == {}
    assert traces(file) == [0, 0]
    assert file.journal.next_undo() is None
    assert not file.changed_since_opened


def test_an_empty_change_keeps_what_could_be_redone(file: NotebookFile) -> None:
    write(file, "a")
    file.undo()
    with file.change("Nothing"):
        pass
    assert file.redo() is not None
    assert keys() == ["a"]


def test_a_failed_change_is_no_change(file: NotebookFile) -> None:
    write(file, "kept")
    before = snapshot(file), traces(file)
    with pytest.raises(ZeroDivisionError):
        fail(file)
    assert (snapshot(file), traces(file)) == before
    write(file, "after")  # and the next one is journaled as usual
    file.undo()
    assert keys() == ["kept"]


def test_writing_outside_a_change_is_not_journaled(file: NotebookFile) -> None:
    Setting.create(key="quiet", value="")
    assert traces(file) == [0, 0]


def test_undo_and_redo_walk_through_the_changes_one_by_one(file: NotebookFile) -> None:
    for key in "abc":
        write(file, key, label=f"Wrote {key}")
    labels, states = [], []
    while (changes := file.undo()) is not None:
        labels.append(changes.label)
        states.append("".join(keys()))
    assert labels == ["Wrote c", "Wrote b", "Wrote a"]
    assert states == ["ab", "a", ""]
    while file.redo() is not None:
        states.append("".join(keys()))
    assert states[3:] == ["a", "ab", "abc"]


def test_undo_says_what_it_touched(file: NotebookFile) -> None:
    made = write(file, "a", label="Wrote a")
    undone = file.undo()
    assert undone is not None
    assert (undone.label, undone.ids) == ("Wrote a", {"setting": frozenset({made})})
    redone = file.redo()
    assert redone is not None
    assert (redone.label, redone.ids) == ("Wrote a", {"setting": frozenset({made})})


def test_undo_and_redo_go_on_after_a_restart(notebook_path: Path) -> None:
    file = NotebookFile(notebook_path)
    write(file, "a")
    write(file, "b", label="Wrote b")
    file.close()

    file = NotebookFile(notebook_path)
    next_undo = file.journal.next_undo()
    assert next_undo is not None
    assert next_undo[1] == "Wrote b"
    file.undo()
    assert file.changed_since_opened
    file.close()

    file = NotebookFile(notebook_path)
    assert keys() == ["a"]
    file.redo()
    assert keys() == ["a", "b"]
    file.close()
    assert rows_in(notebook_path, "SELECT count(*) FROM setting") == [(2,)]


def test_a_new_change_ends_what_could_be_redone(file: NotebookFile) -> None:
    write(file, "a")
    write(file, "b")
    file.undo()
    write(file, "c")
    assert file.redo() is None
    assert keys() == ["a", "c"]
    file.undo()
    file.undo()
    assert keys() == []
    assert file.undo() is None
    file.redo()
    file.redo()
    assert keys() == ["a", "c"]
    assert file.redo() is None


def test_a_change_within_a_change_becomes_part_of_it(file: NotebookFile) -> None:
    with file.change("Outer") as outer:
        Setting.create(key="a", value="")
        with file.change("Inner") as inner:
            made = Setting.create(key="b", value="").id
            inner.done(made)
        assert inner.changes.new_id == made
        assert inner.changes.label == "Inner"
        Setting.create(key="c", value="")
    assert outer.changes.created is None
    assert len(outer.changes.ids["setting"]) == 3
    assert traces(file) == [1, 3]
    file.undo()
    assert keys() == []


def test_a_failure_within_takes_the_whole_change_back(file: NotebookFile) -> None:
    with pytest.raises(ZeroDivisionError):
        fail_within(file)
    assert keys() == []
    assert traces(file) == [0, 0]


def test_several_edits_of_a_row_in_one_change_are_one_thing_to_undo(file: NotebookFile) -> None:
    write(file, "a", "first")
    with file.change("Edited"):
        row = Setting.get(Setting.key == "a")
        row.amend(value="second")
        row.amend(value="third")
        row.delete_instance()
        Setting.create(id=row.id, key="a", value="fourth")
    file.undo()
    assert [(row.key, row.value) for row in Setting.select()] == [("a", "first")]
    file.redo()
    assert [(row.key, row.value) for row in Setting.select()] == [("a", "fourth")]


def full_life(file: NotebookFile) -> None:
    """Write rows that point to each other in every way the schema knows."""
    with file.change("Everything"):
        firm = Organisation.create(name="Hotel", sort_key="hotel")
        tom = Person.create(name="Tom", sort_key="tom", known_since="2026-01-01", is_team=True)
        marta = Person.create(
            name="Marta", sort_key="marta", known_since="2026-01-01", looked_after_by=tom
        )
        Role.create(person=marta, organisation=firm, title="Owner")
        Fact.create(person=marta, group="family", text="Paul", learned_on="2026-01-01")
        checklist = file.database.execute_sql(
            "INSERT INTO checklist VALUES (?, '', '', 'k', 'n', 'c') RETURNING id", (new_id(),)
        ).fetchone()[0]
        project = Project.create(
            name="Lobby", sort_key="lobby", state="agreed", person=marta, checklist=checklist
        )
        moment = Moment.create(
            channel="call", direction="we", happened_at="2026-05-05T10:00", project=project
        )
        MomentPerson.create(moment=moment, person=marta)
        MomentPerson.create(moment=moment, person=tom)
        Promise.create(
            side="ours", text="Swatches", state="open", person=marta, project=project, moment=moment
        )
        Reminder.create(text="Call", due_on="2026-06-06", person=marta, project=project)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM moment",
        "DELETE FROM organisation",
        "DELETE FROM person WHERE name = 'Tom'",
        "DELETE FROM reminder; DELETE FROM promise; DELETE FROM moment; DELETE FROM project",
        "DELETE FROM project; DELETE FROM person; DELETE FROM checklist",
        "UPDATE person SET name = 'X', looked_after_by_id = NULL, birthday_year = 1980",
        "UPDATE moment SET happened_at = '2020-01-01'; DELETE FROM moment_person",
    ],
)
def test_links_survive_undo_and_redo(file: NotebookFile, statement: str) -> None:
    full_life(file)
    before = snapshot(file)
    with file.change("Deleted"):
        for part in statement.split(";"):
            file.database.execute_sql(part)
    after = snapshot(file)
    assert after != before
    file.undo()
    assert snapshot(file) == before
    file.redo()
    assert snapshot(file) == after
    file.undo()
    file.undo()
    assert all(not rows for rows in snapshot(file).values())
    assert file.database.execute_sql("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize(
    "value",
    [
        "", " ", "it's", '"', "\\", "\\u0000", "\0", "a\0b", "\n\r\t\x1f", "😀", "\u2028", "e\u0301",
        "\u202eabc", "{}", "[1]", "null", "é" * 10_000, "\ufeff", "\ufffe", "\U0010ffff", "123", "1e5",
    ],
)  # fmt: skip
def test_every_text_comes_back_letter_for_letter(file: NotebookFile, value: str) -> None:
    made = write(file, "text", value)
    with file.change("Changed"):
        Setting.get_by_id(made).amend(value="other")
    file.undo()
    assert Setting.get_by_id(made).value == value
    file.undo()
    file.redo()
    assert Setting.get_by_id(made).value == value


def test_what_is_forgotten_cannot_be_undone(file: NotebookFile) -> None:
    write(file, "a")
    write(file, "b")
    file.undo()
    file.forget_changes()
    assert file.undo() is None
    assert file.redo() is None
    assert keys() == ["a"]
    write(file, "c")
    file.undo()
    assert keys() == ["a"]


def test_undo_names_only_what_differs(file: NotebookFile) -> None:
    with file.change("Added Marta"):
        person = Person.create(name="Marta", sort_key="marta", known_since="2026-01-01")
    with file.change("Wrote a note"):
        person.amend(note="Likes tiles")
    database = file.database
    database.execute_sql("CREATE TEMP TABLE named(column_name)")
    for column in ("name", "note"):
        database.execute_sql(
            f"CREATE TEMP TRIGGER named_{column} AFTER UPDATE OF {column} ON person"
            f" BEGIN INSERT INTO named VALUES ('{column}'); END"
        )
    file.undo()
    file.redo()
    assert database.execute_sql("SELECT column_name FROM named").fetchall() == [
        ("note",),
        ("note",),
    ]
    assert Person.get().note == "Likes tiles"
