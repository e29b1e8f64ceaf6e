"""What comes up in a year: people, talks, promises, projects and slips, in the notebook and the model."""

from calendar import monthrange
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from notebook.domain.moments import Channel, Direction
from notebook.domain.moves import NewDay
from notebook.domain.outcomes import Ending
from notebook.domain.partial_date import PartialDate
from notebook.domain.projects import Agreed, ProjectState
from notebook.domain.promises import Side
from notebook.domain.referrals import Way
from notebook.domain.relations import Relation
from notebook.domain.reminders import Source
from notebook.services.concerns import ConcernDraft
from notebook.services.draft import DeliverableEntry, Entry, Gate, ProjectFacts, Said
from notebook.services.moments import MomentDraft
from notebook.services.notebook import Notebook
from notebook.services.outcomes import OutcomeDraft
from notebook.services.people import PersonDraft
from notebook.services.referrals import ReferralDraft
from notebook.services.related import RelatedDraft
from notebook.storage.care_tables import CheckInPlan as PlanRow
from notebook.storage.tables import Answer
from tests.services.reminders.year.model import RHYTHMS, Birthday, Meeting, Model, Someone
from tests.services.reminders.year.projects import CheckInPlan, Delivery, Work, report_days
from tests.services.reminders.year.reminders import some_reminder

DAY = timedelta(days=1)


