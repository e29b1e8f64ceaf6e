"""What the user chose about the appointments of a calendar: whom they concern, and which come in."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from notebook.services.calendar.standings import ACTIVE, AppointmentLine, Standing
from notebook.translate import translate
from notebook.ui.widgets.people_chooser import ChosenPerson


@dataclass(slots=True)
class AppointmentChoices:
    """Keeps what was chosen, also while the files are read once more.

    `with_gone`: plans that are no longer in the file are called off. `people` are those of an appointment and all turns of its series, by UID; `wanted` says of single
    turns whether they come in, where the user said so.
    """

    with_past: bool = False
    with_gone: bool = True
    is_over: bool = False
    """Whether everything was brought in that was wanted."""
    people: dict[str, tuple[ChosenPerson, ...]] = field(default_factory=dict)
    wanted: dict[tuple[str, str], bool] = field(default_factory=dict)

    def people_of(self, line: AppointmentLine) -> tuple[ChosenPerson, ...]:
        """Return whom an appointment concerns."""
        found = tuple(ChosenPerson(person.id, person.name) for person in line.people)
        return found if line.known else self.people.get(line.found.key[0], found)

    def may_come_in(self, line: AppointmentLine) -> bool:
        """Return whether something can be done about it at all."""
        if line.standing is Standing.NEW:
            return bool(self.people_of(line))
        return line.standing in ACTIVE

    def is_wanted(self, line: AppointmentLine) -> bool:
        """Return whether it comes in: as the user said, else whatever does not lie behind."""
        usual = self.with_past or not line.is_past or line.known is not None
        if line.standing is Standing.GONE:
            usual = self.with_gone
        return self.may_come_in(line) and self.wanted.get(line.found.key, usual)

    def wanted_ones(
        self, lines: Sequence[AppointmentLine]
    ) -> dict[tuple[str, str], tuple[int, ...]]:
        """Return the ids of the people of every appointment that comes in, by its key."""
        return {
            line.found.key: tuple(person.id for person in self.people_of(line))
            for line in lines
            if self.is_wanted(line)
        }

    def new_ones(self, lines: Sequence[AppointmentLine]) -> int:
        """Return how many appointments come in that were not here yet."""
        return sum(line.standing is Standing.NEW and self.is_wanted(line) for line in lines)

    def outcome(self, line: AppointmentLine) -> str:
        """Return what becomes of an appointment, in words."""
        if line.standing is Standing.NEW and not self.people_of(line) and not self.is_over:
            return line.sentence
        if line.standing is Standing.NEW:
            return self._outcome_of_new(line)
        if line.standing in ACTIVE and not self.is_wanted(line):
            return translate("calendar", "Left as it is")
        return line.sentence

    def _outcome_of_new(self, line: AppointmentLine) -> str:
        if self.is_over or not self.is_wanted(line):
            return translate("calendar", "Left out")
        if line.is_past:
            return translate("calendar", "Will be logged")
        return translate("calendar", "Will be planned")

    def colour(self, line: AppointmentLine) -> str:
        """Return the colour in which that is said."""
        if self.is_over:
            return "ok" if line.known is not None else "soft"
        if self.is_wanted(line):
            return "ok"
        return "warn" if line.standing is Standing.NEW and not self.people_of(line) else "soft"
