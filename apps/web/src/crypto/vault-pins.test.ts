import { generateSigningKey, signStatement, toBase64Url } from "@dvd/crypto";
import { describe, expect, it } from "vitest";
import { makeAuthority } from "./testing/authority.ts";
import { caseAnswer, codeOf, grantsOf, name, receiptFor, setOut } from "./testing/holder-world.ts";
import { type Log, makeLog } from "./testing/log.ts";

/** The server of these tests knows everything that a server can know, and lies. */

/** Statements of other authorities, which fill a log. */
async function writePolicyFor(authority: string) {
  const { key } = await generateSigningKey();
  const inTime = { not_before: "2026-11-01T00:00:00.000Z", expires: "2027-11-01T00:00:00.000Z" };
  return (await signStatement({ type: "receipt-key", authority, key: toBase64Url(key.spki), ...inTime }, key)).payload;
}

describe("the public log", () => {
  const filler = [writePolicyFor("x"), writePolicyFor("y")];

  it("is remembered, and has to grow from where it was seen last", async () => {
    const { holder, office, authority } = await setOut();
    expect(holder.knownLogSize()).toBe(0);
    await holder.beginCase(crypto.randomUUID(), office, authority.answer);
    const known = holder.knownLogSize();
    expect(known).toBe(authority.log.size());
    await authority.log.add(await Promise.all(filler));
    const later = () => holder.beginCase(crypto.randomUUID(), office, grown);
    const grown = await authority.answerFor(known);
    await later();
    expect(holder.knownLogSize()).toBe(known + 2);
    // Asked for from an older size, by something that ran at the same time.
    await later();
  });

  it("is refused when it is another one than before: shorter, longer or of the same length", async () => {
    const { holder, office, authority } = await setOut();
    await authority.log.add(await Promise.all(filler));
    await holder.beginCase(crypto.randomUUID(), office, await authority.answerFor(0));
    const known = holder.knownLogSize();
    const showing = async (log: Log) => {
      const answer = await authority.answerFor(known, log);
      return codeOf(holder.beginCase(crypto.randomUUID(), office, answer));
    };
    const [shorter, equal, longer] = [authority.log.fork(), authority.log.fork(), authority.log.fork()];
    await equal.add((await Promise.all(filler)).toReversed());
    await longer.add((await Promise.all([...filler, ...filler])).slice(0, 3));
    expect(await showing(shorter)).toBe("E_LOG_FORK");
    expect(await showing(equal)).toBe("E_LOG_FORK");
    expect(await showing(longer)).toBe("E_LOG_CONSISTENCY");
    expect(holder.knownLogSize()).toBe(known);
  });

  it("is not moved on by two answers that were asked for at once, each of another history", async () => {
    const { holder, office, authority } = await setOut();
    const fork = authority.log.fork();
    await fork.add((await Promise.all([...filler, ...filler])).slice(0, 3));
    const answers = [authority.answer, await authority.answerFor(0, fork)];
    await Promise.allSettled(answers.map((answer) => holder.beginCase(crypto.randomUUID(), office, answer)));
    // One of them is remembered; the other one is a fork from then on.
    const codes = await Promise.all(
      [authority.log, fork].map(async (log) =>
        codeOf(holder.beginCase(crypto.randomUUID(), office, await authority.answerFor(holder.knownLogSize(), log))),
      ),
    );
    expect(codes.filter((code) => code === "accepted")).toHaveLength(1);
  });

  it("is one for the whole portal", async () => {
    const { holder, office, authority, tenantId: _, ...world } = await setOut();
    await holder.beginCase(crypto.randomUUID(), office, authority.answer);
    const elsewhere = { id: crypto.randomUUID(), name, unitIds: [world.unitId] };
    const log = await makeLog({ origin: "log.elsewhere/keys" });
    const other = await makeAuthority({ ...elsewhere, log });
    const begun = holder.beginCase(crypto.randomUUID(), { ...office, tenantId: elsewhere.id }, other.answer);
    expect(await codeOf(begun)).toBe("E_LOG_ORIGIN");
  });

  it("must contain every statement that is shown", async () => {
    const { holder, office, authority } = await setOut();
    const { statements, log } = authority.answer;
    const places = log.places.with(2, log.places[3] ?? { index: 0, path: [] });
    const showing = (change: Partial<typeof log>) =>
      codeOf(
        holder.beginCase(crypto.randomUUID(), office, {
          ...authority.answer,
          statements,
          log: { ...log, ...change },
        }),
      );
    expect(await showing({ places })).toBe("E_LOG_INCLUSION");
    expect(await showing({ places: log.places.slice(1) })).toBe("E_LOG_INCLUSION");
    expect(await showing({ checkpoint: log.checkpoint.split("\u2014").slice(0, 2).join("\u2014") })).toBe(
      "E_LOG_WITNESS",
    );
    expect(await showing({})).toBe("accepted");
  });

  it("is read, and nothing is sealed, when no witness has seen it for three days", async () => {
    const threeDays = 72 * 3_600_000;
    for (const [age, expected] of [
      [threeDays - 60_000, "accepted"],
      [threeDays + 60_000, "E_LOG_OLD"],
    ] as const) {
      const world = await setOut();
      const log = await makeLog({ now: () => new Date(Date.now() - age) });
      const authority = await makeAuthority({ id: world.tenantId, name, unitIds: [world.unitId], log });
      const begun = world.holder.beginCase(world.caseId, world.office, authority.answer);
      expect(await codeOf(begun)).toBe(expected);
    }
  });

  it("that went unseen for three days leaves a case readable, and nothing can be written in it", async () => {
    let age = 0;
    const world = await setOut();
    const log = await makeLog({ now: () => new Date(Date.now() - age) });
    const authority = await makeAuthority({ id: world.tenantId, name, unitIds: [world.unitId], log });
    const begun = await world.holder.beginCase(world.caseId, world.office, authority.answer);
    const receipt = await receiptFor(world, { signer: authority.receipts });
    const answer = caseAnswer(world, { grants: await grantsOf(world, begun), receipt });
    const open = async () =>
      world.holder.openCase(world.caseId, answer, await authority.answerFor(world.holder.knownLogSize()));
    expect(await open()).toMatchObject({ isFresh: true });
    expect(world.holder.freshCaseOf(world.caseId)).toBe(world.holder.caseOf(world.caseId));
    age = 73 * 3_600_000;
    expect(await open()).toMatchObject({ isFresh: false });
    expect(await codeOf((async () => world.holder.freshCaseOf(world.caseId))())).toBe("E_LOG_OLD");
    expect(world.holder.caseOf(world.caseId).unitId).toBe(world.unitId);
  });
});
