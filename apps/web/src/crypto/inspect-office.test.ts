import { CryptoError } from "@dvd/crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { inspectOffice } from "./inspect-office.ts";
import { makeAuthority } from "./testing/authority.ts";
import type { KeysAnswer } from "./wire-types.ts";

const [tenantId, unitId, otherId] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
const inAYear = new Date(Date.now() + 366 * 86_400_000);
let answer: KeysAnswer;

beforeAll(async () => {
  ({ answer } = await makeAuthority({ id: tenantId, name: "Stadt Musterfurt", unitIds: [unitId] }));
});

async function inspect({ tenant = tenantId, unit = unitId, says = answer, now = new Date() } = {}) {
  try {
    return await inspectOffice(tenant, unit, says, now);
  } catch (error) {
    if (error instanceof CryptoError) return error.code;
    throw error;
  }
}

describe("looking at an office before there is an account", () => {
  it("gives the name that the authority signed and the number that can be compared with paper", async () => {
    expect(await inspect()).toEqual({
      authorityName: "Stadt Musterfurt",
      fingerprint: expect.stringMatching(/^\d[\d ]+\d$/),
    });
  });

  it("is refused for another authority than the one asked for, and for a unit it says nothing about", async () => {
    expect(await inspect({ tenant: otherId })).toBe("E_STATEMENT_CONTEXT");
    expect(await inspect({ says: { ...answer, authority: otherId } })).toBe("E_STATEMENT_CONTEXT");
    expect(await inspect({ unit: otherId })).toBe("E_STATEMENT_CONTEXT");
  });

  it("is refused when the statements are out of date, or signed by somebody else", async () => {
    expect(await inspect({ now: inAYear })).toBe("E_STATEMENT_EXPIRED");
    const { answer: forged } = await makeAuthority({ id: tenantId, name: "Stadt Musterfurt", unitIds: [unitId] });
    const statements = [...answer.statements.slice(0, 1), ...forged.statements.slice(1)];
    expect(await inspect({ says: { ...answer, statements } })).toBe("E_STATEMENT_SIG");
  });
});
