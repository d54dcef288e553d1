import { randomUUID } from "node:crypto";
import { type AccountKeys, type Directory, logPolicyOf, verifyDirectory, verifyLogged } from "@dvd/crypto";
import { addMembers, addOfficial, addTenantRole, putServices } from "@dvd/db/repositories/founding";
import { type Actor, type TenantRole, tenantRoles, type UnitRole } from "@dvd/domain/actor";
import type { OfficialId, TenantId } from "@dvd/domain/ids";
import {
  type CitizenCtx,
  citizenCtx,
  type Deps,
  type OfficialCtx,
  officialCtx,
  type RequestContext,
} from "../context.ts";
import { getKeys } from "../directory/get-keys.ts";
import { foundAuthority, type LogChoice } from "../founding/found-authority.ts";
import { growKeyLog } from "../key-log/grow-key-log.ts";
import { findViewer } from "../sessions/find-viewer.ts";
import { openSession, pseudonymOf } from "../sessions/open-session.ts";
import { decodeBase64 } from "../wire.ts";
import { makeAccount } from "./account.ts";
import { makeKeyLog } from "./key-log.ts";
import { imprintOf } from "./imprint.ts";
import { openStores, type Stores, type StoresOptions } from "./stores.ts";
import { foundings, services, staff } from "./towns.ts";

/** For tests: the portal as a process runs it, with people and authorities. Nothing in it is replaced. */
export type Portal = Awaited<ReturnType<typeof openPortal>>;
type LoggedIn = { request: RequestContext; ctx: CitizenCtx };
export type Citizen = LoggedIn & { keys: AccountKeys };
export type Official = { request: RequestContext; ctx: OfficialCtx; keys: AccountKeys };

type PortalOptions = StoresOptions & {
  /** Where officials come from, when a test logs them in through a provider of its own. */
  officialIssuer?: string;
};

export async function openPortal({ officialIssuer = issuers.official, now }: PortalOptions = {}) {
  const stores = await openStores({ now });
  const { deps } = stores;
  await putServices(stores.owner, services);
  const log = await makeKeyLog();
  const authorities = await foundTowns(stores, log.choice, officialIssuer);
  const directories = new Map<TenantId, Directory>();
  const growLog = async () => {
    await growKeyLog(stores.workerDeps, log.keeper);
    directories.clear();
  };
  await growLog();
  const officialKeys = authorities.flatMap(({ officials }) => officials.map(({ keys }) => keys));
  const requestOf = (actor: Actor | null): RequestContext => ({
    ...deps,
    correlationId: randomUUID(),
    actor,
    networks: [],
  });

  /** A citizen who logs in: a session, and at the first login nothing else. */
  async function stranger(subject: string = randomUUID()): Promise<LoggedIn> {
    const actor = await logIn(deps, "citizen", subject);
    if (actor.kind !== "citizen") throw new Error("logged in as somebody else");
    const request = requestOf(actor);
    return { request, ctx: citizenCtx(request, actor) };
  }

  /** A new official of the first town, who is logged in and has no keys. */
  async function hire(appoint: (tenantId: TenantId, officialId: OfficialId) => Promise<unknown>) {
    const [authority] = authorities;
    const [town] = foundings;
    if (!authority || !town) throw new Error("there is no town");
    const [subject, officialId] = [randomUUID(), randomUUID() as string as OfficialId];
    const { tenantId } = authority;
    await addOfficial(stores.owner, {
      id: officialId,
      tenantId,
      subjectHash: subjectHashOf(issuers.official, subject),
      postSign: officialId.slice(-12),
    });
    await appoint(tenantId, officialId);
    const actor = await logIn(deps, "official", subject, town.slug);
    if (actor.kind !== "official") throw new Error("logged in as somebody else");
    const request = requestOf(actor);
    return { request, ctx: officialCtx(request, actor) };
  }

  /** In no unit and without keys. */
  async function withRole(role: TenantRole, town = "here", number = 1): Promise<Omit<Official, "keys">> {
    const actor = await logIn(deps, "official", subjectOf(role, town, number));
    if (actor.kind !== "official") throw new Error(`there is no ${role}`);
    const request = requestOf(actor);
    return { request, ctx: officialCtx(request, actor) };
  }

  return {
    ...stores,
    authorities,
    log,
    /** What the worker does every few seconds: from then on readers see what was published. */
    growLog,
    requestOf,
    stranger,
    imprint: () => imprintOf(stores),

    async citizen(subject?: string): Promise<Citizen> {
      const person = await stranger(subject);
      return { ...person, keys: await makeAccount(person.ctx) };
    },

    /** By their place in `staff`: 0 and 1 share a unit, 2 is in another unit of theirs, 3 and 4 in the other town. */
    async official(place: number): Promise<Official> {
      const actor = await logIn(deps, "official", staff[place]?.subject ?? "");
      const keys = officialKeys[place];
      if (actor.kind !== "official" || !keys) throw new Error("there is no such official");
      const request = requestOf(actor);
      return { request, ctx: officialCtx(request, actor), keys };
    },

    /** One more in the first unit of the first town, who cannot read there yet. */
    async recruit(role: UnitRole): Promise<Official> {
      const [unit] = authorities[0]?.units ?? [];
      if (!unit) throw new Error("there is no unit");
      const member = await hire((tenantId, officialId) =>
        addMembers(stores.owner, [{ tenantId, unitId: unit.id, officialId, role }]),
      );
      return { ...member, keys: await makeAccount(member.ctx) };
    },

    /** One more of the first town, in no unit and without keys. */
    recruitAs: (role: TenantRole) =>
      hire((tenantId, officialId) => addTenantRole(stores.owner, { tenantId, officialId, role })),

    auditor: () => withRole("auditor"),
    /** There are two in each town: nobody can take the role from themselves. */
    admin: (town: "here" | "there" = "here", number = 1) => withRole("admin", town, number),

    /** The verified directory of an authority, as every browser makes it. */
    async directory(authority: TenantId): Promise<Directory> {
      const directory = directories.get(authority) ?? (await readDirectory(deps, authority));
      directories.set(authority, directory);
      return directory;
    },
  };
}

