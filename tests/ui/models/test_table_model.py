"""A table over records: whole records for code, one line of plain words for people."""

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from notebook.ui.models.table_model import RECORD_ROLE, Column, TableModel
from notebook.ui.theme import Theme


def table(theme: Theme) -> TableModel[str]:
    model = TableModel[str](
        [Column("Word", str), Column("Length", lambda word: str(len(word)), lambda _word: "soft")],
        theme,
    )
    model.set_records(["<b>x</b>\n\ty", "z"])
    return model


def test_it_is_a_sound_model(theme: Theme, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(table(theme))


def test_a_cell_has_no_rows_of_its_own(theme: Theme) -> None:
    model = table(theme)
    assert (model.rowCount(), model.columnCount()) == (2, 2)
    cell = model.index(0, 0)
    assert (model.rowCount(cell), model.columnCount(cell)) == (0, 0)


def test_texts_are_on_one_line_and_letter_for_letter(theme: Theme) -> None:
    model = table(theme)  # an index is nothing without its model
    cell = model.index(0, 0)
    assert cell.data() == "<b>x</b> y"
    assert "&lt;b&gt;x&lt;/b&gt;" in cell.data(Qt.ItemDataRole.ToolTipRole)
    assert cell.data(RECORD_ROLE) == "<b>x</b>\n\ty"


def test_a_column_may_have_a_colour(theme: Theme) -> None:
    model = table(theme)
    assert model.index(0, 0).data(Qt.ItemDataRole.ForegroundRole) is None
    assert model.index(0, 1).data(Qt.ItemDataRole.ForegroundRole) == theme.colour("soft")
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Length"
