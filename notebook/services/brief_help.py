"""The part of the brief about what could help them: what they need, and what of ours may suit it."""

from datetime import date

from notebook.domain.dates_in_words import day_month
from notebook.domain.needs import UNMET
from notebook.services.brief_page import BriefPart, BriefSection, line, section
from notebook.services.cards import PersonCard
from notebook.services.phrases import filled
from notebook.services.words import quoted
from notebook.translate import translate


def what_could_help(card: PersonCard, called: str, today: date) -> BriefSection:
    """Return the needs that are not met yet, then offerings that may suit, benefit first."""
    needs = [
        line(quoted(line(need.text).text), filled(told, day_month(need.told_on, today)))
        for told in (translate("brief", "needs, %1"),)
        for need in card.needs
        if need.state in UNMET
    ]
    offers = [
        line(filled(translate("brief", "%1 (%2)"), each.benefit, each.name), tag)
        for tag in (translate("brief", "may suit"),)
        for each in card.suggested
    ]
    heading = filled(translate("brief", "What could help %1"), called)
    return section(BriefPart.HELP, heading, [*needs, *offers])
