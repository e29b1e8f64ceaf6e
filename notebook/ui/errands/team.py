"""Handing over within the team, and the sheet that goes with it."""

from PySide6.QtCore import QObject, Slot

from notebook.errors import NotebookError, Refused
from notebook.ui.errands.desk import Desk
from notebook.ui.errands.leaving import offer_sheet


class TeamErrands(QObject):
    """Runs the handover, and shows the sheet."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        desk.navigator.handover_requested.connect(self.hand_over)
        desk.navigator.handover_sheet_requested.connect(self.show_sheet)

    @Slot(object)
    def hand_over(self, from_id: int | None) -> None:
        """Ask who hands over to whom."""
        from notebook.ui.dialogs.handover_dialog import HandoverDialog, HandoverWish

        desk, notebook = self._desk, self._desk.notebook
        team = notebook.people.team()
        if len(team) < 2:
            desk.prompts.show_problem(
                self.tr("There is nobody to hand over to"),
                self.tr("Mark at least two people as “One of our own team” on their cards."),
            )
            return

        def hand_over(wish: HandoverWish) -> str:
            try:
                changes = notebook.handovers.hand_over(wish.from_id, wish.to_id, wish.on, wish.note)
            except NotebookError as problem:
                return str(problem)
            desk.notifier.tell(changes)
            giver = [member for member in team if member.id == wish.from_id]
            offer_sheet(desk, changes.label, giver)
            return ""

        dialog = HandoverDialog(
            team,
            from_id,
            notebook.handovers.preview,
            desk.icons,
            desk.prompts,
            desk.clock.today(),
            hand_over,
            desk.window,
        )
        dialog.sheet_chosen.connect(self.show_sheet)
        desk.open(dialog)

    @Slot(object, object)
    def show_sheet(self, member_id: int, to_id: int | None) -> None:
        """Show the sheet about whom somebody looks after."""
        from notebook.ui.dialogs.brief_window import BriefWindow

        desk = self._desk
        taker = next(iter(desk.named((to_id,))), None) if to_id is not None else None
        try:
            sheet = desk.notebook.handover_sheets.sheet(
                member_id, taker.name if taker else "", desk.clock.today()
            )
        except Refused as refused:
            desk.prompts.show_problem(self.tr("There is no sheet"), str(refused))
            return
        window = BriefWindow(sheet, desk.icons, desk.prompts, desk.window)
        window.setWindowTitle(sheet.name)
        window.save_title = self.tr("Save the sheet as PDF")
        window.smallest = 0.45  # small letters rather than somebody left out
        desk.open(window)
