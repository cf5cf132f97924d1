"""Opens office files in LibreOffice, many in one start, and keeps the text that it read."""

import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

#: Endings of the files that LibreOffice is asked about.
SUFFIXES = (".docx", ".odt")
#: Seconds for one start, however slow the machine is.
PATIENCE = 600

_texts: dict[Path, str] = {}


def read(files: list[Path]) -> None:
    """Reads all these files at once. What LibreOffice refuses, or would have to repair, has no text."""
    files = [file for file in files if file.suffix in SUFFIXES]
    if not files:
        return
    # LibreOffice leaves frames out of plain text (the address of a letter): such files become a PDF first.
    framed = [file for file in files if _has_frames(file)]
    _read(framed, "pdf")
    _read([file for file in files if file not in framed], "txt:Text (encoded):UTF8")


def _has_frames(file: Path) -> bool:
    part, mark = ("word/document.xml", b"<w:framePr") if file.suffix == ".docx" else ("content.xml", b"<draw:text-box")
    try:
        with zipfile.ZipFile(file) as parts:
            return mark in parts.read(part)
    except (zipfile.BadZipFile, KeyError):
        return False


def _read(files: list[Path], target: str) -> None:
    if not files:
        return
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        # The results stand in one folder, so the names must differ: numbers instead of names.
        copies = [folder / f"{number:05}{file.suffix}" for number, file in enumerate(files)]
        for file, copy in zip(files, copies):
            shutil.copyfile(file, copy)
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                "--headless",
                "--norestore",
                "--convert-to",
                target,
                "--outdir",
                str(folder / "texts"),
                *map(str, copies),
            ],
            capture_output=True,
            check=True,
            timeout=PATIENCE,
        )
        for file, copy in zip(files, copies):
            result = folder / "texts" / f"{copy.stem}.{target[:3]}"
            _texts[file] = _text_of(result) if result.exists() else ""


def _text_of(result: Path) -> str:
    if result.suffix == ".txt":
        return result.read_text("utf-8-sig")
    command = ["pdftotext", "-raw", str(result), "-"]
    return subprocess.run(command, capture_output=True, check=True, timeout=PATIENCE).stdout.decode()


def text(file: Path) -> str:
    """The text that LibreOffice read; empty if it did not open the file."""
    if file not in _texts:
        read([file])
    return _texts.get(file, "")


def forget(file: Path) -> None:
    """The file has changed."""
    _texts.pop(file, None)
