"""Proves that the checks report what they should: `python mutants.py FOLDER`.

Known faults are put into copies of the sound documents of a folder. A check that stays silent
about one of its faults fails, and so does a fault for which no document offers the place: then the
samples have become too poor to prove anything. The last line counts the faults.
"""

import shutil
import sys
import tempfile
from pathlib import Path

import checks
import faults.office
import faults.pdf
from checks import language, libreoffice
from faults import Fault


def silent_checks(fault: Fault, samples: list[Path], folder: Path) -> list[str] | None:
    """The checks that do not report the fault; None if no sample offers the place for it."""
    target = folder / f"faulty{fault.suffix}"
    for sample in samples:
        # For English versions another language is right; the faults are made for German ones.
        if sample.suffix != fault.suffix or language.is_english(sample):
            continue
        if any(checks.findings(check, sample) for check in fault.reported_by):
            continue  # a document that is faulty before proves nothing
        if fault.make(sample, target):
            _with_twins(sample, target)
            libreoffice.forget(target)
            return [
                checks.name(check)
                for check in fault.reported_by
                if not checks.findings(check, target)
            ]
    return None


def _with_twins(sample: Path, target: Path) -> None:
    """The other files of the document beside the faulty one, for checks that compare them."""
    for suffix in (".pdf", ".docx", ".odt", ".html"):
        twin = sample.with_suffix(suffix)
        if suffix != target.suffix and twin.exists():
            shutil.copyfile(twin, target.with_suffix(suffix))


def main(folder: Path) -> int:
    """Tries all faults on the documents of a folder; gives back the exit code."""
    samples = sorted(file for file in folder.rglob("*") if file.suffix in checks.BY_SUFFIX)
    all_faults = (*faults.pdf.FAULTS, *faults.office.FAULTS)
    failed = 0
    with tempfile.TemporaryDirectory() as temporary:
        for fault in all_faults:
            silent = silent_checks(fault, samples, Path(temporary))
            name = f"{fault.suffix[1:]}: {fault.name}"
            if silent is None:
                print(f"{name}: FAILED, no sound sample offers the place for this fault")
            elif silent:
                print(f"{name}: FAILED, not reported by {', '.join(silent)}")
            else:
                print(f"{name}: reported")
            failed += silent is None or bool(silent)
    print(f"{len(all_faults) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
