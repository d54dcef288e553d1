import type { AppRouter } from "@dvd/api/root";
import { proofHeader, solveChallenge } from "@dvd/api/testing/solve-challenge";
import {
  beginSeal,
  type Bytes,
  type CaseKey,
  caseKeyObject,
  createAccount,
  generateCaseKey,
  generateRecoveryKey,
  sealGrant,
  sealMessage,
  sealRecoverySlot,
  sealVault,
  segmentsPerPart,
  uuidBytes,
  verifyDirectory,
} from "@dvd/crypto";
import { messageMediaType, writeMessage } from "@dvd/domain/message/content";
import { TestBrowser } from "@dvd/scripts/embedded/identity/test-browser";
import { createTRPCClient, httpLink } from "@trpc/client";
import { askDirectly } from "./ask-directly.ts";

/**
 * A client that knows the wire and the format, and none of our pages: for what a page would never send, and for loads
 * that a page would be in the way of.
 */
type Addresses = { publicUrl: string; webUrl: string };
export type RawClient = Awaited<ReturnType<typeof signInRaw>>;

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
const bytesOf = (text: string): Bytes => new Uint8Array(Buffer.from(text, "base64"));

export async function signInRaw({ publicUrl, webUrl }: Addresses, kind: "citizen" | "official", person: string) {
  const cookie = await sessionCookie(publicUrl, kind, person);
  const headers = { cookie, origin: publicUrl };
  const api = createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${webUrl}/api/trpc`,
        fetch: (url, { method, headers: own, body } = {}) =>
          askDirectly(url instanceof Request ? url.url : url.toString(), publicUrl, {
            ...(method && { method }),
            headers: Object.fromEntries(new Headers(own)),
            body: body ?? null,
          }),
        headers: ({ op }) => ({
          ...headers,
          ...(typeof op.context.proof === "string" && { "dvd-proof": op.context.proof }),
        }),
      }),
    ],
  });
  const send = (path: string, { method, body }: { method: string; body: Blob }) =>
    askDirectly(webUrl + path, publicUrl, { method, body, headers });
  return { api, send };
}

/** Through next-auth and the identity provider, step by step as a browser goes. */
async function sessionCookie(publicUrl: string, kind: "citizen" | "official", person: string): Promise<string> {
  const browser = new TestBrowser();
  const csrf: unknown = await (await browser.open(`${publicUrl}/api/auth/csrf`)).json();
  const csrfToken = field(csrf, "csrfToken");
  const form = { csrfToken, callbackUrl: publicUrl, json: "true" };
  const started: unknown = await (await browser.open(`${publicUrl}/api/auth/signin/${kind}`, form)).json();
  const page = await browser.follow(field(started, "url"));
  const back = await browser.follow(page.url, { person, level: "substantial", action: "login" });
  const landed = await browser.open(back.url);
  const session = landed.headers.getSetCookie().find((line) => line.startsWith("dvd-session="));
  if (!session) throw new Error(`no session for ${person}: ${landed.status} ${landed.headers.get("location")}`);
  return session.split(";", 1)[0] ?? "";
}

function field(value: unknown, name: string): string {
  const found: unknown = typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
  if (typeof found !== "string") throw new Error(`the answer has no ${name}`);
  return found;
}

/** Makes the account of a new citizen, as their browser would. */
export async function makeKeys(client: RawClient) {
  const { accountId } = await client.api.accounts.getAccount.query({});
  const { vault, vaultKey, keys } = await createAccount({ accountId });
  const slot = await sealRecoverySlot({ vaultKey, recoveryKey: generateRecoveryKey(), accountId });
  await client.api.accounts.createAccount.mutate({
    kemPublicKey: base64(keys.kem.publicKey),
    signingKey: base64(keys.signing.spki),
    vault: base64(await sealVault(vault, vaultKey)),
    slots: [
      { slotId: crypto.randomUUID(), kind: "recovery", header: base64(slot.header), wrapped: base64(slot.wrapped) },
    ],
  });
  return keys;
}

type AccountKeys = Awaited<ReturnType<typeof makeKeys>>;
const service = { serviceKey: "DEMO0000000009", postalCode: "05123" };

/** Opens a draft for the office that the rules name, sealed for its current key. */
export async function openDraft(client: RawClient, keys: AccountKeys, wanted = service) {
  const office = await client.api.directory.findOffice.query(wanted);
  const { authority, statements } = await client.api.directory.getKeys.query({ tenantId: office.tenantId });
  const directory = await verifyDirectory({
    authority,
    statements: statements.map(({ payload, signature }) => ({
      payload: bytesOf(payload),
      signature: bytesOf(signature),
    })),
    now: new Date(),
  });
  const unit = directory.unitKey(office.unitId);
  if (!unit) throw new Error("the unit has no key");
  const caseId = crypto.randomUUID();
  const caseKey = { ...generateCaseKey(), scopeId: uuidBytes(caseId) };
  const common = {
    ...(await caseKeyObject(caseKey.scopeId, caseKey.generation)),
    secret: caseKey.secret,
    grantor: keys.signing,
    now: new Date(),
  };
  const grants = [
    await sealGrant({ ...common, role: "citizen", recipientKey: keys.kem.publicKey }),
    await sealGrant({ ...common, role: "unit", recipientKey: unit.publicKey }),
  ];
  const challenge = await client.api.proofs.getChallenge.query({ action: "cases.openDraft" });
  const proof = proofHeader(solveChallenge(challenge));
  const input = {
    ...wanted,
    caseId,
    scopeId: base64(caseKey.scopeId),
    grants: grants.map(base64),
  };
  await client.api.cases.openDraft.mutate(input, { context: { proof } });
  return { caseId, caseKey };
}

/** Seals and sends a document of `size` bytes, several parts at a time; the content is never in memory as a whole. */
export async function sendDocument(
  client: RawClient,
  keys: AccountKeys,
  target: { caseId: string; caseKey: CaseKey },
  size: number,
  onPart: () => void = () => undefined,
) {
  const meta = { name: "gross.bin", type: "application/octet-stream" };
  const sealing = await beginSeal({ caseKey: target.caseKey, type: "file", sender: keys.signing, meta, size });
  const documentId = crypto.randomUUID();
  const { header, floeHeader } = sealing;
  await client.api.documents.startUpload.mutate({
    caseId: target.caseId,
    documentId,
    header: base64(header),
    floeHeader: base64(floeHeader),
  });

  const running = new Set<Promise<void>>();
  let segments: Bytes[] = [];
  for await (const { index, bytes } of sealing.segments(blocks(size))) {
    segments.push(bytes);
    if (segments.length < segmentsPerPart && index < sealing.segmentCount - 1) continue;
    const part = Math.floor(index / segmentsPerPart);
    const upload = putPart(client, documentId, part, new Blob(segments)).then(onPart);
    segments = [];
    running.add(upload);
    void upload.finally(() => running.delete(upload));
    if (running.size >= 4) await Promise.race(running);
  }
  await Promise.all(running);
  const { seal } = await sealing.finish();
  await client.api.documents.finishUpload.mutate({ documentId, seal: base64(seal) });
  return documentId;
}

async function putPart(client: RawClient, documentId: string, part: number, body: Blob) {
  const response = await client.send(`/api/uploads/${documentId}/parts/${part}`, { method: "PUT", body });
  if (!response.ok) throw new Error(`part ${part}: ${response.status} ${await response.text()}`);
}

function* blocks(size: number) {
  const block = new Uint8Array(1_048_576).fill(0x5a);
  for (let left = size; left > 0; left -= block.length) yield left >= block.length ? block : block.subarray(0, left);
}

/** A whole case as a page sends it: one document and the letter. Returns its id. */
export async function sendCase(client: RawClient, keys: AccountKeys, wanted: typeof service, text: string) {
  const { caseId, caseKey } = await openDraft(client, keys, wanted);
  await sendDocument(client, keys, { caseId, caseKey }, 1000);
  const { header, floeHeader, seal, body } = await sealMessage({
    caseKey,
    sender: keys.signing,
    meta: { type: messageMediaType },
    content: new TextEncoder().encode(writeMessage({ from: "", text })),
    sequence: 1n,
  });
  const sealed = { header: base64(header), floeHeader: base64(floeHeader), seal: base64(seal), body: base64(body) };
  await client.api.cases.submitCase.mutate({ caseId, message: { messageId: crypto.randomUUID(), ...sealed } });
  return caseId;
}
