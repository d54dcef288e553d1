import { randomUUID } from "node:crypto";
import { askCitizen } from "@dvd/api/cases/ask-citizen";
import { claimCase } from "@dvd/api/cases/claim-case";
import { getCase } from "@dvd/api/cases/get-case";
import type { ActorCtx, RequestContext } from "@dvd/api/context";
import { openLink } from "@dvd/api/device-links/open-link";
import { makeToken } from "@dvd/api/collectors/make-token";
import { invite } from "@dvd/api/invitations/invite";
import { saveDraft } from "@dvd/api/drafts/save-draft";
import { declareRecusal } from "@dvd/api/recusals/declare-recusal";
import { removeOfficial } from "@dvd/api/members/remove-official";
import { findViewer } from "@dvd/api/sessions/find-viewer";
import { appoint } from "@dvd/api/testing/appoint";
import { object, renew } from "@dvd/api/testing/copies";
import type { Citizen, Official, Portal } from "@dvd/api/testing/portal";
import { propose, unitOf } from "@dvd/api/testing/rotating";
import { openCase, sealFile, sendCase, sendPart, start, upload, writeMessage } from "@dvd/api/testing/sealing";
import { listStates } from "@dvd/api/unit-keys/list-states";
import { withdrawKey } from "@dvd/api/unit-keys/withdraw-key";
import { closeUnit } from "@dvd/api/units/close-unit";
import { createUnit } from "@dvd/api/units/create-unit";
import { answerDeviceLink, beginDeviceLink, createUnitEpoch, draftKey, grantUnitSeed, sealDraft } from "@dvd/crypto";
import { forgetCitizen } from "@dvd/db/repositories/identity";
import { accountIdOf } from "@dvd/domain/actor";
import type { DeputyshipId, UnitId } from "@dvd/domain/ids";
import { daysAfter, germanDay } from "@dvd/domain/case/due-date";
import type { CallerName } from "./callers.ts";
import { rowsNaming } from "./rows-naming.ts";

/** Who calls: what the portal knows of them, and what they hold themselves. */
export type Caller = {
  /** As it is sealed in their cookie, also when it is over. */
  sessionId: string | null;
  side: "citizen" | "official";
  /** As the edge makes it: the session is looked up anew for each call. */
  request: () => Promise<RequestContext>;
  /** Their own eyes and keys. Who has none tries with those of the person whose case it is. */
  ctx: ActorCtx;
  keys: Citizen["keys"];
};

/** The officials of all scenes. */
export async function openCast(portal: Portal) {
  const removed = await portal.recruit("official");
  await removeOfficial((await portal.admin()).ctx, removed.ctx.actor);
  const [assignee, deputy, colleague, lead, recused] = await appoint(
    portal,
    await portal.recruit("official"),
    await portal.recruit("official"),
    await portal.recruit("official"),
    await portal.recruit("lead"),
    await portal.recruit("official"),
  );
  await standIn(portal, assignee, deputy, 0);
  return {
    portal,
    assignee,
    deputy,
    colleague,
    lead,
    recused,
    "other unit": await portal.official(2),
    "other authority": await portal.official(3),
    removed,
  };
}

/** So many days from now, for that day and the next: midnight may come while the tables are asked. */
async function standIn({ sql }: Portal, of: Official, by: Official, inDays: number) {
  const { tenantId, officialId } = of.ctx.actor;
  const [row] = await sql<{ id: DeputyshipId }[]>`
    insert into deputyships (id, tenant_id, official_id, deputy_id, starts_on, ends_on)
    select gen_random_uuid(), ${tenantId}, ${officialId}, ${by.ctx.actor.officialId}, day, day + 1
    from (select (now() at time zone 'Europe/Berlin')::date + ${inDays}::int as day) days
    returning id`;
  if (!row) throw new Error("nobody stands in");
  return { deputyshipId: row.id };
}

export type Cast = Awaited<ReturnType<typeof openCast>>;
export type Scene = Awaited<ReturnType<typeof openScene>>;
type Person = { ctx: ActorCtx; keys?: Citizen["keys"] };
type Member = Citizen | Official;

