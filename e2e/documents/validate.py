"""Checks all documents below a folder: `python validate.py FOLDER`.

Prints each finding and, as its last line, how many documents passed and failed. The exit code is 1
if a document failed or there was none to check.
"""

import multiprocessing
import sys
from pathlib import Path

import checks
from checks import libreoffice


def failures_of(file: Path) -> list[str]:
    """What the checks find in one document."""
    return [
        f"{checks.name(check)}: {finding}"
        for check in checks.BY_SUFFIX[file.suffix]
        for finding in checks.findings(check, file)
    ]


def main(folder: Path) -> int:
    """Checks the documents of a folder; gives back the exit code."""
    files = sorted(file for file in folder.rglob("*") if file.suffix in checks.BY_SUFFIX)
    if not files:
        print(f"there is no document in {folder}")
        return 1
    # One start of the office program for all files: it takes seconds to come up.
    libreoffice.read(files)
    failed = 0
    # Forked processes share what LibreOffice read.
    with multiprocessing.get_context("fork").Pool() as pool:
        for file, failures in zip(files, pool.imap(failures_of, files)):
            name = file.relative_to(folder)
            print(f"{name}: {'FAILED' if failures else 'ok'}", flush=True)
            for failure in failures:
                print(f"    {failure}")
            failed += bool(failures)
    print(f"{len(files) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
