import type { ListedFile } from "../../crypto/uploads/uploads.ts";
import type { Problem } from "../problem.ts";

/** Where a document is on its way. Each of these is a sentence on the screen. */
export type UploadState =
  /** Is read, checked and encrypted on this device; `done` between 0 and 1. */
  | { is: "preparing"; done: number }
  /** Lies ready: its turn comes, or there is nobody yet to send it to. */
  | { is: "waiting" }
  | { is: "sending"; sentBytes: number; totalBytes: number; secondsLeft: number | null }
  | { is: "paused" }
  | { is: "offline" }
  /** Too much at once: goes on by itself, when the server has said. */
  | { is: "busy" }
  /** The line or the server fails; tried again from itself. */
  | { is: "retrying" }
  /** This device could not keep it, and the page was loaded anew: the same file has to be picked once more. */
  | { is: "missing"; wasOther: boolean }
  | { is: "failed"; problem: Problem }
  /** All of it lies there, and it is what was sealed here. Nothing of it is submitted yet. */
  | { is: "transferred" };

export type UploadItem = Omit<ListedFile, "isHere"> & {
  state: UploadState;
  /** Taken off the list; for a moment it can be put back. */
  isRemoved: boolean;
};

export const isUnderWay = ({ state, isRemoved }: UploadItem) =>
  !isRemoved && ["preparing", "sending", "offline", "busy", "retrying"].includes(state.is);
