import { listenToChanges } from "@dvd/db/listen";
import { openLiveHub } from "../live/hub.ts";
import { findViewer } from "../sessions/find-viewer.ts";
import type { Portal } from "./portal.ts";

type HubOptions = Pick<Partial<Parameters<typeof openLiveHub>[0]>, "recheckMs" | "currentActor">;

/** Live streams of a portal as a process has them, with the bell of its database. */
export const openHubOf = ({ deps, appUrl }: Portal, options: HubOptions = {}) =>
  openLiveHub({
    ...deps,
    listen: (wake) => listenToChanges(appUrl, wake),
    currentActor: ({ sessionId }) => findViewer(deps, sessionId, { touch: false }),
    ...options,
  });
