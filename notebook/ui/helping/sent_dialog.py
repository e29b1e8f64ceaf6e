"""Who sent whom: the picture, its table, and its sentence."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from notebook.errors import NotebookError
from notebook.services.phrases import filled
from notebook.services.referral_picture import Pictured, WhoSentWhom
from notebook.translate import translate
from notebook.ui.helping.sent_area import SentArea
from notebook.ui.helping.sent_canvas import sent_words
from notebook.ui.icons import Icons
from notebook.ui.models.table_model import RECORD_ROLE, Column, TableModel
from notebook.ui.pictures import save_png
from notebook.ui.prompts import Prompts
from notebook.ui.widgets.banner import Banner
from notebook.ui.widgets.buttons import plain_button
from notebook.ui.widgets.dialog_frame import fit_above
from notebook.ui.widgets.empty_state import EmptyState
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.table import Table

_USUAL = (1160, 700)


class SentDialog(QDialog):
    """Picture and table beside each other; both lead to the cards.

    Attributes:
        canvas, table, banner: the parts.
        save_button, close_button: below them.

    Signals:
        person_chosen(int): open this card; the dialog closes.
    """

    person_chosen = Signal(object)

    def __init__(
        self,
        picture: WhoSentWhom,
        person_id: int | None,
        icons: Icons,
        prompts: Prompts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._picture, self._prompts = picture, prompts
        self.setWindowTitle(self.tr("Who sent whom"))
        self.banner = Banner(icons)
        self._area = SentArea(picture.people, icons.theme)
        self.canvas = self._area.canvas
        columns: list[Column[Pictured]] = [
            Column(self.tr("Who"), lambda each: each.name),
            Column(self.tr("Sent by"), lambda each: each.sent_by, lambda _: "soft"),
            Column(self.tr("Sent us"), lambda each: sent_words(each.sent), lambda _: "soft"),
        ]
        self.model: TableModel[Pictured] = TableModel(columns, icons.theme, self)
        self.model.set_records(picture.people)
        self.table = Table(self.model, self.tr("Who sent whom, as a table"), wide=(0, 1, 2))
        self.save_button = plain_button(self.tr("Save as picture…"), icons, "download")
        self.close_button = plain_button(self.tr("Close"))
        self._lay_out(icons)
        self._connect()
        fit_above(self, _USUAL, parent)
        self._begin(person_id)

    def _lay_out(self, icons: Icons) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(8)
        column.addWidget(text_label(self.windowTitle(), "title"))
        if self._picture.people:
            column.addWidget(text_label(self._picture.sentence, wrap=True))
        if self._picture.older:
            column.addWidget(text_label(self._picture.older, "second", wrap=True))
        column.addWidget(self.banner)
        column.addWidget(self._beside() if self._picture.people else _nobody(icons), 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.save_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        self.save_button.setVisible(bool(self._picture.people))
        column.addLayout(buttons)

    def _beside(self) -> QWidget:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._area)
        splitter.addWidget(self.table)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([640, 460])
        return splitter

    def _connect(self) -> None:
        self.canvas.moved.connect(self._on_moved)
        self.canvas.person_chosen.connect(self._on_person)
        self.table.activated.connect(self._on_row)
        self.save_button.clicked.connect(self._on_save)
        self.close_button.clicked.connect(self.reject)

    def _begin(self, person_id: int | None) -> None:
        people = self._picture.people
        if not people:
            return
        own = (each for each in people if person_id is not None and each.person_id == person_id)
        self.canvas.point_to(next(own, people[0]))
        self.canvas.setFocus()

    @Slot(object)
    def _on_moved(self, person: Pictured) -> None:
        row = self._picture.people.index(person)
        self.table.setCurrentIndex(self.model.index(row, 0))

    @Slot(object)
    def _on_person(self, person_id: int) -> None:
        self.accept()
        self.person_chosen.emit(person_id)

    @Slot(QModelIndex)
    def _on_row(self, index: QModelIndex) -> None:
        person: Pictured | None = index.data(RECORD_ROLE)
        if person is not None and person.person_id is not None:
            self._on_person(person.person_id)

    @Slot()
    def _on_save(self) -> None:
        place = self._prompts.save_file(
            self.tr("Save the picture"), self.tr("Who sent whom.png"), self.tr("Picture (*.png)")
        )
        if place is None:
            return
        place = place if place.suffix else place.with_suffix(".png")
        try:
            save_png(place, self.canvas.image())
        except NotebookError as problem:
            self.banner.show_message(str(problem), "warn")
            return
        self.banner.show_message(filled(self.tr("Saved as %1"), str(place)), "ok")


def _nobody(icons: Icons) -> EmptyState:
    headline = translate("referrals", "Nobody was sent to us yet")
    text = translate(
        "referrals",
        "When somebody comes to you because another one spoke well of you, write it down on"
        " their card: More, then Referral.",
    )
    return EmptyState(icons, "users", headline, text)
