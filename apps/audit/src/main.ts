#!/usr/bin/env node
import { once } from "node:events";
import { run } from "./run.ts";

/** Waits while the reader is slower than we are: a long chain must not end up in memory. */
async function write(line: string) {
  if (!process.stdout.write(line)) await once(process.stdout, "drain");
}

const { out, error, exit } = await run(process.argv.slice(2), write);
process.stdout.write(out);
process.stderr.write(error);
process.exitCode = exit;
