import { limits } from "@dvd/domain/document/limits";
import { afterAll, describe, expect, it } from "vitest";
import { claimCase } from "../cases/claim-case.ts";
import { openPortal } from "../testing/portal.ts";
import { outcome, refusalIn } from "../testing/refusal.ts";
import { auditTypesOf, changesOf, stateOf } from "../testing/rows.ts";
import { anId, type Letter, openCase, sendCase, writeMessage } from "../testing/sealing.ts";
import { encodeBase64 } from "../wire.ts";
import { listMessages } from "./list-messages.ts";
import { sealedMessage } from "./sealed-message.contract.ts";
import { sendMessage } from "./send-message.ts";

const portal = await openPortal();
afterAll(() => portal.close());
const citizen = await portal.citizen();
const [official, colleague, nextDoor] = [await portal.official(0), await portal.official(1), await portal.official(2)];
type Person = typeof citizen | typeof official;

async function claimed() {
  const sent = await sendCase(portal, citizen);
  await claimCase(official.ctx, { caseId: sent.caseId, version: 3 });
  const send = (who: Person, { message }: Letter) => sendMessage(who.ctx, { caseId: sent.caseId, message });
  const write = (who: Person, after?: Letter) => writeMessage(who.keys.signing, sent.caseKey, after?.end);
  const list = (after = 0, limit = 100) => listMessages(citizen.ctx, { caseId: sent.caseId, after, limit });
  return { ...sent, send, write, list };
}

const refused = refusalIn(portal);

describe("a message", () => {
  it("is stored sealed, numbered, recorded and told to both sides", async () => {
    const { caseId, first, send, write, list } = await claimed();
    const second = await write(citizen, first);
    expect(await send(citizen, second)).toMatchObject({ messageId: second.message.messageId, sequence: 2 });

    const { messages } = await list(1);
    const { header, floeHeader, seal, body } = second.message;
    expect(messages).toMatchObject([
      {
        messageId: second.message.messageId,
        sequence: 2,
        sender: "citizen",
        header: encodeBase64(header),
        floeHeader: encodeBase64(floeHeader),
        seal: encodeBase64(seal),
        body: encodeBase64(body),
      },
    ]);
    expect((await auditTypesOf(portal, caseId)).at(-1)).toBe("message.sent");
    expect((await changesOf(portal, caseId)).slice(-2)).toEqual(["unit message.sent", "citizen message.sent"]);
    expect(await stateOf(portal, caseId)).toEqual({ state: "ASSIGNED", version: 4 });
  });

  it("of the official is a first reply, which starts the work, or a later one, which changes no state", async () => {
    const { caseId, send, write } = await claimed();
    const reply = await write(official);
    await send(official, reply);
    expect(await stateOf(portal, caseId)).toEqual({ state: "IN_PROGRESS", version: 5 });
    await send(official, await write(official, reply));
    expect(await stateOf(portal, caseId)).toEqual({ state: "IN_PROGRESS", version: 5 });
  });

  it("sent again after a lost answer gets the first answer and is there once", async () => {
    const { first, send, write, list } = await claimed();
    const letter = await write(citizen, first);
    const answer = await send(citizen, letter);
    const before = await portal.imprint();
    expect(await send(citizen, letter)).toEqual(answer);
    expect(await portal.imprint()).toEqual(before);
    expect((await list()).messages).toHaveLength(2);
  });

  it("under the id of another one is refused instead of being lost", async () => {
    const { first, send, write } = await claimed();
    const second = await write(citizen, first);
    const renamed = { ...second, message: { ...second.message, messageId: first.message.messageId } };
    expect(await refused(() => send(citizen, renamed))).toBe("container.wrong-sequence");
  });

  it("keeps the numbers without gaps when two people send twenty at once", async () => {
    const { first, send, write, list } = await claimed();
    const chains: { who: Person; letter: Letter }[] = [];
    for (const who of [citizen, official]) {
      let last = who === citizen ? first : undefined;
      for (let written = 0; written < 10; written += 1) {
        last = await write(who, last);
        chains.push({ who, letter: last });
      }
    }
    // Whatever overtook its predecessor is refused and sent again, as a browser does.
    for (let waiting = chains; waiting.length > 0; ) {
      const codes = await Promise.all(waiting.map(({ who, letter }) => outcome(send(who, letter))));
      expect(new Set(codes)).toContain("accepted");
      expect(new Set(codes).isSubsetOf(new Set(["accepted", "container.wrong-sequence", "case.conflict"]))).toBe(true);
      waiting = waiting.filter((_, place) => codes[place] !== "accepted");
    }

    const { messages } = await list();
    expect(messages.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 21 }, (_, place) => place + 1));
    for (const side of ["citizen", "official"] as const) {
      const sent = messages.filter(({ sender }) => sender === side).map(({ messageId }) => messageId);
      const written = chains.filter(({ who }) => who.ctx.actor.kind === side);
      expect(sent.slice(-10)).toEqual(written.map(({ letter }) => letter.message.messageId));
    }
  });
});

