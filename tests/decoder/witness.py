"""What a witness answers: key-log.md, section 6."""

from __future__ import annotations

from checkpoint import is_signed_by_log, parse_base64, parse_checkpoint, parse_size
from refused import Refused, require
from tree import is_consistent

MAX_NODES = 63
NODE_CHARACTERS = 44


def _parse(body: str):
    request, blank, note = body.partition("\n\n")
    first, *nodes = request.split("\n")
    require(blank != "" and first.startswith("old ") and len(nodes) <= MAX_NODES, "E_LOG_FORMAT")
    require(all(len(node) == NODE_CHARACTERS for node in nodes), "E_LOG_FORMAT")
    return parse_size(first[4:]), [parse_base64(node) for node in nodes], parse_checkpoint(note)


def decide(body: str, logs: dict, stored: tuple | None):
    """Status, answer if it is fixed, and what is stored from now on. `logs`: origin to SPKI; `stored`: (size, root)."""
    try:
        old, proof, checkpoint = _parse(body)
    except Refused:
        return 400, None, stored
    spki = logs.get(checkpoint.origin)
    if spki is None:
        return 404, None, stored
    if not is_signed_by_log(checkpoint, spki):
        return 403, None, stored
    newest = (checkpoint.size, checkpoint.root)
    if old > newest[0]:
        return 400, None, stored
    size = stored[0] if stored else 0
    if old != size or stored and newest[0] == size and newest != stored:
        return 409, f"{size}\n", stored
    if not is_consistent(stored, newest, proof) if stored else proof:
        return 422, None, stored
    return 200, None, newest
