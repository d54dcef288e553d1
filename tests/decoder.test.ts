import { spawnSync } from "node:child_process";
import { randomBytes, randomInt } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  beginSeal,
  caseKeyObject,
  createAccount,
  formatRecoveryKey,
  generateCaseKey,
  generateRecoveryKey,
  sealGrant,
  sealRecoverySlot,
  sealVault,
  toHex,
  wrapForDevice,
  type CaseKey,
  type SigningKey,
} from "@dvd/crypto";
import { afterAll, describe, expect, it } from "vitest";

const decoder = path.join(import.meta.dirname, "decoder/check_vectors.py");
const vectors = path.resolve(import.meta.dirname, "../packages/crypto/vectors");
const folder = mkdtempSync(path.join(tmpdir(), "dvd-decoder-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hasPython = spawnSync("python3", ["-c", "import sys; sys.exit(sys.version_info < (3, 9))"]).status === 0;
const needs = hasPython ? "" : " (skipped: it needs python3, 3.9 or later)";

function decode(directory: string) {
  const { status, stdout, stderr } = spawnSync("python3", ["-B", decoder, directory], { encoding: "utf8" });
  return { status, lines: (stdout + stderr).trimEnd().split("\n") };
}

type Files = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A directory with vectors of this moment. */
function decodeNew(files: Files) {
  const directory = mkdtempSync(path.join(folder, "vectors-"));
  for (const [file, content] of Object.entries(files))
    writeFileSync(path.join(directory, file), JSON.stringify(content));
  return decode(directory);
}

const lists = new Set([
  "accepted",
  "refused",
  "refusedRequests",
  "refusedAnswers",
  "forged",
  "requests",
  "heads",
  "logs",
  "ways",
  "ends",
]);
const groups = new Set(["inclusion", "consistency", "keys"]);

/** A list holds a case in every entry. An object holds those of its lists and groups, and is one itself if it says anything else. */
function countOf(kind: unknown): number {
  if (Array.isArray(kind)) return kind.length;
  const fields = typeof kind === "object" && kind !== null ? Object.entries(kind) : [["", kind] as const];
  const inside = fields.filter(([name]) => lists.has(name) || groups.has(name));
  const own = inside.length < fields.length ? 1 : 0;
  return inside.reduce((sum, [, cases]) => sum + countOf(cases), own);
}

/** What the decoder prints when it has checked every case and agrees with all of them. */
function agreement(files: Files) {
  const counts = Object.entries(files).flatMap(([file, kinds]) =>
    Object.entries(kinds).map(([kind, cases]) => ({ kind: `${file} ${kind}`, count: countOf(cases) })),
  );
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const lines = counts.map(({ kind, count }) => `${kind} ${count}`);
  return { status: 0, lines: [...lines, `${total} vectors checked, 0 deviations`] };
}

const accountId = "0189aaaa-0000-7000-8000-000000000001";

function flipped(bytes: Uint8Array, at: number): string {
  const changed = Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ (1 << randomInt(8)) : byte));
  return toHex(changed);
}

async function sealedFile(name: string, size: number, caseKey: CaseKey, sender: SigningKey) {
  const content = randomBytes(size);
  const meta = { name: `Bescheid\t"${size}"\u2028 Größe 📄.pdf`, type: "application/pdf" };
  const sealing = await beginSeal({ caseKey, sender, type: "file", meta, size });
  const segments = await Array.fromAsync(sealing.segments([content]), ({ bytes }) => bytes);
  const { seal, messageId } = await sealing.finish();
  const body = Buffer.concat(segments);
  const segment = randomInt(segments.length);
  const place = segment * 262_144 + randomInt(4, segments[segment]?.length ?? 0);
  const scopeId = toHex(caseKey.scopeId);
  return {
    accepted: {
      name,
      caseKey: { scopeId, generation: caseKey.generation, secret: toHex(caseKey.secret) },
      senderSpki: toHex(sender.spki),
      expect: { scopeId, type: "file" },
      header: toHex(sealing.header),
      floeHeader: toHex(sealing.floeHeader),
      seal: toHex(seal),
      body: toHex(body),
      result: { meta: { size, ...meta }, content: toHex(content), messageId: toHex(messageId) },
    },
    refused: {
      name: `one bit changed at byte ${place}`,
      base: name,
      change: { body: flipped(body, place) },
      error: { code: "E_SEGMENT", segment },
    },
  };
}

