"""What the validators let pass: language, title, bookmarks, table heads, alternative texts."""

import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf

from . import language

#: From this number of pages on a reader needs bookmarks.
PAGES_WITH_BOOKMARKS = 3
#: Shorter texts describe no picture.
SHORTEST_ALTERNATIVE = 5
FILE_NAME = re.compile(r"\.(png|jpe?g|svg|gif|webp|tiff?|pdf)$", re.IGNORECASE)
SCOPES = ("/Row", "/Column", "/Both")


def catalogue(file: Path) -> list[str]:
    """Language, tags, and the title in the window's bar."""
    found = []
    with pikepdf.open(file) as pdf:
        root = pdf.Root
        lang = str(root.get("/Lang", ""))
        if lang not in language.expected(file):
            found.append(f"names the language {lang!r}, not {language.expected(file)[-1]!r}")
        if not root.get("/MarkInfo", {}).get("/Marked", False):
            found.append("is not marked as tagged")
        if "/StructTreeRoot" not in root:
            found.append("has no structure tree")
        if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
            found.append("does not show its title in the window")
        if not str(pdf.docinfo.get("/Title", "")).strip():
            found.append("has no title")
    return found


def bookmarks(file: Path) -> list[str]:
    """Long documents have bookmarks."""
    with pikepdf.open(file) as pdf:
        if len(pdf.pages) < PAGES_WITH_BOOKMARKS:
            return []
        with pdf.open_outline() as outline:
            if outline.root:
                return []
        return [f"has {len(pdf.pages)} pages and no bookmarks"]


def tables(file: Path) -> list[str]:
    """Every table has head cells, and each says what it is the head of."""
    found = []
    with pikepdf.open(file) as pdf:
        for number, table in enumerate(_elements(pdf, "/Table"), start=1):
            heads = [cell for cell, role in _below(table, _roles(pdf)) if role == "/TH"]
            if not heads:
                found.append(f"table {number} has no head cell")
            elif not all(_scope(cell) in SCOPES for cell in heads):
                found.append(f"table {number} has a head cell that does not say row or column")
    return found


def figures(file: Path) -> list[str]:
    """Every figure has an alternative text that is more than a file's name."""
    found = []
    with pikepdf.open(file) as pdf:
        for number, figure in enumerate(_elements(pdf, "/Figure"), start=1):
            text = str(figure.get("/Alt", "")).strip()
            if len(text) < SHORTEST_ALTERNATIVE:
                found.append(f"figure {number} has the alternative text {text!r}")
            elif FILE_NAME.search(text):
                found.append(f"figure {number} is described by a file's name: {text!r}")
    return found


def _roles(pdf: pikepdf.Pdf) -> dict[str, str]:
    """What the document's own names of elements stand for."""
    mapped = pdf.Root.get("/StructTreeRoot", {}).get("/RoleMap", {})
    return {str(name): str(standard) for name, standard in mapped.items()}


def _elements(pdf: pikepdf.Pdf, wanted: str) -> Iterator[pikepdf.Object]:
    tree = pdf.Root.get("/StructTreeRoot")
    if tree is None:
        raise ValueError("there is no structure tree")
    for element, role in _below(tree, _roles(pdf)):
        if role == wanted:
            yield element


def _below(
    element: pikepdf.Object, roles: dict[str, str]
) -> Iterator[tuple[pikepdf.Object, str]]:
    """All structure elements below an element, with their standard names, in reading order."""
    waiting = list(reversed(_kids(element)))
    while waiting:
        kid = waiting.pop()
        role = str(kid.get("/S"))
        for _ in range(8):  # a role may be mapped several times; a circle must not hang the check
            if role not in roles or roles[role] == role:
                break
            role = roles[role]
        yield kid, role
        waiting.extend(reversed(_kids(kid)))


def _kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    """The structure elements directly below; marked content and links to objects are left out."""
    kids = element.get("/K")
    if kids is None:
        return []
    if not isinstance(kids, pikepdf.Array):
        kids = [kids]
    return [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def _scope(cell: pikepdf.Object) -> str:
    attributes = cell.get("/A")
    if attributes is None:
        return ""
    if not isinstance(attributes, pikepdf.Array):
        attributes = [attributes]
    for attribute in attributes:
        if isinstance(attribute, pikepdf.Dictionary) and "/Scope" in attribute:
            return str(attribute["/Scope"])
    return ""
