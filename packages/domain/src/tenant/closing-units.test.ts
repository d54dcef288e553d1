import { describe, expect, it } from "vitest";
import { obstaclesToClosing, type UnitUse } from "./closing-units.ts";

const idle: UnitUse = { runningCases: 0, isRouted: false, isKeyProposed: false, openInvitations: 0 };

describe("a unit", () => {
  it("can be closed when nothing comes to it any more", () => {
    expect(obstaclesToClosing(idle)).toEqual([]);
  });

  it.each([
    ["rules", { isRouted: true }],
    ["cases", { runningCases: 1 }],
    ["key", { isKeyProposed: true }],
    ["invitations", { openInvitations: 1 }],
  ] as const)("stays open because of its %s", (obstacle, use) => {
    expect(obstaclesToClosing({ ...idle, ...use })).toEqual([obstacle]);
  });

  it("is told everything that is in the way at once", () => {
    const busy = { runningCases: 2, isRouted: true, isKeyProposed: true, openInvitations: 3 };
    expect(obstaclesToClosing(busy)).toEqual(["rules", "cases", "key", "invitations"]);
  });
});
