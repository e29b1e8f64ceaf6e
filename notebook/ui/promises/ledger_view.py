"""The ledger as one sees it: which promises, the list of them, and what one can do with them."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from notebook.domain.changes import Changes
from notebook.domain.promises import PromiseState, Side
from notebook.errors import NotebookError
from notebook.services.promise_ledger import LedgerLine, LedgerOrder, LedgerQuestion, Standing
from notebook.services.promise_words import outcomes_to_choose, totals_sentence
from notebook.translate import translate
from notebook.ui.delegates.promise_delegate import PromiseDelegate
from notebook.ui.errands.desk import Desk
from notebook.ui.models.promises_model import PROMISE_ROLE, PromiseRow, PromisesModel
from notebook.ui.promises.ledger_actions import LedgerActions
from notebook.ui.promises.whole_line import WholeLine
from notebook.ui.widgets.buttons import link_button
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.empty_state import EmptyState
from notebook.ui.widgets.flow_layout import FlowLayout
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.pick_button import PickButton
from notebook.ui.widgets.row_view import RowView

_NOTHING = {
    Standing.OPEN: "No open promises",
    Standing.OVERDUE: "No promise is overdue",
    Standing.CLOSED: "No promise was closed yet",
}


class LedgerView(QWidget):
    """Promises both ways of all people, of one, or of one project.

    Attributes:
        standing, side, outcome: which promises are shown; the last one tells closed ones apart.
        order: how they are sorted.
        list, buttons, whole, totals: the parts.

    Signals:
        typed(str): letters were typed above the list.
    """

    typed = Signal(str)

    def __init__(self, desk: Desk, asked: LedgerQuestion) -> None:
        super().__init__()
        self._desk = desk
        self._with: int | None = None
        self.model = PromisesModel(desk.notebook.promise_ledger, desk.clock, asked, self)
        self.standing = ChoiceRow(
            [
                (Standing.OPEN, translate("promises", "Open")),
                (Standing.OVERDUE, translate("promises", "Overdue")),
                (Standing.CLOSED, translate("promises", "Closed")),
            ],
            translate("promises", "Which promises"),
            compact=True,
            optional=False,
        )
        self.side = ChoiceRow(
            [
                (Side.OURS, translate("promises", "Ours")),
                (Side.THEIRS, translate("promises", "Theirs")),
            ],
            translate("promises", "Whose promises"),
            compact=True,
        )
        self.outcome = PickButton(translate("promises", "Outcome"), outcomes_to_choose())
        self.outcome.hide()
        self.standing.set_value(asked.standing)
        self.order = PickButton(translate("promises", "Sorted by"))
        self._offer_orders()
        self.new_button = link_button(translate("promises", "New promise…"), second=True)
        self.totals = text_label("", "second", wrap=True)
        name = translate("promises", "Promises")
        self.list = RowView(self.model, PromiseDelegate(desk.icons.theme, self), name)
        self.model.setParent(self.list)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setProperty("framed", "true")
        self.buttons = LedgerActions(desk.icons)
        self.whole = WholeLine()
        self.nothing = EmptyState(desk.icons, "handshake", "")
        self._lay_out()
        self._connect()

    def show_ledger(self, asked: LedgerQuestion, person_id: int | None = None) -> None:
        """Show the promises of somebody or something else; which of them, and how, stays chosen.

        A new promise begins with `person_id`, where one is given.
        """
        self._with = person_id
        chosen = self.model.asked
        self.model.asked = replace(
            asked,
            standing=chosen.standing,
            side=chosen.side,
            order=chosen.order,
            outcomes=chosen.outcomes,
        )
        self._offer_orders()
        self.reload()

    def reload(self) -> None:
        """Look again, and stay at the row where one was."""
        row = self.list.currentIndex().row()
        self.model.reload()
        count = self.model.rowCount()
        self._stack.setCurrentWidget(self.list if count else self.nothing)
        self.nothing.say(
            translate("promises", "Nothing found")
            if self.model.asked.text or self.model.asked.outcomes
            else translate("promises", _NOTHING[self.model.asked.standing])
        )
        totals = self._desk.notebook.promise_ledger.totals(
            self.model.asked, self._desk.clock.today()
        )
        self.totals.setText("\n".join(totals_sentence(totals[side], side) for side in Side))
        self.list.select_row(min(max(row, 0), count - 1) if count else None)
        self._on_selected()

    def selected(self) -> list[LedgerLine]:
        """Return the promises that are selected."""
        return [row.line for row in self._selected_rows()]

    def _selected_rows(self) -> list[PromiseRow]:
        rows: list[PromiseRow | None] = [
            index.data(PROMISE_ROLE) for index in self.list.selectionModel().selectedRows()
        ]
        return [row for row in rows if row is not None]

    def _lay_out(self) -> None:
        self.standing.setMinimumWidth(self.standing.sizeHint().width())  # never just some of them
        choices = QWidget()
        flow = FlowLayout(choices, gap=16)
        flow.addWidget(self.standing)
        flow.addWidget(self.side)
        flow.addWidget(self.outcome)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        top = QHBoxLayout()
        top.addWidget(choices, 1)
        ends = QHBoxLayout()
        ends.addWidget(self.order)
        ends.addWidget(self.new_button)
        top.addLayout(ends)
        top.setAlignment(ends, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        column.addWidget(self.buttons)
        column.addWidget(self.whole)
        column.addWidget(self.totals)

    def _connect(self) -> None:
        self.standing.chosen.connect(self._on_standing)
        self.side.chosen.connect(self._on_side)
        self.outcome.chosen.connect(self._on_outcome)
        self.order.chosen.connect(self._on_order)
        self.new_button.clicked.connect(self._on_new)
        self.list.typed.connect(self.typed)
        self.list.activated.connect(self._on_open)
        self.list.selectionModel().selectionChanged.connect(self._on_selected)
        self.buttons.keep.clicked.connect(self._on_keep)
        self.buttons.postpone.clicked.connect(self._on_move)
        self.buttons.let_go.clicked.connect(self._on_let_go)
        self.buttons.give_up.clicked.connect(self._on_give_up)
        self.buttons.say.clicked.connect(self._on_say)
        self.buttons.kept_on.clicked.connect(self._on_kept_on)
        self.buttons.reopen.clicked.connect(self._on_reopen)
        self.buttons.correct.clicked.connect(self._on_correct)
        self.buttons.open_card.clicked.connect(self._on_open)
        self.buttons.trash.clicked.connect(self._on_trash)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._on_trash)

    def _offer_orders(self) -> None:
        """Offer the orders that tell promises apart; those of one person have just one person."""
        asked = self.model.asked
        orders: list[tuple[object, str]] = [(LedgerOrder.DAY, translate("promises", "By day"))]
        if asked.person_id is None:
            orders.append((LedgerOrder.PERSON, translate("promises", "By person")))
        if asked.project_id is None:
            orders.append((LedgerOrder.PROJECT, translate("promises", "By project")))
        self.order.set_options(orders)
        self.order.set_value(asked.order)

    def _make(self, change: Callable[[], Changes]) -> None:
        try:
            changes = change()
        except NotebookError as problem:
            title = translate("promises", "This can’t be done")
            self._desk.prompts.show_problem(title, str(problem))
            return
        self._desk.notifier.tell(changes)

    def _ids(self) -> Sequence[int]:
        return [line.id for line in self.selected()]

    @Slot(object)
    def _on_standing(self, standing: Standing) -> None:
        self.model.asked = replace(self.model.asked, standing=standing)
        self.outcome.setVisible(standing is Standing.CLOSED)
        self.reload()

    @Slot(object)
    def _on_outcome(self, outcomes: tuple[PromiseState, ...]) -> None:
        self.model.ask(outcomes=outcomes)
        self.reload()

    @Slot(object)
    def _on_side(self, side: Side | None) -> None:
        self.model.asked = replace(self.model.asked, side=side)
        self.reload()

    @Slot(object)
    def _on_order(self, order: LedgerOrder) -> None:
        self.model.ask(order=order)
        self.reload()

    @Slot()
    def _on_new(self) -> None:
        asked, navigator = self.model.asked, self._desk.navigator
        navigator.promise_requested.emit(asked.person_id or self._with, asked.project_id)

    @Slot()
    def _on_selected(self) -> None:
        rows = self._selected_rows()
        with_card = self.model.asked.person_id is None
        self.buttons.offer([row.line for row in rows], with_card=with_card)
        self.whole.show_row(rows[0] if len(rows) == 1 else None, self.list.viewport().width())

    @Slot()
    def _on_keep(self) -> None:
        ids, today = self._ids(), self._desk.clock.today()
        self._make(lambda: self._desk.notebook.promises.keep_all(ids, today))

    @Slot()
    def _on_move(self) -> None:
        self._desk.navigator.promise_move_requested.emit(self._ids())

    @Slot()
    def _on_let_go(self) -> None:
        ids, today = self._ids(), self._desk.clock.today()
        self._make(lambda: self._desk.notebook.promises.let_go_all(ids, today))

    @Slot()
    def _on_give_up(self) -> None:
        self._desk.navigator.promise_given_up.emit(self._ids())

    @Slot()
    def _on_say(self) -> None:
        self._desk.navigator.promise_said.emit(self._ids())

    @Slot()
    def _on_correct(self) -> None:
        (promise_id,) = self._ids()
        self._desk.navigator.promise_correction_requested.emit(promise_id)

    @Slot()
    def _on_kept_on(self) -> None:
        from notebook.ui.dialogs.day_dialog import DayDialog, day_it_was

        lines, ids, today = self.selected(), self._ids(), self._desk.clock.today()
        what = translate("promises", "%n promises", len(lines)) if lines[1:] else lines[0].text
        days = [line.closed_on for line in lines if line.closed_on is not None]
        shown = max(days, default=today)
        asked = day_it_was(translate("promises", "Kept on which day?"), what, shown, today)
        dialog = DayDialog(self._desk.icons, today, asked, self.window())
        dialog.day_chosen.connect(
            lambda day: self._make(lambda: self._desk.notebook.promises.kept_on(ids, day, today))
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _on_reopen(self) -> None:
        ids = self._ids()
        self._make(lambda: self._desk.notebook.promises.reopen_all(ids))

    @Slot()
    def _on_open(self) -> None:
        for line in self.selected()[:1]:
            self._desk.navigator.person_requested.emit(line.person_id)

    @Slot()
    def _on_trash(self) -> None:
        ids = self._ids()
        if ids:
            self._make(lambda: self._desk.notebook.promises.trash_all(ids))
