import { CryptoError, equalBytes, parsePublicHeader } from "@dvd/crypto";
import type { CaseRow } from "@dvd/db/repositories/cases";
import { DomainError } from "@dvd/domain/errors";
import type { Bytes } from "../wire.ts";
import { refusalOf } from "./container-errors.ts";

type Container = { header: Bytes; floeHeader: Bytes };

/** Parses what is public of a container and holds it against the case and the sender that it is said to belong to. */
export function readHeader(container: Container, found: CaseRow, type: "file" | "message", senderKeyId: Bytes) {
  const header = parse(container);
  if (header.type !== type) throw new DomainError("container.malformed");
  const sameCase = equalBytes(header.scopeId, found.scopeId) && header.generation === found.keyGeneration;
  if (!sameCase) throw new DomainError("container.wrong-case");
  if (!equalBytes(header.senderKeyId, senderKeyId)) throw new DomainError("container.wrong-sender");
  return header;
}

function parse({ header, floeHeader }: Container) {
  try {
    return parsePublicHeader(header, floeHeader);
  } catch (error) {
    throw error instanceof CryptoError ? refusalOf(error) : error;
  }
}
