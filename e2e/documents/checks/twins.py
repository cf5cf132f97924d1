"""The four files of a document say the same: PDF, DOCX, ODT, HTML."""

import html.parser
import subprocess
import unicodedata
import xml.etree.ElementTree as ElementTree
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from . import libreoffice
from .pdf_layout import joined

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"

#: Findings of one kind that are spelled out for a file.
SPELLED_OUT = 3
#: Pages over which one run of text may extend, and the letters that each must hold.
MOST_PARTS = 12
SHORTEST_PART = 12


def opens(file: Path) -> list[str]:
    """LibreOffice opens the file without repairing it and reads every word of it."""
    read = _letters(libreoffice.text(file))
    if not read:
        return ["LibreOffice does not open it"]
    return _missing(_pieces(file), read, "LibreOffice does not show")


def same_text(file: Path) -> list[str]:
    """A DOCX says what its twins say. A twin that is not there is no finding: some samples have none."""
    pieces = list(_pieces(file))
    found = []
    odt = file.with_suffix(".odt")
    if odt.exists() and "".join(pieces) != "".join(_pieces(odt)):
        found.append(f"{odt.name} has another text")
    pdf = file.with_suffix(".pdf")
    if pdf.exists():
        found += _missing(pieces, _pdf(pdf), f"{pdf.name} does not show")
    page = file.with_suffix(".html")
    if page.exists():
        found += _missing(pieces, _html(page), f"{page.name} does not show")
    return found


def _missing(pieces: list[str] | Iterator[str], text: str, complaint: str) -> list[str]:
    missing = [piece for piece in pieces if not _shown(piece, text)]
    found = [f"{complaint} {piece[:60]!r}" for piece in missing[:SPELLED_OUT]]
    return found + ([f"… and {len(missing) - SPELLED_OUT} more"] if len(missing) > SPELLED_OUT else [])


def _shown(piece: str, text: str) -> bool:
    """Whether the text holds the piece, whole or in the parts that breaks of pages make."""
    for _ in range(MOST_PARTS):
        if piece in text:
            return True
        low, high = 0, len(piece)
        while low < high:  # the longest beginning that stands in the text
            middle = (low + high + 1) // 2
            low, high = (middle, high) if piece[:middle] in text else (low, middle - 1)
        if low < SHORTEST_PART:
            return False
        piece = piece[low:]
    return False


def _letters(text: str) -> str:
    """What stays of a text whatever its form: no blanks, no punctuation, joined letters apart."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(sign for sign in plain if unicodedata.category(sign)[0] in "LNS")


def _pieces(file: Path) -> Iterator[str]:
    """The runs of an office file in reading order. Labels and values are runs of their own."""
    with zipfile.ZipFile(file) as archive:
        if file.suffix == ".docx":
            body = ElementTree.fromstring(archive.read("word/document.xml"))
            runs = ("".join(part.text or "" for part in run.iter(f"{WORD}t")) for run in body.iter(f"{WORD}r"))
        else:
            body = ElementTree.fromstring(archive.read("content.xml"))
            runs = (text for block in body.iter() if block.tag in (f"{TEXT}p", f"{TEXT}h") for text in _strings(block))
        for run in runs:
            letters = _letters(run)
            if letters:
                yield letters


def _strings(element: ElementTree.Element) -> Iterator[str]:
    """The strings of a paragraph in order, without those that describe a picture."""
    yield element.text or ""
    for child in element:
        if not child.tag.startswith(DRAW):
            yield from _strings(child)
        yield child.tail or ""


@lru_cache(maxsize=2)
def _pdf(file: Path) -> str:
    """The text in the order of the file, which is that of reading. (The structure tree would have no page
    foot in between, but `pdfinfo -struct-text` does not come to an end where there are emoji.)"""
    return _letters(_run(["pdftotext", "-raw", str(file), "-"]))


def _run(command: list[str]) -> str:
    return joined(subprocess.run(command, capture_output=True, check=True).stdout)


class _Body(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in ("style", "script")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("style", "script")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.words.append(data)


@lru_cache(maxsize=2)
def _html(file: Path) -> str:
    parser = _Body()
    parser.feed(file.read_text("utf-8"))
    return _letters("".join(parser.words))
