import { mkdir, open, readFile, rename } from "node:fs/promises";
import path from "node:path";
import { ConfigError } from "@dvd/config/config-error";
import type { LogPin } from "@dvd/crypto";
import { z } from "zod";

const stored = z.record(z.string(), z.strictObject({ size: z.int().min(0), root: z.string().regex(/^[0-9a-f]{64}$/) }));

export type WitnessState = {
  last(origin: string): LogPin | undefined;
  /** Resolves when it would survive a power cut: only then may the cosignature leave. */
  remember(origin: string, pin: LogPin): Promise<void>;
};

/**
 * What this witness has signed, in one file. A file that is missing or cannot be read stops the start: a witness that
 * begins anew would sign a second history for a log that it knows already. So only a person says that this is the first.
 */
export async function openState(folder: string, { isFirstStart }: { isFirstStart: boolean }): Promise<WitnessState> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, "witnessed.json");
  const text = await readState(file);
  if (isFirstStart && text !== null) throw problem("holds a state already: start without --first-start");
  if (!isFirstStart && text === null) throw problem(isLost);
  // Written at once: the second start is then not a first one, even if nothing was signed in between.
  if (text === null) await replaceFile(folder, file, "{}");
  const pins = new Map(Object.entries(stored.parse(JSON.parse(text ?? "{}"))));
  return {
    last: (origin) => pins.get(origin),
    async remember(origin, pin) {
      const last = pins.get(origin);
      if (last?.size === pin.size && last.root === pin.root) return;
      await replaceFile(folder, file, JSON.stringify(Object.fromEntries(new Map(pins).set(origin, pin))));
      pins.set(origin, pin);
    },
  };
}

const isLost =
  "holds no state. A new witness is started with --first-start. One that has lost its state needs a new name and key";
const problem = (text: string) => new ConfigError([{ name: "DVD_WITNESS_STATE", problem: text }]);

const readState = (file: string) =>
  readFile(file, "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  });

/** Write, fsync, rename, fsync of the folder: after a crash there is the old file or the new one. */
async function replaceFile(folder: string, file: string, content: string) {
  const next = await open(`${file}.next`, "w", 0o600);
  try {
    await next.writeFile(content);
    await next.sync();
  } finally {
    await next.close();
  }
  await rename(`${file}.next`, file);
  const directory = await open(folder, "r");
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
