"""The brief on paper: the same page in the same order, for PDF and printer."""

from PySide6.QtGui import QTextDocument

from notebook.domain.text import excerpt
from notebook.services.brief_page import Brief, BriefSection, shortened
from notebook.ui.paper import PaperBuilder, fits_one_page

READABLE = 0.72
"""How small the letters may become, as a part of their usual size, before lines are left out."""
_ROOM = ((6, 500), (5, 160), (4, 160), (3, 160), (3, 100), (2, 100), (2, 60), (1, 60), (1, 30))
"""Lines in each part and characters in each line, less and less of both."""
_ABOUT_LENGTH = 120


def brief_document(brief: Brief, smallest: float = READABLE) -> QTextDocument:
    """Return the brief as a document that fits on one page, with letters of at least this size.

    Where it would not, the parts lose their last lines, which are the least useful, and count them.
    """
    document = _document(brief)
    for most, length in _ROOM:
        if fits_one_page(document, smallest):
            break
        document = _document(shortened(brief, most, length))
    return document


def _document(brief: Brief) -> QTextDocument:
    paper = PaperBuilder(brief.name)
    about = excerpt(brief.about, _ABOUT_LENGTH)
    paper.title(" ".join(brief.name.split()), beside=about)
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
