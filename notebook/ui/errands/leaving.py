"""What makes one of us go: it is asked first who takes over."""

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from notebook.domain.changes import Changes
from notebook.errors import NotebookError
from notebook.services.leaving_team import Leaving
from notebook.services.people import TeamMember
from notebook.translate import translate
from notebook.ui.errands.desk import Desk

if TYPE_CHECKING:
    from notebook.ui.dialogs.leaving_dialog import LeavingDialog


def ask_who_takes_over(
    desk: Desk,
    person_ids: Collection[int],
    act: str,
    go: Callable[[], Changes],
    told: Callable[[Changes], object],
) -> None:
    """Do what lets these people go, after the user said who takes over where somebody has to.

    `act` is what the button says, `go` makes the change, `told` hears of it.
    """
    leaving = desk.notebook.leaving_team.leaving(person_ids)
    if leaving is None:
        trouble = _trouble(go, told)
        if trouble:
            desk.prompts.show_problem(translate("leaving", "Nothing was changed"), trouble)
        return

    def go_with(taker: TeamMember | None) -> str:
        if taker is None:
            return _trouble(go, told)
        team, today = desk.notebook.leaving_team, desk.clock.today()

        def handed_over(changes: Changes) -> None:
            told(changes)
            offer_sheet(desk, changes.label, leaving.members)

        return _trouble(lambda: team.hand_over_and(leaving, taker, today, go), handed_over)

    open_leaving(desk, leaving, act, go_with)


def open_leaving(
    desk: Desk, leaving: Leaving, act: str, go: Callable[[TeamMember | None], str]
) -> "LeavingDialog":
    """Ask who takes over; `go` returns why that can't be, or nothing."""
    from notebook.ui.dialogs.leaving_dialog import LeavingDialog

    dialog = LeavingDialog(leaving, desk.icons, desk.prompts, act, go, desk.window)
    dialog.sheet_chosen.connect(desk.navigator.handover_sheet_requested)
    desk.open(dialog)
    return dialog


def offer_sheet(desk: Desk, said: str, givers: Sequence[TeamMember]) -> None:
    """Say what was handed over, with the way to its sheet where it is about one of us."""
    has_sheet = len(givers) == 1 and desk.notebook.handovers.preview(givers[0].id).has_sheet
    if has_sheet:
        show = desk.navigator.handover_sheet_requested
        words = translate("leaving", "Handover sheet…")
        desk.announce(said, words, lambda: show.emit(givers[0].id, None))
    else:
        desk.announce(said)


def _trouble(change: Callable[[], Changes], told: Callable[[Changes], object]) -> str:
    """Make a change and tell of it; return why it can't be made, or nothing."""
    try:
        changes = change()
    except NotebookError as problem:
        return str(problem)
    told(changes)
    return ""