export const pseudonymKey = "the pseudonyms of a test run";
const issuers = { citizen: "https://citizens.test", official: "https://officials.test" };

async function foundTowns({ deps, owner, receiptSpki }: Stores, log: LogChoice, issuer: string) {
  const founded: Awaited<ReturnType<typeof foundAuthority>>[] = [];
  for (const founding of foundings) {
    const officials = staff
      .filter(({ town }) => town === founding.slug)
      .map(({ name, unit, subject }) => {
        return { name, unit, postSign: subject, subjectHash: subjectHashOf(issuer, subject) };
      });
    const others = tenantRoles.flatMap((role) =>
      [1, 2].map((number) => {
        const subject = subjectOf(role, founding.slug, number);
        return { role, postSign: subject, subjectHash: subjectHashOf(issuer, subject) };
      }),
    );
    const people = { officials, staff: others };
    founded.push(await foundAuthority({ ...deps, db: owner }, { ...founding, ...people, receiptSpki, log }));
  }
  return founded;
}

const staffOf = (slug: string) => [
  ...tenantRoles.flatMap((role) => [1, 2].map((number) => subjectOf(role, slug, number))),
  ...staff.filter(({ town }) => town === slug).map(({ subject }) => subject),
];
const subjectOf = (role: TenantRole, town: string, number: number) => `${role}-${town}-${number}`;
const subjectHashOf = (issuer: string, subject: string) =>
  new Uint8Array(pseudonymOf({ pseudonymKey }, { issuer, subject }));

const authorityOf = (subject: string) => foundings.find(({ slug }) => staffOf(slug).includes(subject))?.slug ?? "";

async function logIn(
  deps: Deps,
  kind: Actor["kind"],
  subject: string,
  authority = authorityOf(subject),
): Promise<Actor> {
  const login = {
    issuer: issuers[kind],
    subject,
    assurance: "substantial" as const,
    authenticatedAt: deps.now(),
    nonce: randomUUID(),
    providerSession: null,
  };
  const verified = kind === "citizen" ? { ...login, kind } : { ...login, kind, authority };
  const place = { device: { browser: "other", system: "other" }, former: null } as const;
  const opened = await openSession({ ...deps, pseudonymKey }, verified, place);
  const actor = "sessionId" in opened && (await findViewer(deps, opened.sessionId, { touch: false }));
  if (!actor) throw new Error("the login was refused");
  return actor;
}

async function readDirectory(deps: Deps, authority: TenantId): Promise<Directory> {
  const { statements, log } = await getKeys(deps, { tenantId: authority, knownLogSize: 0 });
  const signed = statements.map(({ payload, signature }) => ({
    payload: decodeBase64(payload),
    signature: decodeBase64(signature),
  }));
  const directory = await verifyDirectory({ authority, statements: signed, now: deps.now() });
  await verifyLogged({
    payloads: signed.map(({ payload }) => payload),
    proof: {
      checkpoint: log.checkpoint,
      consistency: log.consistency.map(decodeBase64),
      places: log.places.map(({ index, path }) => ({ index, path: path.map(decodeBase64) })),
    },
    policy: logPolicyOf(directory.logPolicy),
    pin: undefined,
    now: deps.now(),
  });
  return directory;
}
