import { describe, expect, it } from "vitest";
import type { UploadItem, UploadState } from "../uploads/upload-item.ts";
import { amountOf } from "./amount-of.ts";

const item = (size: number, state: UploadState): UploadItem => ({
  fileId: `${size}`,
  name: "a.pdf",
  type: "application/pdf",
  slot: "s",
  flags: [],
  size,
  state,
  isKept: true,
  isRemoved: false,
});
const sending = (sentBytes: number, totalBytes: number): UploadState => {
  return { is: "sending", sentBytes, totalBytes, secondsLeft: null };
};

describe("how much of a sending is there", () => {
  it("counts files in their own sizes, however much padding travels with them", () => {
    const items = [item(100, { is: "transferred" }), item(200, sending(512, 1024)), item(50, { is: "waiting" })];
    expect(amountOf(items)).toEqual({ sentBytes: 200, totalBytes: 350, waiting: null });
  });

  it("says what holds it up, also a line that fails again and again", () => {
    const waiting = (...states: UploadState["is"][]) =>
      amountOf(states.map((is) => item(10, { is } as UploadState))).waiting;
    expect(waiting("transferred", "retrying")).toBe("retrying");
    expect(waiting("retrying", "busy")).toBe("busy");
    expect(waiting("busy", "offline")).toBe("offline");
    expect(waiting("transferred", "waiting")).toBeNull();
  });

  it("is a number before anything is there to send", () => {
    expect(amountOf([])).toEqual({ sentBytes: 0, totalBytes: 0, waiting: null });
    expect(amountOf([item(0, sending(0, 0))])).toMatchObject({ sentBytes: 0, totalBytes: 0 });
  });
});
