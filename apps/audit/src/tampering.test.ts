import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { linkOf } from "@dvd/api/audit/chain-check";
import { exportLine } from "@dvd/api/audit/export-line";
import { linkWaiting } from "@dvd/api/audit/link-waiting";
import { pruneAudit } from "@dvd/api/audit/prune-audit";
import { type AuditDeps, type AuditKeeper, openAuditKeeper, signCheckpoints } from "@dvd/api/audit/sign-checkpoints";
import { createLogger } from "@dvd/config/log";
import { generateSigningKey } from "@dvd/crypto";
import { createDb } from "@dvd/db/client";
import { appendAudit } from "@dvd/db/repositories/audit";
import { withTenant } from "@dvd/db/tenant";
import { type TestDb, testDb } from "@dvd/db/testing";
import { makeWorld, type Office } from "@dvd/db/testing-world";
import { portalChain } from "@dvd/domain/audit/chain";
import type { TenantId } from "@dvd/domain/ids";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { exitCodes } from "./exit-codes.ts";
import { run } from "./run.ts";

/** A real database, a superuser who does what they like with it, and the program as an auditor calls it. */
const folder = mkdtempSync(path.join(tmpdir(), "dvd-audit-"));
const logLines: string[] = [];
let test: TestDb;
let admin: ReturnType<typeof createDb>;
let here: Office;
let there: Office;
let deps: AuditDeps;
let keeper: AuditKeeper;

const urlFile = path.join(folder, "url");
const keyFile = path.join(folder, "key.pem");
const checkpointsOf = (office: Office) => path.join(folder, `${office.tenantId}.jsonl`);

beforeAll(async () => {
  test = await testDb();
  admin = createDb(test.adminUrl, { applicationName: "superuser", max: 1 });
  ({ here, there } = await makeWorld(test));
  await admin.sql`delete from audit_checkpoints`;
  const log = createLogger({ level: "info", service: "test", destination: { write: (line) => logLines.push(line) } });
  const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  deps = { db: test.workerDb, now: () => new Date(), randomBytes, log };
  const { pkcs8, key } = await generateSigningKey();
  keeper = await openAuditKeeper({ key: pkcs8, formerKeys: [], directory: folder });
  writeFileSync(keyFile, pemOf(key.spki));
  writeFileSync(urlFile, `${test.appUrl}\n`);

  for (const office of [here, there]) {
    await record(office, 12);
    await linkWaiting(deps.db);
    await signCheckpoints(deps, keeper, "since-last");
    await record(office, 8);
  }
  await linkWaiting(deps.db);
  await signCheckpoints(deps, keeper, "since-last");
  await admin.sql`alter table audit_chain disable trigger audit_chain_stays`;
  await admin.sql`create table intact as select tenant_id, seq, record, link from audit_chain`;
});
afterAll(async () => {
  await admin.close();
  await test.drop();
  rmSync(folder, { recursive: true, force: true });
});
/** Every tampering begins with the chain as it was. */
afterEach(async () => {
  await admin.sql`delete from audit_chain`;
  await admin.sql`insert into audit_chain (tenant_id, seq, record, link) select * from intact`;
});

const pemOf = (spki: Uint8Array) =>
  `-----BEGIN PUBLIC KEY-----\n${Buffer.from(spki).toString("base64")}\n-----END PUBLIC KEY-----\n`;

const record = (office: Office, count: number) =>
  withTenant(test.db, office, async (tx) => {
    for (let place = 0; place < count; place += 1)
      await appendAudit(tx, {
        id: randomUUID(),
        tenantId: office.tenantId,
        actor: { kind: "official", id: office.officialId },
        correlationId: "test",
        event: { type: "case.opened", caseId: office.case.id },
      });
  });

const against = (office: Office) => ["--chain", office.tenantId, "--checkpoints", checkpointsOf(office)];
const verify = (office: Office, ...more: string[]) => {
  const source = more.some((word) => !word.startsWith("--key=")) ? more : ["--database-url-file", urlFile, ...more];
  return run(["verify", ...source, ...against(office), "--key", keyFile]);
};

