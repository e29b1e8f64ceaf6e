"""A person's card as it is read: filled fields only, in one dataclass made for that screen."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from notebook.domain.communication import Communication
from notebook.domain.facts import WISHED
from notebook.domain.moments import Channel
from notebook.domain.needs import UNMET
from notebook.domain.partial_date import PartialDate
from notebook.domain.promises import PromiseState, Side, is_overdue
from notebook.domain.small_questions import SmallQuestion
from notebook.domain.warmth import Judgement, Warmth, WarmthAssessment, WarmthFacts, assess
from notebook.errors import Refused
from notebook.services.card_facts import fact_of_row, known_topics, question_of_card
from notebook.services.card_got import what_they_got
from notebook.services.card_lines import (
    PersonProject,
    PromiseLine,
    day_of,
    detail_of_row,
    need_of_row,
    project_of_row,
    promise_of_row,
    role_of_row,
)
from notebook.services.card_lists import Row, card_lists
from notebook.services.card_parts import DetailDraft, FactDraft
from notebook.services.check_ins.course import GradePoint
from notebook.services.check_ins.history import CheckInEntry
from notebook.services.communication import communication_in
from notebook.services.concern_page import ConcernLine
from notebook.services.fit_checks import FitEntry, fit_entry
from notebook.services.groups import GroupName
from notebook.services.needs import NeedLine
from notebook.services.own_values import OwnValueLine, value_line
from notebook.services.photos import PHOTO_AT
from notebook.services.referral_lines import ReferralLine, SentTotals, referral_line
from notebook.services.related import RelatedLine, related_line
from notebook.services.roles import RoleLine
from notebook.services.suggestions import Suggested, may_suit
from notebook.services.value_ideas import IdeaLine, idea_of_row
from notebook.services.what_they_got import (
    BELOW_EXPECTED,
    CHECK_IN_COUNT,
    CLOSED_CONCERNS,
    OPEN_CONCERNS,
)
from notebook.storage.file import NotebookFile
from notebook.storage.reading import rows_of
from notebook.translate import translate


@dataclass(frozen=True, slots=True)
class Touch:
    """How often a person hears from us: every so many days, `longest` at most, not while paused."""

    every: int | None
    longest: int | None
    paused_until: date | None

    def is_paused(self, today: date) -> bool:
        """Whether that rests."""
        return self.paused_until is not None and self.paused_until > today


@dataclass(frozen=True, slots=True)
class PersonCard:
    """Everything that a card shows at once."""

    id: int
    name: str
    given_name: str
    nickname: str
    roles: tuple[RoleLine, ...]
    is_team: bool
    looked_after_by: str
    covered_by: str
    preferred_channel: Channel | None
    preferred_times: str
    communication: Communication
    touch: Touch
    groups: tuple[GroupName, ...]
    birthday: PartialDate | None
    note: str
    known_since: date
    last_contact_on: date | None
    details: tuple[DetailDraft, ...]
    facts: tuple[FactDraft, ...]
    warmth: WarmthAssessment
    open_promises: tuple[PromiseLine, ...]
    promise_outcomes: Mapping[PromiseState, int]
    projects: tuple[PersonProject, ...]
    moment_count: int
    check_in_count: int
    last_check_in: CheckInEntry | None
    check_in_course: tuple[GradePoint, ...]
    open_concerns: tuple[ConcernLine, ...]
    closed_concerns: tuple[ConcernLine, ...]
    planned_count: int
    has_met: bool
    fit_check: FitEntry | None
    related: tuple[RelatedLine, ...]
    photo_at: str
    needs: tuple[NeedLine, ...]
    suggested: tuple[Suggested, ...]
    referrals: tuple[ReferralLine, ...]
    sent: SentTotals
    small_question: SmallQuestion | None
    own_values: tuple[OwnValueLine, ...]
    ideas: tuple[IdeaLine, ...]

    @property
    def present_roles(self) -> tuple[RoleLine, ...]:
        """What they do now, the first one first."""
        return tuple(role for role in self.roles if not (role.is_past or role.is_to_come))

    @property
    def coming_roles(self) -> tuple[RoleLine, ...]:
        """What they will do."""
        return tuple(role for role in self.roles if role.is_to_come and not role.is_past)

    @property
    def past_roles(self) -> tuple[RoleLine, ...]:
        """What they did before."""
        return tuple(role for role in self.roles if role.is_past)

    @property
    def organisation(self) -> str:
        """Where they are now; the first one if they are in several."""
        return next((role.organisation for role in self.present_roles), "")

    @property
    def role(self) -> str:
        """What they do there."""
        return next((role.title for role in self.present_roles), "")


# One statement for all that there is one of: a card must be open within a frame.
_HEAD = f"""
    SELECT p.*,
        (SELECT o.name FROM person o WHERE o.id = p.looked_after_by_id AND o.deleted_at IS NULL)
            AS owner,
        (SELECT o.name FROM person o WHERE o.id = p.covered_by_id AND o.deleted_at IS NULL)
            AS cover,
        (SELECT json_array(count(*) FILTER (WHERE m.state = 'logged'),
                count(*) FILTER (WHERE m.state = 'planned'))
            FROM moment_person mp JOIN moment m ON m.id = mp.moment_id
            WHERE mp.person_id = p.id AND m.deleted_at IS NULL) AS moment_counts,
        EXISTS (SELECT 1 FROM moment_person mp JOIN moment m ON m.id = mp.moment_id
            WHERE mp.person_id = p.id AND m.deleted_at IS NULL AND m.state = 'logged'
                AND m.channel IN ('meeting', 'visit')) AS has_met,
        {OPEN_CONCERNS} AS open_concerns, {CLOSED_CONCERNS} AS closed_concerns,
        {BELOW_EXPECTED} AS below_expected,
        {CHECK_IN_COUNT} AS check_in_count, {PHOTO_AT} AS photo_at,
        EXISTS (SELECT 1 FROM offering t WHERE NOT t.is_retired AND t.deleted_at IS NULL)
            AS has_offerings
    FROM person p
    WHERE p.id = ? AND p.deleted_at IS NULL"""


class Cards:
    """Reads cards."""

    def __init__(self, file: NotebookFile) -> None:
        """Read from this notebook."""
        self._file = file

    def card(self, person_id: int, today: date) -> PersonCard:
        """Return the card of a person; raises Refused for somebody who is gone."""
        head = self._head(person_id)
        lists = card_lists(self._file.database, person_id)
        promises = tuple(promise_of_row(row) for row in lists["promises"])
        needs = tuple(need_of_row(row) for row in lists["needs"])
        facts = tuple(fact_of_row(row) for row in lists["facts"])
        related = tuple(related_line(row) for row in lists["related"])
        topics = known_topics(facts, related)
        return PersonCard(
            id=person_id,
            name=head["name"],
            given_name=head["given_name"],
            nickname=head["nickname"],
            roles=tuple(role_of_row(row, today) for row in lists["roles"]),
            is_team=bool(head["is_team"]),
            looked_after_by=head["owner"] or "",
            covered_by=head["cover"] or "",
            preferred_channel=_channel(head["preferred_channel"]),
            preferred_times=head["preferred_times"],
            communication=communication_in(head),
            touch=_touch(head),
            groups=tuple(GroupName(**row) for row in lists["groups"]),
            birthday=_birthday(head),
            note=head["note"],
            known_since=date.fromisoformat(head["known_since"]),
            last_contact_on=day_of(head["last_contact_on"]),
            details=tuple(detail_of_row(row) for row in lists["details"]),
            facts=facts,
            warmth=assess(_warmth_facts(head, promises, today), today, _judgement(head)),
            open_promises=promises,
            promise_outcomes=_outcomes(lists["outcomes"]),
            projects=tuple(project_of_row(row) for row in lists["projects"]),
            moment_count=head["moment_count"],
            planned_count=head["planned_count"],
            has_met=bool(head["has_met"]),
            fit_check=next((fit_entry(row) for row in lists["fit_checks"]), None),
            related=related,
            photo_at=head["photo_at"] or "",
            needs=needs,
            suggested=self._suggested(head, lists, needs),
            referrals=tuple(referral_line(row) for row in lists["referrals"]),
            sent=SentTotals(**lists["sent"][0]),
            small_question=question_of_card(head, topics, lists["asked"], today),
            own_values=tuple(value_line(row) for row in lists["own_values"]),
            ideas=tuple(idea_of_row(row) for row in lists["ideas"]),
            **what_they_got(self._file.database, head),
        )

    def _suggested(
        self, head: Row, lists: Mapping[str, list[Row]], needs: tuple[NeedLine, ...]
    ) -> tuple[Suggested, ...]:
        if not head["has_offerings"] or head["is_team"]:
            return ()
        wishes = [need.text for need in needs if need.state in UNMET]
        wishes += [fact["text"] for fact in lists["facts"] if fact["fact_group"] in WISHED]
        return may_suit(self._file.database, head["id"], wishes)

    def _head(self, person_id: int) -> Row:
        found = rows_of(self._file.database, _HEAD, person_id)
        if not found:
            raise Refused(translate("people", "This person is no longer in the notebook."))
        logged, planned = json.loads(found[0].pop("moment_counts"))
        return found[0] | {"moment_count": logged, "planned_count": planned}


def _touch(head: Row) -> Touch:
    return Touch(head["touch_days"], head["touch_maximum"], day_of(head["paused_until"]))


def _outcomes(rows: Sequence[Row]) -> dict[PromiseState, int]:
    return {PromiseState(row["state"]): row["number"] for row in rows}


def _warmth_facts(head: Row, promises: tuple[PromiseLine, ...], today: date) -> WarmthFacts:
    return WarmthFacts(
        last_contact=day_of(head["last_contact_on"]),
        rhythm_days=head["touch_days"],
        maximum_days=head["touch_maximum"],
        paused_until=day_of(head["paused_until"]),
        our_overdue_promises=sum(
            promise.side is Side.OURS and is_overdue(promise.state, promise.due_on, today)
            for promise in promises
        ),
        open_concerns=head["open_concerns"],
        below_expected=bool(head["below_expected"]),
        known_since=date.fromisoformat(head["known_since"]),
    )


def _judgement(head: Row) -> Judgement | None:
    set_on = day_of(head["warmth_set_on"])
    if not head["warmth_own"] or set_on is None:
        return None
    return Judgement(Warmth(head["warmth_own"]), head["warmth_note"], set_on)


def _birthday(head: Row) -> PartialDate | None:
    parts = (head["birthday_year"], head["birthday_month"], head["birthday_day"])
    return None if parts == (None, None, None) else PartialDate(*parts)


def _channel(word: str | None) -> Channel | None:
    return Channel(word) if word else None
