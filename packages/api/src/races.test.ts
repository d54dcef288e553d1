import { randomUUID } from "node:crypto";
import { answerDeviceLink, beginDeviceLink, draftKey, randomBytes, sealDraft, sealPasskeySlot } from "@dvd/crypto";
import { daysAfter, germanDay } from "@dvd/domain/case/due-date";
import { limits } from "@dvd/domain/document/limits";
import { draftLimits } from "@dvd/domain/form/draft-limits";
import { afterAll, describe, expect, it } from "vitest";
import { changeWaysBack } from "./accounts/change-ways-back.ts";
import { createAccount } from "./accounts/create-account.ts";
import { objectToRenewal } from "./accounts/object-to-renewal.ts";
import { renewAccount } from "./accounts/renew-account.ts";
import { saveVault } from "./accounts/save-vault.ts";
import { answerRequest } from "./cases/answer-request.ts";
import { askCitizen } from "./cases/ask-citizen.ts";
import { claimCase } from "./cases/claim-case.ts";
import { getCase } from "./cases/get-case.ts";
import { grantCopy } from "./cases/grant-copy.ts";
import { openDraft } from "./cases/open-draft.ts";
import { refuseCopy } from "./cases/refuse-copy.ts";
import { submitCase } from "./cases/submit-case.ts";
import { withdrawCase } from "./cases/withdraw-case.ts";
import { answerLink } from "./device-links/answer-link.ts";
import { openLink } from "./device-links/open-link.ts";
import { saveDraft } from "./drafts/save-draft.ts";
import { newAccount, signVault, signWays } from "./testing/account.ts";
import { attest, object, renew } from "./testing/copies.ts";
import { openPortal } from "./testing/portal.ts";
import { outcome } from "./testing/refusal.ts";
import {
  finish,
  openCase,
  prepareDraft,
  sealFile,
  sendCase,
  sendPart,
  start,
  upload,
  writeMessage,
} from "./testing/sealing.ts";

/**
 * Fifty at once. Whoever reads first and writes then lets more than one win; what decides is a row that is held, a version
 * that is compared in the statement, or a turn that is taken.
 */
const many = 50;

const portal = await openPortal();
afterAll(() => portal.close());
const [official, colleague] = [await portal.official(0), await portal.official(1)];

type Race = {
  /** Makes everything ready; then each number is one who runs. */
  prepare: () => Promise<(runner: number) => () => Promise<unknown>>;
  /** How many get what they want; `repeats`: it is one and the same act, so whoever is answered has the same answer. */
  winners: number | "repeats";
  /** What the others are told. */
  losers: readonly string[];
  /** Records of the act that are left behind. */
  recorded?: readonly [type: string, times: number];
};

const inAWeek = () => daysAfter(germanDay(new Date()), 7);

async function claimed() {
  const citizen = await portal.citizen();
  const sent = await sendCase(portal, citizen);
  await claimCase(official.ctx, { caseId: sent.caseId, version: 3 });
  return { citizen, ...sent };
}

async function renewed() {
  const citizen = await portal.citizen();
  const sent = await sendCase(portal, citizen);
  const { unitId } = (await getCase(official.ctx, sent)).summary;
  return { citizen, sent: { ...sent, unitId }, renewal: await renew(citizen) };
}

