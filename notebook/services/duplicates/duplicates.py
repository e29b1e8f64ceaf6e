"""People who are kept twice: found, compared, made one, or known to be two."""

from collections.abc import Mapping
from datetime import date

from notebook.domain.changes import Changes
from notebook.domain.duplicates import Choice
from notebook.errors import Refused
from notebook.services.duplicates.comparing import Comparison, compare
from notebook.services.duplicates.finding import Finder, FoundTwins
from notebook.services.duplicates.merging import Merge
from notebook.services.duplicates.moving import dismiss
from notebook.services.duplicates.namesakes import Progress
from notebook.services.people import present
from notebook.services.phrases import filled
from notebook.storage.file import NotebookFile
from notebook.translate import translate


class Duplicates:
    """Finds pairs, and merges or dismisses them; nothing is merged that nobody chose.

    The card that becomes part of the other one is marked deleted and points to it. It is not in
    the trash: what it had is on the other card, and only undo gives it back. Erasing the one
    erases the other.
    """

    def __init__(self, file: NotebookFile) -> None:
        """Work on this notebook."""
        self._file = file

    def find(self, report: Progress = lambda _done, _of: None) -> FoundTwins:
        """Return who may be kept twice, the surest first; takes seconds in a large notebook.

        For another thread, within `file.connected()`; `report` hears of done, and of how much.
        """
        return Finder(self._file).find(report)

    def compare(self, one: int, other: int, today: date) -> Comparison:
        """Return two cards side by side; raises Refused when one is gone, or both are one."""
        if one == other:
            raise Refused(translate("duplicates", "These two are the same card already."))
        found = compare(self._file.database, one, other, today)
        if found is None:
            raise Refused(translate("duplicates", "One of the two is no longer in the notebook."))
        return found

    def merge(
        self,
        comparison: Comparison,
        choices: Mapping[str, Choice],
        today: date,
        *,
        confirmed: bool = False,
    ) -> Changes:
        """Make one card of two that were compared; `created` is the card that stays.

        The cards are compared anew, so that nothing is missed that came since; `choices` (by the
        key of the field) say whose value is taken where both differ. Raises Refused when one is
        gone, or when both look after others and nobody `confirmed` that they are one.
        """
        ids = (comparison.kept.id, comparison.other.id)
        with self._file.change(self._label(comparison)) as change:
            found = self.compare(*ids, today)
            if found.asks_first and not confirmed:
                raise Refused(
                    translate(
                        "duplicates",
                        "Both look after others. Say first that they are one of us, not two.",
                    )
                )
            if found.kept.id != ids[0]:
                choices = {key: _turned(choice) for key, choice in choices.items()}
            Merge(self._file.database, found, choices, today).run()
            change.done(found.kept.id)
        return change.changes

    def dismiss(self, one: int, other: int) -> Changes:
        """Remember that these are two people: the pair is never shown again."""
        first, second = present(one), present(other)
        words = translate("duplicates", "%1 and %2 are two people")
        with self._file.change(filled(words, first.name, second.name)) as change:
            dismiss(first.id, second.id)
        return change.changes

    def _label(self, comparison: Comparison) -> str:
        words = translate("duplicates", "Merged %1 into %2")
        return filled(words, comparison.other.name, comparison.kept.name)


def _turned(choice: Choice) -> Choice:
    """Return a choice where the other card is the one that stays by now."""
    return {Choice.KEPT: Choice.OTHER, Choice.OTHER: Choice.KEPT}.get(choice, choice)
