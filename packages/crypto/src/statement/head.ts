import { copyOf, toHex } from "../bytes.ts";
import { CryptoError, refuseUnless } from "../errors.ts";
import { sha256 } from "../primitives.ts";
import { kem } from "../suite.ts";
import {
  parseStatement,
  type DirectoryHead,
  type HeadUnit,
  type MembersStatement,
  type Statement,
  type UnitKeyStatement,
} from "./statement.ts";

export type Read = { payload: Uint8Array; statement: Statement };
type OfType<Type extends Statement["type"]> = { payload: Uint8Array; statement: Extract<Statement, { type: Type }> };

export const readPayload = (payload: Uint8Array): Read => ({ payload, statement: parseStatement(payload) });

export const ofType = <Type extends Statement["type"]>(all: readonly Read[], type: Type): OfType<Type>[] =>
  // The filter compared the discriminant; the compiler does not narrow a pair by its inner field.
  all.filter(({ statement }) => statement.type === type) as OfType<Type>[];

export function theOne<Type extends Statement["type"]>(all: readonly Read[], type: Type): OfType<Type>["statement"] {
  const [only, ...others] = ofType(all, type);
  if (only === undefined || others.length > 0) throw new CryptoError("E_STATEMENT");
  return only.statement;
}

/** The statements of one unit in the order of their numbers. */
function byUnit<One extends { statement: { unit_id: string; seq: number } }>(all: readonly One[]): Map<string, One[]> {
  // Not Map.groupBy: the command line runs on Node 20.
  const units = new Map<string, One[]>();
  for (const one of all) units.set(one.statement.unit_id, [...(units.get(one.statement.unit_id) ?? []), one]);
  for (const ofUnit of units.values()) {
    ofUnit.sort((a, b) => a.statement.seq - b.statement.seq);
    const numbers = new Set(ofUnit.map(({ statement }) => statement.seq));
    refuseUnless(numbers.size === ofUnit.length, "E_STATEMENT_SEQ");
  }
  return units;
}

async function checkLink(statement: OfType<"unit-key">["statement"], before: OfType<"unit-key"> | undefined) {
  refuseUnless(statement.kem === kem.hex, "E_SUITE");
  refuseUnless((statement.seq === 1) === (statement.prev === null), "E_STATEMENT_SEQ");
  if (before === undefined) return;
  refuseUnless(before.statement.epoch < statement.epoch, "E_STATEMENT_SEQ");
  if (before.statement.seq + 1 !== statement.seq) return;
  refuseUnless((await payloadHash(before.payload)) === statement.prev, "E_STATEMENT_SEQ");
}

const payloadHash = async (payload: Uint8Array): Promise<string> => toHex(await sha256(copyOf(payload)));

export type CurrentUnit = { unitKey: UnitKeyStatement; members: MembersStatement; row: HeadUnit };

/** Per unit the key and the members list with the highest number, and what a head says about them. Both have to be there. */
async function currentUnits(all: readonly Read[]): Promise<Map<string, CurrentUnit>> {
  const unitKeys = byUnit(ofType(all, "unit-key"));
  const memberLists = byUnit(ofType(all, "members"));
  const current = new Map<string, CurrentUnit>();
  for (const [unit_id, ofUnit] of unitKeys) {
    for (const [at, { statement }] of ofUnit.entries()) await checkLink(statement, ofUnit[at - 1]);
    const [unitKey, members] = [ofUnit.at(-1), memberLists.get(unit_id)?.at(-1)];
    if (unitKey === undefined || members === undefined) continue;
    const hashes = { unit_key: await payloadHash(unitKey.payload), members: await payloadHash(members.payload) };
    const row = { unit_id, epoch: unitKey.statement.epoch, ...hashes };
    current.set(unit_id, { unitKey: unitKey.statement, members: members.statement, row });
  }
  return current;
}

/** What the next head of an authority has to say, from all of its statements. Throws E_STATEMENT, E_STATEMENT_SEQ, E_SUITE. */
export async function headUnits(payloads: readonly Uint8Array[]): Promise<HeadUnit[]> {
  const units = await currentUnits(payloads.map(readPayload));
  return Array.from(units.values(), ({ row }) => row);
}

/**
 * The units that may be used: those of the head. What counts for them has to be what the head names: a server could
 * otherwise leave out the newest statement of one unit, and to this reader the one before would count.
 */
export async function namedUnits(head: DirectoryHead, all: readonly Read[]): Promise<Map<string, CurrentUnit>> {
  const current = await currentUnits(all);
  const named = new Map<string, CurrentUnit>();
  for (const { unit_id, epoch, unit_key, members } of head.units) {
    const unit = current.get(unit_id);
    refuseUnless(!named.has(unit_id), "E_STATEMENT");
    if (unit?.row.epoch !== epoch || unit.row.unit_key !== unit_key || unit.row.members !== members)
      throw new CryptoError("E_HEAD_MISMATCH");
    named.set(unit_id, unit);
  }
  return named;
}
