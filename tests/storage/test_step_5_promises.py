"""Notebooks of version 4 keep what their agreements asked for, also where undo brings it back."""

from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from notebook.storage.file import NotebookFile
from tests.reading import rows_in
from tests.storage.versions import unpack

_NEEDS = "SELECT id FROM promise WHERE is_need ORDER BY id"
_AS_BEFORE = (
    "SELECT id FROM promise WHERE side = 'theirs' AND project_id IS NOT NULL AND moment_id IS NULL"
    " ORDER BY id"
)


def test_what_an_agreement_asked_for_is_a_need_also_after_undo(tmp_path: Path) -> None:
    path = unpack(4, tmp_path / "notebook.db")
    needs = rows_in(path, _AS_BEFORE)
    connection = driver.connect(str(path), isolation_level=None)
    (change_id,) = connection.execute("SELECT max(id) + 1 FROM change").fetchone()
    connection.execute(
        "INSERT INTO change VALUES (?, 'Left a need out', '2026-11-22T12:00:00+00:00', 'done')",
        (change_id,),
    )
    connection.execute("UPDATE journal_head SET change_id = ?", (change_id,))
    connection.execute("DELETE FROM promise WHERE id = ?", needs[0])
    connection.execute("UPDATE journal_head SET change_id = NULL")
    connection.close()
    file = NotebookFile(path)
    assert rows_in(path, _NEEDS) == needs[1:]
    file.undo()
    assert rows_in(path, _NEEDS) == needs == rows_in(path, _AS_BEFORE)
    file.close()
