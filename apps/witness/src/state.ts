import { mkdir, open, readFile, rename } from "node:fs/promises";
import path from "node:path";
import type { LogPin } from "@dvd/crypto";
import { z } from "zod";

const stored = z.record(z.string(), z.strictObject({ size: z.int().min(0), root: z.string().regex(/^[0-9a-f]{64}$/) }));

export type WitnessState = {
  last(origin: string): LogPin | undefined;
  /** Resolves when it would survive a power cut: only then may the cosignature leave. */
  remember(origin: string, pin: LogPin): Promise<void>;
};

/**
 * What this witness has signed, in one file. A file that cannot be read stops the start: a witness that begins anew
 * would sign a second history for a log that it knows already.
 */
export async function openState(folder: string): Promise<WitnessState> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, "witnessed.json");
  const pins = new Map(Object.entries(await readState(file)));
  return {
    last: (origin) => pins.get(origin),
    async remember(origin, pin) {
      await replaceFile(folder, file, JSON.stringify(Object.fromEntries(new Map(pins).set(origin, pin))));
      pins.set(origin, pin);
    },
  };
}

async function readState(file: string) {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "{}";
    throw error;
  });
  return stored.parse(JSON.parse(text));
}

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
