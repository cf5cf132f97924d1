"""DOCX and ODT: sound archives, well-formed XML, language, table heads, alternative texts."""

import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path

from . import language
from .pdf_structure import FILE_NAME, SHORTEST_ALTERNATIVE

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
CORE = "{http://purl.org/dc/elements/1.1/}"

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
LIBREOFFICE = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
ODT_TYPE = b"application/vnd.oasis.opendocument.text"

OFF = ("0", "false", "off")


def docx(file: Path) -> list[str]:
    """A Word document (ISO/IEC 29500)."""
    parts, found = _parts(file)
    for needed in ("[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml"):
        if needed not in parts:
            return [*found, f"has no part {needed}"]
    body = parts["word/document.xml"]

    lang = parts["word/styles.xml"].find(f"{WORD}docDefaults//{WORD}lang")
    found += _language(file, None if lang is None else lang.get(f"{WORD}val"))
    properties = parts.get("docProps/core.xml")
    if properties is None or not properties.findtext(f"{CORE}title"):
        found.append("has no title")
    for number, table in enumerate(body.iter(f"{WORD}tbl"), start=1):
        row = table.find(f"{WORD}tr")
        head = None if row is None else row.find(f"{WORD}trPr/{WORD}tblHeader")
        if head is None or head.get(f"{WORD}val", "1") in OFF:
            found.append(f"table {number} has no head row that is repeated")
    for number, picture in enumerate(body.iter(f"{DRAWING}docPr"), start=1):
        decorative = picture.find(f".//{DECORATIVE}")
        if decorative is not None and decorative.get("val", "1") not in OFF:
            continue
        found += _alternative(number, picture.get("descr", ""))
    return found


def odt(file: Path) -> list[str]:
    """An OpenDocument text (ISO/IEC 26300)."""
    parts, found = _parts(file)
    with zipfile.ZipFile(file) as archive:
        first = archive.infolist()[0]
        if first.filename != "mimetype" or first.compress_type != zipfile.ZIP_STORED:
            found.append("does not begin with its uncompressed type")
        elif archive.read(first) != ODT_TYPE:
            found.append("does not name the type of an OpenDocument text")
    for needed in ("META-INF/manifest.xml", "content.xml", "styles.xml", "meta.xml"):
        if needed not in parts:
            return [*found, f"has no part {needed}"]
    body = parts["content.xml"]

    found += _language(file, _odt_language(parts["styles.xml"]))
    if not parts["meta.xml"].findtext(f".//{CORE}title"):
        found.append("has no title")
    for number, table in enumerate(body.iter(f"{TABLE}table"), start=1):
        if table.find(f".//{TABLE}table-header-rows") is None:
            found.append(f"table {number} has no head row that is repeated")
    number = 0
    for frame in body.iter(f"{DRAW}frame"):
        if frame.find(f"{DRAW}image") is None:
            continue
        number += 1
        if frame.get(f"{LIBREOFFICE}decorative") == "true":
            continue
        text = frame.findtext(f"{SVG}title") or frame.findtext(f"{SVG}desc") or ""
        found += _alternative(number, text)
    return found


def _odt_language(styles: ElementTree.Element) -> str | None:
    for default in styles.iter(f"{STYLE}default-style"):
        properties = default.find(f"{STYLE}text-properties")
        if default.get(f"{STYLE}family") == "paragraph" and properties is not None:
            code = properties.get(f"{FO}language")
            country = properties.get(f"{FO}country")
            return f"{code}-{country}" if code and country else code
    return None


def _parts(file: Path) -> tuple[dict[str, ElementTree.Element], list[str]]:
    """All XML parts of the archive, and what is wrong with the archive itself."""
    parts, found = {}, []
    with zipfile.ZipFile(file) as archive:
        damaged = archive.testzip()
        if damaged:
            found.append(f"the part {damaged} is damaged")
        names = archive.namelist()
        if len(names) != len(set(names)):
            found.append("holds a part twice")
        for name in names:
            if not name.endswith((".xml", ".rels", ".rdf")):
                continue
            try:
                parts[name] = ElementTree.fromstring(archive.read(name))
            except ElementTree.ParseError as error:
                found.append(f"{name} is not well-formed: {error}")
    return parts, found


def _language(file: Path, found: str | None) -> list[str]:
    wanted = language.expected(file)
    return [] if found in wanted else [f"names the language {found!r}, not {wanted[-1]!r}"]


def _alternative(number: int, text: str) -> list[str]:
    text = text.strip()
    if len(text) < SHORTEST_ALTERNATIVE or FILE_NAME.search(text):
        return [f"picture {number} has the alternative text {text!r}"]
    return []
