import {
  CryptoError,
  createTree,
  importSigningKey,
  leafHash,
  type LogPin,
  logPolicyOf,
  parseEntry,
  parseStatement,
  toHex,
  verifyCheckpoint,
  verifyDirectory,
  verifyLogged,
} from "@dvd/crypto";
import { afterAll, describe, expect, it } from "vitest";
import { getKeys } from "../directory/get-keys.ts";
import { listLogEntries } from "../directory/list-log-entries.ts";
import { publishDirectoryHead } from "../founding/publish-directory-head.ts";
import { openPortal } from "../testing/portal.ts";
import { outcome } from "../testing/refusal.ts";
import { openStores } from "../testing/stores.ts";
import { decodeBase64 } from "../wire.ts";
import { growKeyLog, type LogKeeper } from "./grow-key-log.ts";

const portal = await openPortal();
afterAll(() => portal.close());
const [town] = portal.authorities;
if (!town) throw new Error("the portal has a town");
const operationalKey = await importSigningKey(town.operationalKey);
const publish = () => publishDirectoryHead({ ...portal.deps, db: portal.owner }, town.tenantId, operationalKey);

/** As a browser does it, with what it remembers of the log. */
async function read(pin?: LogPin) {
  const answer = await getKeys(portal.deps, { tenantId: town?.tenantId ?? fail(), knownLogSize: pin?.size ?? 0 });
  const signed = answer.statements.map(({ payload, signature }) => ({
    payload: decodeBase64(payload),
    signature: decodeBase64(signature),
  }));
  const directory = await verifyDirectory({ authority: answer.authority, statements: signed, now: new Date() });
  const logged = await verifyLogged({
    payloads: signed.map(({ payload }) => payload),
    proof: {
      checkpoint: answer.log.checkpoint,
      consistency: answer.log.consistency.map(decodeBase64),
      places: answer.log.places.map(({ index, path }) => ({ index, path: path.map(decodeBase64) })),
    },
    policy: logPolicyOf(directory.logPolicy),
    pin,
    now: new Date(),
  });
  return { directory, ...logged };
}
const fail = (): never => {
  throw new Error("there is no town");
};
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "accepted",
    (error: unknown) => (error instanceof CryptoError ? error.code : error),
  );
const refusal = (pin: LogPin) => codeOf(read(pin));

const grow = (change: Partial<LogKeeper>) => growKeyLog(portal.workerDeps, { ...portal.log.keeper, ...change });

describe("the key log", () => {
  it("has a place for everything that an authority has signed, in the order in which it was published", async () => {
    const rows = await portal.sql<{ index: number; kind: string; payload: Uint8Array }[]>`
      select index, kind, payload from statements left join key_log_entries on statement_id = statements.id
      order by statements.created_at, statements.id`;
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.map(({ index }) => index)).toEqual([...rows.keys()]);
    expect(new Set(rows.map(({ payload }) => parseStatement(new Uint8Array(payload)).type))).toEqual(
      new Set(["authority", "log-policy", "receipt-key", "unit-key", "members", "directory-head"]),
    );
  });

  it("can be read by anybody as a whole, and gives its root", async () => {
    const { pin } = await read();
    const tree = createTree();
    let from: number | null = 0;
    while (from !== null) {
      const page: Awaited<ReturnType<typeof listLogEntries>> = await listLogEntries(portal.deps, { from, limit: 7 });
      for (const { index, entry } of page.entries) {
        expect(index).toBe(tree.size());
        expect(parseEntry(new TextEncoder().encode(entry)).version).toBe(1);
        await tree.append(await leafHash(new TextEncoder().encode(entry)));
      }
      from = page.next;
    }
    expect({ size: tree.size(), root: toHex(await tree.root()) }).toEqual(pin);
  });

  it("proves to a reader that it has only grown since they saw it last", async () => {
    const { pin } = await read();
    await publish();
    await portal.growLog();
    const later = await read(pin);
    expect(later.pin.size).toBe(pin.size + 1);
    expect(later.directory.seqs.head).toBe(2);
    expect(await read(later.pin)).toMatchObject({ pin: later.pin });
  });

  it("is caught when a reader remembers another one", async () => {
    const { pin } = await read();
    expect(await refusal({ ...pin, root: toHex(new Uint8Array(32)) })).toBe("E_LOG_FORK");
    expect(await refusal({ ...pin, size: pin.size + 1 })).toBe("E_LOG_FORK");
    expect(await refusal({ size: pin.size - 1, root: pin.root })).toBe("E_LOG_CONSISTENCY");
  });

  it("grows once, however many processes keep it", async () => {
    await publish();
    const before = (await read()).pin.size;
    await Promise.all([1, 2, 3].map(() => portal.growLog()));
    expect((await read()).pin.size).toBe(before + 1);
  });

  it("shows nothing that no witness has seen, and goes on when one is back", async () => {
    const before = await read();
    await publish();
    const away = { name: "witness.test", add: () => Promise.reject(new Error("away")) };
    const refusing = { name: "witness.test", add: async () => ({ status: 403, body: "" }) };
    const lying = {
      name: "witness.test",
      add: async () => ({ status: 200, body: "\u2014 witness.test AAAAAAAAAAAA\n" }),
    };
    for (const witness of [away, refusing, lying]) {
      expect(await codeOf(grow({ witnesses: [witness] }))).toBe("E_LOG_WITNESS");
      expect(await read(before.pin)).toMatchObject({ pin: before.pin });
    }
    expect(portal.logLines.filter((line) => line.includes("key-log.witness-failed"))).toHaveLength(3);
    await portal.growLog();
    expect((await read(before.pin)).pin.size).toBe(before.pin.size + 1);
  });

  it("is waited for: before anything was witnessed, nobody is shown a key", async () => {
    const other = await openStores();
    try {
      await other.sql`insert into tenants (id, slug, name) values (${town.tenantId}, 'new', 'New')`;
      const asked = getKeys(other.deps, { tenantId: town.tenantId, knownLogSize: 0 });
      expect(await outcome(asked)).toBe("keys.not-published");
      await growKeyLog(other.workerDeps, portal.log.keeper);
      expect(await other.sql`select * from key_log_checkpoints`).toHaveLength(0);
    } finally {
      await other.close();
    }
  });

  it("is witnessed again while nothing is published, so that it never looks forgotten", async () => {
    const { pin } = await read();
    const checkpointAt = async () => {
      const { log } = await getKeys(portal.deps, { tenantId: town.tenantId, knownLogSize: 0 });
      const policy = logPolicyOf((await read()).directory.logPolicy);
      return (await verifyCheckpoint(log.checkpoint, policy, new Date())).witnessedAt.getTime();
    };
    const before = await checkpointAt();
    await portal.growLog();
    expect(await checkpointAt()).toBe(before);
    await portal.sql`update key_log_checkpoints set witnessed_at = now() - interval '7 hours'`;
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await portal.growLog();
    expect(await checkpointAt()).toBeGreaterThan(before);
    expect((await read(pin)).pin).toEqual(pin);
  });
});