/** One citizen and one case, in whatever state a call needs it, and everybody who could want something of it. */
export async function openScene({ portal, ...officials }: Cast) {
  const { assignee } = officials;
  const subject = randomUUID();
  const owner = await portal.citizen(subject);
  const stranger = await portal.citizen();
  const [auditor, admin] = [await portal.recruitAs("auditor"), await portal.recruitAs("admin")];
  const [unitId] = assignee.ctx.actor.unitIds;
  let returned: Person | null = null;

  const ids: string[] = [owner.ctx.actor.citizenId];
  const known = <Made extends Readonly<Record<string, unknown>>>(
    made: Made,
    ...fields: (keyof Made & string)[]
  ): Made => {
    ids.push(...fields.map((field) => String(made[field])));
    return made;
  };

  /** Somebody of the unit whom nobody misses. */
  const leaver = once(() => portal.recruit("official"));

  const sent = once(async () => {
    const made = known(await sendCase(portal, owner), "caseId");
    await declareRecusal(officials.recused.ctx, made);
    return made;
  });
  const claimed = once(async () => {
    const made = await sent();
    await claimCase(assignee.ctx, { caseId: made.caseId, version: 3 });
    return made;
  });

  async function pendingOf({ ctx, keys }: Member) {
    const { caseId, caseKey } = await claimed();
    const file = await sealFile(keys.signing, caseKey);
    await start(ctx, caseId, file);
    return known(file, "documentId");
  }
  async function arrivedOf(sender: Member) {
    const file = await pendingOf(sender);
    await sendPart(sender.ctx, file, 0);
    return file;
  }
  async function linkOf({ ctx, keys }: Member) {
    const [accountId, linkId] = [accountIdOf(ctx.actor), randomUUID()];
    const { code, publicKey, proof } = await beginDeviceLink({ accountId, linkId });
    await openLink(ctx, { linkId, publicKey, proof });
    const vault = { vaultKey: new Uint8Array(32), signing: keys.signing, now: ctx.now() };
    const answer = await answerDeviceLink({ accountId, linkId, code }, { publicKey, proof }, vault);
    return known({ linkId, answer }, "linkId");
  }
  /** What each side has of its own: the citizen and the assignee. */
  function bySide<T>(make: (person: Member) => Promise<T>) {
    const made = { citizen: once(() => make(owner)), official: once(() => make(assignee)) };
    return (side: Caller["side"]) => made[side]();
  }

  function personOf(name: CallerName): Person | null {
    if (name === "nobody") return null;
    if (name === "owner" || name === "deleted") return owner;
    if (name === "returned") return returned;
    if (name === "auditor") return auditor;
    if (name === "admin") return admin;
    return name === "other citizen" ? stranger : officials[name];
  }

  return {
    portal,
    owner,
    assignee,
    auditor,
    recused: officials.recused,
    unitId,
    leaver,
    collector: once(() => makeToken(auditor.ctx, { days: 30 })),
    invitation: once(() =>
      invite(admin.ctx, { unitId: unitId ?? noUnit, role: "official", postSign: randomUUID().slice(0, 8) }),
    ),
    /** A key of the unit for them. Nobody without it can tell that it is not the right one. */
    async seed(by: Citizen["keys"]) {
      const { keys } = await leaver();
      const recipient = { role: "official" as const, publicKey: keys.kem.publicKey };
      return grantUnitSeed(await createUnitEpoch(unitId ?? noUnit, 1), recipient, {
        grantor: by.signing,
        now: new Date(),
      });
    },
    /** Somebody of the unit who can read there. */
    async reader() {
      const { officialId, tenantId } = (await leaver()).ctx.actor;
      await portal.sql`insert into unit_seed_grants (tenant_id, unit_id, epoch, official_id, recipient_key_id, envelope)
        values (${tenantId}, ${unitId ?? noUnit}, 1, ${officialId}, ${Buffer.alloc(32)}, ${Buffer.alloc(50)})
        on conflict do nothing`;
      return officialId;
    },
    /** For the assignee, by somebody of another unit. */
    farDeputyship: once(async () => {
      const to = officials["other unit"];
      const day = daysAfter(germanDay(new Date()), 60);
      const { deputyshipId } = await standIn(portal, assignee, to, 60);
      return { to, deputyshipId, days: { startsOn: day, endsOn: daysAfter(day, 1) } };
    }),
    /** For the assignee, one that is to come. */
    deputyship: once(async () => standIn(portal, assignee, await leaver(), 30)),
    /** Without members and cases: nothing is in the way of closing it. */
    emptyUnit: () => createUnit(admin.ctx, { name: randomUUID() }),
    async closedUnit() {
      const made = await createUnit(admin.ctx, { name: randomUUID() });
      return closeUnit(admin.ctx, made);
    },
    /** A new key of the unit waits for the key office, whoever has taken one back before. */
    async proposedKey() {
      const founder = await portal.official(0);
      if (!(await isProposed(founder))) await propose(portal, founder);
    },
    async noProposedKey() {
      const founder = await portal.official(0);
      if (await isProposed(founder)) await withdrawKey(founder.ctx, { unitId: unitOf(founder) });
    },
    sent,
    claimed,

    draft: once(async () => {
      const opened = known(await openCase(portal, owner), "caseId");
      await upload(owner.ctx, opened.caseId, await sealFile(owner.keys.signing, opened.caseKey));
      return opened;
    }),

    /** The case waits for its citizen. */
    waiting: once(async () => {
      const made = await claimed();
      const { message } = await writeMessage(assignee.keys.signing, made.caseKey);
      await askCitizen(assignee.ctx, { caseId: made.caseId, message, dueOn: inAWeek() });
      return made;
    }),

    /** The citizen has other keys and asks for copies. */
    renewed: once(async () => {
      const made = await claimed();
      const { unitId } = (await getCase(assignee.ctx, made)).summary;
      const renewal = await renew(owner);
      return { ...made, unitId, renewal, objection: await object(owner, renewal.renewed) };
    }),

    keptDraft: once(async () => {
      const begun = { accountId: owner.ctx.actor.citizenId, draftId: randomUUID(), version: 1 };
      const sealed = await sealDraft(await draftKey(new Uint8Array(32), begun.accountId), begun, new Uint8Array());
      await saveDraft(owner.ctx, { draftId: begun.draftId, expectedVersion: 0, sealed });
      return known(begun, "draftId");
    }),

    /** An upload without its part, and one that could be finished. */
    pending: bySide(pendingOf),
    arrived: bySide(arrivedOf),
    link: bySide(linkOf),
    /** The citizen on a second device. */
    elsewhere: once(() => portal.stranger(subject)),

    caller(name: CallerName): Caller {
      const person = personOf(name);
      const side = person?.ctx.actor.kind ?? "citizen";
      const rightful = side === "citizen" ? owner : assignee;
      const sessionId = person?.ctx.actor.sessionId;
      const request = async () => {
        const viewer = sessionId ? await findViewer(portal.deps, sessionId, { touch: false }) : null;
        // All tables take longer than a login is fresh. Whoever is to have an old one is given it.
        return portal.requestOf(viewer && { ...viewer, authenticatedAt: portal.deps.now() });
      };
      return {
        sessionId: sessionId ?? null,
        side,
        request,
        ctx: person?.ctx ?? rightful.ctx,
        keys: person?.keys ?? rightful.keys,
      };
    },

    /** What names the citizen and what is theirs. */
    ids: () => ids,
    /** Every row about them and about the official who has their case. */
    rows: () => rowsNaming(portal, [...ids, assignee.ctx.actor.officialId]),

    /** The citizen ends the account and comes back later, as somebody new. */
    async end() {
      await owner.ctx.transact(forgetCitizen);
      returned = await portal.stranger(subject);
    },
  };
}

const noUnit = "" as UnitId;
const isProposed = async ({ ctx }: Official) => (await listStates(ctx)).units.some(({ proposal }) => proposal);
export const inAWeek = () => daysAfter(germanDay(new Date()), 7);

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
