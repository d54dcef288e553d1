import { parseArgs } from "node:util";
import { readStatementsFile } from "../container/receipt-file.ts";
import { CryptoError } from "../errors.ts";
import { parseCheckpoint } from "../log/checkpoint.ts";
import { logPolicyOf } from "../log/policy.ts";
import { verifyLogged, type LogPin } from "../log/proof.ts";
import { toHex } from "../bytes.ts";
import { jsonOption, onlyFile } from "./arguments.ts";
import { authorityFacts, readAuthority } from "./authority.ts";
import { CliError } from "./exit-codes.ts";
import { readSmall } from "./files.ts";
import type { Report } from "./report.ts";

/**
 * What an authority shows to this reader, everybody could have seen: each of its statements stands in the log that its root
 * has named, under a checkpoint that enough witnesses have signed. With `--since`, also: the log has only grown.
 */
export async function verifyLog(args: string[], now: Date): Promise<Report> {
  const { values, positionals } = parseArgs({
    args,
    options: {
      ...jsonOption,
      root: { type: "string" },
      since: { type: "string" },
      "max-age-hours": { type: "string" },
    },
    allowPositionals: true,
  });
  const file = onlyFile(positionals);
  if (values.root === undefined) throw new CliError("usage", "name --root, the fingerprint from paper");
  const authority = await readAuthority({ statements: file, root: values.root }, undefined, now);
  const { statements, log } = readStatementsFile(await readSmall(file));
  if (!authority || !log)
    throw new CliError("usage", "the file has no log in it; save the answer of /authorities/{id}/keys");

  const policy = logPolicyOf(authority.directory.logPolicy, hoursOf(values["max-age-hours"]) * 3_600_000);
  const pin = values.since === undefined ? undefined : await pinOf(values.since, policy.origin);
  const payloads = statements.map(({ payload }) => payload);
  const { pin: seen, witnessedAt } = await verifyLogged({ payloads, proof: log, policy, pin, now });
  return {
    exit: "ok",
    facts: {
      authority: authorityFacts(authority),
      log: policy.origin,
      size: seen.size,
      root: seen.root,
      witnessedAt: witnessedAt.toISOString(),
      witnesses: `${policy.threshold} of ${policy.witnesses.length}`,
      statements: statements.length,
      grownSince: pin?.size ?? null,
    },
  };
}

/** The checkpoint of an earlier file. It is believed as far as the file is: nothing in it is verified again. */
async function pinOf(file: string, origin: string): Promise<LogPin> {
  const { log } = readStatementsFile(await readSmall(file));
  if (!log) throw new CliError("usage", "the file of --since has no log in it");
  const checkpoint = await parseCheckpoint(log.checkpoint);
  if (checkpoint.origin !== origin) throw new CryptoError("E_LOG_ORIGIN");
  return { size: checkpoint.size, root: toHex(checkpoint.root) };
}

function hoursOf(text = "72"): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new CliError("usage", "--max-age-hours takes a whole number of hours");
  return Number(text);
}
