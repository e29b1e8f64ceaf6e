"""The agreement on paper."""

import re

from PySide6.QtGui import QTextDocument

from notebook.domain.text import excerpt
from notebook.services.agreements import Agreement, AgreementItem
from notebook.ui.paper import PaperBuilder
from notebook.ui.pictures import image_of

_LINE_SEPARATOR = "\u2028"  # a new line within the same point
_NOT_IN_FILE_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_LONGEST_NAME = 60
_BETWEEN_QUESTIONS = 6.0


def agreement_document(agreement: Agreement) -> QTextDocument:
    """Return an agreement as a document to print or to save as PDF; what is open comes first."""
    paper = PaperBuilder(agreement.title)
    paper.letterhead(agreement.letterhead.name, image_of(agreement.letterhead.logo))
    paper.title(agreement.title)
    paper.note(agreement.subtitle)
    paper.line()
    for part in agreement.parts:
        paper.heading(part.heading)
        for place, item in enumerate(part.items):
            _write(paper, item, above=_BETWEEN_QUESTIONS if place else 0)
    return paper.document


def file_name(agreement: Agreement) -> str:
    """Return a name to suggest for the PDF, which every system allows."""
    name = _NOT_IN_FILE_NAMES.sub(" ", agreement.title)
    return f"{excerpt(name, _LONGEST_NAME).strip(' .') or 'Agreement'}.pdf"


def _write(paper: PaperBuilder, item: AgreementItem, above: float) -> None:
    if item.question:
        paper.note(item.question, above=above)
    for text in item.lines:
        lines = text.replace("\n", _LINE_SEPARATOR)
        if item.points:
            paper.bullet(lines)
        else:
            paper.paragraph(lines)
    for change in item.changes:
        paper.note(change)