/** Another program in another language, written from the page alone, must come to the same result. */
const hasPython = spawnSync("python3", ["-c", "import sys; sys.exit(sys.version_info < (3, 9))"]).status === 0;
const secondOpinion = (office: Office, file: string, keys = [keyFile], checkpoints = checkpointsOf(office)) => {
  const program = path.resolve(import.meta.dirname, "../../../tests/decoder/audit_chain.py");
  const args = ["-B", program, office.tenantId, file, checkpoints, ...keys];
  return spawnSync("python3", args).status;
};
const exportOf = async (office: Office) => {
  const file = path.join(folder, "export.jsonl");
  const lines = (await rowsOf(office)).map(({ record: text, link }) =>
    exportLine({ record: text, link: link.toString("hex") }),
  );
  writeFileSync(file, lines.map((line) => `${line}\n`).join(""));
  return file;
};

type Row = { seq: string; record: string; link: Buffer };
const rowsOf = (office: Office) =>
  admin.sql<Row[]>`select seq, record, link from audit_chain where tenant_id = ${office.tenantId} order by seq`;

/** Gives every record from this one on the link that fits, as whoever owns the database can. */
async function computeAnew(office: Office, from: number) {
  const rows = await rowsOf(office);
  let before = rows.find(({ seq }) => Number(seq) === from - 1)?.link.toString("hex") ?? "00".repeat(32);
  for (const row of rows.filter(({ seq }) => Number(seq) >= from)) {
    before = linkOf(before, row.record);
    await admin.sql`update audit_chain set link = decode(${before}, 'hex')
      where tenant_id = ${office.tenantId} and seq = ${row.seq}`;
  }
}

/** What a superuser can do, and the name of what the program says to it. */
const tamperings: [string, keyof typeof exitCodes, () => Promise<unknown>][] = [
  [
    "edits a record",
    "edited",
    () => admin.sql`update audit_chain set record = replace(record, 'case.opened', 'case.closed')
      where tenant_id = ${here.tenantId} and seq = 7`,
  ],
  [
    "edits one and computes its own link anew",
    "edited",
    async () => {
      await admin.sql`update audit_chain set record = replace(record, 'case.opened', 'case.closed')
        where tenant_id = ${here.tenantId} and seq = 7`;
      const [row, prior] = (await rowsOf(here)).filter(({ seq }) => ["6", "7"].includes(seq)).toReversed();
      const link = linkOf(prior?.link.toString("hex") ?? "", row?.record ?? "");
      await admin.sql`update audit_chain set link = decode(${link}, 'hex')
        where tenant_id = ${here.tenantId} and seq = 7`;
    },
  ],
  [
    "edits one and computes the whole chain behind it anew",
    "recomputed",
    async () => {
      await admin.sql`update audit_chain set record = replace(record, 'case.opened', 'case.closed')
        where tenant_id = ${here.tenantId} and seq = 7`;
      await computeAnew(here, 7);
    },
  ],
  [
    "makes the text of a record something else than JSON",
    "edited",
    async () => {
      await admin.sql`update audit_chain set record = '{"at":"x","type":"y"}'
        where tenant_id = ${here.tenantId} and seq = 7`;
    },
  ],
  [
    "deletes a record",
    "missing",
    () => admin.sql`delete from audit_chain where tenant_id = ${here.tenantId} and seq = 7`,
  ],
  [
    "deletes the beginning",
    "missing",
    () => admin.sql`delete from audit_chain where tenant_id = ${here.tenantId} and seq <= 7`,
  ],
  [
    "deletes a record, closes the gap and computes the rest anew",
    "recomputed",
    async () => {
      await admin.sql`delete from audit_chain where tenant_id = ${here.tenantId} and seq = 7`;
      for (const { seq } of await admin.sql<{ seq: string }[]>`
        select seq from audit_chain where tenant_id = ${here.tenantId} and seq > 7 order by seq`)
        await admin.sql`update audit_chain set seq = seq - 1,
          record = regexp_replace(record, '"seq" : [0-9]+', '"seq" : ' || (seq - 1))
          where tenant_id = ${here.tenantId} and seq = ${seq}`;
      await computeAnew(here, 7);
    },
  ],
  ["cuts the tail", "cut", () => admin.sql`delete from audit_chain where tenant_id = ${here.tenantId} and seq > 18`],
  ["empties the chain", "cut", () => admin.sql`delete from audit_chain where tenant_id = ${here.tenantId}`],
  [
    "exchanges two records",
    "swapped",
    () => admin.sql`update audit_chain c set record = o.record, link = o.link from intact o
      where o.tenant_id = c.tenant_id and c.tenant_id = ${here.tenantId} and c.seq in (7, 9) and o.seq = 16 - c.seq`,
  ],
  [
    "exchanges two records and their numbers inside",
    "edited",
    () => admin.sql`update audit_chain c
      set record = regexp_replace(o.record, '"seq" : [0-9]+', '"seq" : ' || c.seq) from intact o
      where o.tenant_id = c.tenant_id and c.tenant_id = ${here.tenantId} and c.seq in (7, 9) and o.seq = 16 - c.seq`,
  ],
  [
    "puts a record of another authority in its place",
    "foreign",
    () => admin.sql`update audit_chain c set record = o.record, link = o.link from intact o
      where o.tenant_id = ${there.tenantId} and c.tenant_id = ${here.tenantId} and c.seq = 7 and o.seq = 7`,
  ],
  [
    "moves the whole chain of another authority here",
    "foreign",
    async () => {
      await admin.sql`delete from audit_chain where tenant_id = ${here.tenantId}`;
      await admin.sql`update audit_chain set tenant_id = ${here.tenantId} where tenant_id = ${there.tenantId}`;
    },
  ],
];

