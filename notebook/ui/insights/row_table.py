"""The table of a picture: the same numbers, for the keyboard and for whoever rather reads."""

from collections.abc import Callable

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QHeaderView

from notebook.services.insights.insight import Insight, Row
from notebook.services.phrases import filled
from notebook.translate import translate
from notebook.ui.models.table_model import Column, TableModel
from notebook.ui.theme import Theme
from notebook.ui.widgets.table import Table


class RowTable(Table):
    """A line for each row, a column for each series; Enter and a click show who is behind it."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._columns: tuple[str, ...] = ()
        super().__init__(TableModel[Row]((), theme), "", wide=())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def show_insight(self, insight: Insight) -> None:
        """Show other rows; the columns are made anew only if they are others."""
        self.setAccessibleName(filled(translate("insights", "%1, as a table"), insight.title))
        if insight.columns != self._columns:
            self._columns = insight.columns
            self._make_columns(insight)
        model: TableModel[Row] = self.model()  # type: ignore[assignment]
        model.set_records(insight.rows)

    def choose(self, place: int | None) -> None:
        """Make a row the current one."""
        if place is None:
            self.clearSelection()
        else:
            self.setCurrentIndex(self.model().index(place, 0))

    def _make_columns(self, insight: Insight) -> None:
        columns: list[Column[Row]] = [Column(insight.first, lambda row: row.label)]
        columns += [
            Column(series.name, _number_of(place), _ink_of(place))
            for place, series in enumerate(insight.series)
        ]
        self.setModel(TableModel[Row](columns, self._theme, self))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)


def _number_of(place: int) -> Callable[[Row], str]:
    return lambda row: QLocale().toString(row.values[place])


def _ink_of(place: int) -> Callable[[Row], str]:
    return lambda row: "ink" if row.values[place] else "soft"
