"""What the people of the sample need, what is offered to them, and who sent whom."""

from collections.abc import Mapping
from datetime import date, timedelta

from notebook.domain.needs import NeedState
from notebook.domain.referrals import Outcome, Way
from notebook.domain.value_ideas import Effort
from notebook.services.needs import NeedDraft
from notebook.services.notebook import Notebook
from notebook.services.offerings import OfferingDraft
from notebook.services.referrals import ReferralDraft
from notebook.services.sample.told import Told, day
from notebook.storage.need_tables import Suggestion


def tell_what_helps(notebook: Notebook, told: Told, people: Mapping[str, int], today: date) -> None:
    """Write offerings, needs and referrals down."""
    offerings = {
        each["name"]: notebook.offerings.save(None, _offering(each)).new_id
        for each in told["offerings"]
    }
    for each in told["needs"]:
        draft = NeedDraft(
            each["text"],
            today + timedelta(days=each["told"]),
            NeedState(each.get("state", "open")),
        )
        notebook.needs.add(people[each["person"]], draft, today)
    for each in told["ideas"]:
        _write_idea(notebook, each, people, today)
    for each in told["told"]:
        Suggestion.create(
            person=people[each["person"]],
            offering=offerings[each["offering"]],
            told_on=day(today, each, "on"),
        )
    for each in told["referrals"]:
        notebook.referrals.save(None, _referral(each, people, today), today)


def _write_idea(notebook: Notebook, told: Told, people: Mapping[str, int], today: date) -> None:
    ideas, person_id = notebook.value_ideas, people[told["person"]]
    idea = ideas.add(person_id, told["text"], Effort(told["effort"])).new_id
    if done_on := day(today, told, "done"):
        ideas.done(idea, done_on)
    if thanked_on := day(today, told, "thanked"):
        ideas.thanked(idea, thanked_on)


def _offering(told: Told) -> OfferingDraft:
    return OfferingDraft(
        name=told["name"],
        benefit=told["benefit"],
        for_whom=told.get("for", ""),
        tags=told.get("tags", ""),
        note=told.get("note", ""),
        is_retired=told.get("retired", False),
    )


def _referral(told: Told, people: Mapping[str, int], today: date) -> ReferralDraft:
    other = told["by"] if "by" in told else told["to"]
    return ReferralDraft(
        way=Way.TO_US if "by" in told else Way.BY_US,
        person_id=people[told["person"]],
        referred_on=today + timedelta(days=told["on"]),
        other_id=people.get(other),
        other_name=other,
        why=told.get("why", ""),
        outcome=Outcome(told.get("outcome", "open")),
        we_thanked_on=day(today, told, "we_thanked"),
        they_thanked_on=day(today, told, "they_thanked"),
    )
