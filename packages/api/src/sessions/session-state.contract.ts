import { assuranceLevels } from "@dvd/domain/assurance";
import { loginKinds } from "@dvd/domain/session/login";
import { z } from "zod";

/** In seconds from this answer on: a device's clock may be wrong by hours, and the warning must not be. */
export const sessionState = z.strictObject({
  accountId: z.uuid(),
  kind: z.enum(loginKinds),
  assurance: z.enum(assuranceLevels),
  idleSeconds: z.number(),
  totalSeconds: z.number(),
  loginAgeSeconds: z.number(),
});
export type SessionState = z.output<typeof sessionState>;
