import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { memoryOf } from "../../e2e/process-table.ts";
import { highestDuring, measurePairs, timed } from "../pairs.ts";
import { type BenchPage, inChromium } from "./chromium.ts";
import { prepareWork } from "./work.ts";

const megabyte = 1_048_576;
const sizes = [
  { megabytes: 64, rounds: 11 },
  { megabytes: 1024, rounds: 3 },
];

type Run = (work: "rawSeal" | "seal" | "rawOpen" | "open") => Promise<number>;

/**
 * C1: seal and open from memory against the raw primitives on the same bytes, and what resident memory it adds while
 * the input is there already. C3: a picked file, sealed and sent by the product's code against the same file as it is.
 */
export async function measureCrypto() {
  for (const { megabytes, rounds } of sizes) {
    const work = await prepareWork(megabytes * megabyte);
    await measureSize(
      `Node ${process.version}, ${megabytes} MB`,
      rounds,
      (name) => timed(work[name]),
      () => memoryOf(process.pid).now,
    );
  }
  await inChromium(async (bench) => {
    for (const { megabytes, rounds } of sizes) {
      await bench.run("prepare", megabytes * megabyte);
      await measureSize(`Chromium, ${megabytes} MB`, rounds, (name) => bench.run(name), bench.memory);
    }
  });
  await inChromium(measureUploads);
}

async function measureSize(label: string, rounds: number, run: Run, memory: () => number) {
  await measurePairs(`${label}, seal`, rounds, { reference: () => run("rawSeal"), subject: () => run("seal") });
  await measurePairs(`${label}, open`, rounds, { reference: () => run("rawOpen"), subject: () => run("open") });
  for (const name of ["rawSeal", "seal", "rawOpen", "open"] as const) {
    const before = memory();
    const highest = await highestDuring(memory, () => run(name));
    console.log(`${label}, ${name}: ${(highest - before).toFixed(0)} MB more than ${before.toFixed(0)} MB at rest`);
  }
}

async function measureUploads({ run, pick, evaluate, memory }: BenchPage) {
  const folder = mkdtempSync(path.join(tmpdir(), "dvd-bench-"));
  const pickFile = async (megabytes: number) => {
    const file = path.join(folder, `${megabytes}.bin`);
    writeFileSync(file, "");
    truncateSync(file, megabytes * megabyte);
    await pick(file);
  };
  try {
    await pickFile(50);
    await measurePairs("Chromium, upload of 50 MB", 11, {
      reference: () => run("plainUpload"),
      subject: () => run("sealedUpload"),
    });
    const before = memory();
    await pickFile(512);
    for (const name of ["plainUpload", "sealedUpload"] as const) {
      const highest = await highestDuring(memory, () => run(name));
      console.log(`Chromium, ${name} of 512 MB: renderer ${before.toFixed(0)} MB, at most ${highest.toFixed(0)} MB`);
    }
    console.log(`Chromium, longest pause of the main thread: ${Number(await evaluate("longestPause")).toFixed(0)} ms`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
