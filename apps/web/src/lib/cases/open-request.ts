import type { OpenedMessage } from "../../crypto/contents.ts";

/**
 * What the citizen is asked for, out of the newest sealed request. That the case waits is the word of the server; what
 * for is the authority's own, proven, or not shown.
 */
export const openRequest = (messages: readonly OpenedMessage[]) =>
  messages.findLast(({ sender, content }) => sender === "official" && content?.request)?.content ?? null;
