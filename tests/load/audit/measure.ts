import { createHash, randomUUID } from "node:crypto";
import { createChainCheck, genesis } from "@dvd/api/audit/chain-check";
import { linkWaiting } from "@dvd/api/audit/link-waiting";
import { toHex } from "@dvd/crypto";
import { createDb } from "@dvd/db/client";
import { appendAudit, listLinked } from "@dvd/db/repositories/audit";
import { type TenantTx, withTenant } from "@dvd/db/tenant";
import { prepareTemplate, testDb } from "@dvd/db/testing";
import { makeWorld } from "@dvd/db/testing-world";
import { startTestDatabase } from "@dvd/scripts/test-database";
import { measurePairs, timed } from "../pairs.ts";

const written = 2_000;
const clients = 8;
const linked = 20_000;
const rounds = 7;

/** What a record costs a command, how fast the worker links, and how fast an auditor checks; each against the plain thing. */
export async function measureAudit() {
  const server = await startTestDatabase();
  const template = await prepareTemplate(server.adminUrl, []);
  process.env.TEST_DATABASE_URL = server.adminUrl;
  process.env.TEST_TEMPLATE_DATABASE = template.name;
  const test = await testDb();
  const admin = createDb(test.adminUrl, { applicationName: "bench", max: 1 });
  try {
    const { here } = await makeWorld(test);
    await admin.sql`create table plain (id uuid, tenant_id uuid, type text, at timestamptz default now())`;
    await admin.sql`grant insert on plain to dvd_app`;
    const client = createDb(test.appUrl, { applicationName: "bench", max: clients });
    const { tenantId } = here;

    const writeAll = (write: () => Promise<unknown>) =>
      timed(() =>
        Promise.all(
          Array.from({ length: clients }, async () => {
            for (let count = 0; count < written / clients; count += 1) await write();
          }),
        ),
      );
    /** The same transaction, with a row into a table that asks for nothing. */
    const plain = () =>
      client.sql.begin(async (tx) => {
        await tx`select set_config('app.tenant', ${tenantId}, true)`;
        await tx`insert into plain (id, tenant_id, type) values (${randomUUID()}, ${tenantId}, 'case.opened')`;
      });
    const record = (tx: TenantTx) =>
      appendAudit(tx, {
        id: randomUUID(),
        tenantId,
        actor: { kind: "official", id: here.officialId },
        correlationId: randomUUID(),
        event: { type: "case.opened", caseId: here.case.id },
      });
    await measurePairs(`${written} transactions with one record, ${clients} clients`, rounds, {
      reference: () => writeAll(plain),
      subject: () => writeAll(() => withTenant(client.db, here, record)),
    });

    const fill = () => admin.sql`insert into audit_intake (id, tenant_id, actor_kind, actor_id, type, correlation_id)
      select gen_random_uuid(), ${tenantId}, 'official', ${here.officialId}, 'case.opened', gen_random_uuid()
        from generate_series(1, ${linked})`;
    await linkWaiting(test.workerDb);
    await measurePairs(`linking ${linked} records`, rounds, {
      reference: async () => {
        await fill();
        const ms = await timed(
          () => admin.sql`insert into plain (id, tenant_id, type) select id, tenant_id, type from audit_intake`,
        );
        await admin.sql`truncate plain`;
        await admin.sql`truncate audit_intake`;
        return ms;
      },
      subject: async () => {
        await fill();
        return timed(() => linkWaiting(test.workerDb));
      },
    });

    const rowsFrom = (seq: number) => withTenant(client.db, here, (tx) => listLinked(tx, tenantId, seq, 2_000));
    async function eachRow(visit: (row: { seq: number; record: string; link: string }) => void) {
      for (let next = 1; ; ) {
        const rows = await rowsFrom(next);
        for (const { seq, record: text, link } of rows) visit({ seq, record: text, link: toHex(link) });
        const last = rows.at(-1);
        if (!last) return;
        next = last.seq + 1;
      }
    }
    await measurePairs("checking the chain", 3, {
      reference: () => timed(() => eachRow(({ record: text }) => createHash("sha256").update(text).digest("hex"))),
      subject: () => {
        const check = createChainCheck(tenantId, { starts: [genesis], signed: new Map() });
        return timed(() => eachRow((row) => check.push(row)));
      },
    });
    const [count] = await admin.sql<
      { n: number }[]
    >`select count(*)::int as n from audit_chain where tenant_id = ${tenantId}`;
    console.log(`records in the chain at the end: ${count?.n}`);
    await client.close();
  } finally {
    await admin.close();
    await test.drop();
    await template.drop();
    await server.stop();
  }
}