describe("dvd-audit verify on the database", () => {
  it("finds an intact chain intact", async () => {
    const { exit, out } = await verify(here);
    expect([exit, out]).toEqual([0, expect.stringMatching(/^intact\n.*signed up to: \d+/s)]);
    expect((await verify(there)).exit).toBe(0);
  });

  it.each(tamperings)("names it when a superuser %s: %s", async (_what, name, tamper) => {
    await tamper();
    const { exit, error } = await verify(here);
    expect([exit, error]).toEqual([exitCodes[name], expect.stringContaining(`dvd-audit: ${name} at `)]);
  });

  it("says so when nothing of the chain was ever signed, and when the file was changed", async () => {
    const [first = "", second = ""] = readFileSync(checkpointsOf(here), "utf8").trim().split("\n");
    const verdictOn = async (text: string, key = keyFile) => {
      const file = path.join(folder, "checkpoints");
      writeFileSync(file, text);
      const args = ["--database-url-file", urlFile, "--chain", here.tenantId, "--checkpoints", file, "--key", key];
      return (await run(["verify", ...args])).exit;
    };
    const newer = second.replace(/"seq\\":\d+/, '"seq\\":9');
    expect(newer).not.toBe(second);
    const otherKey = path.join(folder, "other.pem");
    writeFileSync(otherKey, pemOf((await generateSigningKey()).key.spki));
    expect(await verdictOn(`${first}\n${second}\n`)).toBe(exitCodes.ok);
    expect(await verdictOn(`${first}\n${second}\n{"bo`)).toBe(exitCodes.ok);
    expect(await verdictOn("")).toBe(exitCodes.unsigned);
    expect(await verdictOn(`${first}\n${newer}\n`)).toBe(exitCodes.checkpoint);
    expect(await verdictOn(`${second}\n${first}\n`)).toBe(exitCodes.checkpoint);
    expect(await verdictOn(`${second}\n`)).toBe(exitCodes.checkpoint);
    expect(await verdictOn(readFileSync(checkpointsOf(there), "utf8"))).toBe(exitCodes.checkpoint);
    expect(await verdictOn(`${first}\n${second}\n`, otherKey)).toBe(exitCodes.checkpoint);
  });

  it("calls nothing intact of which nothing is left, neither records nor lines", async () => {
    const nothing = path.join(folder, "nothing-left");
    writeFileSync(nothing, "");
    await admin.sql`delete from audit_chain where tenant_id = ${here.tenantId}`;
    const args = ["--chain", here.tenantId, "--checkpoints", nothing, "--key", keyFile];
    for (const source of [["--database-url-file", urlFile], [nothing]])
      expect((await run(["verify", ...source, ...args])).exit).toBe(exitCodes.unsigned);
    const second = hasPython ? secondOpinion(here, nothing, [keyFile], nothing) : exitCodes.unsigned;
    expect(second).toBe(exitCodes.unsigned);
  });
});

