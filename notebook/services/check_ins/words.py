"""How check-ins read on screen and in text: grades, occasions, what a line is about."""

from notebook.domain.check_ins import About, Grade, Occasion, Trend
from notebook.services.phrases import filled
from notebook.translate import translate

_GRADES = {Grade.BELOW: "Below", Grade.AS_EXPECTED: "As expected", Grade.ABOVE: "Above"}
_OVERALL = {
    Grade.BELOW: "Below expected",
    Grade.AS_EXPECTED: "As expected",
    Grade.ABOVE: "Above expected",
}
_WITHIN = {
    Grade.BELOW: "below what was expected",
    Grade.AS_EXPECTED: "as expected",
    Grade.ABOVE: "above what was expected",
}
_OCCASIONS = {
    Occasion.THIRD: "A third of the way",
    Occasion.DELIVERY: "At delivery",
    Occasion.MONTH_AFTER: "A month after",
}
_WITHIN_OCCASIONS = {
    Occasion.THIRD: "a third of the way",
    Occasion.DELIVERY: "at delivery",
    Occasion.MONTH_AFTER: "a month after delivery",
}
_TITLES = {
    About.RAVE_REVIEW: "A rave review if",
    About.RESULT: "The result",
    About.UPDATES: "Updates",
    About.DATES: "Dates",
    About.PEOPLE: "The people",
}
_TRENDS = {
    Trend.BETTER: "better than the time before",
    Trend.SAME: "the same as the time before",
    Trend.WORSE: "not as good as the time before",
}


def grade_word(grade: Grade) -> str:
    """Return the grade of one answer, as a choice: "Below"."""
    return translate("check-ins", _GRADES[grade])


def overall_word(grade: Grade) -> str:
    """Return the grade of a whole check-in: "Below expected"."""
    return translate("check-ins", _OVERALL[grade])


def grade_phrase(grade: Grade) -> str:
    """Return a grade within a sentence: "below what was expected"."""
    return translate("check-ins", _WITHIN[grade])


def occasion_word(occasion: Occasion | None) -> str:
    """Return when it is, as a choice; "Besides" where it belongs to no plan."""
    if occasion is None:
        return translate("check-ins", "Besides the plan")
    return translate("check-ins", _OCCASIONS[occasion])


def occasion_phrase(occasion: Occasion | None) -> str:
    """Return when it is, within a line: "a third of the way"."""
    if occasion is None:
        return translate("check-ins", "besides the plan")
    return translate("check-ins", _WITHIN_OCCASIONS[occasion])


def about_word(about: About) -> str:
    """Return what stands above a first answer: "A rave review if"."""
    return translate("check-ins", _TITLES[about])


def trend_phrase(trend: Trend) -> str:
    """Return how it compares with the check-in before."""
    return translate("check-ins", _TRENDS[trend])


def sentence(text: str) -> str:
    """Return what was said as one sentence of several; what was typed stays, a full stop may come."""
    line = " ".join(text.split())
    if not line or line[-1] in ".!?…。！？":
        return line
    return filled(translate("check-ins", "%1."), line)


def in_one(*texts: str) -> str:
    """Return several things that were said, one after the other on one line."""
    said = [text for text in texts if text.strip()]
    if len(said) == 1:
        return " ".join(said[0].split())
    return " ".join(sentence(text) for text in said)
