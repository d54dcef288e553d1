import { assuranceLevels } from "@dvd/domain/assurance";
import { deviceBrowsers, deviceSystems } from "@dvd/domain/session/device";
import { z } from "zod";

/** Names a session without opening it. */
export const sessionHandle = z.string().regex(/^[0-9a-f]{64}$/);

export const listSessionsInput = z.strictObject({});
export const listSessionsOutput = z.strictObject({
  sessions: z.array(
    z.strictObject({
      handle: sessionHandle,
      isCurrent: z.boolean(),
      assurance: z.enum(assuranceLevels),
      browser: z.enum(deviceBrowsers),
      system: z.enum(deviceSystems),
      openedAt: z.iso.datetime(),
      lastSeenAt: z.iso.datetime(),
    }),
  ),
});
