import { randomUUID } from "node:crypto";
import { type AccountKeys, type Directory, logPolicyOf, verifyDirectory, verifyLogged } from "@dvd/crypto";
import { putServices } from "@dvd/db/repositories/founding";
import type { Actor } from "@dvd/domain/actor";
import type { TenantId } from "@dvd/domain/ids";
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
import { openStores, type Stores } from "./stores.ts";
import { foundings, services, staff } from "./towns.ts";

/** For tests: the portal as a process runs it, with people and authorities. Nothing in it is replaced. */
export type Portal = Awaited<ReturnType<typeof openPortal>>;
type LoggedIn = { request: RequestContext; ctx: CitizenCtx };
export type Citizen = LoggedIn & { keys: AccountKeys };
export type Official = { request: RequestContext; ctx: OfficialCtx; keys: AccountKeys };

type PortalOptions = {
  /** Where officials come from, when a test logs them in through a provider of its own. */
  officialIssuer?: string;
};

export async function openPortal({ officialIssuer = issuers.official }: PortalOptions = {}) {
  const stores = await openStores();
  const { deps } = stores;
  await putServices(stores.owner, services);
  const log = await makeKeyLog();
  const authorities = await foundTowns(stores, log.choice, officialIssuer);
  const growLog = () => growKeyLog(deps, log.keeper);
  await growLog();
  const officialKeys = authorities.flatMap(({ officials }) => officials.map(({ keys }) => keys));
  const directories = new Map<TenantId, Directory>();
  const requestOf = (actor: Actor | null): RequestContext => ({
    ...deps,
    correlationId: randomUUID(),
    actor,
    networks: [],
  });

  /** A new citizen at the first login: a session, and nothing else. */
  async function stranger(): Promise<LoggedIn> {
    const actor = await logIn(deps, "citizen", randomUUID());
    if (actor.kind !== "citizen") throw new Error("logged in as somebody else");
    const request = requestOf(actor);
    return { request, ctx: citizenCtx(request, actor) };
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

    async citizen(): Promise<Citizen> {
      const person = await stranger();
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

    /** Of the first town: belongs to no unit and has no keys. */
    async auditor(): Promise<Omit<Official, "keys">> {
      const actor = await logIn(deps, "official", auditorOf("here"));
      if (actor.kind !== "official") throw new Error("there is no auditor");
      const request = requestOf(actor);
      return { request, ctx: officialCtx(request, actor) };
    },

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
        return { name, unit, subjectHash: subjectHashOf(issuer, subject) };
      });
    const auditors = [{ subjectHash: subjectHashOf(issuer, auditorOf(founding.slug)) }];
    founded.push(await foundAuthority({ ...deps, db: owner }, { ...founding, receiptSpki, officials, auditors, log }));
  }
  return founded;
}

const staffOf = (slug: string) => [
  auditorOf(slug),
  ...staff.filter(({ town }) => town === slug).map(({ subject }) => subject),
];
const auditorOf = (town: string) => `auditor-${town}`;
const subjectHashOf = (issuer: string, subject: string) =>
  new Uint8Array(pseudonymOf({ pseudonymKey }, { issuer, subject }));

async function logIn(deps: Deps, kind: Actor["kind"], subject: string): Promise<Actor> {
  const login = {
    issuer: issuers[kind],
    subject,
    assurance: "substantial" as const,
    authenticatedAt: deps.now(),
    nonce: randomUUID(),
    providerSession: null,
  };
  const authority = foundings.find(({ slug }) => staffOf(slug).includes(subject))?.slug ?? "";
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
