import type { AppRouter } from "@dvd/api/root";
import type { inferRouterOutputs } from "@trpc/server";

type Outputs = inferRouterOutputs<AppRouter>;

/** What the key holder is fed with: answers of the server, none of which it believes without a proof. */
export type CaseAnswer = Outputs["cases"]["getCase"];
export type StoredMessage = Outputs["messages"]["listMessages"]["messages"][number];
export type StoredDocument = CaseAnswer["documents"][number];
export type KeysAnswer = Outputs["directory"]["getKeys"];
export type UnitsAnswer = Outputs["accounts"]["listUnits"];
export type AccountAnswer = Outputs["accounts"]["getAccount"];
export type LinkAnswer = NonNullable<Outputs["deviceLinks"]["getLink"]["link"]>;
export type ServicesAnswer = Outputs["directory"]["listServices"];
export type ReceiptAnswer = Outputs["cases"]["submitCase"];
export type CaseEvent = Outputs["cases"]["listEvents"]["events"][number];
