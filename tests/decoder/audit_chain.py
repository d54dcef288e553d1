"""A second verifier of audit chains, written from docs/audit.md alone. Answers with the exit codes of its section 6.

    python3 audit_chain.py CHAIN EXPORT CHECKPOINTS PUBLIC-KEY-PEM...
"""

from __future__ import annotations

import base64
import hashlib
import json
import sys

import p384
from signed_json import is_signed

EDITED, MISSING, CUT, SWAPPED, FOREIGN, RECOMPUTED, UNSIGNED, CHECKPOINT = range(3, 11)
TYPE = "application/vnd.direktvermittlung.audit-checkpoint+json"


class Fault(Exception):
    pass


def checkpoints(lines, chain, keys):
    """Places where the chain may begin, and links that were signed."""
    starts, signed, is_anchored, before = {0: "00" * 32}, {}, False, None
    for line in lines:
        try:
            outer = json.loads(line)
            body = json.loads(outer["body"])
        except (ValueError, KeyError, TypeError):
            continue
        signature = base64.b64decode(outer["signature"])
        spki = keys.get(outer["key"])
        if spki is None or not is_signed(spki, TYPE, outer["body"].encode(), signature):
            raise Fault(CHECKPOINT)
        if body["chain"] != chain or body["previous"] != before:
            raise Fault(CHECKPOINT)
        signed[body["seq"]] = body["link"]
        if body["kind"] == "PRUNED":
            starts[body["seq"]] = body["link"]
        else:
            is_anchored = True
        before = hashlib.sha256(line.encode()).hexdigest()
    return starts, signed, is_anchored


def verify(chain, lines, starts, signed, is_anchored):
    last = None
    for place, line in enumerate(lines):
        link, text = line[9:73], line[84:-1]
        record = json.loads(text)
        if record["chain"] != chain:
            raise Fault(FOREIGN)
        seq = record["seq"]
        if last is None and seq - 1 not in starts:
            raise Fault(MISSING)
        number, before = last or (seq - 1, starts[seq - 1])
        if seq > number + 1:
            later = (json.loads(other[84:-1])["seq"] for other in lines[place + 1 :])
            raise Fault(SWAPPED if number + 1 in later else MISSING)
        if seq <= number:
            raise Fault(SWAPPED)
        if hashlib.sha256(f"dvd-audit-v1\n{before}\n{text}".encode()).hexdigest() != link:
            raise Fault(EDITED)
        if signed.get(seq, link) != link:
            raise Fault(RECOMPUTED)
        last = (seq, link)
    if max(signed, default=0) > (last[0] if last else 0):
        raise Fault(CUT)
    if not is_anchored:
        raise Fault(UNSIGNED)


def lines_of(file):
    with open(file, encoding="utf-8", newline="\n") as stream:
        return [line for line in stream.read().split("\n") if line]


def spki_of(key_file):
    return base64.b64decode("".join(line for line in lines_of(key_file) if not line.startswith("-----")))


def main(chain, export, checkpoint_file, *key_files):
    keys = {p384.signing_key_id(spki).hex(): spki for spki in map(spki_of, key_files)}
    try:
        anchors = checkpoints(lines_of(checkpoint_file), chain, keys)
        verify(chain, lines_of(export), *anchors)
    except Fault as fault:
        return fault.args[0]
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
