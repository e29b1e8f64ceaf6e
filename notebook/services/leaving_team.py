"""Somebody goes from the team, to the trash or as none of us any more, and another one takes over."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, fields
from datetime import date

from notebook.domain.changes import Changes
from notebook.services.handovers import HandoverPreview, Handovers
from notebook.services.people import People, TeamMember
from notebook.services.phrases import filled
from notebook.storage.file import NotebookFile
from notebook.translate import translate


@dataclass(frozen=True, slots=True)
class Leaving:
    """Those of us who go and have something to hand over, what that is, and who stays."""

    members: tuple[TeamMember, ...]
    what: HandoverPreview
    successors: tuple[TeamMember, ...]


class LeavingTeam:
    """Finds out who takes over, and hands over with what makes them go."""

    def __init__(self, file: NotebookFile, people: People, handovers: Handovers) -> None:
        """Write to this notebook, through these."""
        self._file, self._people, self._handovers = file, people, handovers

    def leaving(self, person_ids: Collection[int]) -> Leaving | None:
        """Return what to ask when these people go; None when nothing is left behind."""
        team = self._people.team()
        going = [each for each in team if each.id in person_ids]
        previews = {each.id: self._handovers.preview(each.id) for each in going}
        members = tuple(each for each in going if not previews[each.id].is_empty)
        if not members:
            return None
        return Leaving(
            members,
            _together([previews[each.id] for each in members]),
            tuple(each for each in team if each.id not in person_ids),
        )

    def hand_over_and(
        self, leaving: Leaving, to: TeamMember, on: date, go: Callable[[], Changes]
    ) -> Changes:
        """Hand over to one of us and let them go, as one change.

        Raises what `go` and the handover raise; nothing is changed then.
        """
        if len(leaving.members) == 1:
            words = translate("team", "%1 left the team, %2 took over")
            label = filled(words, leaving.members[0].name, to.name)
        else:
            words = translate("team", "%n of the team left, %1 took over", len(leaving.members))
            label = filled(words, to.name)
        with self._file.change(label) as change:
            for member in leaving.members:
                self._handovers.hand_over(member.id, to.id, on)
            change.done(go().created)
        return change.changes


def _together(previews: list[HandoverPreview]) -> HandoverPreview:
    return HandoverPreview(
        *(sum(getattr(each, field.name) for each in previews) for field in fields(HandoverPreview))
    )
