"""One picture with everything about it: its sentence, its table, and the people behind its bars."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from notebook.errors import NotebookError
from notebook.services.insights.insight import Behind, Insight, Row, RowKey, Subject
from notebook.services.insights.saving import save_table
from notebook.services.phrases import filled
from notebook.ui.errands.desk import Desk
from notebook.ui.helping.sent_area import SentArea
from notebook.ui.insights.bar_chart import BarChart
from notebook.ui.insights.looks import Legend
from notebook.ui.insights.people_behind import PeopleBehind
from notebook.ui.insights.row_table import RowTable
from notebook.ui.insights.sheet import image_of
from notebook.ui.pictures import save_png
from notebook.ui.widgets.banner import Banner
from notebook.ui.widgets.buttons import plain_button
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.empty_state import EmptyState
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.panel import Panel

_PICTURE, _TABLE, _EMPTY = range(3)
_ALL_ROOM = 100


class SubjectView(QWidget):
    """Shows one insight after another of the same subject.

    Attributes:
        shown: the row whose people are shown, None for none.
        chart, sent: the picture, in bars or of who sent whom; the other one is None.
        table, people, sentence, note, toggle, save_button, banner: the parts.

    Signals:
        row_chosen(RowKey): the user wants to see who is behind a row.
    """

    row_chosen = Signal(object)

    def __init__(self, subject: Subject, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._insight: Insight | None = None
        self.shown: RowKey | None = None
        self._goes_on_to_people = False
        self.banner = Banner(desk.icons)
        self.panel = Panel()
        self.panel.title_label.hide()
        self.sentence = text_label("", wrap=True, selectable=True)
        self.note = text_label("", "second", wrap=True)
        self.legend = Legend(desk.icons.theme)
        self.chart: BarChart | None = None
        self.sent: SentArea | None = None
        if subject is Subject.REFERRALS:
            self.sent = SentArea((), desk.icons.theme)
        else:
            self.chart = BarChart(desk.icons.theme)
        self.table = RowTable(desk.icons.theme)
        self.empty = EmptyState(desk.icons, "chart-column", "")
        self.people = PeopleBehind(desk.icons.theme)
        self.toggle = ChoiceRow(
            [(_PICTURE, self.tr("Picture")), (_TABLE, self.tr("Table"))],
            self.tr("Show as"),
            compact=True,
            optional=False,
        )
        self.toggle.set_value(_PICTURE)
        self.save_button = plain_button(self.tr("Save…"), desk.icons, "download")
        self._offer_to_save()
        self._lay_out()
        self._connect()

    def show_insight(self, insight: Insight, shown: RowKey | None, people: Behind) -> None:
        """Show a picture, with the people behind one of its rows."""
        self._insight = insight
        has_rows = bool(insight.total)
        self.panel.set_title(insight.title)
        for label, words in ((self.sentence, insight.sentence), (self.note, insight.note)):
            label.setText(words)
            label.setAccessibleName(words)
            label.setVisible(bool(words))
        self.legend.show_series(insight.series)
        if self.chart is not None:
            self.chart.show_insight(insight)
        if self.sent is not None and insight.sent is not None:
            self.sent.canvas.show_people(insight.sent.people)
        self.table.show_insight(insight)
        self.empty.say(*insight.empty)
        for part in (self.toggle, self.save_button, self.people):
            part.setVisible(has_rows)
        self.show_people(shown, people)
        self._turn()

    def show_people(self, shown: RowKey | None, people: Behind) -> None:
        """Show who is behind a row."""
        self.shown = shown
        place = next((at for at, row in enumerate(self._rows) if row.key == shown), None)
        if self.chart is not None:
            self.chart.choose(place)
        if self.sent is not None:
            self.sent.point_to(shown)
        self.table.choose(place)
        self.people.show_people(self._rows[place].label if place is not None else "", people)
        if self._goes_on_to_people:
            self._goes_on_to_people = False
            self.people.take_focus()

    @property
    def _rows(self) -> tuple[Row, ...]:
        return self._insight.rows if self._insight is not None else ()

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        self._pages.addWidget(self.chart or self.sent or QWidget())
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.empty)
        row = self.panel.title_row
        row.setSpacing(12)
        row.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.save_button)
        body = self.panel.body
        body.addWidget(self.sentence)
        body.addWidget(self.note)
        body.addWidget(self.legend)
        body.addWidget(self._pages, 1)
        whole = self.panel.layout()
        assert isinstance(whole, QVBoxLayout)
        whole.setStretchFactor(body, _ALL_ROOM)  # against the stretch below it
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.banner)
        column.addWidget(self.panel, 3)
        column.addWidget(self.people, 2)

    def _offer_to_save(self) -> None:
        menu = QMenu(self.save_button)
        menu.addAction(self.tr("As picture…"), self._save_picture)
        menu.addAction(self.tr("As table for spreadsheets…"), self._save_table)
        self.save_button.setProperty("menu", "true")
        self.save_button.setMenu(menu)

    def _connect(self) -> None:
        if self.chart is not None:
            self.chart.row_chosen.connect(self._on_bar)
        if self.sent is not None:
            self.sent.sender_chosen.connect(self.row_chosen)
            self.sent.canvas.person_chosen.connect(self._desk.navigator.person_requested)
        self.table.clicked.connect(self._on_row)
        self.table.activated.connect(self._on_entered)
        self.toggle.chosen.connect(self._turn)
        self.people.person_chosen.connect(self._desk.navigator.person_requested)

    @Slot()
    def _turn(self) -> None:
        has_rows = self._insight is not None and bool(self._insight.total)
        is_table = self.toggle.value() == _TABLE
        self._pages.setCurrentIndex((_TABLE if is_table else _PICTURE) if has_rows else _EMPTY)
        is_chart = has_rows and not is_table and self.chart is not None
        self.legend.setVisible(is_chart and self.legend.is_needed)

    @Slot(int)
    def _on_bar(self, place: int) -> None:
        self.row_chosen.emit(self._rows[place].key)

    @Slot(QModelIndex)
    def _on_row(self, index: QModelIndex) -> None:
        self.row_chosen.emit(self._rows[index.row()].key)

    @Slot(QModelIndex)
    def _on_entered(self, index: QModelIndex) -> None:
        self._goes_on_to_people = True  # once it is known who they are
        self._on_row(index)

    @Slot()
    def _save_picture(self) -> None:
        assert self._insight is not None
        place = self._desk.prompts.save_file(
            self.tr("Save the picture"),
            f"{self._insight.title}.png",
            self.tr("Picture (*.png)"),
        )
        if place is not None:
            place = place if place.suffix else place.with_suffix(".png")
            image = self._image(self._insight)
            self._save(place, lambda: save_png(place, image))

    def _image(self, insight: Insight) -> QImage:
        if self.sent is not None:
            return self.sent.canvas.image()
        return image_of(insight, self._desk.icons.theme)

    @Slot()
    def _save_table(self) -> None:
        insight = self._insight
        assert insight is not None
        place = self._desk.prompts.save_file(
            self.tr("Save the table"), f"{insight.title}.csv", self.tr("Table (*.csv)")
        )
        if place is not None:
            place = place if place.suffix else place.with_suffix(".csv")
            self._save(place, lambda: save_table(place, insight))

    def _save(self, place: Path, write: Callable[[], None]) -> None:
        try:
            write()
        except NotebookError as problem:
            self.banner.show_message(str(problem), "warn")
            return
        self.banner.show_message(filled(self.tr("Saved as %1"), str(place)), "ok")