describe("the worker", () => {
  const headOf = async () => {
    const [head] = await admin.sql`select fault, fault_seq from audit_heads where tenant_id = ${here.tenantId}`;
    return head?.fault ?? null;
  };

  it.each(tamperings)("signs nothing, and says so, after a superuser %s: %s", async (_what, name, tamper) => {
    const before = readFileSync(checkpointsOf(here), "utf8");
    await tamper();
    logLines.length = 0;
    await signCheckpoints(deps, keeper, "whole");
    expect([await headOf(), readFileSync(checkpointsOf(here), "utf8")]).toEqual([name, before]);
    expect(logLines.join("")).toContain('"event":"audit.broken"');
  });

  it("is content again when the chain is", async () => {
    await signCheckpoints(deps, keeper, "since-last");
    expect(await headOf()).toBeNull();
  });

  it.each([
    ["cut", "delete from audit_chain where seq > 18"],
    ["missing", "delete from audit_chain where seq = 21"],
    ["recomputed", "update audit_chain set link = decode(repeat('00', 32), 'hex') where seq = 21"],
    ["edited", "update audit_chain set record = replace(record, 'case.opened', 'case.closed') where seq = 22"],
  ])("looks at the signed end and what came after it every time: %s", async (name, statement) => {
    const end = Number((await rowsOf(here)).at(-1)?.seq);
    await record(here, 3);
    await linkWaiting(deps.db);
    const moved = statement.replace(
      /seq (>|=) (\d+)/,
      (_all, sign: string, seq: string) => `tenant_id = '${here.tenantId}' and seq ${sign} ${Number(seq) + end - 21}`,
    );
    await admin.sql.unsafe(moved);
    await signCheckpoints(deps, keeper, "since-last");
    expect(await headOf()).toBe(name);
    await admin.sql`update audit_heads set seq = ${end}, link = (
      select link from intact where tenant_id = ${here.tenantId} and seq = ${end}) where tenant_id = ${here.tenantId}`;
  });
});

describe("dvd-audit verify on an exported file", () => {
  const file = path.join(folder, "export.jsonl");
  const linesOf = async (office: Office) =>
    (await rowsOf(office)).map(({ record: text, link }) => exportLine({ record: text, link: link.toString("hex") }));
  const verdictOn = async (lines: readonly string[]) => {
    writeFileSync(file, `${lines.join("\n")}\n`);
    const { exit } = await verify(here, file);
    if (exit !== exitCodes.malformed && hasPython) expect(secondOpinion(here, file)).toBe(exit);
    return exit;
  };

  it("comes to the same result as on the database, and so does a second program", async () => {
    const lines = await linesOf(here);
    const strange = await linesOf(there);
    const [seventh = "", eighth = ""] = lines.slice(6, 8);
    expect(await verdictOn(lines)).toBe(exitCodes.ok);
    expect(await verdictOn(lines.with(6, seventh.replace("case.opened", "case.closed")))).toBe(exitCodes.edited);
    expect(await verdictOn(lines.toSpliced(6, 1))).toBe(exitCodes.missing);
    expect(await verdictOn(lines.slice(0, -2))).toBe(exitCodes.cut);
    expect(await verdictOn(lines.with(6, eighth).with(7, seventh))).toBe(exitCodes.swapped);
    expect(await verdictOn(lines.toSpliced(6, 0, seventh))).toBe(exitCodes.swapped);
    expect(await verdictOn(lines.with(6, strange[6] ?? ""))).toBe(exitCodes.foreign);
    expect(await verdictOn(lines.with(6, "hello"))).toBe(exitCodes.malformed);
    await admin.sql`update audit_chain set record = replace(record, 'case.opened', 'case.closed')
      where tenant_id = ${here.tenantId} and seq = 7`;
    await computeAnew(here, 7);
    expect(await verdictOn(await linesOf(here))).toBe(exitCodes.recomputed);
  });

  it("writes its verdict as JSON for a script", async () => {
    const lines = await linesOf(here);
    writeFileSync(file, `${lines.toSpliced(6, 1).join("\n")}\n`);
    const { out, exit } = await verify(here, file, "--json");
    expect([exit, JSON.parse(out)]).toEqual([4, { exit: 4, fault: "missing", seq: 7 }]);
  });
});

