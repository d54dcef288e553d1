import { listenToRules } from "@dvd/db/listen";
import { afterAll, describe, expect, it, vi } from "vitest";
import { memoryCache } from "../adapters/cache/memory.ts";
import type { RequestContext } from "../context.ts";
import { openPortal } from "../testing/portal.ts";
import { placeOf } from "../testing/towns.ts";
import { routingRules } from "./decide-route.ts";
import { findOffice } from "./find-office.ts";

const portal = await openPortal();
afterAll(() => portal.close());

/** A web process with a clock that can be put forward. */
function aProcess() {
  let at = 0;
  const ctx: RequestContext = { ...portal.requestOf(null), cache: memoryCache({ now: () => at }) };
  return {
    ctx,
    versionNow: async () => (await findOffice(ctx, placeOf.here)).rulesVersion,
    wait: (ms: number) => {
      at += ms;
    },
  };
}
/** As a publication does, by somebody who knows nothing of caches. */
const publishAgain = () => portal.sql`
  insert into routing_rule_sets (id, tenant_id, version, rules, published_at, hash)
  select gen_random_uuid(), tenant_id, version + 1, rules, now(), hash from routing_rule_sets r
  where version = (select max(version) from routing_rule_sets m where m.tenant_id = r.tenant_id)`;

describe("the routing rules", () => {
  it("are read from the database once in an hour", async () => {
    const { versionNow, wait } = aProcess();
    const first = await versionNow();
    await publishAgain();
    expect(await versionNow()).toBe(first);
    wait(3_599_999);
    expect(await versionNow()).toBe(first);
    wait(1);
    expect(await versionNow()).toBe(first + 1);
  });

  it("are read again as soon as somebody has published, in every process", async () => {
    const processes = [aProcess(), aProcess()];
    const stops = await Promise.all(
      processes.map(({ ctx }) => listenToRules(portal.appUrl, () => void ctx.cache.drop(routingRules))),
    );
    const [first = 0] = await Promise.all(processes.map(({ versionNow }) => versionNow()));
    await publishAgain();
    await vi.waitFor(async () => {
      for (const { versionNow } of processes) expect(await versionNow()).toBe(first + 1);
    });
    await Promise.all(stops.map((stop) => stop()));
  });
});
