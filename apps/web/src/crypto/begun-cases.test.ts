import { DomainError } from "@dvd/domain/errors";
import { describe, expect, it } from "vitest";
import { type CaseEntry, createBegunCases, type HandedOver, type SentEntry } from "./begun-cases.ts";
import { destination } from "./testing/destination.ts";
import { memoryCases } from "./testing/memory-cases.ts";

const purpose = { accountId: "a", bundle: "send/d", target: "t/u/05123/" };
const elsewhere = { ...purpose, target: "t/u2/05123/" };
const start = new Date("2026-11-21T20:00:00.000Z");

function device() {
  const { store, onDisk } = memoryCases();
  const cases = createBegunCases(store, () => start);
  let sealings = 0;
  /** As much of a message as is kept; another one each time. */
  const seal = (caseId: string) => async () => {
    sealings += 1;
    return { caseId, destination, message: { messageId: `Geheim ${sealings}` }, sent: [] } as unknown as HandedOver;
  };
  const handOver = (caseId: string) => cases.handOver(caseId, seal(caseId));
  /** A case for the draft that is on its way, and one that was begun for another draft. */
  async function underWay() {
    const [{ caseId }, other] = [await cases.caseFor(purpose), await cases.caseFor({ ...purpose, bundle: "send/e" })];
    await handOver(caseId);
    return { caseId, otherId: other.caseId };
  }
  const ids = () => onDisk().map(({ caseId }) => caseId);
  return { ...cases, handOver, underWay, onDisk, ids, sealings: () => sealings };
}

const begunIn = (entries: readonly (CaseEntry | SentEntry)[]) =>
  entries.flatMap((entry) => ("isSent" in entry ? [] : [entry]));

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "accepted",
    (error: unknown) => (error instanceof DomainError ? error.code : "another error"),
  );

describe("a case that was begun", () => {
  it("is the same for the same purpose, also for two windows at once, and another one for another office", async () => {
    const { caseFor, ids } = device();
    const [one, other] = await Promise.all([caseFor(purpose), caseFor(purpose)]);
    expect([one.isNew, other]).toEqual([true, { caseId: one.caseId, isNew: false }]);
    expect((await caseFor(elsewhere)).caseId).not.toBe(one.caseId);
    expect(ids()).toHaveLength(2);
  });

  it("keeps its key until it is forgotten, and wrapped on the disk", async () => {
    const { caseFor, secretOf, forgetUnsent, onDisk } = device();
    const { caseId } = await caseFor(purpose);
    const secret = await secretOf(caseId);
    expect(secret).toHaveLength(32);
    for (const { wrapped, key } of begunIn(onDisk())) {
      expect(Buffer.from(wrapped).includes(Buffer.from(secret ?? []))).toBe(false);
      expect(key.extractable).toBe(false);
    }
    await forgetUnsent("a", "send/d");
    expect(await secretOf(caseId)).toBeNull();
    expect(await caseFor(purpose)).toMatchObject({ isNew: true });
  });

  it("is sealed once: several windows get the same bytes, and they lie on the disk sealed", async () => {
    const { caseFor, handOver, handedOver, onDisk, sealings } = device();
    const { caseId } = await caseFor(purpose);
    const [one, other] = await Promise.all([handOver(caseId), handOver(caseId)]);
    expect(other).toEqual(one);
    expect(await handedOver("a", "send/d")).toEqual(one);
    expect(sealings()).toBe(1);
    for (const entry of begunIn(onDisk()))
      expect(Buffer.from(entry.handedOver?.sealed ?? "").includes("Geheim")).toBe(false);
  });

  it("is not handed over when it was forgotten: nothing leaves that this device did not keep", async () => {
    const { caseFor, handOver, forget, onDisk, sealings } = device();
    const { caseId } = await caseFor(purpose);
    await forget("a", "send/d");
    await expect(handOver(caseId)).rejects.toMatchObject({ code: "E_STATE" });
    expect([onDisk(), sealings()]).toEqual([[], 0]);
  });
});