describe("dvd-audit", () => {
  it.each([
    [["check"]],
    [["verify"]],
    [["verify", "--chain", "nonsense"]],
    [["verify", "--chain", "00000000-0000-0000-0000-000000000000"]],
    [["verify", "--unknown"]],
  ])("refuses %j as wrong usage", async (args) => {
    expect((await run(args)).exit).toBe(exitCodes.usage);
  });

  it("means by each exit code what docs/audit.md says, and has no other", () => {
    const manual = readFileSync(path.resolve(import.meta.dirname, "../../../docs/audit.md"), "utf8");
    const rows = Array.from(manual.matchAll(/^\| (\d+) +\| ([a-z]+) +\|/gm), ([, code, name]) => [name, Number(code)]);
    expect(Object.fromEntries(rows)).toEqual(exitCodes);
  });

  it("exports lines that verify, from a number on, and records that it did", async () => {
    const lines: string[] = [];
    const from = ["export", "--database-url-file", urlFile, "--chain", here.tenantId];
    const write = async (line: string) => void lines.push(line);
    expect(await run([...from, "--after", "5"], write)).toMatchObject({ exit: 0 });
    expect(lines).toHaveLength((await rowsOf(here)).length - 5);
    lines.length = 0;
    await run(from, write);
    const file = path.join(folder, "lines.jsonl");
    writeFileSync(file, lines.join(""));
    expect((await verify(here, file)).exit).toBe(0);
    const [{ count } = { count: 0 }] = await admin.sql<{ count: number }[]>`
      select count(*)::int as count from audit_intake where type = 'audit.exported' and tenant_id = ${here.tenantId}`;
    expect(count).toBe(2);
    await admin.sql`delete from audit_intake`;
    expect((await run([...from, "--after", "x"], write)).exit).toBe(exitCodes.usage);
    expect((await run(["export", "--chain", here.tenantId], write)).exit).toBe(exitCodes.usage);
  });

  it("checks the portal's own chain too, under the nil id", async () => {
    const chain = portalChain;
    const args = ["--checkpoints", path.join(folder, `${chain}.jsonl`), "--key", keyFile];
    expect((await run(["verify", "--database-url-file", urlFile, "--chain", chain, ...args])).exit).toBe(0);
  });

  it("takes no private key, and says when a file or the database is not there", async () => {
    const privateKey = path.join(folder, "private.pem");
    writeFileSync(privateKey, "-----BEGIN PRIVATE KEY-----\n");
    const from = (url: string, key: string) =>
      ["verify", "--database-url-file", url, "--key", key].concat(against(here));
    expect((await run(from(urlFile, privateKey))).exit).toBe(exitCodes.usage);
    expect((await run(from(urlFile, path.join(folder, "nothing")))).exit).toBe(exitCodes.source);
    const away = path.join(folder, "away");
    writeFileSync(away, "postgres://dvd_app:secret@127.0.0.1:1/dvd");
    const { exit, error } = await run(from(away, keyFile));
    expect([exit, error]).toEqual([exitCodes.source, expect.not.stringContaining("secret")]);
  });
});

/** As if all of it had happened long ago, signed then. */
async function makeOld(office: Office) {
  const { tenantId } = office;
  await admin.sql`update audit_chain set record = regexp_replace(record, '"at" : "20..', '"at" : "2001')
    where tenant_id = ${tenantId}`;
  await computeAnew(office, 1);
  rmSync(checkpointsOf(office));
  await admin.sql`delete from audit_checkpoints where tenant_id = ${tenantId}`;
  await admin.sql`update audit_heads h set fault = null, seq = c.seq, link = c.link from audit_chain c
    where h.tenant_id = ${tenantId} and c.tenant_id = h.tenant_id
      and c.seq = (select max(seq) from audit_chain where tenant_id = ${tenantId})`;
  await signCheckpoints(deps, keeper, "whole");
}
const faultOf = async ({ tenantId }: Office) => {
  const [head] = await admin.sql<{ fault: string | null }[]>`
    select fault from audit_heads where tenant_id = ${tenantId}`;
  return head?.fault ?? null;
};

