"""Text that is saved while it is typed is one thing to undo."""

from notebook.storage.file import NotebookFile
from notebook.storage.journal import Change
from notebook.storage.tables import Setting


def values() -> list[str]:
    return [row.value for row in Setting.select()]


def write(
    file: NotebookFile, value: str, label: str = "Wrote", after: Change | None = None
) -> Change:
    with file.change(label, goes_on=after) as change:
        row = Setting.get_or_none(Setting.key == "note")
        if row is None:
            Setting.create(key="note", value=value)
        elif row.value != value:
            row.amend(value=value)
    return change


def test_a_change_that_goes_on_is_undone_and_redone_as_one(file: NotebookFile) -> None:
    write(file, "first")
    begun = write(file, "L")
    write(file, "Lob", after=begun)
    write(file, "Lobby", "Wrote Lobby", after=begun)

    assert file.journal.next_undo() == (begun.id, "Wrote Lobby")
    file.undo()
    assert values() == ["first"]
    file.redo()
    assert values() == ["Lobby"]


def test_nothing_goes_on_once_something_else_was_changed(file: NotebookFile) -> None:
    begun = write(file, "first")
    write(file, "second", "Reworded")
    write(file, "third", after=begun)

    file.undo()
    assert values() == ["second"]


def test_nothing_goes_on_from_what_was_undone(file: NotebookFile) -> None:
    write(file, "first")
    begun = write(file, "second")
    file.undo()
    write(file, "third", after=begun)

    file.undo()
    assert values() == ["first"]


def test_a_change_below_an_undone_one_is_closed(file: NotebookFile) -> None:
    begun = write(file, "first")
    write(file, "second")
    file.undo()
    write(file, "third", after=begun)

    file.undo()
    assert values() == ["first"]


def test_going_on_without_a_difference_keeps_what_was_written(file: NotebookFile) -> None:
    begun = write(file, "first")
    write(file, "first", after=begun)

    file.undo()
    assert values() == []


def test_a_text_that_is_saved_a_hundred_times_is_written_down_once(file: NotebookFile) -> None:
    begun = write(file, "")
    for length in range(100):
        write(file, "x" * length, after=begun)

    count = file.database.execute_sql("SELECT count(*) FROM journal").fetchone()[0]
    assert count == 1
    file.undo()
    assert values() == []
    file.redo()
    assert values() == ["x" * 99]


def test_a_row_that_came_and_went_is_gone_again_after_undo_and_redo(file: NotebookFile) -> None:
    begun = write(file, "first")
    with file.change("Wrote", goes_on=begun):
        Setting.delete().execute()
    with file.change("Wrote", goes_on=begun):
        Setting.create(key="note", value="again")

    file.undo()
    assert values() == []
    file.redo()
    assert values() == ["again"]
