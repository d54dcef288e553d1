import { randomBytes } from "node:crypto";
import { stat } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { copyOf, toHex, uuidBytes, uuidText, type Bytes } from "../bytes.ts";
import { encodeFileFront, fileFrontLength, maximumGrants } from "../container/file-form.ts";
import { beginSeal } from "../container/seal.ts";
import { sealGrant } from "../envelope/grant.ts";
import { caseKeyObject, type RecipientRole } from "../envelope/objects.ts";
import { CryptoError } from "../errors.ts";
import { caseSecretLength, generateCaseKey, type CaseKey } from "../keys/case-key.ts";
import { importSigningKey } from "../keys/signing.ts";
import { kem } from "../suite.ts";
import { jsonOption, onlyFile } from "./arguments.ts";
import { authorityFacts, authorityOptions, readAuthority, type Authority } from "./authority.ts";
import { CliError } from "./exit-codes.ts";
import { withStream, writeAll, writeWhole } from "./files.ts";
import { accountOptions, readAccount, readKeyFile, type Account } from "./keys.ts";
import type { Report } from "./report.ts";

const options = {
  ...jsonOption,
  ...accountOptions,
  ...authorityOptions,
  "signing-key": { type: "string" },
  unit: { type: "string", multiple: true },
  recipient: { type: "string", multiple: true },
  case: { type: "string" },
  "case-key": { type: "string" },
  generation: { type: "string" },
  name: { type: "string" },
  type: { type: "string" },
  out: { type: "string" },
} as const;

const read = (args: string[]) => parseArgs({ args, options, allowPositionals: true });
type Args = ReturnType<typeof read>["values"];

async function readSigningKey(args: Args, account: Account | undefined) {
  const file = args["signing-key"];
  if ((file === undefined) === (account === undefined))
    throw new CliError("usage", "name one sender: --signing-key, or --account with --recovery-key");
  return account ? account.keys.signing : importSigningKey(await readKeyFile(file ?? ""));
}

/** A key of its own when none is given: then the grants in the file are the only way to it. */
async function readCaseKey(args: Args): Promise<CaseKey> {
  if (args.generation !== undefined && !/^[1-9]\d{0,9}$/.test(args.generation))
    throw new CliError("usage", "--generation is a number from 1");
  const file = args["case-key"];
  return {
    scopeId: args.case === undefined ? copyOf(randomBytes(16)) : uuidBytes(args.case),
    generation: Number(args.generation ?? 1),
    secret: file === undefined ? generateCaseKey().secret : await readKeyFile(file, caseSecretLength),
  };
}

type Recipient = { role: RecipientRole; publicKey: Bytes };

async function readRecipients(args: Args, authority: Authority | undefined, account: Account | undefined) {
  const recipients: Recipient[] = account ? [{ role: account.kind, publicKey: account.keys.kem.publicKey }] : [];
  for (const unitId of args.unit ?? []) {
    if (!authority) throw new CliError("usage", "--unit needs --statements, which certify its key");
    const unit = authority.directory.unitKey(unitId);
    if (!unit) throw new CryptoError("E_STATEMENT_CONTEXT");
    recipients.push({ role: "unit", publicKey: unit.publicKey });
  }
  for (const file of args.recipient ?? [])
    recipients.push({ role: "offline", publicKey: await readKeyFile(file, kem.publicKeyLength) });
  if (recipients.length > maximumGrants) throw new CryptoError("E_LIMIT");
  if (recipients.length === 0 && args["case-key"] === undefined)
    throw new CliError("usage", "name who can open it: --unit, --recipient, --account or --case-key");
  return recipients;
}

/** Seals one file. The body is written first and the front, whose seal signs it, last; both before the file has a name. */
export async function seal(args: string[], now: Date): Promise<Report> {
  const { values, positionals } = read(args);
  const source = onlyFile(positionals);
  const { out } = values;
  if (out === undefined) throw new CliError("usage", "name the file to write with --out");
  const account = await readAccount(values);
  const authority = await readAuthority(values, account?.vault.pins, now);
  const sender = await readSigningKey(values, account);
  const caseKey = await readCaseKey(values);
  const recipients = await readRecipients(values, authority, account);

  const meta = { name: values.name ?? path.basename(source), ...(values.type && { type: values.type }) };
  const { size } = await stat(source);
  const sealing = await beginSeal({ caseKey, type: "file", sender, meta, size });
  const object = await caseKeyObject(caseKey.scopeId, caseKey.generation);
  const grants: Bytes[] = [];
  for (const { role, publicKey } of recipients)
    grants.push(
      await sealGrant({ ...object, role, recipientKey: publicKey, secret: caseKey.secret, grantor: sender, now }),
    );

  const { messageId } = await writeWhole(out, (handle) =>
    withStream(source, async (content) => {
      let at = fileFrontLength(grants.length);
      for await (const { bytes } of sealing.segments(content)) {
        await writeAll(handle, bytes, at);
        at += bytes.length;
      }
      const signed = await sealing.finish();
      await writeAll(handle, await encodeFileFront({ ...sealing, ...signed, grants }), 0);
      return signed;
    }),
  );
  return {
    exit: "ok",
    facts: {
      writtenTo: out,
      ...meta,
      size,
      messageId: toHex(messageId),
      containerId: toHex(sealing.containerId),
      scope: uuidText(caseKey.scopeId),
      generation: caseKey.generation,
      senderKeyId: toHex(sender.keyId),
      recipients: recipients.map(({ role }) => role),
      ...(authority && { authority: authorityFacts(authority) }),
    },
  };
}
