import type { MessageContent } from "@dvd/domain/message/content";
import { expect, it } from "vitest";
import type { OpenedMessage } from "../../crypto/contents.ts";
import { openRequest, unansweredRequest } from "./open-request.ts";

const message = (sender: OpenedMessage["sender"], content: MessageContent | null): OpenedMessage => ({
  messageId: "m",
  sequence: 1,
  sender,
  sentAt: "2026-11-21T20:00:00.000Z",
  content,
  isByDeputy: false,
  missing: 0,
});
const words = { from: "", text: "Guten Tag" };
const asking = (item: string) =>
  message("official", { ...words, request: { items: [{ label: item }], dueOn: "2026-12-02" } });
const itemOf = (content: MessageContent | null) => content?.request?.items[0]?.label ?? null;

it("is the newest one of the office, and nobody else's", () => {
  const forged = message("citizen", { ...words, request: { items: [{ label: "c" }], dueOn: "2026-12-02" } });
  expect(itemOf(openRequest([asking("a"), asking("b"), forged, message("official", words)]))).toBe("b");
  expect(openRequest([message("citizen", words), message("official", null)])).toBe(null);
});

it("is unanswered until the citizen writes after it", () => {
  const before = message("citizen", words);
  expect(itemOf(unansweredRequest([before, asking("a"), message("official", words)]))).toBe("a");
  expect(unansweredRequest([before, asking("a"), message("citizen", words)])).toBe(null);
  // What cannot be read may be the answer: nobody is asked a second time because of it.
  expect(unansweredRequest([asking("a"), message("citizen", null)])).toBe(null);
  expect(itemOf(unansweredRequest([asking("a"), message("citizen", words), asking("b")]))).toBe("b");
  expect(unansweredRequest([before])).toBe(null);
});
