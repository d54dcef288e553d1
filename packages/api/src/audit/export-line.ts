import { z } from "zod";
import type { LinkedRecord } from "./chain-check.ts";

/**
 * One line of an export: plain JSON for whoever collects logs, and the very text of the record at a fixed place for whoever
 * checks the link. The text comes from the database and holds no line break.
 */
export const exportLine = ({ record, link }: Pick<LinkedRecord, "record" | "link">) =>
  `{"link":"${link}","record":${record}}`;

const form = /^\{"link":"([0-9a-f]{64})","record":(\{.*\})\}$/;
const numbered = z.object({ seq: z.int() });

/** Null for what is no line of an export. */
export function readExportLine(line: string): LinkedRecord | null {
  const [, link, record] = form.exec(line) ?? [];
  if (link === undefined || record === undefined) return null;
  try {
    return { ...numbered.parse(JSON.parse(record)), record, link };
  } catch {
    return null;
  }
}
