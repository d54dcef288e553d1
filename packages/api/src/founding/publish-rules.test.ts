import { listPublishedRules } from "@dvd/db/repositories/directory";
import { replacePlaces } from "@dvd/db/repositories/founding";
import { readPublic } from "@dvd/db/tenant";
import type { RoutingRule } from "@dvd/domain/routing/rule";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findOffice } from "../directory/find-office.ts";
import { openPortal } from "../testing/portal.ts";
import { outcome } from "../testing/refusal.ts";
import { placeOf } from "../testing/towns.ts";
import { publishRules } from "./publish-rules.ts";
import { publishRulesFile, writeRules } from "./rules-file.ts";

const [upper, lower] = ["970010000001", "970010000002"];
const shared = "15555";
const portal = await openPortal();

beforeAll(async () => {
  const town = (ars: string) => ({ postalCode: shared, ars, name: ars, contact: null });
  await replacePlaces(portal.owner, [town(upper), town(lower)]);
});
afterAll(() => portal.close());

const here = () => {
  const [authority] = portal.authorities;
  if (!authority) throw new Error("there is no authority");
  return authority;
};
const ruleFor = (slug: string, more: Partial<RoutingRule>): RoutingRule => {
  const unit = here().units.find((candidate) => candidate.slug === slug);
  if (!unit) throw new Error("there is no such unit");
  return { id: slug, unitId: unit.id, reason: `because of ${slug}`, ...more };
};
const publish = (...rules: RoutingRule[]) => publishRules({ ...portal.deps, db: portal.owner }, here().tenantId, rules);
const services = [placeOf.here.serviceKey];
const find = (ars?: string) =>
  findOffice(portal.deps, { serviceKey: placeOf.here.serviceKey, postalCode: shared, ...(ars && { ars }) });

describe("publishing rules", () => {
  it("makes a new version that decides from now on, by municipality number", async () => {
    const { version } = await publish(
      ruleFor("front", { services, ars: [upper] }),
      ruleFor("back", { services, ars: [lower] }),
    );
    expect(version).toBe(2);
    expect(await find(upper)).toMatchObject({
      ruleId: "front",
      rulesVersion: 2,
      reason: "because of front",
      isClearing: false,
    });
    expect(await find(lower)).toMatchObject({ ruleId: "back", unit: "Back office" });
    expect(await outcome(find())).toBe("routing.place-needed");
    expect(await outcome(find("970010000003"))).toBe("routing.unknown-place");
  });

  it("tells whoever publishes of gaps and overlaps", async () => {
    const { findings } = await publish(
      ruleFor("front", { ars: ["97001"] }),
      ruleFor("back", { services, ars: ["97001"] }),
    );
    expect(findings).toContainEqual({
      kind: "gap",
      serviceKey: placeOf.nextDoor.serviceKey,
      clearedBy: "front",
      places: [
        { postalCode: shared, ars: upper },
        { postalCode: shared, ars: lower },
      ],
    });
    const both = [ruleFor("front", { services, ars: ["97001"] }), ruleFor("back", { services, ars: ["97001"] })];
    expect((await publish(...both)).findings).toContainEqual(
      expect.objectContaining({ kind: "overlap", rules: ["front", "back"], decidedBy: "order" }),
    );
  });

  it("refuses rules that could not be applied, and the old ones stay", async () => {
    const before = await readPublic(portal.deps.db, listPublishedRules);
    await expect(publish(ruleFor("front", { services: ["TEST9999999999"], ars: ["97001"] }))).rejects.toThrow(
      "catalogue",
    );
    await expect(publish(ruleFor("front", { services }))).rejects.toThrow("names no place");
    expect(await readPublic(portal.deps.db, listPublishedRules)).toEqual(before);
  });
});

describe("a file of rules", () => {
  const published = () => readPublic(portal.deps.db, listPublishedRules);
  const deps = { ...portal.deps, db: portal.owner };
  const written = {
    id: "file",
    unit: "Front office",
    services,
    postalCodes: [{ from: shared, to: shared }],
    reason: "test",
  };

  it("names units by name, replaces all rules, and is read back as it was written", async () => {
    await publishRulesFile(deps, here().tenantId, [written]);
    expect(await writeRules(deps, here().tenantId)).toEqual([written]);
    expect((await published()).flatMap(({ rules }) => rules.map(({ id }) => id))).toContain("file");
  });

  it("is refused as a whole for an unknown unit, an unknown field, or another authority's unit", async () => {
    const before = await published();
    const tries: [unknown, string][] = [
      [{ ...written, unit: "Harbour" }, "file: this authority has no unit Harbour"],
      [{ ...written, ranges: [] }, "ranges"],
      [{ ...written, reason: undefined }, "reason"],
    ];
    for (const [wrong, problem] of tries)
      await expect(publishRulesFile(deps, here().tenantId, [wrong])).rejects.toThrow(problem);
    const [unit] = portal.authorities[1]?.units ?? [];
    if (!unit) throw new Error("the other town has a unit");
    const foreign = { id: "x", unitId: unit.id, reason: "test", ars: ["97001"] };
    await expect(publish(foreign)).rejects.toThrow("x: this authority has no such unit");
    expect(await published()).toEqual(before);
  });
});
