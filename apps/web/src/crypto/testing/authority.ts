import {
  createUnitEpoch,
  generateSigningKey,
  headUnits,
  type SigningKey,
  type Statement,
  signStatement,
  toBase64Url,
  toHex,
  type UnitEpoch,
} from "@dvd/crypto";
import { toBase64 } from "../base64.ts";
import { type Log, makeLog } from "./log.ts";
import type { KeysAnswer } from "../wire-types.ts";

const formerEntry = ({ key, leftAt }: { key: SigningKey; leftAt: Date }) => ({
  account: crypto.randomUUID(),
  role: "official" as const,
  signing_key: toBase64Url(key.spki),
  kem_key_id: "00".repeat(32),
  until: leftAt.toISOString(),
});

/** Somebody of one unit alone, with keys of their own. */
type Colleague = { unitId: string; account: string; signing: SigningKey; kemKeyId: Uint8Array };

const colleagueEntry = ({ account, signing, kemKeyId }: Colleague) => ({
  account,
  role: "official" as const,
  signing_key: toBase64Url(signing.spki),
  kem_key_id: toHex(kemKeyId),
});

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

/** An authority with one member in each unit, and one who has left: honest, or one that a server has made up. */
export async function makeAuthority(options: {
  id: string;
  name: string;
  unitIds: readonly string[];
  member?: SigningKey;
  log?: Log;
  /** Was a member until `leftAt`. */
  former?: { key: SigningKey; leftAt: Date };
  colleagues?: readonly Colleague[];
}) {
  const root = await generateSigningKey();
  const operational = await generateSigningKey();
  const member = options.member ?? (await generateSigningKey()).key;
  const log: Log = options.log ?? (await makeLog());
  const receipts = (await generateSigningKey()).key;
  const epochs = new Map<string, UnitEpoch>();
  const common = { authority: options.id, not_before: inDays(-1), expires: inDays(300) };
  const statements: [Statement, SigningKey][] = [
    [
      {
        type: "authority",
        ...common,
        name: options.name,
        root: toBase64Url(root.key.spki),
        operational: toBase64Url(operational.key.spki),
        seq: 1,
      },
      root.key,
    ],
    [{ type: "log-policy", ...common, ...log.policy, seq: 1 }, root.key],
    [{ type: "receipt-key", ...common, key: toBase64Url(receipts.spki) }, operational.key],
  ];
  for (const unitId of options.unitIds) {
    const epoch = await createUnitEpoch(unitId, 1);
    const { kem } = epoch;
    epochs.set(unitId, epoch);
    const key = toBase64Url(kem.publicKey);
    const signer = { account: crypto.randomUUID(), role: "lead" as const, kem_key_id: toHex(kem.keyId) };
    const members = [
      { ...signer, signing_key: toBase64Url(member.spki) },
      ...(options.former ? [formerEntry(options.former)] : []),
      ...(options.colleagues ?? []).filter((one) => one.unitId === unitId).map(colleagueEntry),
    ];
    statements.push(
      [
        { type: "unit-key", ...common, unit_id: unitId, epoch: 1, kem: "0051", key, seq: 1, prev: null },
        operational.key,
      ],
      [{ type: "members", ...common, unit_id: unitId, seq: 1, members }, operational.key],
    );
  }
  const signed = await Promise.all(statements.map(([statement, key]) => signStatement(statement, key)));
  const units = await headUnits(signed.map(({ payload }) => payload));
  signed.push(await signStatement({ type: "directory-head", ...common, seq: 1, units }, operational.key));
  const payloads = signed.map(({ payload }) => payload);
  const places = new Map<Log, number[]>([[log, await log.add(payloads)]]);
  /** What the server answers to somebody who knows the log up to this size; `shown` is another log than the true one. */
  const answerFor = async (knownLogSize: number, shown: Log = log): Promise<KeysAnswer> => ({
    authority: options.id,
    statements: signed.map(({ payload, signature }) => ({
      payload: toBase64(payload),
      signature: toBase64(signature),
    })),
    log: await shown.prove(await placesIn(shown), knownLogSize),
  });
  async function placesIn(shown: Log) {
    const found = places.get(shown) ?? (await shown.add(payloads));
    places.set(shown, found);
    return found;
  }
  return { answer: await answerFor(0), answerFor, member, receipts, epochs, log };
}
