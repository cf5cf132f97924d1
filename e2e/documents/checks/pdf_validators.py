"""Independent validators: page, pdfua, outloud and qpdf.

They disagree on details, and each finds faults that another lets pass; the gate is all of them.
"""

import subprocess
from pathlib import Path

import outloud
import page
import pdfua


def _page(file: Path, profile: page.ValidationProfile) -> list[str]:
    report = page.validate_pdf(str(file), profile=profile)
    found = [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
    if not report.is_compliant and not found:
        found.append("is not compliant")
    return found


def page_ua(file: Path) -> list[str]:
    """PDF/UA-1 (ISO 14289-1)."""
    return _page(file, page.ValidationProfile.PDF_UA_1)


def page_a(file: Path) -> list[str]:
    """PDF/A-2a (ISO 19005-2)."""
    return _page(file, page.ValidationProfile.PDF_A_2A)


def pdfua_rules(file: Path) -> list[str]:
    """No error and no warning of pdfua. Remarks without consequence are not findings."""
    report = pdfua.validate(str(file))
    return [
        f"{finding.rule_id}: {finding.message}"
        for finding in report.findings
        if finding.severity >= pdfua.Severity.WARNING
    ]


def outloud_rules(file: Path) -> list[str]:
    """No error of outloud. Its warnings take drawn lines for tables and are not findings."""
    result = outloud.check(str(file))
    if result.error:
        return [f"outloud cannot read it: {result.error}"]
    return [
        f"{finding.rule}: {finding.message}"
        for finding in result.findings
        if finding.severity == "error"
    ]


def qpdf_structure(file: Path) -> list[str]:
    """The file's objects, streams and cross-references are sound."""
    run = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True, check=False)
    return [] if run.returncode == 0 else [(run.stderr or run.stdout).strip()]
