import { randomUUID } from "node:crypto";
import { createWorkerDeps } from "@dvd/api/deps";
import { findViewer } from "@dvd/api/sessions/find-viewer";
import { createLogger } from "@dvd/config/log";
import { DomainError } from "@dvd/domain/errors";
import type { SessionId } from "@dvd/domain/ids";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { guardBridge, logWhatIsPrinted, PageFailure } from "./page-failure.ts";

const lines: string[] = [];
const log = createLogger({ level: "info", service: "web", destination: { write: (line) => lines.push(line) } });
const stores = { database: { url: "postgres://dvd_app:x@127.0.0.1:9/dvd" }, blobs: { directory: "/nowhere" } };
const gone = await createWorkerDeps(stores, log, "gone");
afterAll(gone.close);
beforeEach(() => void (lines.length = 0));

// As our own cookie says it.
const sessionId = randomUUID() as SessionId;
const bridge = guardBridge(
  {
    viewerOf: () => findViewer(gone.deps, sessionId, { touch: false }),
    wasRemoved: async () => false,
    listServices: async () => ({ services: [] }),
    getForm: () => Promise.reject(new DomainError("form.not-found", { "form.key": "Max Mustermann" })),
    securityContact: "mailto:x@example.org",
  },
  log,
);
const thrownBy = (ask: Promise<unknown>) => ask.then(String, (error: unknown) => error);
const events = () => lines.map((line): unknown => JSON.parse(line));

describe("what the process gives to a page", () => {
  it("is passed on as it is", async () => {
    expect(await bridge.listServices()).toEqual({ services: [] });
    expect(bridge.securityContact).toBe("mailto:x@example.org");
    expect(lines).toEqual([]);
  });

  it("is a code while the database is away: the statement and the session stay here", async () => {
    const thrown = await thrownBy(bridge.viewerOf("a cookie"));
    expect(thrown).toEqual(new PageFailure("service.unavailable"));
    expect(thrown).not.toHaveProperty("cause");
    expect(events()).toEqual([
      expect.objectContaining({ event: "request.failed", route: "page.viewer", code: "service.unavailable" }),
    ]);
    expect(lines.join("")).not.toMatch(new RegExp(`${sessionId}|select|Failed query`));
  });

  it("is a code when something is refused, too", async () => {
    expect(await thrownBy(bridge.getForm("x"))).toEqual(new PageFailure("form.not-found"));
    expect(lines.join("")).not.toContain("Mustermann");
  });
});

describe("what Next prints", () => {
  const printed: Pick<Console, "error" | "warn"> = { error: () => {}, warn: () => {} };
  logWhatIsPrinted(log, printed);

  it("becomes a line of the catalogue, without a word of it", () => {
    printed.error(" ⨯", new RangeError("Max Mustermann"));
    printed.warn("Erika Mustermann");
    expect(events()).toEqual([
      expect.objectContaining({ route: "page", error: expect.objectContaining({ name: "RangeError" }) }),
      expect.objectContaining({ route: "page", error: expect.objectContaining({ name: "NotAnError" }) }),
    ]);
    expect(lines.join("")).not.toContain("Mustermann");
  });

  it("is not said twice when the bridge has said it", () => {
    printed.error(" ⨯", new PageFailure("service.unavailable"));
    expect(lines).toEqual([]);
  });
});
