import { CryptoError } from "@dvd/crypto";
import type { DomainErrorCode } from "@dvd/domain/errors";
import { TRPCClientError } from "@trpc/client";
import { describe, expect, it } from "vitest";
import { problemOf } from "../problem.ts";
import { createShipment, type Parcel } from "./shipment.ts";

const refusal = (code: DomainErrorCode) =>
  TRPCClientError.from({ error: { code: -32_000, message: code, data: { code, correlationId: "0123456789" } } });
const lostAnswer = () => TRPCClientError.from(new TypeError("fetch failed"));

const parcel: Parcel = {
  serviceKey: "DEMO0000000009",
  postalCode: "05123",
  office: {
    tenantId: "t",
    authority: "Stadt",
    unitId: "u",
    unit: "Stelle",
    ruleId: "r",
    rulesVersion: 1,
    reason: "test",
    isClearing: false,
  },
  from: "Frau Muster",
  text: "Es geht um …",
  answers: "{}",
  files: [new File(["%PDF-1.7"], "x.pdf")],
};

/** The server and the key holder as far as a shipment calls them; each call is noted, and each can fail first. */
function surroundings(failures: Record<string, Error[]> = {}) {
  const calls: string[] = [];
  const step = <Answer>(name: string, answer: Answer) => {
    calls.push(name);
    const failure = failures[name]?.shift();
    return failure ? Promise.reject(failure) : Promise.resolve(answer);
  };
  const keys = {
    knownLogSize: () => Promise.resolve(0),
    beginCase: () => step("beginCase", { scopeId: "s", grants: [], fingerprint: "1 2 3", vaultUpdate: null }),
    beginUpload: (_case: string, documentId: string) =>
      step(`beginUpload`, { documentId, header: "h", floeHeader: "f", bodyLength: 8 }),
    sendUpload: () => step("sendUpload", "seal"),
    sealFirstText: () => step("sealFirstText", { messageId: "m" }),
    checkReceipt: () => step("checkReceipt", { reference: "DVD-26", receivedAt: "2026", count: 2, authority: "Stadt" }),
  };
  const client = {
    directory: { getKeys: { query: () => step("getKeys", {}) } },
    cases: {
      openDraft: { mutate: () => step("openDraft", {}) },
      submitCase: { mutate: () => step("submitCase", {}) },
    },
    documents: {
      startUpload: { mutate: () => step("startUpload", { stored: [] }) },
      finishUpload: { mutate: () => step("finishUpload", {}) },
    },
  };
  const ports = { client, keys, savePins: () => step("savePins", undefined), reopen: () => step("reopen", {}) };
  // As much of both as a shipment touches.
  const shipment = createShipment(parcel, ports as never);
  const send = () => shipment.send(() => {});
  const taken = () => calls.splice(0);
  return { shipment, send, taken };
}

/** Once for the file, once for the answers. */
const upload = "beginUpload startUpload sendUpload finishUpload";

const codeOf = async (work: Promise<unknown>) => problemOf(await work.catch((error: unknown) => error), true);

describe("a shipment", () => {
  it("proves the key of the office before the case exists, and the receipt before it counts as sent", async () => {
    const { shipment, send, taken } = surroundings();
    expect(await send()).toMatchObject({ caseId: shipment.caseId, reference: "DVD-26", fingerprint: "1 2 3" });
    expect(taken().join(" ")).toBe(
      `getKeys beginCase savePins openDraft ${upload} ${upload} sealFirstText submitCase checkReceipt`,
    );
  });

  it("goes on where it was interrupted", async () => {
    const { send, taken } = surroundings({ finishUpload: [lostAnswer()], submitCase: [lostAnswer()] });
    await send().catch(() => {});
    taken();
    await send().catch(() => {});
    expect(taken().join(" ")).toBe(`finishUpload ${upload} sealFirstText submitCase`);
    await send();
    expect(taken()).toEqual(["submitCase", "checkReceipt"]);
  });

  it("knows its own draft again when the answer was lost", async () => {
    const { send, taken } = surroundings({ openDraft: [lostAnswer(), refusal("case.exists")] });
    await send().catch(() => {});
    taken();
    await send();
    expect(taken()[0]).toBe("openDraft");
  });

  it("does not take a case for its own that was there before", async () => {
    const { send } = surroundings({ openDraft: [refusal("case.exists")] });
    expect(await codeOf(send())).toMatchObject({ code: "case.exists" });
  });

  it("can be changed until the message is sealed, and not after", async () => {
    const { shipment, send } = surroundings({ sendUpload: [lostAnswer()], submitCase: [lostAnswer()] });
    await send().catch(() => {});
    expect(shipment.isHandedOver()).toBe(false);
    await send().catch(() => {});
    expect(shipment.isHandedOver()).toBe(true);
  });

  it("seals the document anew after an interrupted transfer, because a container is sealed once", async () => {
    const { send, taken } = surroundings({ sendUpload: [lostAnswer()] });
    await send().catch(() => {});
    taken();
    await send();
    expect(taken().slice(0, 3)).toEqual(["beginUpload", "startUpload", "sendUpload"]);
  });

  it("reads the keys anew once when another device has changed them, and gives up the second time", async () => {
    const once = surroundings({ savePins: [refusal("vault.conflict")] });
    await once.send();
    const steps = once.taken().join(" ");
    expect(steps).toContain("getKeys beginCase savePins reopen getKeys beginCase savePins openDraft");
    const twice = surroundings({ savePins: [refusal("vault.conflict"), refusal("vault.conflict")] });
    expect(await codeOf(twice.send())).toMatchObject({ code: "vault.conflict" });
  });

  it("stops before anything leaves the device when the key of the office is not proven", async () => {
    const { send, taken } = surroundings({ beginCase: [new CryptoError("E_ROOT_CHANGED")] });
    expect(await codeOf(send())).toMatchObject({ code: "E_ROOT_CHANGED" });
    expect(taken()).toEqual(["getKeys", "beginCase"]);
  });

  it("does not count as sent with a receipt that names something else", async () => {
    const { send } = surroundings({ checkReceipt: [new CryptoError("E_RECEIPT_CONTEXT")] });
    expect(await codeOf(send())).toMatchObject({ code: "E_RECEIPT_CONTEXT" });
  });
});
