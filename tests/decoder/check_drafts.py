"""drafts.json: forms that somebody wants to go on with."""

from __future__ import annotations

from draft import open_draft
from vectors import equal, exactly, must_refuse

unhex = bytes.fromhex
PLACE = ("accountId", "draftId", "version", "vaultKey", "sealed")


def read(case):
    return open_draft(
        unhex(case["sealed"]), unhex(case["vaultKey"]), case["accountId"], case["draftId"], case["version"]
    )


def draft(vector, _file):
    exactly(vector, "accepted", "refused")
    for case in vector["accepted"]:
        exactly(case, *PLACE, "content")
        yield f"version {case['version']}", lambda case=case: equal("content", read(case), case["content"])
    for case in vector["refused"]:
        exactly(case, "name", *PLACE)
        yield case["name"], lambda case=case: must_refuse("E_DRAFT", lambda: read(case))


KINDS = {"draft": draft}
