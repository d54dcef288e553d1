"""signatures.json: ECDSA with numbers and keys at and beyond their limits."""

from __future__ import annotations

import p384
from vectors import equal, exactly, must_refuse

unhex = bytes.fromhex


def message(value, file):
    def check():
        valid = [case for case in file["vectors"] if case["result"] == "accepted"]
        other = [p384.verify(unhex(case["spki"]), unhex(case["signature"]), unhex(value) + b"\0") for case in valid]
        equal("signatures that fit another message", sum(other), 0)

    yield "message", check


def vectors(cases, file):
    def verify(case) -> bool:
        exactly(case, "name", "spki", "signature", "result")
        return p384.verify(unhex(case["spki"]), unhex(case["signature"]), unhex(file["message"]))

    def check(case):
        if case["result"] in ("accepted", "refused"):
            equal("valid", verify(case), case["result"] == "accepted")
        else:
            must_refuse(case["result"], lambda: verify(case))

    for case in cases:
        yield case["name"], lambda case=case: check(case)


KINDS = {"message": message, "vectors": vectors}
