import type { Office } from "./draft.ts";

/** Where it goes, and what for. `bundle` names the documents that this device has for it, `draftId` what it is made from. */
export type Destination = {
  accountId: string;
  bundle: string;
  draftId: string;
  serviceKey: string;
  postalCode: string;
  office: Office;
};
