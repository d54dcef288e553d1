"""The hash tree of the log and its proofs: key-log.md, section 2."""

from __future__ import annotations

import hashlib

from strict_json import MAX_INTEGER

EMPTY_ROOT = hashlib.sha256(b"").digest()


class WrongProof(Exception):
    pass


def leaf_hash(entry: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + entry).digest()


def _node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def _left(count: int) -> int:
    """How many of them stand to the left: the largest power of two below."""
    return 1 << (count - 1).bit_length() - 1


def root_of(leaves: list) -> bytes:
    if len(leaves) < 2:
        return leaves[0] if leaves else EMPTY_ROOT
    k = _left(len(leaves))
    return _node(root_of(leaves[:k]), root_of(leaves[k:]))


def _is_size(value) -> bool:
    return type(value) is int and 0 <= value <= MAX_INTEGER


def _take(nodes: list) -> bytes:
    """From the end: the way leads down, and the last node stands next to the root."""
    if not nodes or len(nodes[-1]) != 32:
        raise WrongProof
    return nodes.pop()


def _root_by_path(leaf: bytes, index: int, size: int, path: list) -> bytes:
    if size == 1:
        return leaf
    k, sibling = _left(size), _take(path)
    if index < k:
        return _node(_root_by_path(leaf, index, k, path), sibling)
    return _node(sibling, _root_by_path(leaf, index - k, size - k, path))


def _both_roots(m: int, n: int, known: bytes | None, proof: list):
    """SUBPROOF(m, n, b): the roots of the older and the newer tree; `known` is the one that b says the reader has."""
    if m == n:
        root = known if known is not None else _take(proof)
        return root, root
    k, other = _left(n), _take(proof)
    if m <= k:
        older, newer = _both_roots(m, k, known, proof)
        return older, _node(newer, other)
    older, newer = _both_roots(m - k, n - k, None, proof)
    return _node(other, older), _node(other, newer)


def is_included(leaf: bytes, index: int, size: int, root: bytes, path) -> bool:
    if not (_is_size(index) and _is_size(size) and index < size):
        return False
    rest = list(path)
    try:
        return _root_by_path(leaf, index, size, rest) == root and not rest
    except WrongProof:
        return False


def is_consistent(older: tuple, newer: tuple, proof) -> bool:
    """Both are (size, root)."""
    (m, older_root), (n, newer_root) = older, newer
    if not (_is_size(m) and _is_size(n) and m <= n):
        return False
    if m == 0 and older_root != EMPTY_ROOT:
        return False
    if m in (0, n):
        return not proof and (m < n or older_root == newer_root)
    rest = list(proof)
    try:
        return _both_roots(m, n, older_root, rest) == (older_root, newer_root) and not rest
    except WrongProof:
        return False
