"""A document as an office files it: national heading, tables, place and date, signatures; as HTML, PDF, XLSX or CSV."""

from __future__ import annotations

from dataclasses import dataclass

# the form of Nghị định 30/2020/NĐ-CP, Annex I: it is the country's, and in no other language
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"

Cell = str | int | float


@dataclass(frozen=True, slots=True)
class Table:
    """A table: `widths` are shares of the page's width, one a column; numbers stand at the right."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """What is filed. `office` are the lines of the body that files it, the last one in bold."""

    office: tuple[str, ...]
    title: str
    about: tuple[str, ...]
    tables: tuple[Table, ...]
    place: str
    signers: tuple[str, ...]
    landscape: bool = False


def shown(cell: Cell) -> str:
    """Show a cell: minutes with a comma and one decimal, as they are written in Vietnam; nothing for zero."""
    if isinstance(cell, float):
        return f"{cell:.1f}".replace(".", ",") if cell else ""
    return str(cell)
