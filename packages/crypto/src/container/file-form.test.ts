import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concat, fromHex, toHex, type Bytes } from "../bytes.ts";
import { openGrant } from "../envelope/accept.ts";
import { caseKeyObject } from "../envelope/objects.ts";
import { kemKeyFromSeed } from "../keys/kem.ts";
import { createParty, numbered, outcome, sealFile } from "../testing/fixtures.ts";
import { readVectors } from "../testing/read-vectors.ts";
import { encodeFileFront, fileFrontLength, maximumGrants, readContainerFile } from "./file-form.ts";
import { openContainer } from "./open.ts";

type Vectors = {
  recipient: { seed: string };
  sender: { spki: string; keyId: string };
  caseSecret: string;
  result: { name: string; type: string; content: string; messageId: string };
  accepted: { name: string; grants: number; file: string }[];
  refused: { name: string; file: string; error: string }[];
};
const vectors = readVectors<Vectors>("pscf");
const senderKeys = (keyId: string) => (keyId === vectors.sender.keyId ? fromHex(vectors.sender.spki) : undefined);

/** Front and body: a file is good only when it also ends where it should. */
async function readAll(chunks: Iterable<Uint8Array>) {
  const { body, ...front } = await readContainerFile(chunks);
  return { front, body: concat(...(await Array.fromAsync(body))) };
}

async function open(file: Bytes) {
  const { public: header, grants, ...parts } = await readContainerFile([file]);
  const [env] = grants;
  const object = await caseKeyObject(header.scopeId, header.generation);
  const recipient = await kemKeyFromSeed(fromHex(vectors.recipient.seed));
  const granted = env && (await openGrant({ env, recipient, expect: object, grantors: senderKeys }));
  const caseKey = { ...header, secret: granted ?? fromHex(vectors.caseSecret) };
  return openContainer({ ...parts, caseKey, expect: header, senderKeys });
}

describe("a container as a file", () => {
  it.each(vectors.accepted)("is read and opened: $name", async ({ file, grants }) => {
    expect((await readContainerFile([fromHex(file)])).grants.length).toBe(grants);
    const { meta, chunks, messageId } = await open(fromHex(file));
    const content = concat(...chunks);
    expect({ name: meta.name, type: meta.type, content: toHex(content), messageId: toHex(messageId) }).toEqual(
      vectors.result,
    );
  });

  it.each(vectors.refused)("is refused: $name", async ({ file, error }) => {
    expect(await outcome(() => readAll([fromHex(file)]))).toBe(error);
  });

  it("is the same file however the stream is cut", async () => {
    const bytes = fromHex(vectors.accepted[0]?.file ?? "");
    const whole = await readAll([bytes]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length)), async (cuts) => {
        const edges = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
        const pieces = edges.slice(1).map((end, at) => bytes.subarray(edges[at], end));
        expect(await readAll(pieces)).toEqual(whole);
      }),
      { numRuns: 50 },
    );
  });

  it("is written with the bytes that are read, and its front is as long as announced", async () => {
    for (const { file, grants } of vectors.accepted) {
      const { front, body } = await readAll([fromHex(file)]);
      const written = await encodeFileFront(front);
      expect(written.length).toBe(fileFrontLength(grants));
      expect(toHex(concat(written, body))).toBe(file);
    }
  });

  it("closes the stream that it refuses", async () => {
    let isClosed = false;
    const source = (function* () {
      try {
        yield numbered(4096);
      } finally {
        isClosed = true;
      }
    })();
    expect(await outcome(() => readContainerFile(source))).toBe("E_MAGIC");
    expect(isClosed).toBe(true);
  });

  it("is not written with a part that the reader would refuse", async () => {
    const party = await createParty();
    const [sealed, other] = [await sealFile(party, numbered(10)), await sealFile(party, numbered(10))];
    const write = (change: object) => outcome(() => encodeFileFront({ ...sealed, grants: [], ...change }));
    expect(await write({})).toBe("accepted");
    expect(await write({ seal: other.seal })).toBe("E_SEAL_DIGEST");
    expect(await write({ header: sealed.header.slice(1) })).toBe("E_LENGTH");
    expect(await write({ grants: [numbered(1920)] })).toBe("E_ENV_LENGTH");
    expect(await write({ grants: Array.from({ length: maximumGrants + 1 }, () => numbered(1921)) })).toBe("E_LIMIT");
  });
});
