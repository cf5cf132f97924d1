"""Known faults, put into sound documents, with the checks that must report each of them."""

from pathlib import Path
from typing import Callable, NamedTuple

from checks import Check


class Fault(NamedTuple):
    """A fault: `make` writes a faulty copy and gives back whether the source offered the place."""

    name: str
    suffix: str
    make: Callable[[Path, Path], bool]
    reported_by: tuple[Check, ...]
