"""What the sample has planned, and what was thought after first meetings."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time

from notebook.domain.fit import FitAnswer, FitDecision
from notebook.domain.moments import Channel, Direction
from notebook.services.fit_checks import FitEntry
from notebook.services.moments import MomentDraft
from notebook.services.notebook import Notebook
from notebook.services.sample.told import Told, day


def plan_ahead(
    notebook: Notebook,
    told: Sequence[Told],
    people: Mapping[str, int],
    projects: Mapping[str, int],
    today: date,
) -> None:
    """Plan what is to come, and what was to come and was never logged; say who fits."""
    for person in told:
        for planned in person.get("planned", []):
            draft = _draft(person, planned, people, projects, today)
            notebook.moments.plan(draft, datetime.combine(draft.day, time.min))
        if fit := person.get("fit"):
            thought_on = day(today, fit, "day") or today
            notebook.fit_checks.save(people[person["name"]], _entry(fit), thought_on)


def _draft(
    person: Told,
    planned: Told,
    people: Mapping[str, int],
    projects: Mapping[str, int],
    today: date,
) -> MomentDraft:
    names = (person["name"], *planned.get("with", []))
    return MomentDraft(
        person_ids=tuple(people[name] for name in names),
        channel=Channel(planned["channel"]),
        direction=Direction.WE,
        day=day(today, planned, "day") or today,
        at=time.fromisoformat(planned["at"]),
        project_id=projects.get(planned.get("project", "")),
        minutes=planned.get("minutes"),
        place=planned.get("place", ""),
        agenda=planned["agenda"],
    )


def _entry(fit: Told) -> FitEntry:
    at_ease, they_at_ease, trust = (FitAnswer(word) for word in fit["answers"])
    return FitEntry(FitDecision(fit["decision"]), at_ease, they_at_ease, trust, fit["note"])
