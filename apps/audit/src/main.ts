#!/usr/bin/env node
import { run } from "./run.ts";

const { out, error, exit } = await run(process.argv.slice(2));
process.stdout.write(out);
process.stderr.write(error);
process.exitCode = exit;
