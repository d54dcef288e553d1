import { utf8, uuidPattern } from "../bytes.ts";
import { CryptoError } from "../errors.ts";
import {
  base64Url,
  checkShape,
  instant,
  integer,
  list,
  literal,
  nullable,
  object,
  readJson,
  text,
  writeJson,
  type Read,
  type Shape,
} from "../json.ts";
import type { SigningKey } from "../keys/signing.ts";
import { namePattern } from "../log/checkpoint.ts";
import { signPayload, type SignedBytes } from "./dsse.ts";

export const memberRoles = ["official", "lead", "export"] as const;
export type MemberRole = (typeof memberRoles)[number];

/** Not digits alone: as names of an object, JavaScript would put those first, and the bytes would not come back. */
export const authorityPattern = /^(?!\d+$)[a-z0-9-]{1,64}$/;
export const authorityShape = text(64, authorityPattern);
export const uuidShape = text(36, uuidPattern);
export const hashShape = text(64, /^[0-9a-f]{64}$/);
/** SubjectPublicKeyInfo of a P-384 key in base64url. */
const spkiShape = base64Url(120, 120);
const inTime = { not_before: instant, expires: instant };

const member = object(
  { account: uuidShape, role: literal(...memberRoles), signing_key: spkiShape, kem_key_id: hashShape },
  /** Since when they are no member any more. What they signed before stays proven; nothing is sealed for them. */
  { until: instant },
);

/** As it stands in checkpoints: docs/key-log.md. */
const noteNameShape = text(100, namePattern);
const witness = object({ name: noteNameShape, key: spkiShape }, {});

/** SHA-256 of the payloads that count for a unit. */
const headUnit = object(
  { unit_id: uuidShape, epoch: integer(1, 0xffffffff), unit_key: hashShape, members: hashShape },
  {},
);

export const statementTypes = [
  "authority",
  "unit-key",
  "members",
  "receipt-key",
  "log-policy",
  "directory-head",
] as const;
export type StatementType = (typeof statementTypes)[number];

const shapes = {
  authority: object(
    {
      type: literal("authority"),
      authority: authorityShape,
      name: text(200),
      root: spkiShape,
      operational: spkiShape,
      seq: integer(1),
      ...inTime,
    },
    {},
  ),
  "unit-key": object(
    {
      type: literal("unit-key"),
      authority: authorityShape,
      unit_id: uuidShape,
      epoch: integer(1, 0xffffffff),
      kem: text(4, /^[0-9a-f]{4}$/),
      key: base64Url(1, 4096),
      seq: integer(1),
      /** SHA-256 of the unit's statement before this one, null for the first. */
      prev: nullable(hashShape),
      ...inTime,
    },
    {},
  ),
  members: object(
    {
      type: literal("members"),
      authority: authorityShape,
      unit_id: uuidShape,
      seq: integer(1),
      members: list(member, 1000),
      ...inTime,
    },
    {},
  ),
  "receipt-key": object({ type: literal("receipt-key"), authority: authorityShape, key: spkiShape, ...inTime }, {}),
  "log-policy": object(
    {
      type: literal("log-policy"),
      authority: authorityShape,
      seq: integer(1),
      origin: noteNameShape,
      log_key: spkiShape,
      witnesses: list(witness, 16),
      threshold: integer(1, 16),
      ...inTime,
    },
    {},
  ),
  "directory-head": object(
    {
      type: literal("directory-head"),
      authority: authorityShape,
      seq: integer(1),
      units: list(headUnit, 1000),
      ...inTime,
    },
    {},
  ),
} as const satisfies Record<StatementType, Shape<{ type: StatementType }>>;

export type AuthorityStatement = Read<(typeof shapes)["authority"]>;
export type UnitKeyStatement = Read<(typeof shapes)["unit-key"]>;
export type MembersStatement = Read<(typeof shapes)["members"]>;
export type ReceiptKeyStatement = Read<(typeof shapes)["receipt-key"]>;
export type HeadUnit = Read<typeof headUnit>;
export type LogPolicyStatement = Read<(typeof shapes)["log-policy"]>;
export type DirectoryHead = Read<(typeof shapes)["directory-head"]>;
export type Statement =
  | AuthorityStatement
  | UnitKeyStatement
  | MembersStatement
  | ReceiptKeyStatement
  | LogPolicyStatement
  | DirectoryHead;

const isStatementType = (value: unknown): value is StatementType =>
  typeof value === "string" && Object.hasOwn(shapes, value);

const shape = (value: unknown): Statement => {
  const type: unknown = typeof value === "object" && value !== null && "type" in value ? value.type : undefined;
  if (!isStatementType(type)) throw new CryptoError("E_STATEMENT");
  return shapes[type](value);
};

/** Reads the form only, proves nothing. Unknown types and unknown fields are errors. Throws E_STATEMENT. */
export function parseStatement(payload: Uint8Array): Statement {
  const statement = readJson(payload, shape, "E_STATEMENT");
  if (Date.parse(statement.not_before) >= Date.parse(statement.expires)) throw new CryptoError("E_STATEMENT");
  return statement;
}

/** Signs exactly these bytes: store and send the payload as it is returned. Throws E_STATEMENT. */
export function signStatement(statement: Statement, key: SigningKey): Promise<SignedBytes> {
  const payload = utf8(writeJson(checkShape(statement, shape, "E_STATEMENT")));
  parseStatement(payload);
  return signPayload("statement", payload, key);
}
