import { openPortal } from "@dvd/api/testing/portal";
import { afterAll, describe, expect, it } from "vitest";
import { startSweepOfEnded } from "./sweep-ended.ts";

const portal = await openPortal();
afterAll(() => portal.close());

const swept = () => startSweepOfEnded(portal.workerDeps).stop();

/** One row of each kind that is over, and the same that is not. */
async function leaveBehind() {
  const [citizen, absent, deputy] = [await portal.citizen(), await portal.official(0), await portal.official(1)];
  const { sessionId, citizenId } = citizen.ctx.actor;
  const { tenantId, officialId } = absent.ctx.actor;
  await portal.sql`update sessions set revoked_at = now() - interval '2 days', expires_at = now() - interval '2 days'
    where id = ${sessionId}`;
  await portal.sql`insert into begun_uploads (blob_key, citizen_id, bytes, created_at) values
    (gen_random_uuid(), ${citizenId}, 1, now() - interval '3 days'), (gen_random_uuid(), ${citizenId}, 1, now())`;
  await portal.sql`insert into deputyships (id, tenant_id, official_id, deputy_id, starts_on, ends_on)
    select gen_random_uuid(), ${tenantId}, ${officialId}, ${deputy.ctx.actor.officialId}, day, day
    from (select (now() at time zone 'Europe/Berlin')::date + away as day from unnest(array[-3, 3]) away) days`;
  return async () => {
    const [row] = await portal.sql`select
      (select count(*) from sessions where id = ${sessionId})::int as sessions,
      (select count(*) from begun_uploads)::int as uploads,
      (select count(*) from deputyships)::int as deputyships`;
    return row;
  };
}

describe("what has ended", () => {
  it("goes when the worker starts, each kind of it, and what runs on stays", async () => {
    const left = await leaveBehind();
    expect(await left()).toEqual({ sessions: 1, uploads: 2, deputyships: 2 });
    await swept();
    expect(await left()).toEqual({ sessions: 0, uploads: 1, deputyships: 1 });
  });

  it("goes although one kind of it cannot", async () => {
    await portal.sql`alter function sweep_begun_uploads() rename to sweep_away`;
    const left = await leaveBehind();
    await swept();
    expect(await left()).toMatchObject({ sessions: 0, deputyships: 2 });
    await portal.sql`alter function sweep_away() rename to sweep_begun_uploads`;
  });
});
