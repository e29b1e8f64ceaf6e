"""A list of moments that can be logged, corrected and deleted where they stand."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListView, QMenu
from typing_extensions import override

from notebook.services.cards import PersonCard
from notebook.services.moments import Moments
from notebook.services.timeline import TimelineFilter, TimelinePart
from notebook.ui.clock import Clock
from notebook.ui.delegates.moment_delegate import MomentDelegate
from notebook.ui.icons import Icons
from notebook.ui.models.moments_model import MOMENT_ROLE, MomentRow, MomentsModel


class MomentList(QListView):
    """Moments with one person; Enter or a double click opens one, Delete removes it.

    B reads the brief of one that is to come.

    Signals:
        edit_chosen(int), delete_chosen(int): the moment.
        brief_chosen(int): read about everybody in this planned moment.
        need_chosen(MomentLine): write their words in this moment down as a need.
    """

    edit_chosen = Signal(object)
    delete_chosen = Signal(object)
    brief_chosen = Signal(object)
    need_chosen = Signal(object)

    def __init__(
        self,
        moments: Moments,
        clock: Clock,
        icons: Icons,
        name: str,
        part: TimelinePart = TimelinePart.ALL,
        most: int | None = None,
    ) -> None:
        super().__init__()
        self._model = MomentsModel(moments, clock, part, most, self)
        self._part = part
        self._delegate = MomentDelegate(icons, self)
        self._most = most
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)
        self.activated.connect(self._on_activated)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._on_delete)
        brief = QShortcut(QKeySequence(Qt.Key.Key_B), self)
        brief.setContext(Qt.ShortcutContext.WidgetShortcut)
        brief.activated.connect(self._on_brief)
        if most is not None:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_person(self, card: PersonCard) -> None:
        """Show the moments with the person of this card."""
        counts = {
            TimelinePart.ALL: card.planned_count + card.moment_count,
            TimelinePart.TO_COME: card.planned_count,
            TimelinePart.PAST: card.moment_count,
        }
        self._model.show_person(card.id, card.name, counts[self._part])
        if self._most is not None:
            self.setFixedHeight(self._model.rowCount() * self._delegate.row_height())

    def narrow(self, wanted: TimelineFilter) -> None:
        """Show only these of the moments with the person, for as long as it is this person."""
        self._model.narrow(wanted)

    def count(self) -> int:
        """Return how many moments are shown."""
        return self._model.rowCount()

    def point_to(self, moment_id: int) -> None:
        """Make a contact the current one, in view and with the keyboard on it."""
        row = self._model.row_of(moment_id)
        if row is None:
            return
        index = self._model.index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index, QListView.ScrollHint.PositionAtCenter)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        row: MomentRow | None = index.data(MOMENT_ROLE)
        if row is not None:
            self.edit_chosen.emit(row.id)

    @Slot()
    def _on_delete(self) -> None:
        row: MomentRow | None = self.currentIndex().data(MOMENT_ROLE)
        if row is not None:
            self.delete_chosen.emit(row.id)

    @Slot()
    def _on_brief(self) -> None:
        row: MomentRow | None = self.currentIndex().data(MOMENT_ROLE)
        if row is not None and row.standing == "to-come":
            self.brief_chosen.emit(row.id)

    @Slot(QPoint)
    def _on_menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        menu = QMenu(self)
        row: MomentRow = index.data(MOMENT_ROLE)
        first, last = {
            "logged": (self.tr("Correct…"), self.tr("Delete")),
            "to-come": (self.tr("Change the plan…"), self.tr("Call it off")),
            "asked": (self.tr("Log how it went…"), self.tr("It didn’t happen")),
        }[row.standing]
        menu.addAction(first).triggered.connect(lambda: self._on_activated(index))
        if row.standing == "to-come":
            brief = menu.addAction(self.tr("Read the brief") + "\tB")
            brief.triggered.connect(self._on_brief)
        told = row.told
        if told is not None:
            as_need = menu.addAction(self.tr("Write down as a need…"))
            as_need.triggered.connect(lambda: self.need_chosen.emit(told))
        menu.addAction(last).triggered.connect(self._on_delete)
        menu.exec(self.viewport().mapToGlobal(place))

    @override
    def keyboardSearch(self, search: str) -> None:
        pass  # Qt would read the whole timeline for the first letter
