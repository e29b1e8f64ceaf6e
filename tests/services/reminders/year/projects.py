"""The part of the plain model that is about projects."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrulestr

from notebook.domain.projects import ProjectState
from notebook.domain.reminders import Source

DAY = timedelta(days=1)
RULES = {
    "daily": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "weekly": "FREQ=WEEKLY",
    "every-two-weeks": "FREQ=WEEKLY;INTERVAL=2",
    "monthly": "FREQ=MONTHLY",
    "at-milestones": "",
}
_LIVE = {ProjectState.AGREED, ProjectState.UNDER_WAY}
_ASKED = _LIVE | {ProjectState.DELIVERED}


def report_days(rhythm: str, anchor: date) -> list[date]:
    """Return the days of the reports for two years; the anchor itself is none."""
    if not RULES[rhythm]:
        return []
    if rhythm == "monthly":
        return [anchor + relativedelta(months=number) for number in range(1, 25)]
    start = f"DTSTART:{anchor:%Y%m%d}T000000\nRRULE:{RULES[rhythm]}"
    end = anchor + 730 * DAY
    days = []
    for moment in rrulestr(start):
        if moment.date() > end:
            break
        days.append(moment.date())
    return [day for day in days if day > anchor]


@dataclass
class Delivery:
    """A thing to be delivered."""

    day: date
    delivered_on: date | None = None


@dataclass
class CheckInPlan:
    """A planned check-in."""

    occasion: str
    is_over: bool = False
    was_asked: bool = False
    put_off: date | None = None


@dataclass
class Work:
    """A project from its agreement on."""

    person_id: int
    begins_on: date
    rhythm: str
    state: ProjectState
    covered: date
    days: list[date]
    deliveries: dict[int, Delivery] = field(default_factory=dict)
    questions: dict[int, tuple[str, date]] = field(default_factory=dict)
    """The answers left for later: which question, and since when."""
    plans: dict[int, CheckInPlan] = field(default_factory=dict)
    report_put_off: date | None = None
    put_off_for: date = date.min
    """The report, the last of several, that was put off."""
    last_asked: date | None = None

    def tell(self, day: date) -> None:
        """Cover all reports up to a day."""
        self.covered = max(self.covered, day)
        if self.covered >= self.put_off_for:
            self.report_put_off = None

    def put_report_off(self, until: date, today: date) -> None:
        """Let all reports up to today wait, or the next one; whoever tells them later covers it."""
        coming = self.next_report()
        assert coming is not None
        self.put_off_for = max([day for day in self.days if day <= today] + [coming])
        self.report_put_off = until

    def next_report(self) -> date | None:
        return next((day for day in self.days if day > self.covered), None)

    def report_due(self) -> date | None:
        return (self.report_put_off or self.next_report()) if self.goes_on else None

    @property
    def goes_on(self) -> bool:
        """Whether there is something to report on: one called delivered may have something open."""
        is_open = any(each.delivered_on is None for each in self.deliveries.values())
        return self.state in _LIVE or (self.state is ProjectState.DELIVERED and is_open)

    def deliver(self, subject: int, day: date) -> None:
        """Deliver a thing; the first one begins the work."""
        self.deliveries[subject].delivered_on = day
        if self.rhythm == "at-milestones":
            self.days.append(day)
        if self.state is ProjectState.AGREED:
            self.state = ProjectState.UNDER_WAY

    def one_by_one(self) -> list[tuple[Source, int, date]]:
        """Return the turns of what is due once: deliveries, and questions left open."""
        if self.state not in _ASKED:
            return []
        deliveries = [
            (Source.DELIVERY, subject, each.day)
            for subject, each in self.deliveries.items()
            if each.delivered_on is None
        ]
        questions = [
            (Source.OPEN_QUESTION, subject, since + 3 * DAY)
            for subject, (_, since) in self.questions.items()
        ]
        return deliveries + questions

    def planned_on(self, occasion: str) -> date | None:
        end = max(each.delivered_on or each.day for each in self.deliveries.values())
        if occasion == "month-after":
            return end + relativedelta(months=1)
        if occasion == "delivery":
            return end
        length = (end - self.begins_on).days
        return self.begins_on + round(length / 3) * DAY if length >= 6 else None

    def check_ins_due(self, today: date) -> list[tuple[int, date]]:
        """Of those whose day has come the latest is asked, and none up to the last time of asking."""
        if self.state not in _ASKED:
            return []
        days = {
            plan_id: day
            for plan_id, plan in self.plans.items()
            if not plan.was_asked and (day := self.planned_on(plan.occasion)) is not None
        }
        latest = max((day for day in days.values() if day <= today), default=date.min)
        return [
            (plan_id, max(day, self.plans[plan_id].put_off or day))
            for plan_id, day in days.items()
            if day >= latest and not self.plans[plan_id].is_over
            if self.last_asked is None or day > self.last_asked
        ]
