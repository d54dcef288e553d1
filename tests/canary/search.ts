import { type Dirent, createReadStream, readdirSync } from "node:fs";
import path from "node:path";
import { encodingsOf } from "./encodings.ts";
import { asAdmin } from "./rows.ts";

export type Sighting = { marker: string; encoding: string; place: string };

/** One row of bytes, and what it would mean: most texts look the same in several encodings, and are looked for once. */
type Needle = { bytes: Buffer; meanings: { marker: string; encoding: string }[] };

function needlesOf(markers: readonly string[]): Needle[] {
  const forms = markers.flatMap((marker) =>
    Array.from(encodingsOf(marker), ([encoding, bytes]) => ({ bytes, meaning: { marker, encoding } })),
  );
  const alike = Map.groupBy(forms, ({ bytes }) => bytes.toString("latin1"));
  return Array.from(alike, ([bytes, group]) => ({
    bytes: Buffer.from(bytes, "latin1"),
    meanings: group.map(({ meaning }) => meaning),
  }));
}

/** Looks for markers in files and tables, in every form that `encodingsOf` knows. */
export function createSearch(markers: readonly string[]) {
  const needles = needlesOf(markers);
  const longest = Math.max(...needles.map(({ bytes }) => bytes.length));

  const look = (haystack: Buffer, place: string): Sighting[] =>
    needles
      .filter(({ bytes }) => haystack.includes(bytes))
      .flatMap(({ meanings }) => meanings.map((meaning) => ({ ...meaning, place })));

  async function inFile(file: string): Promise<Sighting[]> {
    const sightings: Sighting[] = [];
    let tail = Buffer.alloc(0);
    for await (const chunk of createReadStream(file, { highWaterMark: 1_048_576 })) {
      // A marker may lie across two chunks, so the end of the one before is looked at again.
      const window = Buffer.concat([tail, chunk]);
      sightings.push(...look(window, file));
      tail = window.subarray(Math.max(0, window.length - longest));
    }
    return sightings;
  }

  return {
    inFile,

    async inFolder(folder: string, except: (file: string) => boolean = () => false): Promise<Sighting[]> {
      const sightings: Sighting[] = [];
      for (const file of filesBelow(folder).filter((candidate) => !except(candidate)))
        sightings.push(...(await inFile(file).catch(nothingWhenGone)));
      return sightings;
    },

    /** Every row of every table of every schema, as text and as bytes: what the disk may hold compressed. */
    inDatabase: (adminUrl: string): Promise<Sighting[]> =>
      asAdmin(adminUrl, async (sql) => {
        const tables = await sql<{ name: string }[]>`
          select format('%I.%I', schemaname, tablename) as name from pg_tables
          where schemaname not in ('pg_catalog', 'information_schema')`;
        const sightings: Sighting[] = [];
        for (const { name } of tables)
          for (const row of await sql.unsafe(`select * from ${name}`))
            for (const [column, value] of Object.entries(row))
              sightings.push(...look(asBytes(value), `${name}.${column}`));
        return sightings;
      }),
  };
}

/** A running database removes files between our listing and our reading; what is gone is stored nowhere. */
function nothingWhenGone(cause: unknown): Sighting[] {
  if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return [];
  throw cause;
}

const asBytes = (value: unknown) =>
  value instanceof Uint8Array
    ? Buffer.from(value)
    : Buffer.from(typeof value === "string" ? value : (JSON.stringify(value) ?? ""));

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry: Dirent) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}
