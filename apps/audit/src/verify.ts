import { createPublicKey } from "node:crypto";
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { BrokenChain, createChainCheck } from "@dvd/api/audit/chain-check";
import { type CheckpointKeys, verifyCheckpoints } from "@dvd/api/audit/checkpoint";
import { signingKeyId, toHex } from "@dvd/crypto";
import type { TenantId } from "@dvd/domain/ids";
import { isChain } from "./chain-id.ts";
import { CliError } from "./exit-codes.ts";
import { fromDatabase, fromFile, type Source } from "./sources.ts";

export type Facts = Readonly<Record<string, string | number>>;

const options = {
  chain: { type: "string" },
  checkpoints: { type: "string" },
  key: { type: "string", multiple: true },
  "database-url-file": { type: "string" },
  json: { type: "boolean" },
} as const;

/** Every record of one chain, against its neighbours and against what was signed elsewhere. */
export async function verify(args: string[]): Promise<Facts> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  if (!values.chain || !isChain(values.chain)) throw new CliError("usage", "name --chain, the id of the chain");
  if (!values.checkpoints || !values.key) throw new CliError("usage", "name --checkpoints and at least one --key");
  const lines = (await readFile(values.checkpoints, "utf8")).split("\n").filter((line) => line !== "");
  const anchors = await verifyCheckpoints(lines, values.chain, await readKeys(values.key));

  const check = createChainCheck(values.chain, anchors);
  const source = await sourceOf(positionals, values["database-url-file"], values.chain);
  let records = 0;
  let hole: BrokenChain | undefined;
  for await (const record of source) {
    records += 1;
    // Was it taken out, or does it only stand elsewhere? The rest of the records tells.
    if (hole) {
      if (record.seq === hole.seq) throw new BrokenChain("swapped", hole.seq);
      continue;
    }
    hole = holeAt(() => check.push(record));
  }
  if (hole) throw hole;
  const end = check.end();
  if (!anchors.newest) throw new BrokenChain("unsigned", end?.seq ?? 0);
  return {
    chain: values.chain,
    records,
    last: end?.seq ?? 0,
    signedUpTo: anchors.newest.seq,
    signedAt: anchors.newest.at,
    /** The newest ones, which no checkpoint has seen yet. */
    unsigned: (end?.seq ?? 0) - anchors.newest.seq,
    tornLines: anchors.unreadable,
  };
}

function holeAt(push: () => void): BrokenChain | undefined {
  try {
    push();
    return undefined;
  } catch (error) {
    if (error instanceof BrokenChain && error.fault === "missing") return error;
    throw error;
  }
}

async function sourceOf(files: string[], urlFile: string | undefined, chain: TenantId): Promise<Source> {
  const [file, ...others] = files;
  if (others.length > 0 || (file === undefined) === (urlFile === undefined))
    throw new CliError("usage", "name one exported file, or --database-url-file");
  if (file !== undefined) return fromFile(file);
  return fromDatabase((await readFile(urlFile ?? "", "utf8")).trim(), chain);
}

/** Public halves as PEM, of today and of the past. */
async function readKeys(files: readonly string[]): Promise<CheckpointKeys> {
  const keys = files.map(async (file) => {
    const spki = await readPublicKey(file);
    return [toHex(await signingKeyId(spki)), spki] as const;
  });
  return new Map(await Promise.all(keys));
}

async function readPublicKey(file: string): Promise<Uint8Array> {
  const pem = await readFile(file, "utf8");
  // Whoever hands over the private half by mistake is told, and not helped.
  if (pem.includes("PRIVATE")) throw new CliError("usage", `${file} is a private key; only its public half is wanted`);
  try {
    return createPublicKey(pem).export({ type: "spki", format: "der" });
  } catch (cause) {
    throw new CliError("usage", `${file} is no public key as PEM`, { cause });
  }
}
