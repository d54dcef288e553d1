import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { ensureBrowser } from "@dvd/scripts/browser";
import { bundleForPage } from "../../bundle-for-page.ts";
import { memoryOf } from "../../e2e/process-table.ts";
import { launchChromium } from "./devtools.ts";
import { startSink } from "./sink.ts";

const product = path.resolve(import.meta.dirname, "../../../apps/web/src/crypto");

/** What the product's own worker seals and sends with, put into the worker of the measurement. */
const contents = `
import { keptFiles } from "${product}/uploads/kept-files.ts";
import { indexedDbRecords } from "${product}/uploads/upload-records.ts";
import { createUploads } from "${product}/uploads/uploads.ts";
import { anyCase, serveWork } from "./worker.ts";
const ports = { files: keptFiles, records: indexedDbRecords, now: () => new Date() };
anyCase().then((caseOf) => serveWork(createUploads({ ...ports, caseOf })));`;

export type BenchPage = {
  /** Runs one thing of `worker.ts` in the page's worker; milliseconds. */
  run: (work: string, size?: number) => Promise<number>;
  /** Picks a file in the page. */
  pick: (file: string) => Promise<unknown>;
  evaluate: (expression: string) => Promise<unknown>;
  /** Resident MB of the one renderer there is. */
  memory: () => number;
};

/** A Chromium with one page and one worker, and a server that swallows uploads; gone again whatever happens. */
export async function inChromium(work: (bench: BenchPage) => Promise<void>) {
  const { executablePath } = await ensureBrowser(() => undefined);
  const workerSource = await bundleForPage({ contents, folder: import.meta.dirname });
  const sink = await startSink(workerSource);
  const { send, stop } = await launchChromium(executablePath);
  try {
    const { targetId } = (await send("Target.createTarget", { url: sink.url })) as { targetId: string };
    const attached = await send("Target.attachToTarget", { targetId, flatten: true });
    const { sessionId } = attached as { sessionId: string };
    const evaluate = async (expression: string) => {
      const answer = await send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true }, sessionId);
      const { result, exceptionDetails } = answer as { result: { value: unknown }; exceptionDetails?: object };
      if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
      return result.value;
    };
    while ((await evaluate("typeof runWork")) !== "function") await setTimeout(20);
    await work({
      evaluate,
      run: async (name, size = 0) => Number(await evaluate(`runWork(${JSON.stringify({ name, size })})`)),
      async pick(file) {
        const { result } = (await send("Runtime.evaluate", { expression: "field" }, sessionId)) as {
          result: { objectId: string };
        };
        await send("DOM.setFileInputFiles", { files: [file], objectId: result.objectId }, sessionId);
      },
      memory: await rendererMemory(send),
    });
  } finally {
    await stop();
    await sink.stop();
  }
}

async function rendererMemory(send: (method: string) => Promise<unknown>) {
  const { processInfo } = (await send("SystemInfo.getProcessInfo")) as { processInfo: { type: string; id: number }[] };
  const renderer = processInfo.filter(({ type }) => type === "renderer");
  return () => Math.max(...renderer.map(({ id }) => memoryOf(id).now));
}
