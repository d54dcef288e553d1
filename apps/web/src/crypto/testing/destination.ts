import type { Destination } from "../../lib/sending/destination.ts";

/** Of one draft, to the only office of a small place. */
export const destination: Destination = {
  accountId: "a",
  bundle: "send/d",
  draftId: "d",
  serviceKey: "DEMO0000000009",
  postalCode: "05123",
  office: {
    tenantId: "t",
    authority: "Stadt",
    unitId: "u",
    unit: "Stelle",
    ruleId: "r",
    rulesVersion: 1,
    reason: "test",
    ars: null,
    isClearing: false,
  },
};
