"""Checks of finished documents.

Each check is a function that takes the path of a file and gives back a list of findings, one
sentence each; an empty list means that the file passes.
"""

from pathlib import Path
from typing import Callable

from . import office, pdf_layout, pdf_structure, pdf_validators, twins
from . import letter_geometry, office, pdf_layout, pdf_structure, pdf_validators

Check = Callable[[Path], list[str]]

#: The checks for each format, by the ending of the file's name.
BY_SUFFIX: dict[str, tuple[Check, ...]] = {
    ".pdf": (
        pdf_validators.page_ua,
        pdf_validators.page_a,
        pdf_validators.pdfua_rules,
        pdf_validators.outloud_rules,
        pdf_validators.qpdf_structure,
        pdf_structure.catalogue,
        pdf_structure.bookmarks,
        pdf_structure.tables,
        pdf_structure.figures,
        pdf_layout.inside_page,
        pdf_layout.no_overprint,
        letter_geometry.letter_geometry,
    ),
    ".docx": (office.docx, twins.opens, twins.same_text),
    ".odt": (office.odt, twins.opens),
}


def findings(check: Check, file: Path) -> list[str]:
    """Runs one check; a file that breaks it is a finding too, never a silent pass.

    A mistake in the check itself is not caught: it must not look like a report about the file.
    """
    try:
        return check(file)
    except (AttributeError, NameError, TypeError):
        raise
    except Exception as error:  # noqa: BLE001
        return [f"cannot be read by this check: {type(error).__name__}: {error}"]


def name(check: Check) -> str:
    """The name of a check as it is printed."""
    return f"{check.__module__.rsplit('.', 1)[-1]}.{check.__name__}"
