"""The language that a document must name."""

from pathlib import Path

GERMAN = ("de", "de-DE")
ENGLISH = ("en", "en-GB")


def is_english(file: Path) -> bool:
    """True if the file's name says that it is the English version (`brief-english.pdf`)."""
    return file.stem.endswith("-english")


def expected(file: Path) -> tuple[str, ...]:
    """The names of the language that are right for this file."""
    return ENGLISH if is_english(file) else GERMAN
