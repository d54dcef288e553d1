import { accountFingerprint, formatFingerprint, fromBase64Url, fromHex, type MembersStatement } from "@dvd/crypto";
import { findOfficial } from "@dvd/db/repositories/members";
import type { TenantTx } from "@dvd/db/tenant";
import type { OfficialId, TenantId } from "@dvd/domain/ids";

type Members = MembersStatement["members"];

/**
 * Somebody in a signed list, and what signing it anew makes of them. The digits come from the list itself, and are those that
 * were compared when they were taken in. The sign of the post is what the database says.
 */
export type Listed = { postSign: string; digits: string; standing: "stays" | "leaves" | "had-left" };

/** Enough to tell people of one list apart; nobody gets into it by digits that only begin like another's. */
export const shortDigits = (digits: string) => digits.split(" ").slice(0, 2).join(" ");

export const describeList = (tx: TenantTx, tenantId: TenantId, next: Members, known: Members): Promise<Listed[]> =>
  Promise.all(
    next.map(async ({ account, kem_key_id, signing_key, until }, place) => {
      const fingerprint = await accountFingerprint(fromHex(kem_key_id), fromBase64Url(signing_key));
      // Text in the statement, and the id of an official of ours.
      const official = await findOfficial(tx, tenantId, account as OfficialId);
      const standing = until === undefined ? "stays" : known[place]?.until === until ? "had-left" : "leaves";
      return { postSign: official?.postSign ?? "?", digits: formatFingerprint(fingerprint), standing };
    }),
  );

/** Whoever signs has named exactly those who leave: the database alone neither puts anybody out nor keeps them in. */
export const agreesOnLeavers = (people: readonly Listed[], left: ReadonlySet<string>) =>
  people.every(
    ({ digits, standing }) => standing === "had-left" || left.has(shortDigits(digits)) === (standing === "leaves"),
  );
