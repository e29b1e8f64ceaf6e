"""The one small question of an open card: its words, its answer, and being left alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from notebook.domain.changes import Changes
from notebook.domain.facts import GROUP_OF
from notebook.domain.moments import Channel
from notebook.domain.partial_date import PartialDate
from notebook.domain.small_questions import NOT_NOW, TOPIC_OF, SmallQuestion
from notebook.domain.text import fold
from notebook.errors import Refused
from notebook.services.card_parts import FactDraft, add_fact
from notebook.services.people import present
from notebook.services.phrases import filled
from notebook.storage.file import NotebookFile
from notebook.storage.question_tables import AskedQuestion
from notebook.storage.tables import Person
from notebook.translate import translate

Answer = str | PartialDate | Channel | int
"""Words for a fact, a birthday, a channel, or the days of a rhythm."""


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """How a question reads: %1 is the person; `none` is what "no" is written down as."""

    question: str
    hint: str = ""
    none: str = ""


_WORDS = {
    SmallQuestion.CHANNEL: QuestionWords("How does %1 like to be reached?"),
    SmallQuestion.BIRTHDAY: QuestionWords("When is the birthday of %1?"),
    SmallQuestion.RHYTHM: QuestionWords("How often should %1 hear from us?"),
    SmallQuestion.CHILDREN: QuestionWords(
        "Does %1 have children?", "Names and ages", "No children"
    ),
    SmallQuestion.PARTNER: QuestionWords("Does %1 have a partner?", "Their name", "No partner"),
    SmallQuestion.HOBBIES: QuestionWords("What does %1 like to do in free time?"),
    SmallQuestion.DOES_NOT_EAT: QuestionWords(
        "Is there anything that %1 doesn’t eat?", "Meat, nuts …", "Eats everything"
    ),
    SmallQuestion.HOPES: QuestionWords("What does %1 hope for?"),
    SmallQuestion.OCCASION: QuestionWords("Where did we meet %1?"),
    SmallQuestion.PETS: QuestionWords("Does %1 have a pet?", "Its name", "No pets"),
    SmallQuestion.EARLIER_WORK: QuestionWords("What did %1 do before?"),
    SmallQuestion.COMES_FROM: QuestionWords("Where does %1 come from?"),
}
RHYTHMS: Mapping[int, str] = {
    14: "Every two weeks",
    30: "Every month",
    91: "Every three months",
    182: "Twice a year",
}
"""The rhythms that are offered, by their days."""


def question_words(question: SmallQuestion, called: str) -> QuestionWords:
    """Return how a question about somebody who is called so reads."""
    words = _WORDS[question]
    return QuestionWords(
        filled(translate("questions", words.question), called),
        translate("questions", words.hint) if words.hint else "",
        translate("questions", words.none) if words.none else "",
    )


def rhythm_choice(days: int) -> str:
    """Return a rhythm as a choice: "Every month"."""
    return translate("questions", RHYTHMS[days])


class SmallQuestions:
    """Takes answers, and remembers what need not be asked."""

    def __init__(self, file: NotebookFile) -> None:
        """Write to this notebook."""
        self._file = file

    def answer(
        self, person_id: int, question: SmallQuestion, answer: Answer, today: date
    ) -> Changes:
        """Write down what was answered; the next question waits until tomorrow.

        Raises Refused without an answer, and for somebody who is gone.
        """
        if isinstance(answer, str) and not answer.strip():
            raise Refused(translate("questions", "Write the answer down first."))
        person = present(person_id)
        label = filled(translate("questions", "Answered about %1"), person.name)
        with self._file.change(label) as change:
            _write_answer(person, question, answer, today)
            _remember(person, question, today, today + timedelta(days=1))
        return change.changes

    def not_now(self, person_id: int, question: SmallQuestion, today: date) -> Changes:
        """Leave the question for another day."""
        words = translate("questions", "Left a question about %1 for another day")
        return self._put_away(person_id, question, words, today, today + NOT_NOW)

    def do_not_ask(self, person_id: int, question: SmallQuestion, today: date) -> Changes:
        """Never ask this about this person again."""
        words = translate("questions", "Won’t ask this about %1 again")
        return self._put_away(person_id, question, words, today, None)

    def _put_away(
        self, person_id: int, question: SmallQuestion, words: str, today: date, until: date | None
    ) -> Changes:
        person = present(person_id)
        with self._file.change(filled(words, person.name)) as change:
            _remember(person, question, today, until)
        return change.changes


def _write_answer(person: Person, question: SmallQuestion, answer: Answer, today: date) -> None:
    if isinstance(answer, PartialDate):
        person.amend(
            birthday_year=answer.year, birthday_month=answer.month, birthday_day=answer.day
        )
    elif isinstance(answer, Channel):
        person.amend(preferred_channel=answer)
    elif isinstance(answer, int):
        person.amend(rhythm_days=answer)
    else:
        _add_fact(person, question, answer, today)


def _add_fact(person: Person, question: SmallQuestion, answer: str, today: date) -> None:
    topic = TOPIC_OF[question]
    text = _in_whole_words(question, answer)
    add_fact(person, FactDraft(GROUP_OF[topic], text, topic=topic), today)


def _in_whole_words(question: SmallQuestion, answer: str) -> str:
    """Return the answer as it reads without its question: "no" alone would say nothing."""
    none = _WORDS[question].none
    says_no = fold(answer.strip().rstrip(".")) in {"no", "none", fold(translate("questions", "No"))}
    return translate("questions", none) if none and says_no else answer


def _remember(person: Person, question: SmallQuestion, today: date, until: date | None) -> None:
    row: AskedQuestion | None = AskedQuestion.get_or_none(
        (AskedQuestion.person == person) & (AskedQuestion.question == question)
    )
    if row is None:
        AskedQuestion.create(person=person, question=question, asked_on=today, until_on=until)
    else:
        row.amend(asked_on=today, until_on=until)
