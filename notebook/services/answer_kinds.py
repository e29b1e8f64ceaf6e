"""How the kinds of answers read in the editor of checklists, and what each is good for."""

from notebook.domain.checklists import AnswerKind
from notebook.translate import translate

_NAMES = {
    AnswerKind.TEXT: "In free words",
    AnswerKind.POINTS: "In short points",
    AnswerKind.CHOICE: "One of several choices",
    AnswerKind.YES_NO: "Yes or no",
    AnswerKind.DATE: "A day",
    AnswerKind.RHYTHM: "How often to report",
    AnswerKind.CHANNEL: "By which channel to report",
    AnswerKind.DELIVERABLES: "A table of what is delivered",
    AnswerKind.NEEDS: "What we need from them",
    AnswerKind.RESPONSIBILITIES: "Who answers for what",
    AnswerKind.PEOPLE: "The people on both sides",
}
_USES = {
    AnswerKind.TEXT: "A field that grows with what is said.",
    AnswerKind.POINTS: "One point per line. They come back at each check-in.",
    AnswerKind.CHOICE: "The choices stand side by side.",
    AnswerKind.YES_NO: "Two buttons, and a note if you ask for one.",
    AnswerKind.DATE: "A date, typed or picked from a calendar.",
    AnswerKind.RHYTHM: "Daily, weekly, at milestones … It makes the reminders for progress reports.",
    AnswerKind.CHANNEL: "Telephone, e-mail, in person … Reminders say it with each report.",
    AnswerKind.DELIVERABLES: "What, how, by when, agreed or not. Each day makes a reminder.",
    AnswerKind.NEEDS: "What, who and by when. Each line becomes a promise to us.",
    AnswerKind.RESPONSIBILITIES: "What, who, on which side, until when or after delivery too.",
    AnswerKind.PEOPLE: "Who takes part, in which role, and who has met whom.",
}
_MISSING = {
    AnswerKind.POINTS: "Nothing is asked in short points, so check-ins have nothing to come back to.",
    AnswerKind.RHYTHM: "Nobody asks how often to report, so no report will ever be due.",
    AnswerKind.CHANNEL: "Nobody asks by which channel to report.",
    AnswerKind.DELIVERABLES: "Nobody asks what is delivered, so no delivery will ever be due.",
    AnswerKind.NEEDS: "Nobody asks what we need from them, so they will owe us nothing.",
    AnswerKind.PEOPLE: "Nobody asks for the people who take part.",
}


def kind_name(kind: AnswerKind) -> str:
    """Return a kind of answer as a choice: "One of several choices"."""
    return translate("answer kinds", _NAMES[kind])


def kind_use(kind: AnswerKind) -> str:
    """Return what an answer of this kind looks like and what comes of it, as a sentence."""
    return translate("answer kinds", _USES[kind])


def missing_words(kind: AnswerKind) -> str:
    """Return what follows when no question of this kind is asked, as a sentence."""
    return translate("answer kinds", _MISSING[kind])
