import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { withCitizen, withTenant } from "./tenant.ts";
import { type TestDb, testDb } from "./testing.ts";
import { makeWorld, type Office } from "./testing-world.ts";

let test: TestDb;
let office: Office;

beforeAll(async () => {
  test = await testDb();
  office = (await makeWorld(test)).here;
});
afterAll(() => test.drop());

type PlanRow = { "QUERY PLAN": string };
const planOf = (rows: Iterable<PlanRow>) => Array.from(rows, (row) => row["QUERY PLAN"]).join("\n");
/** A handful of rows is cheapest read whole; this asks for the plan of many. */
const asIfLarge = sql`select set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true)`;

it("a page of the inbox is read from its index in order, not sorted", async () => {
  const plan = await withTenant(test.db, office, async (tx) => {
    await tx.execute(asIfLarge);
    return planOf(
      await tx.execute<PlanRow>(sql`explain select id from cases
        where tenant_id = ${office.tenantId} and unit_id = ${office.unitId}
          and (received_at, id) < (now(), ${office.case.id}::uuid)
        order by received_at desc, id desc limit 50`),
    );
  });
  expect(plan).toMatch(/Index (Only )?Scan using cases_inbox/);
  expect(plan).not.toContain("Sort");
});

it("a page of a citizen's cases is read from its index in order, not sorted", async () => {
  const plan = await withCitizen(test.db, office.citizenId, async (tx) => {
    await tx.execute(asIfLarge);
    return planOf(
      await tx.execute<PlanRow>(sql`explain select id from cases where citizen_id = ${office.citizenId}
        order by updated_at desc, id desc limit 50`),
    );
  });
  expect(plan).toMatch(/Index (Only )?Scan using cases_of_citizen/);
  expect(plan).not.toContain("Sort");
});
