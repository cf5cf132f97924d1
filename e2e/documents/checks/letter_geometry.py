"""Where the parts of a letter stand (DIN 5008): read from the lines and words of the finished PDF.

A page with fold marks is the first page of a letter. Measures are millimetres from the upper left
corner of the sheet; each may differ by half a millimetre.
"""

from pathlib import Path
from typing import NamedTuple

import pymupdf

#: Millimetres by which a measure may differ.
TOLERANCE = 0.5
MM = 25.4 / 72
#: Height of capitals in the sans serif, as a share of the size.
CAPITALS = 0.66
#: Marks end left of the text.
MARKS_END = 15.0


class Line(NamedTuple):
    """A horizontal rule."""

    left: float
    right: float
    y: float


class Words(NamedTuple):
    """A run of words on one line."""

    text: str
    left: float
    right: float
    baseline: float
    size: float

    @property
    def top(self) -> float:
        """Upper edge of the capitals."""
        return self.baseline - self.size * CAPITALS * MM


class Form(NamedTuple):
    """What differs between the forms."""

    name: str
    field: float
    folds: tuple[float, float]


FORMS = (Form("B", 45.0, (105.0, 210.0)), Form("A", 27.0, (87.0, 192.0)))


def letter_geometry(file: Path) -> list[str]:
    """Every part of a letter stands where DIN 5008 wants it; files without letters pass."""
    found: list[str] = []
    with pymupdf.open(file) as pdf:
        first_pages = 0
        for number, page in enumerate(pdf, start=1):
            lines = _lines(page)
            marks = [line for line in lines if line.right < MARKS_END]
            words = _words(page)
            if marks:
                first_pages += 1
                findings = _first_page(marks, lines, words)
            elif first_pages:
                findings = _further_page(lines, words)
            else:
                return []
            found += [f"page {number}: {finding}" for finding in findings]
    return found


def is_letter(file: Path) -> bool:
    """Whether the first page has fold marks."""
    with pymupdf.open(file) as pdf:
        return any(line.right < MARKS_END for line in _lines(pdf[0]))


def _first_page(marks: list[Line], lines: list[Line], words: list[Words]) -> list[str]:
    marks = sorted(marks, key=lambda line: line.y)
    if len(marks) != 3:
        return [f"{len(marks)} marks instead of 3"]
    form = min(FORMS, key=lambda form: abs(form.folds[0] - marks[0].y))
    zone = form.field + 17.7
    wanted = [
        ("upper fold mark", marks[0].y, form.folds[0]),
        ("hole mark", marks[1].y, 148.5),
        ("lower fold mark", marks[2].y, form.folds[1]),
        *(("start of a mark", mark.left, 4.0) for mark in marks),
        *(
            ("length of a mark", mark.right - mark.left, length)
            for mark, length in zip(marks, (4, 6, 4))
        ),
    ]
    address = [
        word for word in words if zone < word.baseline < zone + 27.3 and word.left < 105
    ]
    if not address:
        return [f"form {form.name}: no address between {zone} and {zone + 27.3}"]
    wanted += [("left edge of the address", word.left, 25.0) for word in address]
    found = []
    if address[0].top < zone - TOLERANCE or max(word.baseline for word in address) > zone + 27.3:
        found.append("the address leaves its zone")
    if max(word.right for word in words if word in address) > 105 + TOLERANCE:
        found.append("the address is wider than its field")

    subject = next((word for word in words if word.baseline > form.field + 53.5 - TOLERANCE), None)
    if subject is None:
        return [*found, "no subject"]
    wanted += [
        ("left edge of the subject", subject.left, 25.0),
        ("upper edge of the subject", subject.top, form.field + 53.5),
        ("size of the subject", subject.size, 12.5),
    ]
    block = [word for word in words if word.left > 124 and word.baseline < form.field + 53.5]
    if block:
        wanted += [
            ("left edge of the information block", min(word.left for word in block), 125.0),
            ("upper edge of the information block", min(word.top for word in block), form.field + 5),
        ]
        if max(word.right for word in block) > 200 + TOLERANCE:
            found.append("the information block is wider than 75 mm")
    returned = [line for line in lines if line not in marks and line.y < form.field + 30]
    if returned:
        wanted += [
            ("rule of the return line", returned[0].y, zone),
            ("left end of the return line", returned[0].left, 25.0),
        ]
    wanted += _foot(lines, words)
    return found + _differences(wanted)


def _further_page(lines: list[Line], words: list[Words]) -> list[str]:
    wanted = _foot(lines, words)
    # A page may begin with a rule: the band of day and place, the edge of a slip to cut off.
    edges = [word.top for word in words if 25 < word.baseline < 260]
    if edges:
        edges += [line.y for line in lines if 25 < line.y < min(edges) and line.right > 100]
        wanted.append(("upper edge of the text", min(edges), 30.0))
    return _differences(wanted)


def _foot(lines: list[Line], words: list[Words]) -> list[tuple[str, float, float]]:
    rule = max(lines, key=lambda line: line.y, default=Line(0, 0, 0))
    number = [word for word in words if word.baseline > 263]
    return [
        ("rule of the foot", rule.y, 297 - 34),
        ("left end of the foot", rule.left, 25.0),
        ("right end of the foot", rule.right, 190.0),
        ("right edge of the page number", max((word.right for word in number), default=0), 190.0),
        ("left edge of the text", min((word.left for word in words), default=0), 25.0),
    ]


def _differences(wanted: list[tuple[str, float, float]]) -> list[str]:
    return [
        f"{name}: {actual:.1f} mm instead of {right:.1f}"
        for name, actual, right in wanted
        if abs(actual - right) > TOLERANCE
    ]


def _lines(page: pymupdf.Page) -> list[Line]:
    """The horizontal rules of a page."""
    found = []
    for drawing in page.get_drawings():
        # A rule on one side of a block is a thin filled box.
        box = drawing["rect"]
        if box.height < 1.2 and box.width > 2:
            found.append(Line(box.x0 * MM, box.x1 * MM, (box.y0 + box.y1) / 2 * MM))
    return found


def _words(page: pymupdf.Page) -> list[Words]:
    """The runs of words of a page, from top to bottom."""
    found = []
    for block in page.get_text("dict")["blocks"]:
        for line in block.get("lines", ()):
            for span in line["spans"]:
                if span["text"].strip():
                    left, _, right, _ = span["bbox"]
                    found.append(
                        Words(
                            span["text"], left * MM, right * MM, span["origin"][1] * MM, span["size"]
                        )
                    )
    return sorted(found, key=lambda words: words.baseline)
