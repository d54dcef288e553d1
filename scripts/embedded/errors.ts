/** What can go wrong while starting the embedded profile. The German sentences are in `texts.ts`. */
export type EmbeddedErrorCode =
  | "already-running"
  | "build-failed"
  | "demo-incomplete"
  | "folder-not-ours"
  | "folder-other-owner"
  | "not-loopback"
  | "platform-unsupported"
  | "port-taken"
  | "postgres-busy"
  | "postgres-failed"
  | "service-failed";

export class EmbeddedError extends Error {
  readonly code: EmbeddedErrorCode;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(code: EmbeddedErrorCode, details: Record<string, string | number> = {}, options?: ErrorOptions) {
    const facts = Object.entries(details).map(([name, value]) => `${name}=${value}`);
    super([code, ...facts].join(" "), options);
    this.name = "EmbeddedError";
    this.code = code;
    this.details = details;
  }
}
