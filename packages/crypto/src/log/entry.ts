import { copyOf, equalBytes, toHex, utf8, type Bytes } from "../bytes.ts";
import { refuseUnless } from "../errors.ts";
import { integer, literal, nullable, object, readJson, writeJson, type Read } from "../json.ts";
import { sha256 } from "../primitives.ts";
import { authorityShape, hashShape, parseStatement, statementTypes, uuidShape } from "../statement/statement.ts";

/** Public, and about nobody: a members list names account ids and keys, and here only its hash appears. */
const shape = object(
  {
    version: literal(1),
    authority: authorityShape,
    type: literal(...statementTypes),
    unit_id: nullable(uuidShape),
    seq: nullable(integer(1)),
    /** SHA-256 of the payload, as it was signed. */
    statement: hashShape,
  },
  {},
);
export type LogEntry = Read<typeof shape>;

/** What a log has to contain for this statement. Throws E_STATEMENT for bytes that are none. */
export async function entryOf(payload: Uint8Array): Promise<LogEntry> {
  const statement = parseStatement(payload);
  return {
    version: 1,
    authority: statement.authority,
    type: statement.type,
    unit_id: "unit_id" in statement ? statement.unit_id : null,
    seq: "seq" in statement ? statement.seq : null,
    statement: toHex(await sha256(copyOf(payload))),
  };
}

/** The leaf: these fields, in this order. A reader computes it from the statement, so there is only one spelling. */
export const entryBytes = ({ version, authority, type, unit_id, seq, statement }: LogEntry): Bytes =>
  utf8(writeJson({ version, authority, type, unit_id, seq, statement }));

/** For monitors, who read leaves without knowing the statements. Throws E_LOG_FORMAT. */
export function parseEntry(leaf: Uint8Array): LogEntry {
  const entry = readJson(leaf, shape, "E_LOG_FORMAT");
  refuseUnless(equalBytes(entryBytes(entry), leaf), "E_LOG_FORMAT");
  return entry;
}
