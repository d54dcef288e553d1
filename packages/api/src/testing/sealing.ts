import { randomUUID } from "node:crypto";
import {
  beginSeal,
  type CaseKey,
  caseKeyObject,
  generateCaseKey,
  partCount,
  sealGrant,
  sealMessage,
  segmentsPerPart,
  type SigningKey,
  uuidBytes,
} from "@dvd/crypto";
import type { CaseId, DocumentId, MessageId } from "@dvd/domain/ids";
import type { OpenDraft } from "../cases/open-draft.contract.ts";
import { openDraft } from "../cases/open-draft.ts";
import { submitCase } from "../cases/submit-case.ts";
import type { ActorCtx } from "../context.ts";
import { findOffice } from "../directory/find-office.ts";
import { finishUpload } from "../documents/finish-upload.ts";
import { receivePart } from "../documents/receive-part.ts";
import { startUpload } from "../documents/start-upload.ts";
import type { SealedMessage } from "../messages/sealed-message.contract.ts";
import type { Bytes } from "../wire.ts";
import type { Citizen, Portal } from "./portal.ts";
import { placeOf } from "./towns.ts";

/** What a browser does between a person and the API: routing, verified keys, sealing. Every step is the real one. */

// A fresh id of whatever brand the receiver wants.
export const anId = <Id extends string>() => randomUUID() as string as Id;

type Place = { serviceKey: string; postalCode: string };

/** A draft ready to be opened: the case key sealed for the citizen and for the unit that the rules name. */
export async function prepareDraft(
  portal: Portal,
  citizen: Pick<Citizen, "request" | "keys">,
  place: Place = placeOf.here,
  caseId = anId<CaseId>(),
) {
  const office = await findOffice(citizen.request, place);
  const directory = await portal.directory(office.tenantId);
  const unitKey = directory.unitKey(office.unitId);
  if (!unitKey) throw new Error("the unit has published no key");
  const caseKey = { ...generateCaseKey(), scopeId: uuidBytes(caseId) };
  const grants = [
    await grantCaseKey(caseKey, citizen.keys.signing, "citizen", citizen.keys.kem.publicKey),
    await grantCaseKey(caseKey, citizen.keys.signing, "unit", unitKey.publicKey),
  ];
  const input: OpenDraft = { caseId, ...place, scopeId: caseKey.scopeId, grants };
  return { caseKey, input, office, directory };
}

export async function grantCaseKey(
  caseKey: CaseKey,
  grantor: SigningKey,
  role: "citizen" | "unit",
  recipientKey: Bytes,
): Promise<Bytes> {
  const object = await caseKeyObject(caseKey.scopeId, caseKey.generation);
  return sealGrant({ ...object, role, recipientKey, secret: caseKey.secret, grantor, now: new Date() });
}

export async function openCase(portal: Portal, citizen: Citizen, place?: Place) {
  const draft = await prepareDraft(portal, citizen, place);
  await openDraft(citizen.ctx, draft.input);
  return { caseId: draft.input.caseId, caseKey: draft.caseKey, tenantId: draft.office.tenantId };
}

export type SealedFile = Awaited<ReturnType<typeof sealFile>>;

/** A sealed file of `size` bytes, cut into the parts in which it travels. */
export async function sealFile(sender: SigningKey, caseKey: CaseKey, size = 600) {
  const sealing = await beginSeal({ caseKey, type: "file", sender, meta: { name: "a.pdf" }, size });
  const segments: Bytes[] = [];
  for await (const { bytes } of sealing.segments([new Uint8Array(size)])) segments.push(bytes);
  const parts = Array.from({ length: partCount(sealing.bodyLength) }, (_, part) =>
    Buffer.concat(segments.slice(part * segmentsPerPart, (part + 1) * segmentsPerPart)),
  );
  const { header, floeHeader, bodyLength } = sealing;
  return { documentId: anId<DocumentId>(), header, floeHeader, bodyLength, parts, ...(await sealing.finish()) };
}

/** The same bytes, forged in their last bit. */
export function forged(bytes: Bytes): Bytes {
  const copy = new Uint8Array(bytes);
  copy[copy.length - 1] = (copy.at(-1) ?? 0) ^ 1;
  return copy;
}

/** In chunks that match no segment, as a network delivers them. */
export async function* chunksOf(bytes: Uint8Array, size = 50_001) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export const start = (ctx: ActorCtx, caseId: CaseId, { documentId, header, floeHeader }: SealedFile) =>
  startUpload(ctx, { caseId, documentId, header, floeHeader });

export const sendPart = (ctx: ActorCtx, { documentId, parts }: SealedFile, part: number) => {
  const bytes = parts[part] ?? new Uint8Array();
  return receivePart(ctx, { documentId, part, size: bytes.length }, chunksOf(bytes));
};

export const finish = (ctx: ActorCtx, { documentId, seal }: Pick<SealedFile, "documentId" | "seal">) =>
  finishUpload(ctx, { documentId, seal });

export async function upload(ctx: ActorCtx, caseId: CaseId, file: SealedFile) {
  await start(ctx, caseId, file);
  for (const part of file.parts.keys()) await sendPart(ctx, file, part);
  return finish(ctx, file);
}

/** The end of a sender's chain in a case: what the next message has to name. */
export type ChainEnd = { sequence: bigint; messageId: Bytes };
export type Letter = { message: SealedMessage; end: ChainEnd };

export async function writeMessage(
  sender: SigningKey,
  caseKey: CaseKey,
  after?: ChainEnd,
  text = "Guten Tag",
): Promise<Letter> {
  const sequence = (after?.sequence ?? 0n) + 1n;
  const { header, floeHeader, seal, body, messageId } = await sealMessage({
    caseKey,
    sender,
    meta: { type: "text/plain" },
    content: new TextEncoder().encode(text),
    sequence,
    ...(after && { previous: after.messageId }),
  });
  return {
    message: { messageId: anId<MessageId>(), header, floeHeader, seal, body },
    end: { sequence, messageId },
  };
}

/** A draft with one document and the first message: all but submitted. */
export async function fillCase(portal: Portal, citizen: Citizen, place?: Place) {
  const opened = await openCase(portal, citizen, place);
  const document = await sealFile(citizen.keys.signing, opened.caseKey);
  await upload(citizen.ctx, opened.caseId, document);
  const first = await writeMessage(citizen.keys.signing, opened.caseKey);
  return { ...opened, document, first, input: { caseId: opened.caseId, message: first.message } };
}

/** A case with one document, sent. */
export async function sendCase(portal: Portal, citizen: Citizen, place?: Place) {
  const { input, ...filled } = await fillCase(portal, citizen, place);
  return { ...filled, answer: await submitCase(citizen.ctx, input) };
}
