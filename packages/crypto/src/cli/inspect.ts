import { createHash } from "node:crypto";
import { parseArgs } from "node:util";
import { equalBytes, toHex, uuidText } from "../bytes.ts";
import { readContainerFile, type ContainerFile } from "../container/file-form.ts";
import { createFrameCheck } from "../container/frame-check.ts";
import { ciphertextDigestOf, digestOfSegments, messageIdOf, verifySealStatement } from "../container/seal-record.ts";
import { inspectGrant } from "../envelope/grant.ts";
import { CryptoError, refuseUnless } from "../errors.ts";
import { authorityFacts, readAuthority } from "./authority.ts";
import { jsonOption, onlyFile } from "./arguments.ts";
import { withStream } from "./files.ts";
import type { Facts, Report } from "./report.ts";
import { readSenders, senderFacts, senderOptions } from "./senders.ts";

/** Reads the body to its end and compares it with what SEAL states. Throws E_FRAMING, E_LENGTH or E_SEAL_DIGEST. */
export async function checkBody({ public: header, seal, body }: ContainerFile): Promise<void> {
  const { bodyLength, segmentCount: segments } = header;
  const check = createFrameCheck({ bodyLength, firstSegment: 0, segments, createHash: () => createHash("sha256") });
  for await (const chunk of body) check.push(chunk);
  refuseUnless(equalBytes(await digestOfSegments(check.end()), ciphertextDigestOf(seal)), "E_SEAL_DIGEST");
}

/** What everybody may know of a container. */
export async function publicFacts({ public: header, seal }: ContainerFile) {
  return {
    type: header.type,
    suite: header.suite,
    containerId: toHex(header.containerId),
    scope: uuidText(header.scopeId),
    generation: header.generation,
    sequence: Number(header.sequence),
    paddedLength: header.paddedLength,
    bodyLength: header.bodyLength,
    segments: header.segmentCount,
    messageId: toHex(await messageIdOf(seal)),
    ciphertextDigest: toHex(ciphertextDigestOf(seal)),
  };
}

const grantFacts = (env: Uint8Array): Facts => {
  const { role, objectType, recipientKeyId, grantorKeyId, created } = inspectGrant(env);
  return {
    role,
    of: objectType,
    recipientKeyId: toHex(recipientKeyId),
    grantorKeyId: toHex(grantorKeyId),
    created: created.toISOString(),
  };
};

/** Needs no secret. The signature is checked when a key of the sender is at hand, and otherwise said not to be. */
export async function inspect(args: string[], now: Date): Promise<Report> {
  const { values, positionals } = parseArgs({
    args,
    options: { ...jsonOption, ...senderOptions },
    allowPositionals: true,
  });
  const authority = await readAuthority(values, undefined, now);
  const senders = await readSenders(values["sender-key"], authority, undefined);
  return withStream(onlyFile(positionals), async (source) => {
    const file = await readContainerFile(source);
    const senderSpki = senders.get(toHex(file.public.senderKeyId))?.spki;
    const wasAsked = senders.size > 0;
    if (wasAsked && senderSpki === undefined) throw new CryptoError("E_SENDER");
    if (senderSpki) await verifySealStatement({ ...file, senderSpki });
    await checkBody(file);
    return {
      exit: "ok",
      facts: {
        ...(await publicFacts(file)),
        signature: senderSpki ? "right" : "not checked",
        sender: senderFacts(file.public.senderKeyId, senders),
        ...(authority && { authority: authorityFacts(authority) }),
        grants: file.grants.map(grantFacts),
      },
    };
  });
}
