"""log.json: hash trees and proofs in them."""

from __future__ import annotations

from tree import is_consistent, is_included, leaf_hash, root_of
from vectors import equal, exactly

unhex = bytes.fromhex


def head(value):
    return None if value is None else (exactly(value, "size", "root")["size"], unhex(value["root"]))


def nodes(values) -> list:
    return [unhex(value) for value in values]


def _is_included(case) -> bool:
    exactly(case, "leaf", "index", "size", "root", "path", optional=("name",))
    return is_included(unhex(case["leaf"]), case["index"], case["size"], unhex(case["root"]), nodes(case["path"]))


def _is_consistent(case) -> bool:
    exactly(case, "older", "newer", "proof", optional=("name",))
    return is_consistent(head(case["older"]), head(case["newer"]), nodes(case["proof"]))


def trees(vector, _file):
    exactly(vector, "heads", "inclusion", "consistency")
    for size, case in enumerate(vector["heads"]):
        root = root_of([leaf_hash(b"entry %d" % i) for i in range(size)])
        yield f"head {size}", lambda case=case, actual=(size, root): equal("head", actual, head(case))
    for kind, holds in (("inclusion", _is_included), ("consistency", _is_consistent)):
        for result in exactly(vector[kind], "accepted", "refused"):
            for number, case in enumerate(vector[kind][result]):
                name = case.get("name", f"{kind} {number}")
                yield name, lambda case=case, holds=holds, result=result: equal(
                    "proof holds", holds(case), result == "accepted"
                )
