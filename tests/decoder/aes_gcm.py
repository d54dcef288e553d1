"""AES-256-GCM (FIPS 197, SP 800-38D) with tables. Not in constant time: it proves a format and guards no key."""

from __future__ import annotations

import hmac


def _times_x(byte: int) -> int:
    return (byte << 1 ^ 0x11B) & 0xFF if byte & 0x80 else byte << 1


def _make_sbox() -> list[int]:
    powers = [1]
    for _ in range(254):
        powers.append(powers[-1] ^ _times_x(powers[-1]))  # 3 generates the multiplicative group
    inverse = {value: powers[-index % 255] for index, value in enumerate(powers)}
    box = []
    for byte in range(256):
        bits = inverse.get(byte, 0) * 0x101  # the byte twice, so that a shift rotates
        box.append((bits ^ bits >> 4 ^ bits >> 5 ^ bits >> 6 ^ bits >> 7) & 0xFF ^ 0x63)
    return box


SBOX = _make_sbox()
T0 = [_times_x(s) << 24 | s << 16 | s << 8 | _times_x(s) ^ s for s in SBOX]
T1 = [t >> 8 | (t & 0xFF) << 24 for t in T0]
T2 = [t >> 8 | (t & 0xFF) << 24 for t in T1]
T3 = [t >> 8 | (t & 0xFF) << 24 for t in T2]


def _sub_word(word: int) -> int:
    return SBOX[word >> 24] << 24 | SBOX[word >> 16 & 255] << 16 | SBOX[word >> 8 & 255] << 8 | SBOX[word & 255]


def _round_keys(key: bytes) -> list[int]:
    if len(key) != 32:
        raise ValueError("AES-256 has keys of 32 bytes")
    words = [int.from_bytes(key[i : i + 4], "big") for i in range(0, 32, 4)]
    constant = 1
    for i in range(8, 60):
        word = words[-1]
        if i % 8 == 0:
            word = _sub_word((word << 8 | word >> 24) & 0xFFFFFFFF) ^ constant << 24
            constant = _times_x(constant)
        elif i % 8 == 4:
            word = _sub_word(word)
        words.append(words[-8] ^ word)
    return words


def _encrypt_block(keys: list[int], block: int) -> int:
    a, b = block >> 96 ^ keys[0], block >> 64 & 0xFFFFFFFF ^ keys[1]
    c, d = block >> 32 & 0xFFFFFFFF ^ keys[2], block & 0xFFFFFFFF ^ keys[3]
    for i in range(4, 56, 4):
        a, b, c, d = (
            T0[a >> 24] ^ T1[b >> 16 & 255] ^ T2[c >> 8 & 255] ^ T3[d & 255] ^ keys[i],
            T0[b >> 24] ^ T1[c >> 16 & 255] ^ T2[d >> 8 & 255] ^ T3[a & 255] ^ keys[i + 1],
            T0[c >> 24] ^ T1[d >> 16 & 255] ^ T2[a >> 8 & 255] ^ T3[b & 255] ^ keys[i + 2],
            T0[d >> 24] ^ T1[a >> 16 & 255] ^ T2[b >> 8 & 255] ^ T3[c & 255] ^ keys[i + 3],
        )
    last = 0
    for i, (w, x, y, z) in enumerate(((a, b, c, d), (b, c, d, a), (c, d, a, b), (d, a, b, c))):
        word = SBOX[w >> 24] << 24 | SBOX[x >> 16 & 255] << 16 | SBOX[y >> 8 & 255] << 8 | SBOX[z & 255]
        last = last << 32 | word ^ keys[56 + i]
    return last


def _ghash_tables(h: int) -> list[list[int]]:
    """The product of h with every value of every one of the 16 bytes of a block."""
    multiples = []
    for _ in range(128):
        multiples.append(h)
        h = h >> 1 ^ (0xE1 << 120 if h & 1 else 0)
    tables = []
    for place in range(16):
        table = [0] * 256
        for bit in range(8):
            for low in range(1 << bit):
                table[1 << bit | low] = table[low] ^ multiples[8 * place + 7 - bit]
        tables.append(table)
    return tables


def _ghash(h: int, data: bytes) -> int:
    tables = _ghash_tables(h)
    state = 0
    for start in range(0, len(data), 16):
        state ^= int.from_bytes(data[start : start + 16], "big")
        product = 0
        for table, byte in zip(tables, state.to_bytes(16, "big")):
            product ^= table[byte]
        state = product
    return state


def _crypt(keys: list[int], iv: bytes, data: bytes) -> bytes:
    first = int.from_bytes(iv, "big") << 32 | 2
    blocks = (_encrypt_block(keys, first + i).to_bytes(16, "big") for i in range(-(-len(data) // 16)))
    stream = b"".join(blocks)[: len(data)]
    return (int.from_bytes(stream, "big") ^ int.from_bytes(data, "big")).to_bytes(len(data), "big")


def _tag(keys: list[int], iv: bytes, associated: bytes, ciphertext: bytes) -> bytes:
    padded = b"".join(part + bytes(-len(part) % 16) for part in (associated, ciphertext))
    lengths = (8 * len(associated)).to_bytes(8, "big") + (8 * len(ciphertext)).to_bytes(8, "big")
    mask = _encrypt_block(keys, int.from_bytes(iv, "big") << 32 | 1)
    return (_ghash(_encrypt_block(keys, 0), padded + lengths) ^ mask).to_bytes(16, "big")


def seal(key: bytes, iv: bytes, plaintext: bytes, associated: bytes) -> bytes:
    keys = _round_keys(key)
    ciphertext = _crypt(keys, iv, plaintext)
    return ciphertext + _tag(keys, iv, associated, ciphertext)


def open_sealed(key: bytes, iv: bytes, sealed: bytes, associated: bytes) -> bytes | None:
    """The plaintext, or None when this is not what was sealed."""
    keys = _round_keys(key)
    ciphertext, tag = sealed[:-16], sealed[-16:]
    if not hmac.compare_digest(tag, _tag(keys, iv, associated, ciphertext)):
        return None
    return _crypt(keys, iv, ciphertext)
