"""Documents in the forms that an office opens: a page to print, PDF, XLSX and CSV."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

from broadcast.deliver import pages
from broadcast.deliver.document import MOTTO, NATION, Document, Table, shown
from broadcast.i18n import _, speaking

if TYPE_CHECKING:
    from fpdf import FPDF

FONTS = Path(__file__).with_name("fonts")
STYLE = Path(__file__).with_name("static") / "report.css"
FORMS = ("html", "pdf", "xlsx", "csv")


def written(document: Document, form: str) -> bytes:
    """Give a document's bytes in one of `FORMS`."""
    with speaking("vi"):
        return {"html": html, "pdf": pdf, "xlsx": xlsx, "csv": comma_separated}[form](document)


def html(document: Document) -> bytes:
    """Give the page to print; it needs no other file."""
    from markupsafe import Markup

    style = Markup(STYLE.read_text("utf-8"))  # noqa: S704 - our own file
    page = pages.environment().get_template("report.html")
    return page.render(document=document, shown=shown, nation=NATION, motto=MOTTO, style=style).encode()


def comma_separated(document: Document) -> bytes:
    """Give all tables as CSV (RFC 4180), with the mark that tells Excel that it is UTF-8."""
    text = io.StringIO()
    sheet = csv.writer(text)
    for line in (*document.office, document.title, *document.about):
        sheet.writerow([_harmless(line)])
    for table in document.tables:
        sheet.writerow([])
        sheet.writerow([_harmless(table.title)])
        sheet.writerow([_harmless(cell) for cell in table.head])
        for row in table.rows:
            sheet.writerow([_harmless(cell) if isinstance(cell, str) else cell for cell in row])
    return text.getvalue().encode("utf-8-sig")


def xlsx(document: Document) -> bytes:
    """Give a workbook, a sheet a table, ready to print on A4."""
    import xlsxwriter

    target = io.BytesIO()
    # a reason that begins with = is words, not a formula
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    font = {"font_name": "Times New Roman", "font_size": 13}
    plain, bold = book.add_format(font), book.add_format({**font, "bold": True, "align": "center"})
    cell = book.add_format({**font, "border": 1, "text_wrap": True, "valign": "top", "num_format": "0.0;-0.0;"})
    whole = book.add_format({**font, "border": 1, "valign": "top", "num_format": "0"})
    head = book.add_format(
        {**font, "border": 1, "bold": True, "text_wrap": True, "align": "center", "valign": "vcenter"}
    )
    for number, table in enumerate(document.tables, 1):
        sheet = book.add_worksheet(f"{number}")
        (sheet.set_landscape if document.landscape else sheet.set_portrait)()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        last = len(table.head) - 1
        for row, line in enumerate((*document.office, NATION, MOTTO, document.title, *document.about, table.title)):
            sheet.merge_range(row, 0, row, last, line, bold)
        top = len(document.office) + len(document.about) + 5
        sheet.write_row(top, 0, table.head, head)
        sheet.repeat_rows(top)
        for row, values in enumerate(table.rows, top + 1):
            for column, value in enumerate(values):
                sheet.write(row, column, value, whole if isinstance(value, int) else cell)
        below = top + len(table.rows) + 1
        if table.note:
            sheet.write(below, 0, table.note, plain)
        for column, signer in enumerate(document.signers):
            sheet.write(below + 2, 0 if not column else last, signer, bold)
        for column, width in enumerate(table.widths):
            sheet.set_column(column, column, max(width * 1.3, 5))
    book.close()
    return target.getvalue()


def pdf(document: Document) -> bytes:
    """Give the printed form, A4, with its own font: every letter of Vietnamese is in it."""
    sheet = _sheet(document)
    with sheet.table(borders_layout="NONE", col_widths=(1, 1), text_align="CENTER", first_row_as_headings=False) as top:
        for left, right in _heading(document):
            row = top.row()
            row.cell(left)
            row.cell(right)
    sheet.ln(4)
    sheet.set_font(style="B", size=14)
    sheet.multi_cell(0, 7, document.title, align="C", new_x="LMARGIN", new_y="NEXT")
    sheet.set_font(style="", size=12)
    for line in document.about:
        sheet.multi_cell(0, 6, line, align="C", new_x="LMARGIN", new_y="NEXT")
    for number, table in enumerate(document.tables):
        if number:
            sheet.add_page()
        _table(sheet, table)
    _signatures(sheet, document)
    return bytes(sheet.output())


def _heading(document: Document) -> tuple[tuple[str, str], ...]:
    left = (*document.office, "")[:2] if len(document.office) < 2 else document.office
    return tuple(zip(left, (NATION, MOTTO), strict=False))


def _sheet(document: Document) -> FPDF:
    from fpdf import FPDF

    sheet = FPDF("landscape" if document.landscape else "portrait", format="A4")
    sheet.add_font("Office", "", FONTS / "DejaVuSerifCondensed.ttf")
    sheet.add_font("Office", "B", FONTS / "DejaVuSerifCondensed-Bold.ttf")
    sheet.set_title(document.title)
    sheet.set_lang("vi")
    sheet.set_margins(20, 15, 15)
    sheet.set_auto_page_break(auto=True, margin=15)
    sheet.add_page()
    sheet.set_font("Office", "B", 11)
    return sheet


def _table(sheet: FPDF, table: Table) -> None:
    from fpdf.fonts import FontFace

    sheet.ln(4)
    sheet.set_font(style="B", size=11)
    sheet.multi_cell(0, 6, table.title, new_x="LMARGIN", new_y="NEXT")
    sheet.set_font(style="", size=10 if len(table.head) < 10 else 7)
    numbers = ["RIGHT" if all(not isinstance(row[column], str) for row in table.rows) else "LEFT"
               for column in range(len(table.head))]  # fmt: skip
    if table.rows:
        style = FontFace(emphasis="BOLD")
        line = sheet.font_size * 1.3
        with sheet.table(
            col_widths=table.widths, text_align=numbers, headings_style=style, padding=0.6, line_height=line
        ) as made:
            for cells in (table.head, *table.rows):
                row = made.row()
                for cell in cells:
                    row.cell(shown(cell))
    if table.note:
        sheet.set_font(size=10)
        sheet.multi_cell(0, 6, table.note, new_x="LMARGIN", new_y="NEXT")


def _signatures(sheet: FPDF, document: Document) -> None:
    """Leave room for names and stamps, on the page of the last table if it has room."""
    sheet.ln(4)
    if sheet.will_page_break(40):
        sheet.add_page()
    sheet.set_font(style="", size=11)
    sheet.multi_cell(0, 6, dated(document), align="R", new_x="LMARGIN", new_y="NEXT")
    sheet.set_font(style="B", size=11)
    for signer in document.signers:
        sheet.cell(sheet.epw / len(document.signers), 6, signer.upper(), align="C")


def dated(document: Document) -> str:
    """Give the line of place and date, to be filled in by hand."""
    return _("{place}, day …… month …… year 20……").format(place=document.place or "……………")


def _harmless(text: str) -> str:
    """Keep a spreadsheet from taking words for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
