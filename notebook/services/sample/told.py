"""The sample as its files tell it: tables of text and days, not yet anybody's notebook."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from notebook.domain.partial_date import PartialDate

Told = Mapping[str, Any]
"""One table of a file."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What the files of the sample tell."""

    people: Sequence[Told]
    fields: Sequence[Told]
    groups: Sequence[Told]
    projects: Sequence[Told]
    ledger: Told
    contacts: Mapping[str, Sequence[str | Sequence[str]]]
    """By channel, what contacts were about."""
    help: Told
    """What people need, what is offered, and who sent whom."""


def read_told(folder: Path) -> Sample:
    """Read the files of the sample."""
    people, projects, ledger, contacts, helps = (
        tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
        for name in ("people", "projects", "ledger", "contacts", "help")
    )
    fields, groups = people["fields"], people["groups"]
    return Sample(people["people"], fields, groups, projects["projects"], ledger, contacts, helps)


def day(today: date, told: Told, key: str) -> date | None:
    """Return the day that is told as so many days from today; None where none is told."""
    days = told.get(key)
    return None if days is None else today + timedelta(days=days)


def birthday(told: Told, today: date) -> PartialDate | None:
    """Return a birthday told as days from the day on which the sample is opened."""
    if "birthday_in" not in told:
        return None
    on = today + timedelta(days=told["birthday_in"])
    if (on.month, on.day) == (2, 29):
        on -= timedelta(days=1)  # not every year of birth has a 29 February
    year = on.year - told["turns"] if "turns" in told else None
    return PartialDate(year, on.month, on.day)
