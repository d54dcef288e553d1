import type { LogChoice } from "@dvd/api/founding/found-authority";
import type { DemoPeople } from "./demo-people.ts";

/** What the seed gets. It runs at every start and must find by itself that there is nothing to do. */
export type SeedOptions = {
  ownerUrl: string;
  dataDir: string;
  publicUrl: string;
  people: DemoPeople;
  /** With the pseudonym key, what an account is recognised by. */
  issuers: { citizen: string; official: string };
  pseudonymKey: string;
  /** PKCS#8 PEM; its public half belongs into the statements of each authority. */
  receiptKey: string;
  /** The log that the demo authorities want their keys to stand in. */
  log: LogChoice;
};

export type DemoLogin = {
  name: string;
  /** “Bürgerkonto” or “Wohngeldstelle, Stadt Musterfurt”. */
  office: string;
  /** Where the recovery key lies, for a browser that has no key yet. */
  recoveryKeyFile?: string;
};

export type DemoSummary = { logins: readonly DemoLogin[] };
