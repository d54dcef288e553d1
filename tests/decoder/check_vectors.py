"""Checks every vector of a directory, accepted and refused; by default those of packages/crypto.

Prints one line per kind of vector, `file kind count`, and every deviation; exits with 1 if there is one. A new file of
vectors needs a line in FILES, a new kind one in KINDS of its file, and each fails by its name until it has one.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import check_attestations
import check_drafts
import check_grants
import check_keys
import check_log
import check_mandates
import check_psc1
import check_pscf
import check_receipts
import check_signatures
import check_slots
import check_statements

VECTORS = Path(__file__).resolve().parents[2] / "packages/crypto/vectors"
FILES = {
    "psc1.json": check_psc1.KINDS,
    "grants.json": check_grants.KINDS,
    "keys.json": check_keys.KINDS,
    "statements.json": check_statements.KINDS,
    "log.json": check_log.KINDS,
    "pscf.json": check_pscf.KINDS,
    "receipts.json": check_receipts.KINDS,
    "signatures.json": check_signatures.KINDS,
    "slots.json": check_slots.KINDS,
    "drafts.json": check_drafts.KINDS,
    "attestations.json": check_attestations.KINDS,
    "mandates.json": check_mandates.KINDS,
}


def check_kind(place: str, cases) -> tuple[int, int]:
    """How many cases were checked, and how many deviate. What the decoder did not expect to happen deviates as well."""
    checked = deviating = 0
    try:
        for name, check in cases:
            checked += 1
            try:
                check()
            except Exception as error:
                deviating += 1
                print(f"DEVIATION {place} / {name}: {type(error).__name__} {error}")
    except Exception as error:
        deviating += 1
        print(f"DEVIATION {place}: {type(error).__name__} {error}")
    return checked, deviating


def check_directory(directory: Path) -> int:
    total = deviations = 0
    for path in sorted(directory.glob("*.json")):
        kinds = FILES.get(path.name, {})
        content = json.loads(path.read_text(encoding="utf-8"))
        for kind, vectors in content.items():
            place = f"{path.name} {kind}"
            if kind not in kinds:
                print(f"DEVIATION {place}: nobody has taught the decoder this kind of vectors")
                deviations += 1
                continue
            checked, deviating = check_kind(place, kinds[kind](vectors, content))
            print(f"{place} {checked}")
            total, deviations = total + checked, deviations + deviating
    print(f"{total} vectors checked, {deviations} deviations")
    return 0 if total and not deviations else 1


if __name__ == "__main__":
    sys.exit(check_directory(Path(sys.argv[1]) if len(sys.argv) > 1 else VECTORS))
