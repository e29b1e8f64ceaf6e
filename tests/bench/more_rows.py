"""What the big file holds besides people and moments: projects, and all that a rich card shows."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from notebook.domain.check_ins import Occasion
from notebook.domain.own_fields import FieldKind, Reminds
from notebook.domain.relations import Relation
from notebook.domain.text import sort_key
from tests.bench.words import Words

FACTS_OF_FIRST, AROUND_FIRST, NEEDS_OF_FIRST, REFERRALS_OF_FIRST = 100, 12, 20, 15
GROUPS, OFFERINGS, FIELDS = 20, 60, 8
_DATES = (Reminds.YEARLY, Reminds.ONCE)

Rows = Callable[[], Iterable[tuple[Any, ...]]]


class MoreRows:
    """Makes the rows of the smaller tables; the first person has plenty of everything."""

    def __init__(
        self,
        people: int,
        today: date,
        words: Words,
        sentences: list[str],
        ids: Callable[[int], int],
    ) -> None:
        self._people, self._today, self._ids = people, today, ids
        self._words, self._sentences = words, sentences
        self._random = Random(2027)

    def tables(self) -> tuple[tuple[str, str, Rows], ...]:
        """Return table, columns and rows, in an order that keeps what is pointed to before."""
        return (
            (
                "project",
                "name sort_key state person_id checklist_id step begins_on ends_on agreed_on",
                self._projects,
            ),
            (
                "answer",
                "project_id question_key choice text ask_later answered_on",
                self._answers,
            ),
            (
                "deliverable",
                "project_id what how due_on agreed their_view position",
                self._deliverables,
            ),
            ("person_group", "name sort_key target_days maximum_days", self._groups),
            ("membership", "person_id group_id", self._members),
            ("own_field", "name kind position reminds lead_days", self._fields),
            ("own_value", "person_id field_id text sort_value", self._values),
            (
                "related_person",
                "person_id relation name birthday_year birthday_month birthday_day",
                self._around,
            ),
            ("offering", "name sort_key benefit tags", self._offerings),
            ("need", "person_id text state told_on", self._needs),
            (
                "referral",
                "way person_id other_id other_name why referred_on outcome we_thanked_on",
                self._referrals,
            ),
            ("concern", "person_id text opened_on follow_up_on closed_on", self._concerns),
            ("check_in_plan", "project_id occasion", self._check_in_plans),
            ("reminder_mark", "source subject_id occurrence mark until", self._marks),
        )

    def _day(self, first: int, last: int) -> str:
        return (self._today + timedelta(days=self._random.randint(first, last))).isoformat()

    def _others(self, one_in: int) -> Iterator[int]:
        """Yield some people, without the first."""
        for number in range(1, self._people):
            if self._random.random() * one_in < 1:
                yield self._ids(number)

    def _projects(self) -> Iterator[tuple[Any, ...]]:
        going_on = ("draft", "exploring", "agreed", "under-way", "under-way", "delivered")
        for _ in range(self._people // 10):
            name = self._words.sentence(self._random, 3)
            # Half of them go on; the others were closed over the years.
            state = self._random.choice(going_on) if self._random.random() < 0.5 else "closed"
            yield (
                *(
                    name,
                    sort_key(name),
                    state,
                    self._ids(self._random.randrange(self._people)),
                    self._ids(0),
                    8,
                ),
                *(self._day(-400, 0), self._day(0, 200), self._day(-400, 0)),
            )

    def _answers(self) -> Iterator[tuple[Any, ...]]:
        texts = ("pleased", "disappointed", "rave-review", "in-person", "responsibilities")
        for project in range(self._people // 10):
            rhythm = self._random.choice(("weekly", "monthly", "daily", "at-milestones"))
            yield self._ids(project), "rhythm", rhythm, "", False, self._day(-300, 0)
            yield self._ids(project), "channel", "email", "", False, self._day(-300, 0)
            for key in texts:
                text = self._random.choice(self._sentences)
                later = self._random.random() < 0.1
                yield self._ids(project), key, "", text, later, self._day(-300, 0)

    def _deliverables(self) -> Iterator[tuple[Any, ...]]:
        for project in range(self._people // 10):
            for position in range(3):
                what = self._random.choice(self._sentences)
                yield self._ids(project), what, "", self._day(-200, 200), "yes", "", position

    def _groups(self) -> Iterator[tuple[Any, ...]]:
        for number in range(GROUPS):
            name = f"{self._words.topic(self._random).capitalize()} {number}"
            target = (None, 30, 60, 90)[number % 4]
            yield name, sort_key(name), target, target and 2 * target

    def _members(self) -> Iterator[tuple[Any, ...]]:
        for number in range(GROUPS):
            yield self._ids(0), self._ids(number)
        for person_id in self._others(one_in=3):
            yield person_id, self._ids(self._random.randrange(GROUPS))

    def _fields(self) -> Iterator[tuple[Any, ...]]:
        for number in range(FIELDS):
            yield f"Field {number}", FieldKind.TEXT.value, number, Reminds.NEVER.value, 0
        for number, reminds in enumerate(_DATES, FIELDS):
            yield f"Date {number}", FieldKind.DATE.value, number, reminds.value, 14

    def _values(self) -> Iterator[tuple[Any, ...]]:
        people = [self._ids(0), *self._others(one_in=5)]
        for person_id in people:
            for number in range(FIELDS if person_id == people[0] else 2):
                text = self._random.choice(self._sentences)
                yield person_id, self._ids(number), text, sort_key(text)
            for number in range(FIELDS, FIELDS + len(_DATES)):
                day = self._day(-400, 400)
                yield person_id, self._ids(number), day, day

    def _around(self) -> Iterator[tuple[Any, ...]]:
        people = [self._ids(0)] * AROUND_FIRST + list(self._others(one_in=10))
        for person_id in people:
            day = (self._random.randint(1, 12), self._random.randint(1, 28))
            relation = self._random.choice((Relation.PARTNER, Relation.CHILD)).value
            yield person_id, relation, self._words.name(self._random), None, *day

    def _offerings(self) -> Iterator[tuple[Any, ...]]:
        for number in range(OFFERINGS):
            topic = self._words.topic(self._random)
            name = f"{topic.capitalize()} {number}"
            benefit = f"{self._random.choice(self._sentences)} {topic}"
            yield name, sort_key(name), benefit, f"{topic}, {self._words.topic(self._random)}"

    def _needs(self) -> Iterator[tuple[Any, ...]]:
        people = [self._ids(0)] * NEEDS_OF_FIRST + list(self._others(one_in=20))
        for person_id in people:
            topic = self._words.topic(self._random)
            text = f"{self._random.choice(self._sentences)} {topic}"
            yield person_id, text, "open", self._day(-900, 0)

    def _referrals(self) -> Iterator[tuple[Any, ...]]:
        ours = [(self._ids(0), self._ids(number + 1)) for number in range(REFERRALS_OF_FIRST)]
        others = ((each, None) for each in self._others(one_in=50))
        for number, (one, other) in enumerate((*ours, *others)):
            way = "to-us" if number % 2 else "by-us"
            day = self._day(-900, 0)
            outcome = "open" if number % 10 == 0 else "yes"
            thanked = None if number % 15 == 1 else day
            # Of the first person's, most were sent by them.
            person_id, other_id = (other, one) if other and number % 3 else (one, other)
            name = self._words.name(self._random)
            yield way, person_id, other_id, name, "", day, outcome, thanked

    def _concerns(self) -> Iterator[tuple[Any, ...]]:
        for number, person_id in enumerate(self._others(one_in=100)):
            closed = None if number % 5 == 0 else self._day(-300, 0)
            text = self._random.choice(self._sentences)
            yield person_id, text, self._day(-900, -300), self._day(-20, 20), closed

    def _check_in_plans(self) -> Iterator[tuple[Any, ...]]:
        for project in range(self._people // 10):
            for occasion in Occasion:
                yield self._ids(project), occasion.value

    def _marks(self) -> Iterator[tuple[Any, ...]]:
        """Yield what was put off or let go over the years: most of it is over long since."""
        for number, person_id in enumerate(self._others(one_in=20)):
            source = ("keep-in-touch", "birthday", "our-promise", "progress-report")[number % 4]
            day = self._day(-900, 7)
            mark, until = ("skipped", None) if number % 2 else ("snoozed", self._day(-900, 20))
            yield source, person_id, day, mark, until
