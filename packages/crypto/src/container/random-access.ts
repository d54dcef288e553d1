import { copyOf, equalBytes, type Bytes } from "../bytes.ts";
import { refuseUnless } from "../errors.ts";
import { randomBytes, type RandomSource } from "../random.ts";
import { aead, segmentLength, segmentOverhead } from "../suite.ts";
import { decryptSegment, encryptSegment, isLastSegment } from "./floe.ts";
import { bodyLengthOf, parseHeader, segmentCountOf } from "./header.ts";
import { unlock, type LockedContainer } from "./open.ts";

export type SegmentAccess = {
  readonly segmentCount: number;
  readonly bodyLength: number;
  /**
   * One segment of the frame, encrypted under a new IV: for an upload that lost a part, also when the file has changed.
   * Throws E_LIMIT when there is no such segment, E_LENGTH when it holds another number of bytes.
   */
  encrypt(index: number, plain: Uint8Array): Promise<Bytes>;
  /**
   * One segment by itself. It proves that a holder of the case key wrote it for this place, and neither who that was nor
   * that the rest is there: nothing of it may be shown before openContainer has returned for the whole.
   * Throws E_LIMIT, E_LENGTH, E_FRAMING or E_SEGMENT.
   */
  decrypt(index: number, segment: Uint8Array): Promise<Bytes>;
};

/** Single segments of a container, in any order. Throws as parseHeader, and E_CONTEXT, E_KEYGEN, E_KEY, E_HEADER_TAG. */
export async function accessSegments(container: LockedContainer & { random?: RandomSource }): Promise<SegmentAccess> {
  const header = parseHeader(container.header, container.suites);
  refuseUnless(equalBytes(header.scopeId, container.caseKey.scopeId), "E_CONTEXT");
  refuseUnless(header.generation === container.caseKey.generation, "E_KEYGEN");
  const dataKey = await unlock(container, header);
  const random = container.random ?? randomBytes;
  const bodyLength = bodyLengthOf(header.paddedLength);
  const segmentCount = segmentCountOf(header.paddedLength);

  const placeOf = (index: number, length: number) => {
    refuseUnless(Number.isInteger(index) && index >= 0 && index < segmentCount, "E_LIMIT");
    refuseUnless(length === Math.min(segmentLength, bodyLength - index * segmentLength), "E_LENGTH");
    return { index, isLast: isLastSegment(bodyLength, index) };
  };

  return {
    segmentCount,
    bodyLength,
    async encrypt(index, plain) {
      const place = placeOf(index, plain.length + segmentOverhead);
      return encryptSegment(dataKey, place, random(aead.ivLength), copyOf(plain));
    },
    async decrypt(index, segment) {
      return decryptSegment(dataKey, placeOf(index, segment.length), copyOf(segment));
    },
  };
}
