import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { portal } from "../e2e/portal.ts";
import { changeRows } from "./rows.ts";

export type Leak = { what: string; isHere: (place: string) => boolean };

/** The file beside the logs in which a line was planted. The last look of all (last-look.ts) must not find it again. */
const plantedLog = () => path.join(portal().logsDir, "planted.log");
export const removePlantedLog = () => rmSync(plantedLog());

/** Lets content slip into every place that is searched, each the way a mistake would do it. */
export async function plantLeaks(text: string): Promise<Leak[]> {
  const { dataDir, adminUrl, publicUrl } = portal();

  await fetch(`${publicUrl}/api/v1/office?serviceKey=DEMO0000000009&postalCode=${encodeURIComponent(text)}`);
  // Two rows: a short one that lies in its page, and one so long that Postgres compresses and moves it.
  await changeRows(adminUrl, "update cases set routing = routing || jsonb_build_object('note', $1::text)", text);
  await changeRows(adminUrl, "create table leaked as select repeat($1::text, 5000) as note", text);
  const blob = path.join(dataDir, "blobs", "objects", "leak");
  mkdirSync(blob, { recursive: true });
  writeFileSync(path.join(blob, "00000"), Buffer.from(text, "utf16le"));
  const log = plantedLog();
  writeFileSync(log, `{"title":${JSON.stringify(Buffer.from(text).toString("base64"))}}\n`);

  return [
    { what: "an address that the browser calls", isHere: (place) => place.endsWith("traffic.bin") },
    { what: "a column", isHere: (place) => place === "public.cases.routing" },
    { what: "a compressed column", isHere: (place) => place === "public.leaked.note" },
    { what: "the write-ahead log", isHere: (place) => place.includes("/pg_wal/") },
    { what: "a blob", isHere: (place) => place.includes("/blobs/") },
    { what: "a log line", isHere: (place) => place === log },
  ];
}
