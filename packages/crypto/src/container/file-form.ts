import { concat, copyOfLength, equalBytes, isZero, readerOf, u32, utf8, type Bytes } from "../bytes.ts";
import { CryptoError, refuseUnless } from "../errors.ts";
import { grantLength, inspectGrant } from "../envelope/grant.ts";
import { caseKeyObject, containerKeyObject, type ObjectName } from "../envelope/objects.ts";
import { segmentLength, suiteOf, writtenSuite } from "../suite.ts";
import { parsePublicHeader, type PublicHeader } from "./frame-check.ts";
import { floeHeaderLength, headerLength } from "./header.ts";
import { checkSealForm, sealLength } from "./seal-record.ts";
import { cut, type ByteSource } from "./stream.ts";

/** The front of a file is held in memory: with this limit it stays below half a megabyte. */
export const maximumGrants = 256;

const magic = utf8("PSCF");
const version = 1;
const prologueLength = 12;
const floeLength = floeHeaderLength(suiteOf(writtenSuite));

/** PSCF: one container with grants of its key as a file, for hand-over without a server. BODY follows this front. */
export type FileFront = { header: Bytes; floeHeader: Bytes; seal: Bytes; grants: readonly Bytes[] };

export type ContainerFile = FileFront & {
  public: PublicHeader;
  /** In segments, and exactly as many bytes as the header says: throws E_LENGTH at its end otherwise. */
  body: AsyncGenerator<Bytes>;
};

/** How many bytes stand in front of the body: who seals can write the body first and the front, which signs it, last. */
export const fileFrontLength = (grantCount: number): number =>
  prologueLength + headerLength + floeLength + sealLength + grantCount * grantLength;

/** Throws whatever the reader would refuse the file with: nothing is written that could not be read. */
export async function encodeFileFront(front: FileFront, suites?: ReadonlySet<number>): Promise<Bytes> {
  refuseUnless(front.grants.length <= maximumGrants, "E_LIMIT");
  const bytes = concat(
    magic,
    Uint8Array.of(version, 0, 0, 0),
    u32(front.grants.length),
    copyOfLength(front.header, headerLength, "E_LENGTH"),
    copyOfLength(front.floeHeader, floeLength, "E_LENGTH"),
    copyOfLength(front.seal, sealLength, "E_LENGTH"),
    ...front.grants.map((grant) => copyOfLength(grant, grantLength, "E_ENV_LENGTH")),
  );
  await readContainerFile([bytes], suites);
  return bytes;
}

/**
 * Reads the front and hands on the body as a stream. Everything is checked that can be known without a key: the form of
 * each part, and that SEAL and all grants belong to this very container. Nothing is proven before `openContainer`.
 * Throws E_LENGTH (the file ends early), E_MAGIC, E_RESERVED, E_LIMIT (too many grants), what `parsePublicHeader` and
 * `checkSealForm` throw, what `inspectGrant` throws, and E_CONTEXT for a grant of another secret.
 */
export async function readContainerFile(source: ByteSource, suites?: ReadonlySet<number>): Promise<ContainerFile> {
  const bytes = readerOfStream(source);
  try {
    const prologue = readerOf(await bytes.take(prologueLength));
    refuseUnless(equalBytes(prologue.take(4), magic) && prologue.u8() === version, "E_MAGIC");
    refuseUnless(isZero(prologue.take(3)), "E_RESERVED");
    const count = prologue.u32();
    refuseUnless(count <= maximumGrants, "E_LIMIT");
    const header = await bytes.take(headerLength);
    const floeHeader = await bytes.take(floeLength);
    const front = { header, floeHeader, public: parsePublicHeader(header, floeHeader, suites) };
    const seal = await bytes.take(sealLength);
    await checkSealForm({ header, floeHeader, seal, suites });
    const objects = [await caseKeyObject(front.public.scopeId, front.public.generation)];
    objects.push(await containerKeyObject(header, floeHeader));
    const grants: Bytes[] = [];
    while (grants.length < count) grants.push(checkedGrant(await bytes.take(grantLength), objects, suites));
    // Each piece is the caller's to keep: nobody hands it back.
    const fresh = (length: number) => new Uint8Array(length);
    const body = cut(bytes.rest(), front.public.bodyLength, segmentLength, "E_LENGTH", fresh);
    return { ...front, seal, grants, body };
  } catch (error) {
    await bytes.close();
    throw error;
  }
}

function checkedGrant(env: Bytes, objects: readonly ObjectName[], suites: ReadonlySet<number> | undefined): Bytes {
  const { objectType, objectId } = inspectGrant(env, suites);
  const isOfThisFile = objects.some((one) => one.objectType === objectType && equalBytes(one.objectId, objectId));
  refuseUnless(isOfThisFile, "E_CONTEXT");
  return env;
}

/** Takes fields from a stream, however it is cut; what was not taken is the rest. */
function readerOfStream(source: ByteSource) {
  const chunks = each(source);
  let held = new Uint8Array();
  return {
    async take(length: number): Promise<Bytes> {
      const taken = new Uint8Array(length);
      for (let at = 0; at < length; ) {
        const part = held.subarray(0, length - at);
        taken.set(part, at);
        at += part.length;
        held = held.subarray(part.length);
        if (at === length) break;
        const next = await chunks.next();
        if (next.done === true) throw new CryptoError("E_LENGTH");
        held = new Uint8Array(next.value);
      }
      return taken;
    },
    async *rest() {
      yield held;
      yield* chunks;
    },
    close: () => chunks.return(undefined),
  };
}

async function* each(source: ByteSource): AsyncGenerator<Uint8Array, undefined> {
  yield* source;
}
