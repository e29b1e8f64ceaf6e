"""Pages for paper: text put in letter for letter, written as a PDF or sent to a printer."""

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QBuffer, QLocale, QMarginsF, QSizeF, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
    QTextLength,
    QTextListFormat,
    QTextTableCellFormat,
    QTextTableFormat,
)
from PySide6.QtWidgets import QWidget

from notebook.storage.problems import explained
from notebook.ui.tokens import LIGHT

PaperTone = Literal["calm", "warn", "bad", "ok"]

_FAMILY = "Inter"
_BODY, _TITLE, _SECOND, _TAG = 10.5, 18.0, 9.5, 9.0  # points
_MARGIN_MM = 18.0
_LOGO, _LOGO_HEIGHT = "logo", 60
_SMALLEST = 0.45
_DOTS = 600  # per inch
_INDENT = 18.0
_COLUMN_GAP = 24.0
_LINE_HEIGHT = 130.0  # percent
_TONES: dict[PaperTone, tuple[str, str]] = {
    "calm": (LIGHT.accent, LIGHT.accent_soft),
    "warn": (LIGHT.warn, LIGHT.warn_soft),
    "bad": (LIGHT.bad, LIGHT.bad_soft),
    "ok": (LIGHT.ok, LIGHT.ok_soft),
}


class PaperBuilder:
    """Puts headings and paragraphs below each other on white paper, whatever the window's theme.

    All text goes through the cursor as plain text: nothing in it is ever read as markup.

    Attributes:
        document: what has been written so far.
    """

    def __init__(self, title: str = "", cursor: QTextCursor | None = None) -> None:
        """Begin a document called `title`; `cursor` is for the columns of another one."""
        if cursor is None:
            self.document = QTextDocument()
            self.document.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, title)
            self.document.setDocumentMargin(0)
            self.document.setIndentWidth(_INDENT)
            self.document.setDefaultFont(QFont(_FAMILY, 10))
            cursor = QTextCursor(self.document)
        else:
            self.document = cursor.document()
        self._cursor = cursor
        self._is_empty = True

    def title(self, text: str, beside: str = "") -> None:
        """Write the title of the page, with a softer word beside it."""
        self._begin_block(below=4)
        self._write(text, _TITLE, QFont.Weight.DemiBold)
        if beside:
            self._write(f"   {beside}", _BODY, colour=LIGHT.soft)

    def letterhead(self, name: str, logo: QImage) -> None:
        """Write whose paper it is: a picture at most 60 pixels high, and a name; either may lack."""
        if not logo.isNull():
            self._begin_block(below=4)
            self.document.addResource(
                QTextDocument.ResourceType.ImageResource.value, QUrl(_LOGO), logo
            )
            form = QTextImageFormat()
            form.setName(_LOGO)
            form.setHeight(min(_LOGO_HEIGHT, logo.height()))
            form.setWidth(form.height() * logo.width() / logo.height())
            self._cursor.insertImage(form)
        if name:
            self._begin_block(below=10)
            self._write(name, _SECOND, QFont.Weight.DemiBold, LIGHT.soft)

    def note(self, text: str, *, above: float = 0) -> None:
        """Write a line of second rank, with so much room above it."""
        self._begin_block(above=above, below=4)
        self._write(text, _SECOND, colour=LIGHT.soft)

    def heading(self, text: str) -> None:
        """Write the heading of what follows; it never ends a page."""
        self._begin_block(above=0 if self._is_empty else 12, below=3)
        self._write(text, _SECOND, QFont.Weight.DemiBold, LIGHT.soft)

    def paragraph(self, text: str, *, tag: str = "", tone: PaperTone = "calm") -> None:
        """Write a paragraph; `tag` is a word on a soft colour before it."""
        self._begin_block(below=2)
        if tag:
            self._write_tag(tag, tone)
        self._write(text, _BODY)

    def bullet(self, text: str) -> None:
        """Write one of several points."""
        self._begin_block(below=2)
        # A list's indent is scaled to the printer's dots, a block's margin is not.
        self._cursor.createList(QTextListFormat.Style.ListDisc)
        self._cursor.setBlockCharFormat(_char_format(_BODY, QFont.Weight.Normal, LIGHT.soft))
        self._write(text, _BODY)

    def line(self) -> None:
        """Draw a line across the page."""
        self._begin_block(above=2, below=8)
        form = self._cursor.blockFormat()
        form.setProperty(
            QTextFormat.Property.BlockTrailingHorizontalRulerWidth,
            QTextLength(QTextLength.Type.PercentageLength, 100),
        )
        self._cursor.setBlockFormat(form)

    def columns(self) -> tuple["PaperBuilder", "PaperBuilder"]:
        """Divide the page from here on into two columns, and return what writes in each."""
        form = QTextTableFormat()
        form.setBorder(0)
        form.setCellSpacing(0)
        form.setCellPadding(0)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        half = QTextLength(QTextLength.Type.PercentageLength, 50)
        form.setColumnWidthConstraints([half, half])
        table = self._cursor.insertTable(1, 2, form)
        left, right = table.cellAt(0, 0), table.cellAt(0, 1)
        gap = QTextTableCellFormat()
        gap.setRightPadding(_COLUMN_GAP)
        left.setFormat(gap)
        return (
            PaperBuilder(cursor=left.firstCursorPosition()),
            PaperBuilder(cursor=right.firstCursorPosition()),
        )

    def _begin_block(self, above: float = 0, below: float = 0) -> None:
        form = QTextBlockFormat()
        form.setTopMargin(above)
        form.setBottomMargin(below)
        form.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if self._is_empty:
            self._cursor.setBlockFormat(form)
        else:
            self._cursor.insertBlock(form)
        self._is_empty = False

    def _write_tag(self, text: str, tone: PaperTone) -> None:
        ink, background = _TONES[tone]
        form = _char_format(_TAG, QFont.Weight.DemiBold, ink)
        form.setBackground(QColor(background))
        self._cursor.insertText(f"\N{NO-BREAK SPACE}{text}\N{NO-BREAK SPACE}", form)
        self._write(" ", _BODY)

    def _write(
        self,
        text: str,
        points: float,
        weight: QFont.Weight = QFont.Weight.Normal,
        colour: str = LIGHT.ink,
    ) -> None:
        self._cursor.insertText(text, _char_format(points, weight, colour))


