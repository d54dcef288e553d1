import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { toBase64Url, toHex, uuidBytes } from "../bytes.ts";
import { signReceipt } from "../container/receipt.ts";
import { createAccount } from "../keys/account.ts";
import { formatFingerprint, rootFingerprint } from "../keys/fingerprint.ts";
import { formatRecoveryKey, generateRecoveryKey } from "../keys/recovery.ts";
import { generateSigningKey } from "../keys/signing.ts";
import { sealRecoverySlot } from "../keys/slot.ts";
import { createUnitEpoch } from "../keys/unit.ts";
import { sealVault } from "../keys/vault.ts";
import { entryBytes, entryOf } from "../log/entry.ts";
import { leafHash } from "../log/merkle.ts";
import { randomBytes } from "../random.ts";
import { headUnits } from "../statement/head.ts";
import type { SignedBytes } from "../statement/dsse.ts";
import { signStatement } from "../statement/statement.ts";
import { accountId, now, otherAccountId as caseId, unitId } from "./fixtures.ts";
import { cosigned, makeLog, payload as elsewhere } from "./log.ts";

const authority = "0189cccc-0000-7000-8000-000000000001";
/** Wide enough for the clock of whoever runs the tests: the program asks the real one. */
const inTime = { authority, not_before: "2020-01-01T00:00:00.000Z", expires: "2099-01-01T00:00:00.000Z" };
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
const carried = ({ payload, signature }: SignedBytes) => ({ payload: base64(payload), signature: base64(signature) });

/**
 * A folder with what the people of docs/dvd-crypto.md have: an authority's statements, a citizen's account and recovery
 * key, a unit's seed, the clerk's and a stranger's signing key, a case key and a letter.
 */
export async function makeExampleFiles() {
  const folder = mkdtempSync(path.join(tmpdir(), "dvd-crypto-"));
  const file = (name: string) => path.join(folder, name);
  const write = (name: string, content: string | Uint8Array) => writeFileSync(file(name), content);

  const [root, operational, receiptKey, clerk, stranger] = await Promise.all(
    Array.from({ length: 5 }, () => generateSigningKey()),
  );
  if (!root || !operational || !receiptKey || !clerk || !stranger) throw new Error("five were made");
  const unit = await createUnitEpoch(unitId, 1);
  const citizen = await createAccount({ accountId });
  const recoveryKey = generateRecoveryKey();
  const slot = await sealRecoverySlot({ vaultKey: citizen.vaultKey, recoveryKey, accountId });

  const member = {
    account: caseId,
    role: "lead" as const,
    signing_key: toBase64Url(clerk.key.spki),
    kem_key_id: toHex(unit.kem.keyId),
  };
  const rootSpki = toBase64Url(root.key.spki);
  const operationalSpki = toBase64Url(operational.key.spki);
  const signed = await Promise.all([
    signStatement(
      { type: "authority", ...inTime, name: "Stadt Musterfurt", root: rootSpki, operational: operationalSpki, seq: 1 },
      root.key,
    ),
    signStatement({ type: "receipt-key", ...inTime, key: toBase64Url(receiptKey.key.spki) }, operational.key),
    signStatement(
      {
        type: "unit-key",
        ...inTime,
        unit_id: unitId,
        epoch: 1,
        kem: "0051",
        key: toBase64Url(unit.kem.publicKey),
        seq: 1,
        prev: null,
      },
      operational.key,
    ),
    signStatement({ type: "members", ...inTime, unit_id: unitId, seq: 1, members: [member] }, operational.key),
  ]);
  const log = await makeLog([]);
  const policy = {
    origin: log.policy.origin,
    log_key: toBase64Url(log.policy.logKey),
    witnesses: log.policy.witnesses.map(({ name, spki }) => ({ name, key: toBase64Url(spki) })),
    threshold: log.policy.threshold,
  };
  signed.push(await signStatement({ type: "log-policy", ...inTime, seq: 1, ...policy }, root.key));
  const units = await headUnits(signed.map(({ payload }) => payload));
  signed.push(await signStatement({ type: "directory-head", ...inTime, seq: 1, units }, operational.key));
  /** The log as it was, and as it is after others have published something. */
  const provenAt = async (others: readonly Uint8Array[], since: number) => {
    for (const payload of others) await log.tree.append(await leafHash(entryBytes(await entryOf(payload))));
    const note = await cosigned(await log.checkpoint(), log.witnesses, new Date());
    const { checkpoint, consistency, places } = await log.proofOf(note, [...signed.keys()], log.tree.size(), since);
    const paths = places.map(({ index, path }) => ({ index, path: path.map(base64) }));
    return { checkpoint, consistency: consistency.map(base64), places: paths };
  };
  const keys = { authority, statements: signed.map(carried) };
  const before = await provenAt(
    signed.map(({ payload }) => payload),
    0,
  );
  const after = await provenAt([elsewhere(7), elsewhere(8)], signed.length);

  write("keys.json", JSON.stringify({ ...keys, log: before }));
  write("keys-later.json", JSON.stringify({ ...keys, log: after }));
  write("letter.pdf", `%PDF-1.7\n${"Bescheid über Wohngeld\n".repeat(20_000)}`);
  write("statements.json", JSON.stringify(keys));
  write(
    "account.json",
    JSON.stringify({
      kind: "citizen",
      accountId,
      keys: {
        vault: base64(await sealVault(citizen.vault, citizen.vaultKey)),
        version: 1,
        slots: [{ slotId: caseId, kind: "recovery", header: base64(slot.header), wrapped: base64(slot.wrapped) }],
      },
    }),
  );
  write(
    "recovery-key.txt",
    `Ihr Wiederherstellungsschlüssel:\n\n${formatRecoveryKey(recoveryKey)}\n\nBewahren Sie ihn auf.\n`,
  );
  write("unit.seed", `${toHex(unit.kem.seed)}\n`);
  write("citizen.pub", toBase64Url(citizen.keys.kem.publicKey));
  write("citizen-signing.pub", toBase64Url(citizen.keys.signing.spki));
  write("clerk.key", toBase64Url(clerk.pkcs8));
  write("stranger.key", toBase64Url(stranger.pkcs8));
  write("stranger.pub", toHex(stranger.key.spki));
  write("case.key", toHex(randomBytes(32)));

  const fingerprint = await rootFingerprint(root.key.spki);
  return {
    folder,
    file,
    caseId,
    unitId,
    root: fingerprint,
    rootDigits: formatFingerprint(fingerprint),
    answer: keys,
    secrets: [toHex(unit.kem.seed), toBase64Url(clerk.pkcs8), formatRecoveryKey(recoveryKey)],
    scopeId: uuidBytes(caseId),
    /** The saved receipt of a container, as the portal would have written it. */
    async saveReceipt(name: string, listed: { messageId: string; ciphertextDigest: string; bodyLength: number }) {
      const { messageId: message_id, ciphertextDigest: ciphertext_digest, bodyLength: bytes } = listed;
      const receipt = await signReceipt(
        {
          type: "receipt",
          version: 1,
          authority,
          unit_id: unitId,
          case_id: caseId,
          reference: "DVD-26-AAAA-BBB",
          received_at: now.toISOString(),
          sender: { key_id: toHex(citizen.keys.signing.keyId), assurance: "substantial" },
          documents: [{ document_id: accountId, message_id, ciphertext_digest, bytes }],
          messages: [],
          count: 1,
          bytes,
        },
        receiptKey.key,
      );
      write(name, JSON.stringify({ receipt: carried(receipt), ...keys }, null, 2));
    },
  };
}

export type ExampleFiles = Awaited<ReturnType<typeof makeExampleFiles>>;
