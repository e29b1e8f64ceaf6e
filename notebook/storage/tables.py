"""The tables of people, contacts, projects and reminders; the words are those of the product."""

from __future__ import annotations

from datetime import date

from peewee import BigIntegerField, BooleanField, ForeignKeyField, IntegerField, TextField

from notebook.domain.communication import DetailLevel, TakesIn
from notebook.domain.facts import FactGroup, FactTopic
from notebook.domain.moments import Channel, Direction, MomentState
from notebook.domain.projects import Agreed, ProjectState
from notebook.domain.promises import PromiseState, Side
from notebook.domain.reminders import Mark
from notebook.domain.warmth import Warmth
from notebook.storage.fields import DayField, WordField
from notebook.storage.record import Markable, Record


class Organisation(Markable):
    """A group of people."""

    name = TextField()
    sort_key = TextField()
    note = TextField(default="")


class Person(Markable):
    """A human being we deal with, or one of our own team."""

    name = TextField()
    given_name = TextField(default="")
    family_name = TextField(default="")
    nickname = TextField(default="")
    sort_key = TextField()
    note = TextField(default="")
    is_team = BooleanField(default=False)
    looked_after_by_id: int | None
    looked_after_by: ForeignKeyField[Person | None] = ForeignKeyField(
        "self", null=True, backref="+", on_delete="SET NULL"
    )
    covered_by_id: int | None
    covered_by: ForeignKeyField[Person | None] = ForeignKeyField(
        "self", null=True, backref="+", on_delete="SET NULL"
    )
    preferred_channel: WordField[Channel | None] = WordField(Channel, null=True)
    preferred_times = TextField(default="")
    fallback_channel: WordField[Channel | None] = WordField(Channel, null=True)
    avoided_channels = TextField(default="")  # words, with spaces between them
    detail_level: WordField[DetailLevel | None] = WordField(DetailLevel, null=True)
    takes_in: WordField[TakesIn | None] = WordField(TakesIn, null=True)
    language = TextField(default="")
    terms_used = TextField(default="")
    terms_avoided = TextField(default="")
    channel_said_at = TextField(null=True)  # when we were told last that we use another channel
    birthday_year = IntegerField(null=True)
    birthday_month = IntegerField(null=True)
    birthday_day = IntegerField(null=True)
    rhythm_days = IntegerField(null=True)
    maximum_days = IntegerField(null=True)
    paused_until: DayField[date | None] = DayField(null=True)  # no keeping in touch before
    touch_days = IntegerField(null=True)  # own or of the groups; kept by triggers
    touch_maximum = IntegerField(null=True)  # likewise
    known_since: DayField[date] = DayField()
    last_contact_on: DayField[date | None] = DayField(null=True)  # kept by triggers
    warmth_own: WordField[Warmth | None] = WordField(Warmth, null=True)
    warmth_note = TextField(default="")
    warmth_set_on: DayField[date | None] = DayField(null=True)
    # Of a card that became part of another one: it is emptied, and no longer in the trash.
    merged_into_id: int | None
    merged_into: ForeignKeyField[Person | None] = ForeignKeyField(
        "self", null=True, backref="+", on_delete="CASCADE"
    )


class Role(Record):
    """What a person is in an organisation, or was.

    `from_on` and `until_on` are days, months or years as far as they are known: 2019-04 or 2019.
    """

    person_id: int
    person = ForeignKeyField(Person, backref="+", on_delete="CASCADE")
    organisation_id: int | None
    organisation: ForeignKeyField[Organisation | None] = ForeignKeyField(
        Organisation, null=True, backref="+", on_delete="CASCADE"
    )
    title = TextField(default="")
    position = IntegerField(default=0)
    from_on = TextField(null=True)
    until_on = TextField(null=True)


class ContactDetail(Record):
    """A telephone number, an e-mail or postal address, a website, as typed."""

    person_id: int
    person = ForeignKeyField(Person, backref="+", on_delete="CASCADE")
    kind = TextField()
    label = TextField(default="")
    value = TextField()
    match_key = TextField(default="")  # what two spellings of the same detail share
    search_words = TextField(default="")  # how else it may be looked for
    position = IntegerField(default=0)


class Fact(Record):
    """Something worth remembering about a person."""

    person_id: int
    person = ForeignKeyField(Person, backref="+", on_delete="CASCADE")
    group: WordField[FactGroup] = WordField(FactGroup, column_name="fact_group")
    text = TextField()
    learned_on: DayField[date] = DayField()
    position = IntegerField(default=0)
    topic: WordField[FactTopic | None] = WordField(FactTopic, null=True)
    confirmed_on: DayField[date | None] = DayField(null=True)
    used_on: DayField[date | None] = DayField(null=True)  # as an opener


class Checklist(Record):
    """The questions of a project as they were when it began."""

    key = TextField()
    name = TextField()
    content = TextField()  # the checklist's TOML, word for word


class OwnChecklist(Markable):
    """A checklist of the user's own, or a built-in one as they have changed it."""

    key = TextField()
    name = TextField()
    sort_key = TextField()
    content = TextField()  # as TOML, perhaps with steps that have no question yet