def write_pdf(path: Path, document: QTextDocument, *, one_page: bool = False) -> None:
    """Save a document as PDF; `one_page` makes the letters smaller until everything fits.

    The file is there whole or not at all. Raises a FileProblem when it can't be written.
    """
    content = pdf_bytes(document, one_page=one_page)
    part = path.with_name(path.name + ".part")
    with explained(path):
        try:
            part.write_bytes(content)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


def pdf_bytes(document: QTextDocument, *, one_page: bool = False) -> bytes:
    """Return a document as PDF, on the paper that is usual in the user's country."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS)
    writer.setTitle(document.metaInformation(QTextDocument.MetaInformation.DocumentTitle))
    writer.setPageLayout(_page_layout())
    _paint(document, writer, one_page=one_page)
    return bytes(buffer.data().data())


def fits_one_page(document: QTextDocument, scale: float) -> bool:
    """Return whether a document fits on the usual paper with letters of `scale` times their size."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS)
    writer.setPageLayout(_page_layout())
    laid_out, page = _laid_out(document, writer)
    laid_out.setPageSize(page / scale)
    return laid_out.pageCount() == 1


def print_document(parent: QWidget, document: QTextDocument, *, one_page: bool = False) -> bool:
    """Ask for a printer and print; False when the user thought better of it."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(_page_layout())
    if QPrintDialog(printer, parent).exec() != QPrintDialog.DialogCode.Accepted:
        return False
    _paint(document, printer, one_page=one_page)
    return True


def _page_layout() -> QPageLayout:
    metric = QLocale.system().measurementSystem() == QLocale.MeasurementSystem.MetricSystem
    size = QPageSize.PageSizeId.A4 if metric else QPageSize.PageSizeId.Letter
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    return QPageLayout(
        QPageSize(size),
        QPageLayout.Orientation.Portrait,
        margins,
        QPageLayout.Unit.Millimeter,
    )


def _laid_out(document: QTextDocument, device: QPagedPaintDevice) -> tuple[QTextDocument, QSizeF]:
    """Return a copy of a document on the page of a device, and the size of that page in its dots."""
    laid_out = document.clone()
    laid_out.documentLayout().setPaintDevice(device)
    page = QSizeF(device.width(), device.height())
    laid_out.setPageSize(page)
    return laid_out, page


def _paint(document: QTextDocument, device: QPagedPaintDevice, *, one_page: bool) -> None:
    laid_out, page = _laid_out(document, device)
    layout = laid_out.documentLayout()
    scale = 1.0
    while one_page and laid_out.pageCount() > 1 and scale > _SMALLEST:
        scale -= 0.05
        laid_out.setPageSize(page / scale)
    painter = QPainter(device)
    painter.scale(scale, scale)
    for number in range(laid_out.pageCount()):
        if number:
            device.newPage()
        _paint_page(layout, painter, laid_out.pageSize(), number)
    painter.end()


def _paint_page(
    layout: QAbstractTextDocumentLayout, painter: QPainter, size: QSizeF, number: int
) -> None:
    context = QAbstractTextDocumentLayout.PaintContext()
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, QColor(LIGHT.ink))
    palette.setColor(QPalette.ColorRole.WindowText, QColor(LIGHT.line))  # rulers have it
    context.palette = palette
    area = painter.viewport().toRectF()
    area.setRect(0, size.height() * number, size.width(), size.height())
    context.clip = area
    painter.save()
    painter.translate(0, -area.top())
    painter.setClipRect(area)
    layout.draw(painter, context)
    painter.restore()


def _char_format(points: float, weight: QFont.Weight, colour: str) -> QTextCharFormat:
    font = QFont(_FAMILY)
    font.setPointSizeF(points)
    font.setWeight(weight)
    # Inter draws "10:00" and "(Marta)" with glyphs that are no letters when copied from a PDF.
    font.setFeature(QFont.Tag("calt"), 0)
    form = QTextCharFormat()
    form.setFont(font)
    form.setForeground(QColor(colour))
    return form
