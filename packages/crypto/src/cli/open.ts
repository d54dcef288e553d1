import { parseArgs } from "node:util";
import { equalBytes, toHex, type Bytes } from "../bytes.ts";
import { readContainerFile, type ContainerFile } from "../container/file-form.ts";
import { openContainer, type ContentSink } from "../container/open.ts";
import { openGrant } from "../envelope/accept.ts";
import { inspectGrant } from "../envelope/grant.ts";
import { caseKeyObject } from "../envelope/objects.ts";
import { CryptoError } from "../errors.ts";
import { caseSecretLength } from "../keys/case-key.ts";
import { kemKeyFromSeed, type KemKey } from "../keys/kem.ts";
import { kem } from "../suite.ts";
import { jsonOption, onlyFile } from "./arguments.ts";
import { authorityFacts, readAuthority } from "./authority.ts";
import { CliError } from "./exit-codes.ts";
import { withStream, writeAll, writeWhole } from "./files.ts";
import { publicFacts } from "./inspect.ts";
import { accountOptions, readAccount, readKeyFile, type Account } from "./keys.ts";
import type { Report } from "./report.ts";
import { notProvenWarning, readSenders, senderFacts, senderOptions, type Senders } from "./senders.ts";

type Key = { caseSecret: Bytes } | { recipient: KemKey };

/** Exactly one way to the case key: with two, nobody could say which of them opened the file. */
async function readKey(args: { "case-key"?: string; seed?: string }, account: Account | undefined): Promise<Key> {
  const [only, ...others] = [args["case-key"], args.seed, account].filter((way) => way !== undefined);
  if (only === undefined || others.length > 0)
    throw new CliError("usage", "name one key: --case-key, --seed, or --account with --recovery-key");
  if (args["case-key"] !== undefined) return { caseSecret: await readKeyFile(args["case-key"], caseSecretLength) };
  if (account) return { recipient: account.keys.kem };
  return { recipient: await kemKeyFromSeed(await readKeyFile(args.seed ?? "", kem.seedLength)) };
}

/** Throws E_CONTEXT when nothing in the file is for this key, and as openGrant. */
async function caseSecretOf({ public: header, grants }: ContainerFile, key: Key, senders: Senders): Promise<Bytes> {
  if ("caseSecret" in key) return key.caseSecret;
  const { recipient } = key;
  const env = grants.find((grant) => equalBytes(inspectGrant(grant).recipientKeyId, recipient.keyId));
  if (env === undefined) throw new CryptoError("E_CONTEXT");
  const expect = await caseKeyObject(header.scopeId, header.generation);
  return openGrant({ env, recipient, expect, grantors: (keyId) => senders.get(keyId)?.spki });
}

/** Whose word is not proven is heard only when somebody asked for it in so many words. */
const believed = (senders: Senders, mayBeUnproven: boolean): Senders =>
  new Map([...senders].filter(([, { isProven }]) => isProven || mayBeUnproven));

/** Verifies a file to its last byte, and gives its content away only then. */
export async function open(args: string[], now: Date): Promise<Report> {
  const options = { ...jsonOption, ...accountOptions, ...senderOptions } as const;
  const { values, positionals } = parseArgs({
    args,
    options: { ...options, "case-key": { type: "string" }, seed: { type: "string" }, out: { type: "string" } },
    allowPositionals: true,
  });
  const path = onlyFile(positionals);
  const account = await readAccount(values);
  const key = await readKey(values, account);
  const authority = await readAuthority(values, account?.vault.pins, now);
  const senders = believed(await readSenders(values["sender-key"], authority, account), values.unproven ?? false);

  const openInto = (sink: ContentSink) =>
    withStream(path, async (source) => {
      const file = await readContainerFile(source);
      const { scopeId, generation, type } = file.public;
      // Before the key: without a sender whose signature can be checked there is nothing to open it for.
      if (!senders.has(toHex(file.public.senderKeyId))) throw new CryptoError("E_SENDER");
      const caseKey = { scopeId, generation, secret: await caseSecretOf(file, key, senders) };
      const senderKeys = (keyId: string) => senders.get(keyId)?.spki;
      const { meta } = await openContainer({ ...file, caseKey, expect: { type, scopeId }, senderKeys }, sink);
      return { file, meta };
    });
  const { file, meta } = await (values.out === undefined
    ? openInto(() => undefined)
    : writeWhole(values.out, (handle) => {
        let at = 0;
        return openInto(async (chunk) => {
          await writeAll(handle, chunk, at);
          at += chunk.length;
        });
      }));

  const sender = senderFacts(file.public.senderKeyId, senders);
  return {
    exit: sender.isProven ? "ok" : "notProven",
    warnings: sender.isProven ? [] : [notProvenWarning],
    facts: {
      name: meta.name ?? null,
      mediaType: meta.type ?? null,
      size: meta.size,
      writtenTo: values.out ?? null,
      sender,
      ...(authority && { authority: authorityFacts(authority) }),
      ...(await publicFacts(file)),
    },
  };
}