describe("a message is refused and leaves nothing", () => {
  it("from an official who has not taken the case", async () => {
    const { caseId, caseKey } = await sendCase(portal, citizen);
    const { message } = await writeMessage(official.keys.signing, caseKey);
    expect(await refused(() => sendMessage(official.ctx, { caseId, message }))).toBe("case.not-assigned");
    await claimCase(colleague.ctx, { caseId, version: 3 });
    expect(await refused(() => sendMessage(official.ctx, { caseId, message }))).toBe("case.not-assigned");
  });

  it("from another unit, another authority and another citizen, in the same words", async () => {
    const { send, write } = await claimed();
    for (const who of [nextDoor, await portal.official(3), await portal.citizen()]) {
      const letter = await write(who);
      expect(await refused(() => send(who, letter))).toBe("case.not-found");
    }
  });

  it("in a draft", async () => {
    const { caseId, caseKey } = await openCase(portal, citizen);
    const { message } = await writeMessage(citizen.keys.signing, caseKey);
    expect(await refused(() => sendMessage(citizen.ctx, { caseId, message }))).toBe("case.wrong-state");
  });

  it("when it leaves one out, repeats a number, or names another predecessor", async () => {
    const { first, send, write } = await claimed();
    const second = await write(citizen, first);
    const third = await write(citizen, second);
    const wrong = "container.wrong-sequence";
    expect(await refused(() => send(citizen, third))).toBe(wrong);
    const another = await write(citizen, first);
    await send(citizen, second);
    expect(await refused(() => send(citizen, another))).toBe(wrong);
    const ofAnother = await write(citizen, another);
    expect(await refused(() => send(citizen, ofAnother))).toBe(wrong);
    expect(await outcome(send(citizen, third))).toBe("accepted");
  });

  it("when somebody else has sealed it", async () => {
    const { send, write, first } = await claimed();
    const byCitizen = await write(citizen, first);
    expect(await refused(() => send(official, byCitizen))).toBe("container.wrong-sender");
  });
});

describe("the conversation", async () => {
  const { caseId, first, send, write, list } = await claimed();
  let last = first;
  for (let written = 0; written < 4; written += 1) {
    last = await write(citizen, last);
    await send(citizen, last);
  }

  it("comes in pages by number, without gaps or doubles", async () => {
    const pages = [await list(0, 2), await list(2, 2), await list(4, 2)];
    expect(pages.map(({ messages }) => messages.map(({ sequence }) => sequence))).toEqual([[1, 2], [3, 4], [5]]);
    expect(pages.map(({ nextAfter }) => nextAfter)).toEqual([2, 4, null]);
    expect((await list(0, 5)).nextAfter).toBe(null);
    expect((await list(5)).messages).toEqual([]);
  });

  it("is read by the whole unit, and by nobody else", async () => {
    const read = { caseId, after: 0, limit: 100 };
    expect((await listMessages(colleague.ctx, read)).messages).toHaveLength(5);
    for (const who of [nextDoor, await portal.official(3), await portal.citizen()]) {
      expect(await outcome(listMessages(who.ctx, read))).toBe("case.not-found");
      expect(await outcome(listMessages(who.ctx, { ...read, caseId: anId() }))).toBe("case.not-found");
    }
  });
});

describe("the contract of a message", async () => {
  const { caseKey } = await openCase(portal, citizen);
  const { message } = await writeMessage(citizen.keys.signing, caseKey);
  const withBody = (length: number) => ({
    messageId: message.messageId,
    header: encodeBase64(message.header),
    floeHeader: encodeBase64(message.floeHeader),
    seal: encodeBase64(message.seal),
    body: encodeBase64(new Uint8Array(length)),
  });

  it("takes a body of one segment and not a byte more", () => {
    expect(sealedMessage.safeParse(withBody(limits.messageBytes)).success).toBe(true);
    expect(sealedMessage.safeParse(withBody(limits.messageBytes + 1)).success).toBe(false);
    expect(sealedMessage.safeParse(withBody(33)).success).toBe(true);
    expect(sealedMessage.safeParse(withBody(32)).success).toBe(false);
  });

  it("takes a header of exactly its length", () => {
    for (const length of [127, 129])
      expect(sealedMessage.safeParse({ ...withBody(33), header: encodeBase64(new Uint8Array(length)) }).success).toBe(
        false,
      );
  });
});
