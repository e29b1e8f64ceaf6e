"""Text that is saved while it is typed is one thing to undo."""

from notebook.storage.file import NotebookFile
from notebook.storage.tables import Setting


def values() -> list[str]:
    return [row.value for row in Setting.select()]


def write(file: NotebookFile, value: str, label: str = "Wrote", *, goes_on: bool = True) -> None:
    with file.change(label, goes_on=goes_on):
        row = Setting.get_or_none(Setting.key == "note")
        if row is None:
            Setting.create(key="note", value=value)
        else:
            row.amend(value=value)


def test_a_change_that_goes_on_is_undone_and_redone_as_one(file: NotebookFile) -> None:
    write(file, "first", goes_on=False)
    write(file, "L", goes_on=False)
    write(file, "Lob")
    write(file, "Lobby")

    file.undo()
    assert values() == ["first"]
    file.redo()
    assert values() == ["Lobby"]


def test_another_label_begins_another_change(file: NotebookFile) -> None:
    write(file, "Lob")
    write(file, "Lobby", "Reworded")

    file.undo()
    assert values() == ["Lob"]


def test_nothing_goes_on_from_what_was_undone(file: NotebookFile) -> None:
    write(file, "first", goes_on=False)
    write(file, "second", goes_on=False)
    file.undo()
    write(file, "third")

    file.undo()
    assert values() == ["first"]
    assert file.journal.next_redo() is not None


def test_going_on_without_a_difference_keeps_what_was_written(file: NotebookFile) -> None:
    write(file, "first", goes_on=False)
    with file.change("Wrote", goes_on=True):
        pass

    assert file.journal.next_undo() is not None
    file.undo()
    assert values() == []
