import { CryptoError } from "@dvd/crypto";
import { DomainError, type DomainErrorCode } from "@dvd/domain/errors";
import { TRPCClientError } from "@trpc/client";
import { describe, expect, it } from "vitest";
import { destination } from "../../crypto/testing/destination.ts";
import { problemOf } from "../problem.ts";
import { createShipment, type Unconfirmed } from "./shipment.ts";

const refusal = (code: DomainErrorCode) =>
  TRPCClientError.from({ error: { code: -32_000, message: code, data: { code, correlationId: "0123456789" } } });
const lostAnswer = () => TRPCClientError.from(new TypeError("fetch failed"));
const letter = { from: "Frau Muster", text: "Es geht um …", answers: "{}" };

/** The server and the key holder as far as a shipment calls them; each call is noted, and each can fail first. */
function surroundings(
  failures: Record<string, (Error | undefined)[]> = {},
  found: object = {},
  unconfirmed: Unconfirmed | null = null,
) {
  const calls: string[] = [];
  const submitted: [caseId: string, message: unknown][] = [];
  const onDevice = { caseId: "c", beside: [] as string[], handedOver: unconfirmed as { caseId: string } | null };
  /** Also what another window does once it has the receipt. */
  const forgetOnDevice = () => Object.assign(onDevice, { caseId: `${onDevice.caseId}'`, handedOver: null });
  const step = <Answer>(name: string, answer: Answer) => {
    calls.push(name);
    const failure = failures[name]?.shift();
    return failure ? Promise.reject(failure) : Promise.resolve(answer);
  };
  const keys = {
    knownLogSize: () => Promise.resolve(0),
    beginCase: () => step("beginCase", { scopeId: "s", grants: [], fingerprint: "1 2 3", vaultUpdate: null }),
    caseFor: async () => {
      if (onDevice.handedOver) throw new DomainError("case.under-way");
      return { caseId: onDevice.caseId, isNew: true, ...found };
    },
    async sealFirstText(caseId: string) {
      const message = await step("sealFirstText", { messageId: `m of ${caseId}` });
      onDevice.handedOver = { caseId };
      return message;
    },
    handedOver: async () => onDevice.handedOver,
    settleCase: (accountId: string, bundle: string, caseId: string) =>
      step(`settleCase ${accountId} ${bundle} ${caseId}`, undefined),
    forgetCase: (caseId: string) => {
      forgetOnDevice();
      return step(`forgetCase ${caseId}`, undefined);
    },
    casesBeside: async () => onDevice.beside.splice(0),
    checkReceipt: () => step("checkReceipt", { reference: "DVD-26", receivedAt: "2026", count: 2, authority: "Stadt" }),
  };
  const client = {
    directory: { getKeys: { query: () => step("getKeys", {}) } },
    cases: {
      openDraft: { mutate: () => step("openDraft", {}) },
      discardDraft: { mutate: ({ caseId }: { caseId: string }) => step(`discardDraft ${caseId}`, {}) },
      submitCase: {
        mutate: ({ caseId, message }: { caseId: string; message: unknown }) => {
          submitted.push([caseId, message]);
          return step("submitCase", {});
        },
      },
    },
  };
  const documents = {
    put: ({ name }: { name: string }) => step(`put ${name}`, undefined),
    start: (caseId: string) => calls.push(`start ${caseId}`),
    transferred: () => step("transferred", undefined),
    finish: () => step("finish", undefined),
    end: () => step("end", undefined),
  };
  const ports = {
    client,
    keys,
    documents,
    savePins: () => step("savePins", undefined),
    reopen: () => step("reopen", {}),
  };
  // As much of both as a shipment touches.
  const shipment = createShipment(destination, ports as never, unconfirmed);
  const send = () => shipment.send(letter, () => {});
  const taken = () => calls.splice(0);
  return { shipment, send, taken, submitted, onDevice, forgetOnDevice };
}

const codeOf = async (work: Promise<unknown>) => problemOf(await work.catch((error: unknown) => error), true);

