"""Faults in DOCX and ODT files."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

from checks import office, twins

from . import Fault


def _replaced(part: str, pattern: str, replacement: str) -> Callable[[Path, Path], bool]:
    """Replaces text in one part of the archive; the order and compression of the parts stay."""

    def make(source: Path, target: Path) -> bool:
        count = 0
        with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
            for entry in old.infolist():
                content = old.read(entry)
                if entry.filename == part:
                    text, count = re.subn(pattern, replacement, content.decode(), flags=re.DOTALL)
                    content = text.encode()
                new.writestr(entry, content)
        return count > 0

    return make


def _type_last(source: Path, target: Path) -> bool:
    """An ODT whose type does not stand first: office programs take it for any archive."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for entry in reversed(old.infolist()):
            new.writestr(entry, old.read(entry))
    return True


def _cut_off(source: Path, target: Path) -> bool:
    """The directory of the archive is gone; office programs offer to repair it."""
    content = source.read_bytes()
    target.write_bytes(content[: len(content) * 2 // 3])
    return True


def _docx(name: str, part: str, pattern: str, replacement: str) -> Fault:
    return Fault(name, ".docx", _replaced(part, pattern, replacement), (office.docx,))


def _odt(name: str, part: str, pattern: str, replacement: str) -> Fault:
    return Fault(name, ".odt", _replaced(part, pattern, replacement), (office.odt,))


FAULTS: tuple[Fault, ...] = (
    _docx("head row not marked", "word/document.xml", r"<w:tblHeader\b[^>]*>", ""),
    _docx("picture without description", "word/document.xml", r' descr="[^"]*"', ""),
    _docx("foreign language", "word/styles.xml", r'(<w:lang\b[^>]*w:val=")de-DE', r"\1fr-FR"),
    _docx("no title", "docProps/core.xml", r"<dc:title>.*?</dc:title>", ""),
    _docx("broken XML", "word/document.xml", r"</w:body>", ""),
    Fault("cut off", ".docx", _cut_off, (office.docx, twins.opens)),
    Fault(
        "a word that the twins do not have",
        ".docx",
        _replaced("word/document.xml", r"(<w:t\b[^>]*>[^<]{20,})</w:t>", r"\1 Zwischenruf</w:t>"),
        (twins.same_text,),
    ),
    _odt("head row not marked", "content.xml", r"</?table:table-header-rows>", ""),
    _odt(
        "picture without description",
        "content.xml",
        r"<svg:(title|desc)>.*?</svg:\1>",
        "",
    ),
    _odt("foreign language", "styles.xml", r'fo:language="de"', 'fo:language="fr"'),
    _odt("no title", "meta.xml", r"<dc:title>.*?</dc:title>", ""),
    _odt("broken XML", "content.xml", r"</office:body>", ""),
    Fault("type not first", ".odt", _type_last, (office.odt,)),
)
