"""Where the words stand: nothing outside of the page, nothing printed over something else.

Typesetting can paint surplus rows of a table on top of each other at the foot of a page, and
every validator calls the result conforming. Only the positions of the words show it.
"""

import re
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import NamedTuple

#: Two halves of a surrogate pair, each written as if it were a sign.
PAIR = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")
#: Points by which a word may stick out: rounding of the font's box.
TOLERANCE = 0.5
#: Share of a box that is left away at each side. The box has room for the highest and lowest
#: letter of the font, so boxes of neighbouring lines touch although their letters do not.
TRIM = 0.3
#: Findings of one kind that are spelled out for a file.
SPELLED_OUT = 5


class Word(NamedTuple):
    """A word and its box in points from the upper left corner of the page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


class Page(NamedTuple):
    """A page with its words."""

    width: float
    height: float
    words: list[Word]


def inside_page(file: Path) -> list[str]:
    """No word sticks out of the page."""
    found = []
    for number, page in enumerate(_pages(file), start=1):
        for word in page.words:
            if (
                word.left < -TOLERANCE
                or word.top < -TOLERANCE
                or word.right > page.width + TOLERANCE
                or word.bottom > page.height + TOLERANCE
            ):
                found.append(f"page {number}: {word.text[:40]!r} sticks out of the page")
    return _shortened(found)


def no_overprint(file: Path) -> list[str]:
    """No word is printed over another one."""
    found = []
    for number, page in enumerate(_pages(file), start=1):
        words = sorted((_trimmed(word) for word in page.words), key=lambda word: word.top)
        for index, word in enumerate(words):
            for other in words[index + 1 :]:
                if other.top >= word.bottom:
                    break  # all further words begin lower still
                if other.left < word.right and word.left < other.right:
                    found.append(
                        f"page {number}: {word.text[:40]!r} and {other.text[:40]!r} overlap"
                    )
    return _shortened(found)


def _trimmed(word: Word) -> Word:
    across = min((word.right - word.left) * TRIM, 1.0)
    down = (word.bottom - word.top) * TRIM
    return Word(
        word.text, word.left + across, word.top + down, word.right - across, word.bottom - down
    )


def _pages(file: Path) -> list[Page]:
    run = subprocess.run(["pdftotext", "-bbox", str(file), "-"], capture_output=True, check=True)
    pages = []
    for page in _without_control_characters(joined(run.stdout)).iter("{http://www.w3.org/1999/xhtml}page"):
        words = [
            Word(
                word.text or "",
                float(word.attrib["xMin"]),
                float(word.attrib["yMin"]),
                float(word.attrib["xMax"]),
                float(word.attrib["yMax"]),
            )
            for word in page
        ]
        pages.append(Page(float(page.attrib["width"]), float(page.attrib["height"]), words))
    return pages


def joined(text: bytes) -> str:
    """The text of poppler, which writes each half of a surrogate pair (emoji) as a sign of its own."""
    return PAIR.sub(
        lambda pair: pair[0].decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass").decode("utf-16").encode(),
        text,
    ).decode("utf-8", "replace")


def _without_control_characters(text: str) -> ElementTree.Element:
    """pdftotext passes control characters on, which XML forbids; they have no place anyway."""
    clean = "".join(sign for sign in text if sign >= " " or sign in "\t\n\r")
    return ElementTree.fromstring(clean)


def _shortened(found: list[str]) -> list[str]:
    if len(found) <= SPELLED_OUT:
        return found
    return [*found[:SPELLED_OUT], f"… and {len(found) - SPELLED_OUT} more of this kind"]
