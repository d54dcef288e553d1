import { CryptoError } from "@dvd/crypto";
import { DomainError } from "@dvd/domain/errors";
import { TRPCClientError } from "@trpc/client";
import { describe, expect, it } from "vitest";
import { destination } from "../../crypto/testing/destination.ts";
import { createDispatch, type DispatchState } from "./dispatch.ts";

const lostAnswer = () => TRPCClientError.from(new TypeError("fetch failed"));
type HandedOver = { caseId: string; destination: typeof destination; message: object; names: string[] };
type Submission = { caseId: string; message: object };

/** A browser with one draft, and the portal: as much of both as several windows can get in each other's way with. */
function browser() {
  const disk = { handedOver: null as HandedOver | null, sent: null as string | null };
  const server = {
    documents: [] as string[],
    receipt: null as { names: string[] } | null,
    submitted: [] as Submission[],
  };
  const windows: { lookAgain: () => Promise<void> }[] = [];
  let lost = 0;
  /** What happens elsewhere while a window waits for what it reads of the disk: one for each time that it reads. */
  const meanwhile: (() => void)[] = [];
  const read = async <T>(found: T): Promise<T> => {
    meanwhile.shift()?.();
    return found;
  };

  function openWindow(answers: string) {
    const signed: string[] = [];
    let expected: string[] = [];
    const keys = {
      knownLogSize: async () => 0,
      beginCase: async () => ({ scopeId: "s", grants: [], fingerprint: "1 2 3", vaultUpdate: null }),
      caseFor: async () => {
        if (disk.sent) throw new DomainError("case.settled-elsewhere");
        if (disk.handedOver) throw new DomainError("case.under-way");
        return { caseId: "c", isNew: false };
      },
      /** Of several windows the first one seals, and all get the same. */
      async sealFirstText(caseId: string) {
        disk.handedOver ??= { caseId, destination, message: { of: answers }, names: [...signed] };
        expected = disk.handedOver.names;
        return disk.handedOver.message;
      },
      async handedOver() {
        expected = disk.handedOver?.names ?? expected;
        return read(disk.handedOver);
      },
      sentCase: async () => read(disk.sent),
      settleCase: async (_account: string, _bundle: string, caseId: string) =>
        void Object.assign(disk, { sent: caseId, handedOver: null }),
      async checkReceipt(_caseId: string, { names }: { names: string[] }) {
        if (names.join() !== expected.join()) throw new CryptoError("E_RECEIPT_CONTEXT");
        return { reference: "DVD-26", receivedAt: "2026", count: names.length, authority: "Stadt" };
      },
    };
    const client = {
      directory: { getKeys: { query: async () => ({}) } },
      cases: {
        openDraft: { mutate: async () => ({}) },
        submitCase: {
          async mutate(input: Submission) {
            server.submitted.push({ caseId: input.caseId, message: input.message });
            server.receipt ??= { names: [...server.documents] };
            lost -= 1;
            if (lost >= 0) throw lostAnswer();
            return server.receipt;
          },
        },
      },
    };
    const documents = {
      put: async () => undefined,
      start: () => undefined,
      transferred: async () => undefined,
      /** What is finished belongs to the case from then on, whichever window it came from. */
      finish: async () => {
        signed.push(answers);
        server.documents.push(answers);
      },
      end: async () => undefined,
    };
    const states: DispatchState[] = [];
    const ports = {
      client,
      keys,
      documents,
      savePins: async () => undefined,
      reopen: async () => ({}),
      tellWindows: () => windows.forEach((window) => window !== dispatch && void window.lookAgain()),
    };
    const dispatch = createDispatch(destination, ports as never, null, (state) => states.push(state));
    windows.push(dispatch);
    const letter = { from: "Kim", text: answers, answers };
    return {
      ...dispatch,
      send: (isOwn = true) => dispatch.send({ destination, letter }, isOwn, async () => undefined),
      state: () => states.at(-1) ?? { is: "idle" },
    };
  }
  return { openWindow, server, disk, meanwhile, loseAnswers: (count: number) => (lost = count) };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe("two windows with one draft", () => {
  it("that send different answers at the same moment send those of one, and the other says so", async () => {
    const { openWindow, server } = browser();
    const [one, other] = [openWindow("of one"), openWindow("of the other")];
    await Promise.all([one.send(), other.send(false)]);
    expect(server.documents).toEqual(["of one"]);
    expect(one.state()).toMatchObject({ is: "sent", isOther: false });
    // Nobody knows at that moment what becomes of it.
    expect(other.state()).toMatchObject({ is: "failed", problem: { code: "draft.open-elsewhere" } });
    await one.end();
    await settled();
    expect(one.state().is).toBe("sent");
    expect(other.state()).toEqual({ is: "settled", caseId: "c" });
    for (const { message } of server.submitted) expect(message).toEqual({ of: "of one" });
  });

  it("send from the one that holds the documents; the other is told where, loses nothing, and goes on when it holds them", async () => {
    const { openWindow, server } = browser();
    const other = openWindow("of the other");
    await other.send(false);
    expect(other.state()).toMatchObject({
      is: "failed",
      problem: { code: "draft.open-elsewhere" },
      mayHaveArrived: false,
      canEdit: true,
    });
    expect([server.documents, server.submitted]).toEqual([[], []]);
    await other.send(true);
    expect(other.state()).toMatchObject({ is: "sent", isOther: false });
  });

  it("confirm together what one of them has handed over, and say whose it was", async () => {
    const { openWindow, server, loseAnswers } = browser();
    loseAnswers(1);
    const [one, other] = [openWindow("of one"), openWindow("of the other")];
    await one.send();
    expect(one.state()).toMatchObject({ is: "failed", mayHaveArrived: true, canEdit: false });
    await other.send();
    expect(other.state()).toMatchObject({ is: "sent", isOther: true, receipt: { caseId: "c" } });
    expect(server.documents).toEqual(["of one"]);
    expect(server.submitted.map(({ message }) => message)).toEqual([{ of: "of one" }, { of: "of one" }]);
  });

  it("take up only to confirm: when that fails too, nothing can be changed, and the next try confirms again", async () => {
    const { openWindow, server, loseAnswers } = browser();
    loseAnswers(2);
    const [one, other] = [openWindow("of one"), openWindow("of the other")];
    await one.send();
    await other.send();
    expect(other.state()).toMatchObject({ is: "failed", mayHaveArrived: true, canEdit: false });
    await other.send(false);
    expect(other.state()).toMatchObject({ is: "sent", isOther: true });
    expect(server.submitted).toHaveLength(3);
  });

  it.each(["before it has read anything", "between two reads", "after both, with a broadcast that nobody hears"])(
    "say that it was sent, also when the other one is done with it while this one looks: %s",
    async (when) => {
      const { openWindow, disk, meanwhile } = browser();
      const other = openWindow("of the other");
      disk.handedOver = { caseId: "c", destination, message: { of: "of one" }, names: ["of one"] };
      const settle = () => Object.assign(disk, { sent: "c", handedOver: null });
      if (when.startsWith("before")) settle();
      if (when.startsWith("between")) meanwhile.push(settle);
      if (when.startsWith("after")) {
        disk.handedOver = null;
        const settleAndTell = () => {
          settle();
          void other.lookAgain();
        };
        meanwhile.push(() => undefined, settleAndTell);
      }
      await other.send(false);
      expect(other.state()).toEqual({ is: "settled", caseId: "c" });
    },
  );

  it("follow also while the person still looks everything over", async () => {
    const { openWindow, loseAnswers } = browser();
    loseAnswers(1);
    const [one, other] = [openWindow("of one"), openWindow("of the other")];
    await one.send();
    await other.prepare(destination).catch(() => undefined);
    expect(other.state()).toMatchObject({ is: "sent", isOther: true });
  });
});

describe("a window that did nothing while another one sent", () => {
  it("shows the case as soon as it hears of it", async () => {
    const { openWindow } = browser();
    const [one, idle] = [openWindow("of one"), openWindow("of the other")];
    await one.send();
    await one.end();
    await settled();
    expect(idle.state()).toEqual({ is: "settled", caseId: "c" });
  });

  it("sends nothing also when it has not heard of it", async () => {
    const { openWindow, server, disk } = browser();
    disk.sent = "earlier";
    const idle = openWindow("of the other");
    await idle.send();
    expect(idle.state()).toEqual({ is: "settled", caseId: "earlier" });
    expect([server.documents, server.submitted]).toEqual([[], []]);
  });

  it("stays as it is when what was sent was something else", async () => {
    const { openWindow } = browser();
    const idle = openWindow("of the other");
    await idle.lookAgain();
    expect(idle.state()).toEqual({ is: "idle" });
  });
});
