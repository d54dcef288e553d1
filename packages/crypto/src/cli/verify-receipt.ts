import { parseArgs } from "node:util";
import { readContainerFile } from "../container/file-form.ts";
import { readReceiptFile } from "../container/receipt-file.ts";
import { verifyReceiptEvidence } from "../container/receipt-evidence.ts";
import { contentsFingerprint, type Receipt } from "../container/receipt.ts";
import { CryptoError } from "../errors.ts";
import { formatFingerprint } from "../keys/fingerprint.ts";
import { jsonOption, onlyFile } from "./arguments.ts";
import { isRoot } from "./authority.ts";
import { CliError } from "./exit-codes.ts";
import { readSmall, withStream } from "./files.ts";
import { checkBody, publicFacts } from "./inspect.ts";
import type { Report } from "./report.ts";

const rootNotCompared =
  "!!! STAMMSCHLÜSSEL NICHT VERGLICHEN / ROOT NOT COMPARED: compare the root above with paper of the authority.";

/** The container itself, to its last byte, must be one that the receipt names. Throws E_RECEIPT_CONTEXT. */
const checkListed = (file: string, { documents, messages, case_id }: Receipt) =>
  withStream(file, async (source) => {
    const container = await readContainerFile(source);
    const { messageId, ciphertextDigest, bodyLength, scope } = await publicFacts(container);
    const listed = [...documents, ...messages].find(({ message_id }) => message_id === messageId);
    const isSame = listed?.ciphertext_digest === ciphertextDigest && listed.bytes === bodyLength && scope === case_id;
    if (!isSame) throw new CryptoError("E_RECEIPT_CONTEXT");
    await checkBody(container);
    return { file, messageId };
  });

/** A saved receipt, by its own statements and without any server. */
export async function verifyReceipt(args: string[]): Promise<Report> {
  const { values, positionals } = parseArgs({
    args,
    options: {
      ...jsonOption,
      root: { type: "string" },
      unproven: { type: "boolean" },
      container: { type: "string", multiple: true },
    },
    allowPositionals: true,
  });
  const file = onlyFile(positionals);
  const { root, unproven = false, container = [] } = values;
  if ((root === undefined) !== unproven)
    throw new CliError("usage", "name --root, the fingerprint from paper, or --unproven to be shown it");
  const { receipt, authorityName, rootFingerprint } = await verifyReceiptEvidence(
    readReceiptFile(await readSmall(file)),
  );
  if (root !== undefined && !isRoot(rootFingerprint, root)) throw new CryptoError("E_ROOT_CHANGED");
  const found = [];
  for (const one of container) found.push(await checkListed(one, receipt));
  return {
    exit: unproven ? "notProven" : "ok",
    warnings: unproven ? [rootNotCompared] : [],
    facts: {
      reference: receipt.reference,
      receivedAt: receipt.received_at,
      count: receipt.count,
      bytes: receipt.bytes,
      contents: await contentsFingerprint(receipt),
      authority: { name: authorityName, id: receipt.authority, root: formatFingerprint(rootFingerprint) },
      unit: receipt.unit_id,
      case: receipt.case_id,
      documents: receipt.documents,
      messages: receipt.messages,
      containers: found,
    },
  };
}