class Project(Markable):
    """Work for a person, from its first questions to its outcome."""

    name = TextField()
    sort_key = TextField()
    state: WordField[ProjectState] = WordField(ProjectState)
    person_id: int
    person = ForeignKeyField(Person, backref="+")
    checklist_id: int
    checklist = ForeignKeyField(Checklist, backref="+")
    step = IntegerField(default=0)  # where the wizard was left
    begins_on: DayField[date | None] = DayField(null=True)
    ends_on: DayField[date | None] = DayField(null=True)
    agreed_on: DayField[date | None] = DayField(null=True)
    told_on: DayField[date | None] = DayField(null=True)  # kept by triggers


class ProjectPerson(Record):
    """Who is in a project, on which side, and whether the others have met them."""

    project_id: int
    project = ForeignKeyField(Project, backref="+", on_delete="CASCADE")
    person_id: int
    person = ForeignKeyField(Person, backref="+", on_delete="CASCADE")
    side: WordField[Side] = WordField(Side)
    role = TextField(default="")
    introduced = BooleanField(default=False)
    position = IntegerField(default=0)


class Answer(Record):
    """What was said to one question of a project's checklist; or that it is asked later.

    An empty one says that a question which was added to the checklist is not wanted here.
    """

    project_id: int
    project = ForeignKeyField(Project, backref="+", on_delete="CASCADE")
    question_key = TextField()
    choice = TextField(default="")
    text = TextField(default="")
    ask_later = BooleanField(default=False)
    answered_on: DayField[date] = DayField()
    asks_on: DayField[date | None] = DayField(null=True)  # kept by triggers
    said_by_id: int | None
    said_by: ForeignKeyField[Person | None] = ForeignKeyField(
        Person, null=True, backref="+", on_delete="SET NULL"
    )


class Deliverable(Record):
    """A thing to be delivered, in the customer's words."""

    project_id: int
    project = ForeignKeyField(Project, backref="+", on_delete="CASCADE")
    what = TextField()
    how = TextField(default="")
    due_on: DayField[date | None] = DayField(null=True)
    agreed: WordField[Agreed] = WordField(Agreed)
    their_view = TextField(default="")
    delivered_on: DayField[date | None] = DayField(null=True)
    asks_on: DayField[date | None] = DayField(null=True)  # kept by triggers
    position = IntegerField(default=0)


class Moment(Markable):
    """One contact with one or many people, logged or still to come."""

    channel: WordField[Channel] = WordField(Channel)
    direction: WordField[Direction] = WordField(Direction)
    happened_at = TextField()  # wall-clock time: 2026-11-22T14:30, or 2026-11-22
    text = TextField(default="")
    their_words = TextField(default="")
    state: WordField[MomentState] = WordField(MomentState, default=MomentState.LOGGED)
    minutes = IntegerField(null=True)
    place = TextField(default="")
    agenda = TextField(default="")  # what to talk about
    is_read_back = BooleanField(default=False)  # we said their words back, and they agreed
    project_id: int | None
    project: ForeignKeyField[Project | None] = ForeignKeyField(
        Project, null=True, backref="+", on_delete="SET NULL"
    )


class MomentPerson(Record):
    """Who was part of a moment."""

    moment_id: int
    moment = ForeignKeyField(Moment, backref="+", on_delete="CASCADE")
    person_id: int
    person = ForeignKeyField(Person, backref="+", on_delete="CASCADE")


class Promise(Markable):
    """Something one side owes the other."""

    side: WordField[Side] = WordField(Side)
    text = TextField()
    due_on: DayField[date | None] = DayField(null=True)
    state: WordField[PromiseState] = WordField(PromiseState)
    closed_on: DayField[date | None] = DayField(null=True)
    closing_note = TextField(default="")  # why it was not kept
    told_on: DayField[date | None] = DayField(null=True)  # that it would not be kept, or was not
    is_need = BooleanField(default=False)  # the questions of its project asked for it
    person_id: int
    person = ForeignKeyField(Person, backref="+", on_delete="CASCADE")
    project_id: int | None
    project: ForeignKeyField[Project | None] = ForeignKeyField(
        Project, null=True, backref="+", on_delete="SET NULL"
    )
    moment_id: int | None
    moment: ForeignKeyField[Moment | None] = ForeignKeyField(
        Moment, null=True, backref="+", on_delete="SET NULL"
    )


class Reminder(Markable):
    """A line that the user wrote for a day of their own choosing, once or again and again.

    `due_on` is the open turn, the oldest one not settled; what follows it is computed from `rule`
    (as in RFC 5545, none for once) and `anchor`, the first turn. `at` is a time of day like 09:30.
    """

    text = TextField()
    due_on: DayField[date] = DayField()
    at = TextField(null=True)
    lead_days = IntegerField(default=0)
    rule = TextField(null=True)
    anchor: DayField[date | None] = DayField(null=True)
    from_completion = BooleanField(default=False)
    done_on: DayField[date | None] = DayField(null=True)
    person_id: int | None
    person: ForeignKeyField[Person | None] = ForeignKeyField(
        Person, null=True, backref="+", on_delete="SET NULL"
    )
    project_id: int | None
    project: ForeignKeyField[Project | None] = ForeignKeyField(
        Project, null=True, backref="+", on_delete="SET NULL"
    )


class ReminderMark(Record):
    """That one occurrence of a reminder was done, skipped, or put off until a day."""

    source = TextField()
    subject_id = BigIntegerField()
    occurrence: DayField[date] = DayField()
    mark: WordField[Mark] = WordField(Mark)
    until: DayField[date | None] = DayField(null=True)


class Setting(Record):
    """A choice that belongs to the notebook and travels with it."""

    key = TextField(unique=True)
    value = TextField()
