import type { OpenedMessage } from "../../crypto/contents.ts";

const isRequest = ({ sender, content }: OpenedMessage) => sender === "official" && content?.request !== undefined;

/**
 * What the citizen is asked for, out of the newest sealed request. That the case waits is the word of the server; what
 * for is the authority's own, proven, or not shown.
 */
export const openRequest = (messages: readonly OpenedMessage[]) => messages.findLast(isRequest)?.content ?? null;

/** The same, as long as the citizen has written nothing since: also when the office does not wait for it any more. */
export function unansweredRequest(messages: readonly OpenedMessage[]) {
  const since = messages.slice(messages.findLastIndex(isRequest) + 1);
  return since.some(({ sender }) => sender === "citizen") ? null : openRequest(messages);
}
