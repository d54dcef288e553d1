import { instant, readLooseJson } from "../json.ts";
import { readStatementsFile } from "../container/receipt-file.ts";
import { CryptoError } from "../errors.ts";
import { formatFingerprint } from "../keys/fingerprint.ts";
import { parseStatement } from "../statement/statement.ts";
import { verifyDirectory, type Directory } from "../statement/verify-directory.ts";
import { CliError } from "./exit-codes.ts";
import { readSmall } from "./files.ts";

export const authorityOptions = {
  statements: { type: "string" },
  root: { type: "string" },
  at: { type: "string" },
} as const;
export type AuthorityArgs = {
  statements?: string | undefined;
  root?: string | undefined;
  at?: string | undefined;
};

export type Authority = { directory: Directory; unitIds: readonly string[]; checkedAt: Date };

/** As hex, or as the sixty digits that stand on paper. */
export function isRoot(fingerprint: string, wanted: string): boolean {
  const compact = wanted.replaceAll(/\s/g, "");
  if (/^[0-9a-f]{64}$/.test(compact)) return compact === fingerprint;
  if (/^\d{60}$/.test(compact)) return compact === formatFingerprint(fingerprint).replaceAll(" ", "");
  throw new CliError("usage", "--root takes 64 hex digits, or the sixty digits that stand on paper");
}

/**
 * The directory under the root that was named, or that the account remembers. There is no directory without a root: it
 * would prove that somebody signed something.
 */
export async function readAuthority(
  args: AuthorityArgs,
  pins: { roots: Readonly<Record<string, string>>; epochs: Readonly<Record<string, number>> } | undefined,
  now: Date,
): Promise<Authority | undefined> {
  if (args.statements === undefined) {
    if (args.root ?? args.at) throw new CliError("usage", "--root and --at speak of --statements, which is missing");
    return undefined;
  }
  const { authority, statements } = readStatementsFile(await readSmall(args.statements));
  const root = args.root ?? pins?.roots[authority];
  if (root === undefined) throw new CliError("usage", "--statements need --root, the fingerprint from paper");
  const checkedAt =
    args.at === undefined ? now : new Date(readLooseJson(JSON.stringify(args.at), instant, "E_ENCODING"));
  const directory = await verifyDirectory({ authority, statements, now: checkedAt, pinnedEpochs: pins?.epochs });
  if (!isRoot(directory.rootFingerprint, root)) throw new CryptoError("E_ROOT_CHANGED");
  const unitIds = statements.flatMap(({ payload }) => {
    const statement = parseStatement(payload);
    return statement.type === "members" ? [statement.unit_id] : [];
  });
  return { directory, unitIds: [...new Set(unitIds)], checkedAt };
}

export const authorityFacts = ({ directory, checkedAt }: Authority) => ({
  name: directory.name,
  id: directory.authority,
  root: formatFingerprint(directory.rootFingerprint),
  checkedAt: checkedAt.toISOString(),
});
