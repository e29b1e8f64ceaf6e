"""What was chosen, in words; and what becomes of a choice when its question changes."""

from collections.abc import Callable
from datetime import date

from notebook.domain.checklists import AnswerKind, Question, personalise
from notebook.domain.moments import Channel
from notebook.domain.rhythm import ReportRhythm
from notebook.services.draft import Said
from notebook.services.project_words import full_day, report_channel_word, rhythm_word
from notebook.translate import translate

_CHANNELS = (
    Channel.CALL,
    Channel.EMAIL,
    Channel.MEETING,
    Channel.MESSAGE,
    Channel.LETTER,
    Channel.FAX,
)
_WORDS: dict[AnswerKind, Callable[[str], str]] = {
    AnswerKind.RHYTHM: lambda choice: rhythm_word(ReportRhythm(choice)),
    AnswerKind.CHANNEL: lambda choice: report_channel_word(Channel(choice)),
    AnswerKind.DATE: lambda choice: full_day(date.fromisoformat(choice)),
    AnswerKind.YES_NO: lambda choice: _yes_or_no()[choice],
}


def _yes_or_no() -> dict[str, str]:
    return {"yes": translate("answers", "Yes"), "no": translate("answers", "No")}


def options_of(question: Question, first_name: str) -> list[tuple[str, str]]:
    """Return the choices that a question offers, each with its words; none for other kinds."""
    match question.kind:
        case AnswerKind.CHOICE:
            return [(option, personalise(option, first_name)) for option in question.options]
        case AnswerKind.RHYTHM:
            return [(rhythm.value, rhythm_word(rhythm)) for rhythm in ReportRhythm]
        case AnswerKind.CHANNEL:
            return [(channel.value, report_channel_word(channel)) for channel in _CHANNELS]
        case AnswerKind.YES_NO:
            return list(_yes_or_no().items())
    return []


def choice_in_words(question: Question, choice: str, first_name: str) -> str:
    """Return a choice as it reads in a sentence or list; as it is when the question has no such."""
    if question.kind is AnswerKind.CHOICE:
        return personalise(choice, first_name)
    try:
        return _WORDS[question.kind](choice)
    except (KeyError, ValueError):
        return choice


def fits(question: Question, choice: str) -> bool:
    """Whether a choice is one that the question offers; none fits all."""
    if not choice:
        return True
    if question.kind is AnswerKind.CHOICE:
        return choice in question.options
    try:
        _WORDS[question.kind](choice)
    except (KeyError, ValueError):
        return False
    return True


def fitted(said: Said, before: Question, after: Question, first_name: str) -> Said:
    """Return what was said to a question, as it stands once the question is another one.

    A choice that is no longer offered becomes the first line of the text, so that it is not lost.
    """
    if fits(after, said.choice):
        return said
    words = choice_in_words(before, said.choice, first_name)
    text = f"{words}\n{said.text}" if said.text.strip() else words
    return Said("", text, said.ask_later, said.said_by)
