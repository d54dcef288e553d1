/**
 * What is inside a sealed message. The server never sees it, so nobody but the reader's device can validate it: what
 * was decrypted is treated like any input from outside.
 */
export const messageMediaType = "application/vnd.direktvermittlung.message+json";

export type MessageContent = {
  /** How the sender wants to be called. Only the signature says who it was. */
  from: string;
  text: string;
};

export const messageLimits = { from: 200, text: 20_000 } as const;

export const writeMessage = ({ from, text }: MessageContent) => JSON.stringify({ version: 1, from, text });

/** Null when it is not a message of ours: another version, another shape, or too long. */
export function readMessage(json: string): MessageContent | null {
  const value = parse(json);
  if (typeof value !== "object" || value === null) return null;
  if (!("version" in value && "from" in value && "text" in value) || value.version !== 1) return null;
  if (typeof value.from !== "string" || typeof value.text !== "string") return null;
  if (value.from.length > messageLimits.from || value.text.length > messageLimits.text) return null;
  return { from: value.from, text: value.text };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
