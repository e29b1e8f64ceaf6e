"""The people of the sample, with what is worth remembering about them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from notebook.domain.facts import FactGroup, FactTopic
from notebook.domain.moments import Channel
from notebook.domain.own_fields import DateReminder, FieldKind, Reminds
from notebook.domain.warmth import Warmth
from notebook.services.card_parts import ADDRESS, EMAIL, PHONE, WEBSITE, DetailDraft, FactDraft
from notebook.services.notebook import Notebook
from notebook.services.own_values import OwnValueDraft
from notebook.services.people import PersonDraft
from notebook.services.roles import RoleDraft, at, known
from notebook.services.sample.around import talking
from notebook.services.sample.told import Told, birthday

_FACT_EVERY_DAYS = 23
"""Facts are learned one by one, at different talks."""


def add_fields(notebook: Notebook, told: Sequence[Told]) -> dict[str, int]:
    """Define the fields of the user's own and return their ids by name."""
    return {
        field["name"]: notebook.own_fields.add(
            field["name"], FieldKind(field["kind"]), field.get("choices", ()), _reminding(field)
        ).new_id
        for field in told
    }


def _reminding(field: Told) -> DateReminder:
    return DateReminder(Reminds(field.get("reminds", Reminds.NEVER)), field.get("lead_days", 0))


def add_groups(notebook: Notebook, told: Sequence[Told]) -> None:
    """Add the groups, with how often their people hear from us."""
    for group in told:
        notebook.groups.save(None, group["name"], group.get("every"), group.get("at_most"))


def add_people(
    notebook: Notebook, told: Sequence[Told], fields: Mapping[str, int], today: date
) -> dict[str, int]:
    """Add everybody and return their ids by name; those looked after come after who does it."""
    ids: dict[str, int] = {}
    for person in told:
        draft = replace(_draft(person, ids, today), own_values=_own(person, fields, today))
        known_since = today - timedelta(days=person["known_for"])
        ids[draft.name] = notebook.people.save(None, draft, known_since).new_id
        if "judgement" in person:
            own = person["judgement"]
            day = today - timedelta(days=own["days_ago"])
            notebook.judgements.judge(ids[draft.name], Warmth(own["state"]), own["note"], day)
    return ids


def _draft(told: Told, ids: dict[str, int], today: date) -> PersonDraft:
    return PersonDraft(
        name=told["name"],
        given_name=told.get("given_name", ""),
        family_name=told.get("family_name", ""),
        nickname=told.get("nickname", ""),
        roles=_roles(told),
        details=_details(told),
        facts=_facts(told, today),
        birthday=birthday(told, today),
        preferred_channel=Channel(told["channel"]) if "channel" in told else None,
        preferred_times=told.get("times", ""),
        communication=talking(told),
        rhythm_days=told.get("rhythm"),
        groups=tuple(told.get("groups", ())),
        looked_after_by=ids.get(told.get("looked_after_by", "")),
        covered_by=ids.get(told.get("covered_by", "")),
        is_team=told.get("team", False),
        note=told.get("note", ""),
    )


def _roles(told: Told) -> tuple[RoleDraft, ...]:
    """Return the role of now, then those told besides: title, organisation, from, until."""
    besides = (
        RoleDraft(title, organisation, known(from_on), known(until_on))
        for title, organisation, from_on, until_on in told.get("more_roles", [])
    )
    return (*at(told.get("organisation", ""), told.get("role", "")), *besides)


def _details(told: Told) -> tuple[DetailDraft, ...]:
    website = [told["website"]] if "website" in told else []
    kinds = (
        (PHONE, told.get("phones", [])),
        (EMAIL, told.get("emails", [])),
        (ADDRESS, told.get("addresses", [])),
        (WEBSITE, website),
    )
    return tuple(DetailDraft(kind, value) for kind, values in kinds for value in values)


def _own(told: Told, fields: Mapping[str, int], today: date) -> tuple[OwnValueDraft, ...]:
    def text(value: str | int) -> str:
        return value if isinstance(value, str) else (today + timedelta(days=value)).isoformat()

    return tuple(
        OwnValueDraft(fields[name], text(value)) for name, value in told.get("own", {}).items()
    )


def _facts(told: Told, today: date) -> tuple[FactDraft, ...]:
    newest = told.get("last_contact", 0)
    oldest = told["known_for"]
    return tuple(
        _fact(fact, min(newest + number * _FACT_EVERY_DAYS, oldest), today)
        for number, fact in enumerate(told.get("facts", []))
    )


def _fact(told: Sequence[Any], learned: int, today: date) -> FactDraft:
    group, text, *more = told
    topic = more[0] if more else None
    ago: Mapping[str, int] = more[1] if len(more) > 1 else {}
    days = {name: today - timedelta(days=count) for name, count in ago.items()}
    return FactDraft(
        FactGroup(group),
        text,
        days.get("learned", today - timedelta(days=learned)),
        FactTopic(topic) if topic else None,
        days.get("confirmed"),
        days.get("used"),
    )
