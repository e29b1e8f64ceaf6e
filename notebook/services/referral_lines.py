"""Referrals as a card shows them, and their totals in plain words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from notebook.domain.referrals import Outcome, Way
from notebook.services.phrases import filled
from notebook.translate import translate


@dataclass(frozen=True, slots=True)
class ReferralLine:
    """One referral; without a card the other side has just a name."""

    id: int
    way: Way
    person_id: int
    person_name: str
    other_id: int | None
    other_name: str
    why: str
    referred_on: date
    outcome: Outcome
    we_thanked_on: date | None
    they_thanked_on: date | None


@dataclass(frozen=True, slots=True)
class SentTotals:
    """How many people somebody sent us, and for how many of them there is a project."""

    people: int = 0
    projects: int = 0


def referral_line(row: Mapping[str, Any]) -> ReferralLine:
    """Return a row of the file as a line."""
    return ReferralLine(
        id=row["id"],
        way=Way(row["way"]),
        person_id=row["person_id"],
        person_name=row["person_name"],
        other_id=row["other_id"],
        other_name=row["other_name"] or somebody(),
        why=row["why"],
        referred_on=date.fromisoformat(row["referred_on"]),
        outcome=Outcome(row["outcome"]),
        we_thanked_on=_day(row["we_thanked_on"]),
        they_thanked_on=_day(row["they_thanked_on"]),
    )


def somebody() -> str:
    """Return what the other side of a referral is called once they were erased for good."""
    return translate("referrals", "somebody")


def sent_sentence(name: str, totals: SentTotals) -> str:
    """Return "Samuel sent us 3 people; 2 became projects"; nothing for nobody."""
    if not totals.people:
        return ""
    sent = (
        translate("referrals", "%1 sent us 1 person")
        if totals.people == 1
        else translate("referrals", "%1 sent us %n people", totals.people)
    )
    return filled(f"{sent}; {became_words(totals.projects)}", name)


def became_words(projects: int) -> str:
    """Return "2 became projects"."""
    if not projects:
        return translate("referrals", "no project yet")
    if projects == 1:
        return translate("referrals", "1 became a project")
    return translate("referrals", "%n became projects", projects)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