describe("a shipment", () => {
  it("proves the key of the office before the case exists, and the receipt before it counts as sent", async () => {
    const { send, taken } = surroundings();
    expect(await send()).toMatchObject({ caseId: "c", reference: "DVD-26", fingerprint: "1 2 3" });
    expect(taken().join(" ")).toBe(
      "put angaben.json getKeys beginCase savePins openDraft start c transferred finish sealFirstText submitCase checkReceipt",
    );
  });

  it("goes on where it was interrupted", async () => {
    const { send, taken } = surroundings({ finish: [lostAnswer()], submitCase: [lostAnswer()] });
    await send().catch(() => {});
    taken();
    await send().catch(() => {});
    expect(taken()).toEqual(["start c", "transferred", "finish", "sealFirstText", "submitCase"]);
    await send();
    expect(taken()).toEqual(["submitCase", "checkReceipt"]);
  });

  it("sends the same bytes after a reload that were sealed before it, and nothing else", async () => {
    const message = { messageId: "sealed before" } as Unconfirmed["message"];
    const kept = { caseId: "c", destination, message };
    const { shipment, taken, submitted } = surroundings({ submitCase: [lostAnswer()] }, { isNew: false }, kept);
    expect(shipment.isHandedOver()).toBe(true);
    const confirm = () => shipment.send(null, () => {});
    await confirm().catch(() => {});
    expect(taken()).toEqual(["getKeys", "beginCase", "savePins", "submitCase"]);
    expect(await confirm()).toMatchObject({ caseId: "c", reference: "DVD-26" });
    expect(taken()).toEqual(["submitCase", "checkReceipt"]);
    // What stands on the screen by now changes nothing about it.
    await shipment.send({ ...letter, text: "other" }, () => {});
    const sent = ["c", message];
    expect(submitted).toEqual([sent, sent, sent]);
  });

  it("keeps everything on the device until the receipt was shown", async () => {
    const { shipment, send, taken } = surroundings();
    await send();
    expect(taken()).not.toContain("end");
    await shipment.end();
    expect(taken()).toEqual(["settleCase a send/d c", "end"]);
  });

  it("leaves no trace of having been sent when it was not", async () => {
    const { shipment, taken } = surroundings();
    await shipment.end();
    expect(taken()).toEqual(["end"]);
  });

  it.each(["case.not-found", "container.wrong-sender"] as const)(
    "begins anew when it can never have arrived (%s), and not after any other refusal",
    async (code) => {
      const failures = { submitCase: [refusal("service.unavailable"), refusal(code)] };
      const { shipment, send, taken, submitted } = surroundings(failures);
      await send().catch(() => {});
      expect(shipment.isHandedOver()).toBe(true);
      await send().catch(() => {});
      expect(taken()).toContain("forgetCase c");
      expect(shipment.isHandedOver()).toBe(false);
      expect(await send()).toMatchObject({ caseId: "c'" });
      expect(submitted.at(-1)).toEqual(["c'", { messageId: "m of c'" }]);
    },
  );

  it("sends nothing more, and does not call it lost, when another window has brought it to its end", async () => {
    const { shipment, send, taken, submitted, forgetOnDevice } = surroundings({
      submitCase: [lostAnswer(), refusal("case.not-found")],
    });
    await send().catch(() => {});
    forgetOnDevice();
    taken();
    expect(await codeOf(send())).toMatchObject({ code: "case.settled-elsewhere" });
    expect(taken()).toEqual([]);
    expect(submitted).toHaveLength(1);
    expect(shipment.isHandedOver()).toBe(true);
  });

  it("does the same with what an earlier visit has sent", async () => {
    const kept = { caseId: "c", destination, message: { messageId: "m" } as Unconfirmed["message"] };
    const { shipment, submitted, forgetOnDevice } = surroundings({}, {}, kept);
    forgetOnDevice();
    const confirming = codeOf(shipment.send(null, () => {}));
    expect(await confirming).toMatchObject({ code: "case.settled-elsewhere" });
    expect(submitted).toEqual([]);
    expect(shipment.isHandedOver()).toBe(true);
  });

  it("stops before it touches a document when another window has sent it", async () => {
    const { shipment, taken, onDevice } = surroundings();
    onDevice.handedOver = { caseId: "c" };
    expect(await codeOf(shipment.prepare())).toMatchObject({ code: "case.under-way" });
    expect(taken()).toEqual([]);
    expect(shipment.isHandedOver()).toBe(false);
  });

  it("takes the answers in once, and again when they were changed", async () => {
    const { shipment, send, taken } = surroundings({ transferred: [lostAnswer(), lostAnswer()] });
    const putIn = () => taken().filter((call) => call === "put angaben.json").length;
    await send().catch(() => {});
    expect(putIn()).toBe(1);
    await send().catch(() => {});
    expect(putIn()).toBe(0);
    await shipment.send({ ...letter, answers: '{"a":1}' }, () => {});
    expect(putIn()).toBe(1);
  });

  it("lets documents travel before anything is submitted", async () => {
    const { shipment, taken } = surroundings();
    await shipment.open();
    expect(taken().at(-1)).toBe("start c");
    expect(shipment.isHandedOver()).toBe(false);
  });

  it("leaves nothing with us that was begun for another office, and is not held up by that", async () => {
    const { shipment, taken, onDevice } = surroundings({ "discardDraft b": [lostAnswer()] });
    onDevice.beside = ["a", "b"];
    await shipment.open();
    expect(taken().slice(-4)).toEqual(["start c", "discardDraft a", "forgetCase a", "discardDraft b"]);
  });

  it("knows its own draft again when the answer was lost", async () => {
    const { send, taken } = surroundings({ openDraft: [lostAnswer(), refusal("case.exists")] });
    await send().catch(() => {});
    taken();
    await send();
    expect(taken()[0]).toBe("openDraft");
  });

  it("knows the draft again that this device opened before the page was loaded anew", async () => {
    const { send } = surroundings({ openDraft: [refusal("case.exists")] }, { isNew: false });
    expect(await send()).toMatchObject({ caseId: "c" });
  });

  it("knows its own draft again when it is opened twice at once", async () => {
    const { shipment, send } = surroundings({ openDraft: [undefined, refusal("case.exists")] });
    await Promise.all([shipment.open(), shipment.open()]);
    expect(await send()).toMatchObject({ reference: "DVD-26" });
  });

  it("does not take a case for its own that was there before", async () => {
    const { send } = surroundings({ openDraft: [refusal("case.exists")] });
    expect(await codeOf(send())).toMatchObject({ code: "case.exists" });
  });

  it("can be changed until the message is sealed, and not after", async () => {
    const { shipment, send } = surroundings({ transferred: [lostAnswer()], submitCase: [lostAnswer()] });
    await send().catch(() => {});
    expect(shipment.isHandedOver()).toBe(false);
    await send().catch(() => {});
    expect(shipment.isHandedOver()).toBe(true);
  });

  it("reads the keys anew once when another device has changed them, and gives up the second time", async () => {
    const once = surroundings({ savePins: [refusal("vault.conflict")] });
    await once.send();
    const steps = once.taken().join(" ");
    expect(steps).toContain("getKeys beginCase savePins reopen getKeys beginCase savePins openDraft");
    const twice = surroundings({ savePins: [refusal("vault.conflict"), refusal("vault.conflict")] });
    expect(await codeOf(twice.send())).toMatchObject({ code: "vault.conflict" });
  });

  it("is sealed again for the key that the office has got meanwhile, as the same case, and gives up the second time", async () => {
    const once = surroundings({ openDraft: [refusal("keys.not-the-receiver")] });
    expect(await once.send()).toMatchObject({ caseId: "c", reference: "DVD-26" });
    expect(once.taken().join(" ")).toContain("openDraft getKeys beginCase savePins openDraft start c");
    const twice = surroundings({ openDraft: [refusal("keys.not-the-receiver"), refusal("keys.not-the-receiver")] });
    expect(await codeOf(twice.send())).toMatchObject({ code: "keys.not-the-receiver" });
  });

  it("goes as a new case when the office has got a new key since the case began, with all that was written, once", async () => {
    const once = surroundings({ submitCase: [refusal("keys.not-the-receiver")] });
    expect(await once.send()).toMatchObject({ caseId: "c'", reference: "DVD-26" });
    expect(once.taken().join(" ")).toContain(
      "submitCase discardDraft c forgetCase c getKeys beginCase savePins openDraft start c' transferred finish sealFirstText submitCase checkReceipt",
    );
    expect(once.submitted).toEqual([
      ["c", { messageId: "m of c" }],
      ["c'", { messageId: "m of c'" }],
    ]);
    const refused = [refusal("keys.not-the-receiver"), refusal("keys.not-the-receiver")];
    const twice = surroundings({ submitCase: refused });
    expect(await codeOf(twice.send())).toMatchObject({ code: "keys.not-the-receiver" });
    expect(twice.submitted).toHaveLength(2);
    expect(twice.shipment.isHandedOver(), "it can be sent again, or changed").toBe(false);
  });

  it("that an earlier try has sealed is not replaced by what stands on the screen now: that is for the person", async () => {
    const failures = { submitCase: [lostAnswer(), refusal("keys.not-the-receiver")] };
    const { shipment, send, submitted } = surroundings(failures);
    await send().catch(() => {});
    expect(await codeOf(send())).toMatchObject({ code: "keys.not-the-receiver" });
    expect(submitted.map(([caseId]) => caseId)).toEqual(["c", "c"]);
    expect(shipment.isHandedOver()).toBe(false);
    expect(await send()).toMatchObject({ caseId: "c'" });
  });

  it("keeps a case of a former key while nobody has taken back what was transferred for it", async () => {
    const failures = { submitCase: [refusal("keys.not-the-receiver")], "discardDraft c": [lostAnswer()] };
    const { shipment, send } = surroundings(failures);
    await send().catch(() => {});
    expect(shipment.isHandedOver()).toBe(true);
  });

  it("stops before anything leaves the device when the key of the office is not proven", async () => {
    const { send, taken } = surroundings({ beginCase: [new CryptoError("E_ROOT_CHANGED")] });
    expect(await codeOf(send())).toMatchObject({ code: "E_ROOT_CHANGED" });
    expect(taken()).toEqual(["put angaben.json", "getKeys", "beginCase"]);
  });

  it("does not count as sent with a receipt that names something else", async () => {
    const { send, taken } = surroundings({ checkReceipt: [new CryptoError("E_RECEIPT_CONTEXT")] });
    expect(await codeOf(send())).toMatchObject({ code: "E_RECEIPT_CONTEXT" });
    expect(taken().at(-1)).toBe("checkReceipt");
  });
});
