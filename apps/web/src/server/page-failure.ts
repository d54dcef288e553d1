import { AsyncLocalStorage } from "node:async_hooks";
import { codeOf } from "@dvd/api/errors";
import type { Logger } from "@dvd/config/log";
import type { DomainErrorCode } from "@dvd/domain/errors";
import type { Bridge } from "./bridge.ts";

/** What a page learns when something of ours has failed. Next prints whatever a page throws: here that is a code. */
export class PageFailure extends Error {
  constructor(code: DomainErrorCode) {
    super(code);
    this.name = "PageFailure";
  }
}

/** The log of the request that a page is made for: by it, what fails there has the correlation id that the person is told. */
export const pageLog = new AsyncLocalStorage<Logger>();

/** An error of the database quotes the statement and its values, the id of a session among them: it stays on this side. */
export function guardBridge(bridge: Bridge, log: Logger): Bridge {
  const guarded =
    <Asked extends unknown[], Answer>(route: string, ask: (...asked: Asked) => Promise<Answer>) =>
    async (...asked: Asked): Promise<Answer> => {
      try {
        return await ask(...asked);
      } catch (error) {
        const code = codeOf(error);
        (pageLog.getStore() ?? log).event("request.failed", { route, code, error });
        throw new PageFailure(code);
      }
    };
  return {
    viewerOf: guarded("page.viewer", bridge.viewerOf),
    wasRemoved: guarded("page.removed", bridge.wasRemoved),
    listServices: guarded("page.services", bridge.listServices),
    getForm: guarded("page.form", bridge.getForm),
    securityContact: bridge.securityContact,
  };
}

type Printer = Pick<Console, "error" | "warn">;

/** Next and React print what they meet, whole. In production it becomes a line of the catalogue, like everything else. */
export function logWhatIsPrinted(log: Logger, printer: Printer = console) {
  const say = (...said: unknown[]) => {
    const error = said.find((one) => one instanceof Error) ?? said[0];
    // Has its line already.
    if (!(error instanceof PageFailure)) (pageLog.getStore() ?? log).event("request.failed", { route: "page", error });
  };
  printer.error = say;
  printer.warn = say;
}
