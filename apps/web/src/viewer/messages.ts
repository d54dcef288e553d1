/** What the page tells the viewer. */
export type Order =
  | { kind: "open"; bytes: ArrayBuffer }
  /** `width` in CSS pixels is what a zoom of 1 fills. */
  | { kind: "show"; page: number; width: number; zoom: number };

export const viewerFailures = ["broken", "password"] as const;
export type ViewerFailure = (typeof viewerFailures)[number];

/** What the viewer tells the page. Nothing else is listened to. */
export type Report =
  | { kind: "ready" }
  /** `width` and `height` of the drawn page in CSS pixels. */
  | { kind: "shown"; page: number; zoom: number; pages: number; width: number; height: number }
  | { kind: "text"; page: number; text: string }
  | { kind: "failed"; reason: ViewerFailure };

/** No frame is made larger than this, whatever a document claims about its pages. */
export const longestSide = 16_384;
export const longestText = 100_000;
const mostPages = 1_000_000;

const isBetween = (value: unknown, least: number, most: number): value is number =>
  typeof value === "number" && Number.isFinite(value) && value >= least && value <= most;
const isCount = (value: unknown): value is number => isBetween(value, 1, mostPages) && Number.isInteger(value);
const isFailure = (value: unknown): value is ViewerFailure => viewerFailures.some((reason) => reason === value);

/**
 * Reads a message of the viewer, which has handled a hostile file and may have been taken over by it. Null for whatever
 * is not one of the four; fields that nobody asked for are left behind.
 */
export function parseReport(data: unknown): Report | null {
  if (typeof data !== "object" || data === null) return null;
  // Every field is checked below before it is used.
  const { kind, page, zoom, pages, width, height, text, reason } = data as Record<string, unknown>;
  if (kind === "ready") return { kind };
  if (kind === "failed" && isFailure(reason)) return { kind, reason };
  if (!isCount(page)) return null;
  if (kind === "text" && typeof text === "string" && text.length <= longestText) return { kind, page, text };
  if (kind !== "shown" || !isCount(pages) || page > pages) return null;
  if (!isBetween(zoom, 0.1, 10) || !isBetween(width, 1, longestSide) || !isBetween(height, 1, longestSide)) return null;
  return { kind, page, zoom, pages, width, height };
}