describe.skipIf(!hasPython)(`the decoder written from the documents${needs}`, () => {
  it("agrees with every vector there is, accepted and refused", () => {
    const names = readdirSync(vectors)
      .filter((name) => name.endsWith(".json"))
      .toSorted();
    const read = (name: string) => JSON.parse(readFileSync(path.join(vectors, name), "utf8")) as Files[string];
    expect(decode(vectors)).toEqual(agreement(Object.fromEntries(names.map((name) => [name, read(name)]))));
  });

  it("opens what was sealed a moment ago, whatever its size, and refuses it with one bit changed", async () => {
    const { keys } = await createAccount({ accountId });
    const caseKey = generateCaseKey();
    const cases = await Promise.all(
      [0, 1, 1024, 300_000].map((size) => sealedFile(`${size} bytes`, size, caseKey, keys.signing)),
    );
    const files = {
      "psc1.json": { accepted: cases.map(({ accepted }) => accepted), refused: cases.map(({ refused }) => refused) },
    };
    expect(decodeNew(files)).toEqual(agreement(files));
  });

  it("opens a new grant, a new vault and every new way to its key, and refuses each with one bit changed", async () => {
    const { vault, vaultKey, keys } = await createAccount({ accountId, displayName: "Änne 📄" });
    vault.pins.roots = { "stadt-b": "0b".repeat(32), "10-a": "0a".repeat(32), "9-b": "09".repeat(32) };
    vault.pins.heads = { "stadt-b": { authority: 2, policy: 1, head: 12 } };
    vault.pins.log = { origin: "log.example/keys", size: 40, root: "0c".repeat(32) };
    const { scopeId, generation, secret } = generateCaseKey();
    const object = await caseKeyObject(scopeId, generation);
    const env = await sealGrant({
      ...object,
      role: "citizen",
      recipientKey: keys.kem.publicKey,
      secret,
      grantor: keys.signing,
      now: new Date("2026-11-21T08:00:00.000Z"),
    });
    const sealedVault = await sealVault(vault, vaultKey);
    const recoveryKey = generateRecoveryKey();
    const slot = await sealRecoverySlot({ vaultKey, recoveryKey, accountId });
    const deviceKey = randomBytes(32);
    const browserKey = await crypto.subtle.importKey("raw", deviceKey, "AES-GCM", false, ["encrypt"]);
    const wrapped = await wrapForDevice(vaultKey, browserKey, accountId);
    const result = { ...vault, kemSeed: toHex(vault.kemSeed), signingKey: toHex(vault.signingKey) };
    const [first = "", ...others] = formatRecoveryKey(recoveryKey).split("-");
    const files = {
      "grants.json": {
        recipient: {
          seed: toHex(keys.kem.seed),
          publicKey: toHex(keys.kem.publicKey),
          keyId: toHex(keys.kem.keyId),
        },
        grantor: { spki: toHex(keys.signing.spki), keyId: toHex(keys.signing.keyId) },
        accepted: [
          {
            name: "case key for a citizen",
            env: toHex(env),
            created: "2026-11-21T08:00:00.000Z",
            expect: { objectType: object.objectType, objectId: toHex(object.objectId), role: "citizen" },
            secret: toHex(secret),
          },
        ],
        refused: [
          {
            name: "one bit",
            change: { env: flipped(env, randomInt(112, env.length)) },
            error: { code: "E_ENV_GRANT" },
          },
        ],
      },
      "keys.json": {
        vault: {
          accountId,
          vaultKey: toHex(vaultKey),
          minimumVersion: 1,
          sealed: toHex(sealedVault),
          result,
          refused: [
            {
              name: "one bit",
              change: { sealed: flipped(sealedVault, randomInt(sealedVault.length)) },
              error: "E_VAULT",
            },
          ],
        },
        recoverySlot: {
          accountId,
          recoveryKey: toHex(recoveryKey),
          header: toHex(slot.header),
          wrapped: toHex(slot.wrapped),
          vaultKey: toHex(vaultKey),
          refused: [{ name: "one bit", change: { wrapped: flipped(slot.wrapped, randomInt(60)) }, error: "E_SLOT" }],
        },
        thisDevice: {
          accountId,
          deviceKey: toHex(deviceKey),
          wrapped: toHex(wrapped),
          vaultKey: toHex(vaultKey),
          refused: [{ name: "one bit", change: { wrapped: flipped(wrapped, randomInt(60)) }, error: "E_SLOT" }],
        },
        recoveryKeys: {
          accepted: [{ typed: [first, ...others].join("–").toLowerCase(), bytes: toHex(recoveryKey) }],
          refused: [
            { typed: [first.slice(1), ...others].join(" "), error: { code: "E_RECOVERY_FORMAT", group: 0 } },
            { typed: [first.slice(1), ...others].join(""), error: { code: "E_RECOVERY_FORMAT" } },
          ],
        },
      },
    };
    expect(decodeNew(files)).toEqual(agreement(files));
  });

  it("names a vector that it disagrees with, and a kind or file of vectors that it does not know", () => {
    const { status, lines } = decodeNew({ "psc1.json": { suite: 2, letters: [1] }, "pigeons.json": { accepted: [1] } });
    expect(lines).toEqual([
      "DEVIATION pigeons.json accepted: nobody has taught the decoder this kind of vectors",
      "DEVIATION psc1.json suite / suite: Deviation suite is 2, expected 1",
      "psc1.json suite 1",
      "DEVIATION psc1.json letters: nobody has taught the decoder this kind of vectors",
      "1 vectors checked, 3 deviations",
    ]);
    expect(status).toBe(1);
  });
});