describe("a change of keys", () => {
  it("goes on in the same folder, with what was removed before it and what is removed after it", async () => {
    await makeOld(here);
    await pruneAudit(deps, keeper, 24);
    await linkWaiting(deps.db);
    const before = readFileSync(checkpointsOf(here), "utf8");

    const next = await generateSigningKey();
    const nextFile = path.join(folder, "next.pem");
    writeFileSync(nextFile, pemOf(next.key.spki));
    const settings = { key: next.pkcs8, directory: folder };
    // Who does not know the former key takes its lines for somebody else's, and signs nothing.
    await signCheckpoints(deps, await openAuditKeeper({ ...settings, formerKeys: [] }), "whole");
    expect([await faultOf(here), readFileSync(checkpointsOf(here), "utf8")]).toEqual(["checkpoint", before]);

    const successor = await openAuditKeeper({ ...settings, formerKeys: [keeper.key.spki] });
    await signCheckpoints(deps, successor, "whole");
    await pruneAudit(deps, successor, 24);
    await linkWaiting(deps.db);
    await signCheckpoints(deps, successor, "whole");
    expect(await faultOf(here)).toBeNull();
    const kinds = readFileSync(checkpointsOf(here), "utf8").match(/CHECKPOINT|PRUNED/g);
    expect(kinds).toEqual(["CHECKPOINT", "PRUNED", "CHECKPOINT", "PRUNED", "CHECKPOINT"]);

    const file = await exportOf(here);
    expect((await verify(here, file, `--key=${nextFile}`)).exit).toBe(exitCodes.ok);
    expect((await verify(here, `--key=${nextFile}`)).exit).toBe(exitCodes.ok);
    expect((await verify(here, file)).exit).toBe(exitCodes.checkpoint);
    if (!hasPython) return;
    expect(secondOpinion(here, file, [keyFile, nextFile])).toBe(exitCodes.ok);
    expect(secondOpinion(here, file)).toBe(exitCodes.checkpoint);
  });

  it("is no reason for a new folder: the database knows another line in its place, and nothing is written there", async () => {
    await makeOld(here);
    const elsewhere = path.join(folder, "elsewhere");
    const { pkcs8 } = await generateSigningKey();
    await signCheckpoints(deps, await openAuditKeeper({ key: pkcs8, formerKeys: [], directory: elsewhere }), "whole");
    expect(await faultOf(here)).toBe("checkpoint");
    expect(existsSync(path.join(elsewhere, `${here.tenantId}.jsonl`))).toBe(false);
  });
});

describe("a chain that cannot be worked on", () => {
  it("does not stop the others, neither signing nor removing", async () => {
    await makeOld(here);
    await makeOld(there);
    const [first, second] = [here, there].toSorted((a, b) => a.tenantId.localeCompare(b.tenantId));
    if (!first || !second) throw new Error("there are two");
    const lines = (chain: TenantId) =>
      chain === first.tenantId ? Promise.reject(new Error("the folder is away")) : keeper.files.lines(chain);
    const half = { ...keeper, files: { ...keeper.files, lines } };
    logLines.length = 0;
    await pruneAudit(deps, half, 24);
    expect([(await rowsOf(first)).length > 1, (await rowsOf(second)).length]).toEqual([true, 1]);
    await linkWaiting(deps.db);
    await signCheckpoints(deps, half, "whole");
    expect((await verify(second)).out).toMatch(/^unsigned: 0$/m);
    const failed = logLines.filter((line) => line.includes('"audit.failed"'));
    expect(failed.map((line) => (JSON.parse(line) as { chain: string }).chain)).toEqual([
      first.tenantId,
      first.tenantId,
    ]);
  });
});

describe("retention", () => {
  it("leaves a chain that verifies, because what went was announced by a signature", async () => {
    await makeOld(there);
    const end = (await rowsOf(there)).length;
    await pruneAudit(deps, keeper, 24);

    const left = await rowsOf(there);
    expect(left.map(({ seq }) => Number(seq))).toEqual([end]);
    const { exit } = await verify(there);
    expect(exit).toBe(0);
    await linkWaiting(deps.db);
    const newest = JSON.parse((await rowsOf(there)).at(-1)?.record ?? "{}");
    expect(newest).toMatchObject({ type: "audit.pruned", facts: { upTo: end - 1 } });
    await signCheckpoints(deps, keeper, "whole");
    expect((await verify(there)).exit).toBe(0);
    expect(readFileSync(checkpointsOf(there), "utf8")).toContain('\\"kind\\":\\"PRUNED\\"');

    const [first] = await rowsOf(there);
    await admin.sql`delete from audit_chain where tenant_id = ${there.tenantId} and seq = ${first?.seq ?? 0}`;
    expect((await verify(there)).exit).toBe(exitCodes.missing);
  });
});
