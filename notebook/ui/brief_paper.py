"""The brief on paper: the same page in the same order, for PDF and printer."""

from PySide6.QtGui import QTextDocument

from notebook.services.brief_page import Brief, BriefSection
from notebook.ui.paper import PaperBuilder


def brief_document(brief: Brief) -> QTextDocument:
    """Return the brief as a document that fits on one page."""
    paper = PaperBuilder(brief.name)
    paper.title(" ".join(brief.name.split()), beside=" ".join(brief.about.split()))
    paper.note(brief.context)
    paper.line()
    if not brief.right:
        _write(paper, brief.left)
        return paper.document
    for column, sections in zip(paper.columns(), (brief.left, brief.right), strict=True):
        _write(column, sections)
    return paper.document


def _write(paper: PaperBuilder, sections: tuple[BriefSection, ...]) -> None:
    for section in sections:
        paper.heading(section.heading)
        for line in section.lines:
            paper.paragraph(line.text, tag=line.tag, tone=line.tone)
        if section.rest:
            paper.note(section.rest)
