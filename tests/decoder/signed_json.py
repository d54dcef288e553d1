"""What statements and receipts have in common: signed JSON, keys as text, and times. keys.md, section 7."""

from __future__ import annotations

import hashlib
import re
from datetime import datetime, timezone

import p384
import strict_json as js

is_authority = js.pattern("(?![0-9]+$)[a-z0-9-]{1,64}")
is_log_name = js.pattern("[a-z0-9][a-z0-9./-]{0,99}")  # of logs and of witnesses: key-log.md, section 3
is_spki = js.base64url(120, 120)


def is_time(value) -> bool:
    """The one spelling, and a day that exists."""
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", value, re.ASCII):
        return False
    try:
        from_time(value)
    except ValueError:
        return False
    return value[17:19] < "60"  # strptime knows leap seconds


def from_time(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=timezone.utc)


def to_time(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03d}Z"


def is_in_time(moment: str, not_before: str, expires: str) -> bool:
    return not_before <= moment < expires  # times of one spelling are in order when their texts are


def pre_authentication_encoding(payload_type: str, payload: bytes) -> bytes:
    return b"DSSEv1 %d %s %d %s" % (len(payload_type), payload_type.encode(), len(payload), payload)


def is_signed(spki: bytes, payload_type: str, payload: bytes, signature: bytes) -> bool:
    return p384.verify(spki, signature, pre_authentication_encoding(payload_type, payload))


def root_fingerprint(spki: bytes) -> bytes:
    return hashlib.sha256(b"PSRF" + p384.signing_key_id(spki)).digest()


def fingerprint_digits(fingerprint: bytes) -> str:
    digits = f"{int.from_bytes(fingerprint, 'big') % 10**60:060d}"
    return " ".join(digits[i : i + 5] for i in range(0, 60, 5))
