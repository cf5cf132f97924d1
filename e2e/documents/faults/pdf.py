"""Faults in PDF files."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
from checks import letter_geometry, pdf_layout, pdf_structure, pdf_validators

from . import Fault

Change = Callable[[pikepdf.Pdf], bool]


def _changed(change: Change) -> Callable[[Path, Path], bool]:
    """A fault that is a change of the opened file."""

    def make(source: Path, target: Path) -> bool:
        with pikepdf.open(source) as pdf:
            if not change(pdf):
                return False
            pdf.save(target)
        return True

    return make


def _without(*path: str) -> Change:
    """Removes an entry below the catalogue."""

    def change(pdf: pikepdf.Pdf) -> bool:
        place = pdf.Root
        for name in path[:-1]:
            if name not in place:
                return False
            place = place[name]
        if path[-1] not in place:
            return False
        del place[path[-1]]
        return True

    return change


def _foreign_language(pdf: pikepdf.Pdf) -> bool:
    pdf.Root.Lang = pikepdf.String("fr")
    return True


def _title_hidden(pdf: pikepdf.Pdf) -> bool:
    pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=False)
    return True


def _no_bookmarks(pdf: pikepdf.Pdf) -> bool:
    return len(pdf.pages) >= pdf_structure.PAGES_WITH_BOOKMARKS and _without("/Outlines")(pdf)


def _elements(pdf: pikepdf.Pdf, kind: str) -> list[pikepdf.Object]:
    return [
        thing
        for thing in pdf.objects
        if isinstance(thing, pikepdf.Dictionary)
        and thing.get("/S") == pikepdf.Name(kind)
        and "/P" in thing
    ]


def _drop(element: pikepdf.Object, key: str) -> None:
    if key in element:
        del element[key]


def _head_cells_as_data(pdf: pikepdf.Pdf) -> bool:
    heads = _elements(pdf, "/TH")
    for cell in _elements(pdf, "/TD"):
        _drop(cell, "/A")  # it names the head cells
    for head in heads:
        head.S = pikepdf.Name.TD
        _drop(head, "/A")
    return bool(heads)


def _head_cells_without_scope(pdf: pikepdf.Pdf) -> bool:
    heads = _elements(pdf, "/TH")
    for head in heads:
        _drop(head, "/A")
    return bool(heads)


def _figure_described(text: str | None) -> Change:
    def change(pdf: pikepdf.Pdf) -> bool:
        figures = _elements(pdf, "/Figure")
        for figure in figures:
            if text is None:
                _drop(figure, "/Alt")
            else:
                figure.Alt = pikepdf.String(text)
        return bool(figures)

    return change


def _narrow_page(pdf: pikepdf.Pdf) -> bool:
    page = pdf.pages[0]
    for box in ("/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"):
        if box in page:
            del page[box]
    left, bottom, right, top = (float(number) for number in page.mediabox)
    page.MediaBox = pikepdf.Array([left, bottom, left + (right - left) / 4, top])
    return True


def _printed_twice(pdf: pikepdf.Pdf) -> bool:
    """The same lines once more, a little higher: what surplus rows of a table look like."""
    page = pdf.pages[-1]
    page.contents_coalesce()
    content = page.Contents.read_bytes()
    shifted = b"\nq 1 0 0 1 3 2 cm\n" + content + b"\nQ\n"
    page.Contents = pdf.make_stream(b"q\n" + content + b"\nQ\n" + shifted)
    return b"Tf" in content


def _letter_lowered(pdf: pikepdf.Pdf) -> bool:
    """A letter printed 2 mm too low: the address leaves the window of the envelope."""
    page = pdf.pages[0]
    page.contents_coalesce()
    content = page.Contents.read_bytes()
    lowered = 2 * 72 / 25.4
    page.Contents = pdf.make_stream(f"q 1 0 0 1 0 -{lowered:.3f} cm\n".encode() + content + b"\nQ\n")
    return True


def _claim_removed(*claims: str) -> Change:
    def change(pdf: pikepdf.Pdf) -> bool:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            present = [claim for claim in claims if claim in metadata]
            for claim in present:
                del metadata[claim]
        return bool(present)

    return change


def _cut_off(source: Path, target: Path) -> bool:
    content = source.read_bytes()
    target.write_bytes(content[: len(content) * 2 // 3])
    return True


def _on_letters(make: Callable[[Path, Path], bool]) -> Callable[[Path, Path], bool]:
    """Only letters offer the place for the fault."""

    def only(source: Path, target: Path) -> bool:
        return letter_geometry.is_letter(source) and make(source, target)

    return only


FAULTS: tuple[Fault, ...] = (
    Fault("no language", ".pdf", _changed(_without("/Lang")), (pdf_structure.catalogue,)),
    Fault("foreign language", ".pdf", _changed(_foreign_language), (pdf_structure.catalogue,)),
    Fault(
        "not marked as tagged",
        ".pdf",
        _changed(_without("/MarkInfo")),
        (pdf_structure.catalogue, pdf_validators.page_ua),
    ),
    Fault(
        "no structure tree",
        ".pdf",
        _changed(_without("/StructTreeRoot")),
        (pdf_structure.catalogue, pdf_structure.tables, pdf_validators.page_ua),
    ),
    Fault("title not shown", ".pdf", _changed(_title_hidden), (pdf_structure.catalogue,)),
    Fault("no bookmarks", ".pdf", _changed(_no_bookmarks), (pdf_structure.bookmarks,)),
    Fault(
        "table without head cells",
        ".pdf",
        _changed(_head_cells_as_data),
        (pdf_structure.tables, pdf_validators.pdfua_rules, pdf_validators.outloud_rules),
    ),
    Fault(
        "head cells without scope",
        ".pdf",
        _changed(_head_cells_without_scope),
        (pdf_structure.tables,),
    ),
    Fault(
        "figure without description",
        ".pdf",
        _changed(_figure_described(None)),
        (pdf_structure.figures, pdf_validators.page_ua),
    ),
    Fault("figure called Bild", ".pdf", _changed(_figure_described("Bild")), (pdf_structure.figures,)),
    Fault(
        "figure described by a file's name",
        ".pdf",
        _changed(_figure_described("kernwege-karte.png")),
        (pdf_structure.figures,),
    ),
    Fault("text outside of the page", ".pdf", _changed(_narrow_page), (pdf_layout.inside_page,)),
    Fault(
        "letter printed too low",
        ".pdf",
        _on_letters(_changed(_letter_lowered)),
        (letter_geometry.letter_geometry,),
    ),
    Fault("lines printed over lines", ".pdf", _changed(_printed_twice), (pdf_layout.no_overprint,)),
    Fault(
        "no claim of PDF/UA",
        ".pdf",
        _changed(_claim_removed("pdfuaid:part")),
        (pdf_validators.page_ua,),
    ),
    Fault(
        "no claim of PDF/A",
        ".pdf",
        _changed(_claim_removed("pdfaid:part", "pdfaid:conformance")),
        (pdf_validators.page_a,),
    ),
    Fault("cut off", ".pdf", _cut_off, (pdf_validators.qpdf_structure, pdf_validators.page_ua)),
)
