import { randomUUID } from "node:crypto";
import { refuseLargeJson } from "@dvd/api/http/json-shape";
import { proposeKeyInput } from "@dvd/api/unit-keys/propose-key.contract";
import { describe, expect, it } from "vitest";
import { edgeLimits } from "./http-server.ts";

/** The proposal of a new key, as a browser sends it: sealed for so many members, with so many earlier keys linked to it. */
const proposal = (members: number, earlier: number) => {
  const grant = Buffer.alloc(1921).toString("base64");
  return {
    unitId: randomUUID(),
    epoch: earlier + 1,
    publicKey: Buffer.alloc(1665).toString("base64"),
    grants: Array.from({ length: members }, () => ({ officialId: randomUUID(), grant })),
    links: Array.from({ length: earlier }, (_, at) => ({ epoch: at + 1, grant })),
  };
};
const travels = (input: object) => {
  const text = JSON.stringify(input);
  refuseLargeJson(text);
  return Buffer.byteLength(text) <= edgeLimits.json.bytes;
};

describe("a new key of a unit", () => {
  it.each([
    [25, 200],
    [200, 25],
    [112, 112],
  ])("for %i members and after %i keys is taken by contract and server", (members, earlier) => {
    const input = proposal(members, earlier);
    expect(proposeKeyInput.safeParse(input).success).toBe(true);
    expect(travels(input)).toBe(true);
  });

  it.each([
    [26, 200],
    [200, 26],
  ])("for %i members and after %i keys is more than a call may be, and refused as such", (members, earlier) => {
    expect(proposeKeyInput.safeParse(proposal(members, earlier)).success).toBe(false);
  });
});
