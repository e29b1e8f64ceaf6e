"""How the words of the notebook read on screen and in text: channels, groups, states."""

from collections.abc import Sequence

from notebook.domain.facts import FactGroup
from notebook.domain.moments import Channel, Direction
from notebook.domain.projects import ProjectState
from notebook.domain.promises import Side
from notebook.domain.urgency import ReminderGroup
from notebook.services.phrases import filled
from notebook.translate import translate

_MOST_WORDS = 5
_CHANNELS = {
    Channel.CALL: "Telephone",
    Channel.EMAIL: "E-mail",
    Channel.MESSAGE: "Text message",
    Channel.LETTER: "Letter",
    Channel.FAX: "Fax",
    Channel.VISIT: "Visit",
    Channel.MEETING: "Meeting",
}
_CONTACTS = {
    Channel.CALL: "a call",
    Channel.EMAIL: "an e-mail",
    Channel.MESSAGE: "a text message",
    Channel.LETTER: "a letter",
    Channel.FAX: "a fax",
    Channel.VISIT: "a visit",
    Channel.MEETING: "a meeting",
}
_PLANNED = {
    Channel.CALL: "call with %1",
    Channel.EMAIL: "e-mail to %1",
    Channel.MESSAGE: "text message to %1",
    Channel.LETTER: "letter to %1",
    Channel.FAX: "fax to %1",
    Channel.VISIT: "visit to %1",
    Channel.MEETING: "meeting with %1",
}
_GROUPS = {
    FactGroup.FAMILY: "Family",
    FactGroup.HOME: "Home",
    FactGroup.INTERESTS: "Interests",
    FactGroup.FOOD: "Food and drink",
    FactGroup.EDUCATION: "Education",
    FactGroup.WORK: "Work background",
    FactGroup.GOALS: "Goals and worries",
    FactGroup.HOW_WE_MET: "How we met",
    FactGroup.AVOID: "Subjects to avoid",
    FactGroup.HEALTH: "Health",
    FactGroup.RELIGION: "Religion",
    FactGroup.POLITICS: "Politics",
}
_BEGUN = {Direction.WE: "We began", Direction.THEY: "They began"}
_STATES = {
    ProjectState.DRAFT: "Draft",
    ProjectState.EXPLORING: "Exploring",
    ProjectState.AGREED: "Agreed",
    ProjectState.UNDER_WAY: "Under way",
    ProjectState.DELIVERED: "Delivered",
    ProjectState.CLOSED: "Closed",
}
_DUE = {
    ReminderGroup.OVERDUE: "Overdue",
    ReminderGroup.TODAY: "Today",
    ReminderGroup.THIS_WEEK: "This week",
    ReminderGroup.LATER: "Later",
}
_SIDES = {Side.OURS: "ours", Side.THEIRS: "theirs"}


def planned_phrase(channel: Channel) -> str:
    """Return what is planned, with %1 for the person: "meeting with %1"."""
    return translate("words", _PLANNED[channel])


def channel_word(channel: Channel) -> str:
    """Return the channel as a choice: "E-mail"."""
    return translate("words", _CHANNELS[channel])


def contact_phrase(channel: Channel) -> str:
    """Return one contact by this channel, within a sentence: "an e-mail"."""
    return translate("words", _CONTACTS[channel])


def group_word(group: FactGroup) -> str:
    """Return the heading of a group of facts."""
    return translate("words", _GROUPS[group])


def due_group_word(group: ReminderGroup) -> str:
    """Return the heading of a group of reminders: "This week"."""
    return translate("words", _DUE[group])


def direction_word(direction: Direction) -> str:
    """Return who began a contact."""
    return translate("words", _BEGUN[direction])


def side_word(side: Side) -> str:
    """Return whose promise it is: "ours"."""
    return translate("words", _SIDES[side])


def state_word(state: ProjectState) -> str:
    """Return where a project stands: "Under way"."""
    return translate("words", _STATES[state])


def quoted(text: str) -> str:
    """Return what somebody said, in quotation marks."""
    return filled(translate("words", "“%1”"), text)


def quoted_list(words: Sequence[str]) -> str:
    """Return the words that are the reason of a suggestion, the first few of them."""
    return ", ".join(quoted(word) for word in words[:_MOST_WORDS])