class Life:
    """Whatever happens today: each thing is one change of the notebook, told to the model too."""

    def __init__(self, notebook: Notebook, model: Model, random: Random, today: date) -> None:
        self.notebook, self.model, self.random, self.today = notebook, model, random, today
        self._number = 0

    @property
    def now(self) -> datetime:
        return datetime.combine(self.today, time(12, 0), tzinfo=UTC)

    def soon(self, first: int = 1, last: int = 40) -> date:
        return self.today + self.random.randint(first, last) * DAY

    def name(self, kind: str) -> str:
        self._number += 1
        return f"{kind} {self._number}"

    def somebody(self) -> int:
        return self.random.choice(list(self.model.people))

    def something_happens(self) -> None:
        """Let one thing come up."""
        deeds: tuple[tuple[Callable[[], None], int], ...] = (
            (self.meet_somebody_new, 2),
            (self.talk, 8),
            (self.plan_a_meeting, 3),
            (self.promise, 6),
            (self.move_a_promise, 2),
            (self.write_a_reminder, 4),
            (self.agree_on_a_project, 1),
            (self.let_a_delivery_slip, 2),
            (self.move_a_project_on, 1),
            (self.hear_a_concern, 1),
            (self.send_somebody, 1),
            (self.change_a_rhythm, 2),
            (self.pause_somebody, 1),
            (self.change_groups, 1),
        )
        self.random.choices([deed for deed, _ in deeds], [weight for _, weight in deeds])[0]()

    def meet_somebody_new(self) -> None:
        random, people = self.random, self.model.people
        if len(people) >= 60:
            return
        rhythm = random.choice((None, *RHYTHMS))
        birthday = random.choice((None, self.born(), self.born(), PartialDate(month=2, day=29)))
        draft = PersonDraft(
            self.name("Person"),
            rhythm_days=rhythm,
            maximum_days=rhythm and random.choice((None, 2 * rhythm)),
            birthday=birthday,
        )
        new = self.notebook.people.save(None, draft, self.today).new_id
        people[new] = Someone(self.today, rhythm)
        if birthday:
            self.note_birthday(new, birthday)

    def born(self) -> PartialDate:
        month = self.random.randint(1, 12)
        day = self.random.randint(1, monthrange(2000, month)[1])
        return (
            PartialDate(self.random.choice((None, 1980, self.today.year)), month, day)
            if (
                month,
                day,
            )
            != (2, 29)
            else PartialDate(2000, 2, 29)
        )

    def note_birthday(self, subject: int, birthday: PartialDate) -> None:
        assert birthday.month
        assert birthday.day
        self.model.birthdays[subject] = Birthday(birthday.month, birthday.day, birthday.year)

    def note_a_child(self) -> None:
        birthday = self.born()
        draft = RelatedDraft(Relation.CHILD, self.name("Child"), birthday)
        self.note_birthday(self.notebook.related.add(self.somebody(), draft).new_id, birthday)

    def talk(self) -> None:
        """Log a contact of today or of some days ago, with one or two people."""
        people = tuple(dict.fromkeys((self.somebody(), self.somebody())))
        known = max(self.model.people[each].known_since for each in people)
        day = max(known, self.today - self.random.choice((0, 0, 0, 1, 3, 12)) * DAY)
        going_on = [None, None, *self.model.projects]
        project_id = self.random.choice(going_on)
        direction = self.random.choice(list(Direction))
        draft = MomentDraft(people, Channel.CALL, direction, day, project_id=project_id)
        self.notebook.moments.log(draft, self.now)
        for person_id in people:
            self.model.contact(person_id, day)
        work = self.model.projects[project_id] if project_id else None
        if work is not None and work.person_id in people and direction is Direction.WE:
            work.tell(day)

    def plan_a_meeting(self) -> None:
        people = tuple(dict.fromkeys((self.somebody(), self.somebody())))
        day, at = self.soon(0, 20), self.random.choice((None, time(9, 30)))
        draft = MomentDraft(people, Channel.MEETING, Direction.WE, day, at)
        new = self.notebook.moments.plan(draft, self.now).new_id
        self.model.meetings[new] = Meeting(day, people)

    def promise(self) -> None:
        side, day = self.random.choice(list(Side)), self.random.choice((None, *[self.soon()] * 5))
        text = self.name("Promise")
        new = self.notebook.promises.add(self.somebody(), side, text, day).new_id
        source = Source.OUR_PROMISE if side is Side.OURS else Source.THEIR_PROMISE
        if day:
            self.model.days[source, new] = day

    def move_a_promise(self) -> None:
        open_ones = [key for key in self.model.days if key[0].value.endswith("-promise")]
        if open_ones:
            key = self.random.choice(open_ones)
            before, to_on = self.model.days[key], self.soon()
            if to_on != before:
                new = NewDay(to_on, self.random.choice((None, self.today)))
                self.notebook.promises.move(key[1], new, self.today)
                self.model.days[key] = to_on

    def write_a_reminder(self) -> None:
        person_id = self.random.choice((None, self.somebody()))
        draft, own = some_reminder(self.random, self.name("Reminder"), self.soon(0, 30), person_id)
        self.model.own[self.notebook.reminders.own.save(None, draft).new_id] = own

    def agree_on_a_project(self) -> None:
        """Fill in some of the questions and finish: what was left open is asked later."""
        if len(self.model.projects) >= 12:
            return
        random, new = self.random, self.notebook.drafts.new_row_id
        person_id, begins_on = self.somebody(), self.soon(-5, 5)
        facts = ProjectFacts(self.name("Project"), person_id, "any-project", begins_on)
        rhythm = random.choice(("daily", "weekly", "every-two-weeks", "monthly", "at-milestones"))
        deliveries = {new(): self.soon(1, 90) for _ in range(random.randint(1, 3))}
        rows = tuple(
            DeliverableEntry(subject, f"Piece {subject}", "", day, Agreed.YES)
            for subject, day in deliveries.items()
        )
        answers = {"rhythm": Said(rhythm), "channel": Said("email"), "pleased": Said(text="Quick")}
        with self.notebook.file.change("Agreed, all in one"):
            project_id = self.notebook.drafts.begin(facts).new_id
            self.notebook.drafts.save(
                project_id, Entry(answers, rows, gate=Gate(is_ours=True)), 3, self.today
            )
            self.notebook.drafts.finish(project_id, self.today)
        anchor = max(self.today, begins_on)
        work = Work(
            person_id,
            begins_on,
            rhythm,
            ProjectState.AGREED,
            anchor,
            report_days(rhythm, anchor),
            {subject: Delivery(day) for subject, day in deliveries.items()},
        )
        for row in Answer.select().where(Answer.project == project_id, Answer.ask_later):
            work.questions[row.id] = (row.question_key, self.today)
        for plan in PlanRow.select().where(PlanRow.project == project_id):
            work.plans[plan.id] = CheckInPlan(plan.occasion.value)
        self.model.projects[project_id] = work

    def let_a_delivery_slip(self) -> None:
        late = [
            (subject, each)
            for project in self.model.projects.values()
            for subject, each in project.deliveries.items()
            if each.delivered_on is None and project.state is not ProjectState.CLOSED
        ]
        if late:
            subject, delivery = self.random.choice(late)
            to_on = self.soon(0, 30)
            if to_on != delivery.day:
                self.notebook.delivery_moves.move(subject, to_on, self.today)
                delivery.day = to_on

    def move_a_project_on(self) -> None:
        following = {
            ProjectState.AGREED: ProjectState.UNDER_WAY,
            ProjectState.UNDER_WAY: ProjectState.DELIVERED,
            ProjectState.DELIVERED: ProjectState.CLOSED,
        }
        for project_id, project in self.model.projects.items():
            if project.state in following and self.random.random() < 0.15:
                project.state = following[project.state]
                if project.state is ProjectState.CLOSED:
                    ending = OutcomeDraft(Ending.DELIVERED)
                    self.notebook.outcomes.close(project_id, ending, self.today)
                else:
                    self.notebook.projects.set_state(project_id, project.state)
                return

    def hear_a_concern(self) -> None:
        draft = ConcernDraft(self.somebody(), self.name("Concern"))
        new = self.notebook.concerns.open(draft, self.today).new_id
        self.model.days[Source.CONCERN, new] = self.today + 7 * DAY

    def send_somebody(self) -> None:
        way, days_ago = self.random.choice(list(Way)), self.random.choice((0, 1, 20))
        day = self.today - days_ago * DAY
        draft = ReferralDraft(way, self.somebody(), day, other_name=self.name("Firm"))
        new = self.notebook.referrals.save(None, draft, self.today).new_id
        if way is Way.TO_US:
            self.model.days[Source.REFERRAL_THANKS, new] = day + 2 * DAY
        else:
            self.model.days[Source.REFERRAL_FOLLOW_UP, new] = day + 30 * DAY

    def change_a_rhythm(self) -> None:
        person_id, rhythm = self.somebody(), self.random.choice((None, *RHYTHMS))
        self.notebook.several_people.set_rhythm([person_id], rhythm, rhythm and rhythm + 10)
        self.model.people[person_id].own_rhythm = rhythm

    def pause_somebody(self) -> None:
        """Also of whom a turn was let go; who rests already goes on by themselves."""
        skipping = [each for each, person in self.model.people.items() if person.let_go]
        person_id = self.random.choice(skipping or list(self.model.people))
        person, until = self.model.people[person_id], self.soon(5, 60)
        if person.paused_until is None or not person.let_go:
            self.notebook.several_people.pause([person_id], until)
            person.paused_until = until

    def change_groups(self) -> None:
        """Let somebody into a group or out of it, or give it another rhythm."""
        groups, model = self.notebook.groups, self.model
        person_id, what = self.somebody(), self.random.choice(("join", "leave", "rhythm"))
        person = model.people[person_id]
        if what == "join" or not model.targets:
            name = self.random.choice(("Customers", "Press", "Suppliers"))
            new = self.notebook.several_people.add_to_group([person_id], name).new_id
            model.targets.setdefault(new, None)
            person.groups.add(new)
        elif what == "leave" and person.groups:
            group_id = self.random.choice(sorted(person.groups))
            self.notebook.several_people.take_out_of_group([person_id], group_id)
            person.groups.discard(group_id)
        else:
            group_id = self.random.choice(list(model.targets))
            name = next(line.name for line in groups.all() if line.id == group_id)
            target = self.random.choice((None, *RHYTHMS))
            groups.save(group_id, name, target, target and target + 20)
            model.targets[group_id] = target
