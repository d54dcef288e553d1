import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createHash } from "node:crypto";
import { actorCtx } from "@dvd/api/context";
import { finishUpload } from "@dvd/api/documents/finish-upload";
import { startUpload } from "@dvd/api/documents/start-upload";
import { type HttpHandler, sendJson } from "@dvd/api/http/respond";
import { uploadPart } from "@dvd/api/http/upload-part";
import { findViewer } from "@dvd/api/sessions/find-viewer";
import { type Citizen, openPortal } from "@dvd/api/testing/portal";
import { anId, openCase, sealFile } from "@dvd/api/testing/sealing";
import { serve } from "@dvd/api/testing/serve";
import { type Bytes, beginSeal, type CaseKey, signSegments } from "@dvd/crypto";
import type { CaseId, DocumentId, SessionId } from "@dvd/domain/ids";
import type { FromServer, Round, ToServer, Upload } from "./messages.ts";

/**
 * The upload route as it is in the web process, in a process of its own: session, scope, frame check, digests, rows,
 * audit, blob store. Not in it: TLS, a proxy, the limits of the edge. Its parent says what to prepare, and then sends.
 */
const portal = await openPortal();
const folder = mkdtempSync(path.join(tmpdir(), "dvd-bench-bodies-"));
const seals = new Map<string, Bytes>();
const citizens: Citizen[] = [];
const uploadsPerCase = 20;

const handle: HttpHandler = async (ctx, request, response) => {
  // The parent names a session that we have opened for it.
  const session = String(request.headers["x-session"]) as SessionId;
  const caller = { ...ctx, actor: await findViewer(ctx, session, { touch: true }) };
  if (request.method === "PUT") return uploadPart(caller, request, response);
  const documentId = (request.url ?? "").slice(1);
  const seal = seals.get(documentId);
  if (!caller.actor || !seal) throw new Error("nobody prepared this upload");
  const input = { documentId: documentId as DocumentId, seal };
  sendJson(response, 200, await finishUpload(actorCtx(caller, caller.actor), input));
};
const server = await serve(handle, () => portal.requestOf(null));

/** Every document has the same body under its own header and seal: to encrypt each would be the browser's work. */
async function prepare({ count, size }: Round): Promise<FromServer> {
  const uploads: Upload[] = [];
  let body: { parts: Buffer[]; digests: Bytes[] } | undefined;
  for (let place = 0; uploads.length < count; place += 1) {
    const citizen = (citizens[place] ??= await portal.citizen());
    const { caseId, caseKey } = await openCase(portal, citizen);
    body ??= await makeBody(citizen, caseKey, size);
    while (uploads.length < Math.min(count, (place + 1) * uploadsPerCase))
      uploads.push(await begin(citizen, caseId, caseKey, size, body.digests));
  }
  const files = (body?.parts ?? []).map((part, index) => {
    const file = path.join(folder, `${size}-${index}`);
    writeFileSync(file, part);
    return file;
  });
  return { url: server.url, uploads, files };
}

async function makeBody({ keys }: Citizen, caseKey: CaseKey, size: number) {
  const { parts } = await sealFile(keys.signing, caseKey, size);
  const digests = parts.flatMap((part) =>
    Array.from(
      { length: Math.ceil(part.length / 262_144) },
      (_, segment) =>
        new Uint8Array(
          createHash("sha256")
            .update(part.subarray(segment * 262_144, (segment + 1) * 262_144))
            .digest(),
        ),
    ),
  );
  return { parts, digests };
}

async function begin({ ctx, keys }: Citizen, caseId: CaseId, caseKey: CaseKey, size: number, segmentDigests: Bytes[]) {
  const sealing = await beginSeal({ caseKey, type: "file", sender: keys.signing, meta: { name: "a.pdf" }, size });
  const { header, floeHeader } = sealing;
  const documentId = anId<DocumentId>();
  await startUpload(ctx, { caseId, documentId, header, floeHeader });
  seals.set(documentId, (await signSegments({ header, floeHeader, segmentDigests }, keys.signing)).seal);
  return { documentId, session: ctx.actor.sessionId };
}

process.on("message", (message: ToServer) => {
  if (message === "stop")
    void server
      .close()
      .then(() => portal.close())
      .then(() => process.exit(0));
  else
    prepare(message).then(
      (answer) => process.send?.(answer),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
});
process.send?.("ready");
