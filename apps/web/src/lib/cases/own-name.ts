import type { OpenedMessage } from "../../crypto/contents.ts";

/** The name that this person gave when the case began; the server has never seen it. */
export const ownName = (messages: readonly OpenedMessage[]) =>
  messages.find(({ sender, content }) => sender === "citizen" && content)?.content?.from;
