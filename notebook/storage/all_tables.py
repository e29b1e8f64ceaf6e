"""Every table of the notebook, for those who bind, copy or check them all."""

from notebook.storage.amendment_tables import Amendment
from notebook.storage.calendar_tables import ImportedEvent
from notebook.storage.care_tables import (
    CheckIn,
    CheckInLine,
    CheckInPlan,
    Concern,
    DeliveryMove,
    StepTaken,
)
from notebook.storage.duplicate_tables import DismissedPair
from notebook.storage.field_tables import OwnField, OwnValue
from notebook.storage.group_tables import Membership, PersonGroup, SavedFilter
from notebook.storage.history_tables import ErasedPerson
from notebook.storage.idea_tables import ValueIdea
from notebook.storage.import_tables import ImportedCard
from notebook.storage.moment_tables import Attachment, FitCheck
from notebook.storage.need_tables import Need, Offering, Suggestion
from notebook.storage.notice_tables import ToldNotice
from notebook.storage.organisation_tables import Handover
from notebook.storage.outcome_tables import Outcome, OutcomeMoment, OutcomeReason
from notebook.storage.promise_tables import PromiseMove
from notebook.storage.question_tables import AskedQuestion
from notebook.storage.record import Record
from notebook.storage.referral_tables import Referral
from notebook.storage.related_tables import PersonPhoto, RelatedPerson
from notebook.storage.report_tables import ProgressReport
from notebook.storage.responsibility_tables import Responsibility
from notebook.storage.tables import (
    Answer,
    Checklist,
    ContactDetail,
    Deliverable,
    Fact,
    Moment,
    MomentPerson,
    Organisation,
    OwnChecklist,
    Person,
    Project,
    ProjectPerson,
    Promise,
    Reminder,
    ReminderMark,
    Role,
    Setting,
)

TABLES: tuple[type[Record], ...] = (
    Organisation,
    Person,
    Role,
    ContactDetail,
    Fact,
    AskedQuestion,
    OwnField,
    OwnValue,
    PersonGroup,
    Membership,
    SavedFilter,
    ImportedCard,
    Checklist,
    OwnChecklist,
    Project,
    ProjectPerson,
    Answer,
    Deliverable,
    Responsibility,
    Moment,
    MomentPerson,
    Attachment,
    ImportedEvent,
    FitCheck,
    DeliveryMove,
    Concern,
    StepTaken,
    CheckInPlan,
    CheckIn,
    CheckInLine,
    Promise,
    PromiseMove,
    Outcome,
    OutcomeReason,
    OutcomeMoment,
    Amendment,
    ProgressReport,
    ValueIdea,
    Handover,
    Offering,
    Need,
    Suggestion,
    Referral,
    RelatedPerson,
    PersonPhoto,
    DismissedPair,
    Reminder,
    ReminderMark,
    Setting,
    ToldNotice,
    ErasedPerson,
)
