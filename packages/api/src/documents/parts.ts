import { partAt, partCount } from "@dvd/crypto";
import { DomainError } from "@dvd/domain/errors";
import type { Bytes } from "../wire.ts";

/** All parts are full but the last, so the length of the body alone says where each lies and how long it is. */
export function findPart(bodyLength: number, part: number) {
  const parts = partCount(bodyLength);
  if (part >= parts) throw new DomainError("upload.part-unknown", { part, parts });
  return partAt(bodyLength, part);
}

const digestLength = 32;

/** The digests of a part's segments are kept as one value; here they are one by one again. */
export const splitDigests = (digests: Bytes): Bytes[] =>
  Array.from({ length: digests.length / digestLength }, (_, segment) =>
    digests.slice(segment * digestLength, (segment + 1) * digestLength),
  );