const races: Record<string, Race> = {
  "claims of a case": {
    prepare: async () => {
      const { caseId } = await sendCase(portal, await portal.citizen());
      return (runner) => () => claimCase((runner % 2 ? official : colleague).ctx, { caseId, version: 3 });
    },
    winners: 1,
    losers: ["case.already-claimed", "case.conflict"],
    recorded: ["case.claimed", 1],
  },
  "withdrawals of a case": {
    prepare: async () => {
      const { ctx, ...citizen } = await portal.citizen();
      const { caseId } = await sendCase(portal, { ctx, ...citizen });
      return () => () => withdrawCase(ctx, { caseId, version: 3 });
    },
    winners: 1,
    losers: ["case.conflict", "case.wrong-state"],
    recorded: ["case.withdrawn", 1],
  },
  "claims and withdrawals of one case": {
    prepare: async () => {
      const citizen = await portal.citizen();
      const { caseId } = await sendCase(portal, citizen);
      const input = { caseId, version: 3 };
      return (runner) => () => (runner % 2 ? claimCase(official.ctx, input) : withdrawCase(citizen.ctx, input));
    },
    winners: 1,
    losers: ["case.already-claimed", "case.conflict", "case.wrong-state"],
  },
  "questions to a citizen": {
    prepare: async () => {
      const { caseId, caseKey } = await claimed();
      const letters = await Promise.all(
        Array.from({ length: many }, () => writeMessage(official.keys.signing, caseKey)),
      );
      return (runner) => () => {
        const message = letters[runner]?.message;
        if (!message) throw new Error("a letter for each");
        return askCitizen(official.ctx, { caseId, message, dueOn: inAWeek() });
      };
    },
    winners: 1,
    losers: ["case.wrong-state", "container.wrong-sequence", "case.conflict"],
    recorded: ["case.asked", 1],
  },
  "the same answer to a request": {
    prepare: async () => {
      const { citizen, caseId, caseKey, first } = await claimed();
      const question = await writeMessage(official.keys.signing, caseKey);
      await askCitizen(official.ctx, { caseId, message: question.message, dueOn: inAWeek() });
      const { message } = await writeMessage(citizen.keys.signing, caseKey, first.end);
      return () => () => answerRequest(citizen.ctx, { caseId, message });
    },
    winners: "repeats",
    losers: ["case.conflict", "case.wrong-state", "container.wrong-sequence"],
    recorded: ["case.answered", 1],
  },
  "submissions of a draft": {
    prepare: async () => {
      const citizen = await portal.citizen();
      const { caseId, caseKey } = await openCase(portal, citizen);
      await upload(citizen.ctx, caseId, await sealFile(citizen.keys.signing, caseKey));
      const { message } = await writeMessage(citizen.keys.signing, caseKey);
      return () => () => submitCase(citizen.ctx, { caseId, message });
    },
    winners: "repeats",
    losers: ["case.conflict"],
    recorded: ["case.submitted", 1],
  },
  "finishes of an upload": {
    prepare: async () => {
      const citizen = await portal.citizen();
      const { caseId, caseKey } = await openCase(portal, citizen);
      const file = await sealFile(citizen.keys.signing, caseKey);
      await start(citizen.ctx, caseId, file);
      await sendPart(citizen.ctx, file, 0);
      return () => () => finish(citizen.ctx, file);
    },
    winners: "repeats",
    losers: [],
    recorded: ["document.stored", 1],
  },
  "answers to a new device": {
    prepare: async () => {
      const { ctx, keys } = await portal.citizen();
      const [accountId, linkId] = [ctx.actor.citizenId, randomUUID()];
      const { code, publicKey, proof } = await beginDeviceLink({ accountId, linkId });
      await openLink(ctx, { linkId, publicKey, proof });
      const vault = { vaultKey: new Uint8Array(32), signing: keys.signing, now: ctx.now() };
      const answer = await answerDeviceLink({ accountId, linkId, code }, { publicKey, proof }, vault);
      return () => () => answerLink(ctx, { linkId, answer });
    },
    winners: 1,
    losers: ["device-link.gone"],
    recorded: ["device.answered", 1],
  },
  "accounts of one person": {
    prepare: async () => {
      const { ctx } = await portal.stranger();
      const inputs = await Promise.all(Array.from({ length: many }, () => newAccount(ctx.actor.citizenId)));
      return (runner) => () => {
        const input = inputs[runner]?.input;
        if (!input) throw new Error("keys for each");
        return createAccount(ctx, input);
      };
    },
    winners: 1,
    losers: ["account.exists"],
    recorded: ["account.created", 1],
  },
  "vaults of one account": {
    prepare: async () => {
      const { ctx } = await portal.stranger();
      const { input, keys, vaultOf } = await newAccount(ctx.actor.citizenId);
      await createAccount(ctx, input);
      const next = await signVault(ctx.actor.citizenId, 2, await vaultOf(2), keys);
      return () => () => saveVault(ctx, next);
    },
    winners: 1,
    losers: ["vault.conflict", "account.not-signed"],
    recorded: ["vault.saved", 1],
  },
  "ways back, each decided on the same picture": {
    prepare: async () => {
      const { ctx, keys } = await portal.citizen();
      const ways = await Promise.all(
        Array.from({ length: many }, async () => {
          const secrets = { prfOutput: randomBytes(32), prfInput: randomBytes(32), credentialId: randomBytes(32) };
          const sealed = { ...secrets, vaultKey: new Uint8Array(32), accountId: ctx.actor.citizenId };
          const slot = await sealPasskeySlot(sealed);
          return signWays(ctx, keys, { add: { slotId: randomUUID(), kind: "passkey", ...slot } });
        }),
      );
      return (runner) => () => {
        const way = ways[runner];
        if (!way) throw new Error("a way for each");
        return changeWaysBack(ctx, way);
      };
    },
    winners: 1,
    losers: ["account.not-signed"],
    recorded: ["way.added", 1],
  },
  "new keys of one account": {
    prepare: async () => {
      const citizen = await portal.citizen();
      await sendCase(portal, citizen);
      const inputs = await Promise.all(Array.from({ length: many }, () => newAccount(citizen.ctx.actor.citizenId)));
      return (runner) => () => {
        const input = inputs[runner]?.input;
        if (!input) throw new Error("keys for each");
        return renewAccount(citizen.ctx, input);
      };
    },
    winners: 1,
    losers: ["account.renewal-open"],
    recorded: ["account.renewed", 1],
  },
  "objections to new keys": {
    prepare: async () => {
      const { citizen, renewal } = await renewed();
      const word = await object(citizen, renewal.renewed);
      return () => () => objectToRenewal(citizen.ctx, word);
    },
    winners: 1,
    losers: ["account.nothing-to-object"],
    recorded: ["account.objected", 1],
  },
  "decisions about a copy": {
    prepare: async () => {
      const { citizen, sent, renewal } = await renewed();
      const copy = await attest(sent, citizen, renewal, official);
      const no = { caseId: sent.caseId, renewalId: renewal.renewalId, reason: "nobody-came" } as const;
      return (runner) => () => (runner % 2 ? grantCopy(official.ctx, copy) : refuseCopy(colleague.ctx, no));
    },
    winners: 1,
    losers: ["copy.not-open"],
  },
  "cases begun up to the most that a citizen may have open": {
    prepare: async () => {
      const citizen = await portal.citizen();
      const drafts = await Promise.all(Array.from({ length: many }, () => prepareDraft(portal, citizen)));
      return (runner) => () => {
        const input = drafts[runner]?.input;
        if (!input) throw new Error("a draft for each");
        return openDraft(citizen.ctx, input);
      };
    },
    winners: limits.openDraftsPerCitizen,
    losers: ["case.too-many-drafts"],
    recorded: ["case.drafted", limits.openDraftsPerCitizen],
  },
  "drafts kept up to the most that a citizen may keep": {
    prepare: async () => {
      const { ctx } = await portal.citizen();
      const accountId = ctx.actor.citizenId;
      const key = await draftKey(new Uint8Array(32), accountId);
      return () => async () => {
        const begun = { accountId, draftId: randomUUID(), version: 1 };
        const sealed = await sealDraft(key, begun, new Uint8Array());
        return saveDraft(ctx, { draftId: begun.draftId, expectedVersion: 0, sealed });
      };
    },
    winners: draftLimits.perCitizen,
    losers: ["draft.too-many"],
  },
  "uploads begun up to the most that a case takes at once": {
    prepare: async () => {
      const citizen = await portal.citizen();
      const { caseId, caseKey } = await openCase(portal, citizen);
      const files = await Promise.all(Array.from({ length: many }, () => sealFile(citizen.keys.signing, caseKey)));
      return (runner) => () => {
        const file = files[runner];
        if (!file) throw new Error("a file for each");
        return start(citizen.ctx, caseId, file);
      };
    },
    winners: limits.openUploadsPerCase,
    losers: ["upload.too-many"],
  },
};

describe("fifty at once:", () => {
  it.each(Object.entries(races))("%s", async (_name, { prepare, winners, losers, recorded }) => {
    const runnerOf = await prepare();
    await portal.sql`delete from audit_intake`;
    const answers: unknown[] = [];
    const codes = await Promise.all(
      Array.from({ length: many }, async (_, runner) =>
        outcome(runnerOf(runner)().then((answer) => answers.push(answer))),
      ),
    );
    const lost = codes.filter((code) => code !== "accepted");
    const won = winners === "repeats" ? new Set(answers.map((answer) => JSON.stringify(answer))).size : answers.length;
    expect(won).toBe(winners === "repeats" ? 1 : winners);
    expect(new Set(lost).difference(new Set(losers))).toEqual(new Set());
    if (!recorded) return;
    const [type, times] = recorded;
    expect(await portal.sql`select 1 from audit_intake where type = ${type}`).toHaveLength(times);
  });
});
