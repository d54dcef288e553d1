"""receipts.json: a receipt as evidence for its own time, and the link on paper."""

from __future__ import annotations

import strict_json as js
from check_statements import signed_text
from receipt_link import read_link, write_link
from receipts import verify_evidence
from vectors import changed, equal, exactly, must_refuse

unhex = bytes.fromhex


def _verify(case):
    exactly(case, "receipt", "pinnedRoot", "statements", "result")
    statements = [signed_text(one) for one in case["statements"]]
    return verify_evidence(signed_text(case["receipt"]), statements, unhex(case["pinnedRoot"]))


def evidence(vector, _file):
    base = {field: value for field, value in vector.items() if field not in ("accepted", "refused")}

    def accept(case):
        result = exactly(case["result"], "authorityName", "contents")
        name, contents = _verify(case)
        equal("authority", name, result["authorityName"])
        equal("contents", contents, result["contents"])

    yield "evidence", lambda: accept(base)
    for case in vector["accepted"]:
        yield exactly(case, "name", "change")["name"], lambda case=case: accept(changed(base, case["change"]))
    for case in vector["refused"]:
        exactly(case, "name", "change", "error")
        yield case["name"], lambda case=case: must_refuse(case["error"], lambda: _verify(changed(base, case["change"])))


def link(vector, file):
    saved = file["evidence"]
    signed, root = signed_text(saved["receipt"]), unhex(saved["pinnedRoot"])
    statements = [signed_text(one) for one in saved["statements"]]

    def accept():
        equal("read", read_link(vector["text"]), (signed, root))
        equal("written", write_link(signed, root), js.from_base64url(vector["text"]).hex())

    def is_forged(text):
        """A link that is well formed; what it says was never signed."""
        other, root = read_link(text)
        must_refuse("E_RECEIPT_SIG", lambda: verify_evidence(other, statements, root))

    yield exactly(vector, "text", "refused", "forged")["text"], accept
    for case in vector["refused"]:
        exactly(case, "name", "link", "error")
        yield case["name"], lambda case=case: must_refuse(case["error"], lambda: read_link(case["link"]))
    for text in vector["forged"]:
        yield text, lambda text=text: is_forged(text)


KINDS = {"evidence": evidence, "link": link}