describe("a case that is handed over", () => {
  it("lets nothing else begin for the same draft, whichever office another window has chosen", async () => {
    const { caseFor, underWay, ids } = device();
    const { otherId } = await underWay();
    const before = ids();
    expect(await codeOf(caseFor(purpose))).toBe("case.under-way");
    expect(await codeOf(caseFor(elsewhere))).toBe("case.under-way");
    expect(ids()).toEqual(before);
    // Another draft, or another person at this device, has nothing to do with it.
    expect(await caseFor({ ...purpose, bundle: "send/e" })).toEqual({ caseId: otherId, isNew: false });
    expect(await caseFor({ ...purpose, accountId: "b" })).toMatchObject({ isNew: true });
  });

  it("is the only one of its draft, also when two windows had begun for two offices", async () => {
    const { caseFor, handOver, sealings } = device();
    const [one, other] = [await caseFor(purpose), await caseFor(elsewhere)];
    await handOver(one.caseId);
    expect(await codeOf(handOver(other.caseId))).toBe("case.under-way");
    expect(sealings()).toBe(1);
  });

  it("stays when a document is changed in another window; what is not sent goes", async () => {
    const { caseFor, handOver, handedOver, forgetUnsent, ids } = device();
    const [one] = [await caseFor(purpose), await caseFor(elsewhere)];
    const kept = await handOver(one.caseId);
    await forgetUnsent("a", "send/d");
    expect(ids()).toEqual([one.caseId]);
    expect(await handedOver("a", "send/d")).toEqual(kept);
    expect(await codeOf(caseFor(purpose))).toBe("case.under-way");
  });

  it.each(["proven never to have arrived", "sent or given up"])(
    "goes when it is %s, and no other with it",
    async (why) => {
      const { underWay, caseFor, forget, forgetCase, ids } = device();
      const { caseId, otherId } = await underWay();
      await (why === "sent or given up" ? forget("a", "send/d") : forgetCase(caseId));
      expect(ids()).toEqual([otherId]);
      expect(await caseFor(purpose)).toMatchObject({ isNew: true });
    },
  );

  it("is found only by the account and for the draft that it was sealed for", async () => {
    const { underWay, handedOver } = device();
    const { caseId } = await underWay();
    expect(await handedOver("a", "send/d")).toMatchObject({ caseId });
    expect([await handedOver("b", "send/d"), await handedOver("a", "send/e")]).toEqual([null, null]);
  });
});

describe("a draft that was sent", () => {
  async function sent() {
    const made = device();
    const { caseId, otherId } = await made.underWay();
    await made.settle("a", "send/d", caseId);
    return { ...made, caseId, otherId };
  }

  it("is known by its case, and nothing begins for it again, for whatever office", async () => {
    const { sentCase, caseFor, handedOver, caseId } = await sent();
    expect(await sentCase("a", "send/d")).toBe(caseId);
    for (const again of [purpose, elsewhere]) expect(await codeOf(caseFor(again))).toBe("case.settled-elsewhere");
    expect(await handedOver("a", "send/d")).toBeNull();
    expect([await sentCase("b", "send/d"), await sentCase("a", "send/e")]).toEqual([null, null]);
    expect(await caseFor({ ...purpose, accountId: "b" })).toMatchObject({ isNew: true });
  });

  it("leaves no key behind, and not where it went", async () => {
    const { onDisk, secretOf, caseId } = await sent();
    expect(await secretOf(caseId)).toBeNull();
    const left = { accountId: "a", bundle: "send/d", caseId, begunAt: start.getTime(), isSent: true };
    expect(onDisk().filter((entry) => entry.caseId === caseId)).toEqual([left]);
  });

  it("is known as sent from the moment on in which it is no longer under way, for a window that looks without waiting", async () => {
    const { store } = memoryCases();
    const seen: unknown[] = [];
    const look = async () => {
      seen.push([(await cases.handedOver("a", "send/d"))?.caseId, await cases.sentCase("a", "send/d")]);
    };
    const cases = createBegunCases({ ...store, remove: (id) => store.remove(id).then(look) }, () => start);
    const [{ caseId }] = [await cases.caseFor(purpose), await cases.caseFor(elsewhere)];
    await cases.handOver(caseId, async () => ({ caseId }) as HandedOver);
    await cases.settle("a", "send/d", caseId);
    expect(seen).toEqual([[undefined, caseId]]);
  });

  it("stays known when its documents go, and is forgotten with the account or after its time", async () => {
    const { forget, forgetAll, forgetBefore, sentCase, caseId } = await sent();
    await forget("a", "send/d");
    expect(await sentCase("a", "send/d")).toBe(caseId);
    await forgetAll("b");
    await forgetBefore(start.getTime() - 1, () => false);
    expect(await sentCase("a", "send/d")).toBe(caseId);
    await forgetBefore(start.getTime(), () => false);
    expect(await sentCase("a", "send/d")).toBeNull();
    const again = await sent();
    await again.forgetAll("a");
    expect(await again.sentCase("a", "send/d")).toBeNull();
  });
});

it("leaves the device with everything of an account, or when its time is over and nothing of it is alive", async () => {
  const { underWay, forgetBefore, forgetAll, ids } = device();
  const { caseId } = await underWay();
  await forgetBefore(start.getTime() - 1, () => false);
  expect(ids()).toHaveLength(2);
  await forgetBefore(start.getTime(), ({ bundle }) => bundle === "send/d");
  expect(ids()).toEqual([caseId]);
  await forgetAll("b");
  expect(ids()).toEqual([caseId]);
  await forgetAll("a");
  expect(ids()).toEqual([]);
});
