import { generateCaseKey, generateSigningKey, partSize } from "@dvd/crypto";
import { prepareWork } from "./work.ts";

/** The product's half; it comes in by bundling, because tests cannot import an app. */
export type Product = {
  addFile(file: {
    fileId: string;
    accountId: string;
    bundle: string;
    slot: string;
    name: string;
    type: string;
    flags: [];
    file: File;
  }): Promise<unknown>;
  startFile(fileId: string, caseId: string): Promise<{ parts: number }>;
  sendPart(fileId: string, part: number): Promise<void>;
  removeFile(fileId: string): Promise<unknown>;
};

/** Of one case, whichever it is: nobody opens what is measured. */
export async function anyCase() {
  const [key, { key: me }] = [generateCaseKey(), await generateSigningKey()];
  return () => ({ key, me });
}

type Question = { name: string; size: number; file: File | undefined };
type Port = { onmessage: ((event: MessageEvent<Question>) => void) | null; postMessage(answer: object): void };

/** Answers a question with the milliseconds that its work took. */
export function serveWork(product: Product, port: Port = globalThis) {
  let prepared: Record<string, () => Promise<unknown>> = {};

  const work: Record<string, (question: Question) => Promise<unknown>> = {
    async prepare({ size }) {
      prepared = {};
      prepared = await prepareWork(size);
    },
    plainUpload: ({ file }) => uploadPlain(picked(file)),
    sealedUpload: ({ file }) => uploadSealed(product, picked(file)),
  };

  port.onmessage = ({ data }) => {
    const start = performance.now();
    const run = work[data.name] ?? prepared[data.name] ?? (() => Promise.reject(new Error(`no work ${data.name}`)));
    run(data).then(
      () => port.postMessage({ milliseconds: performance.now() - start }),
      (error: unknown) => port.postMessage({ error: String(error) }),
    );
  };
}

function picked(file: File | undefined): File {
  if (!file) throw new Error("no file was picked");
  return file;
}

/** The same file in parts of the same size, as it is. */
async function uploadPlain(file: File) {
  for (let at = 0; at < file.size; at += partSize) {
    const body = file.slice(at, at + partSize);
    const response = await fetch(`${location.origin}/api/uploads/plain/parts/${at / partSize}`, {
      method: "PUT",
      body,
    });
    if (!response.ok) throw new Error(`${response.status}`);
  }
}

const partsInFlight = 3;

/** Keeps the file on the device, seals it from there and sends it, as the page has it done. */
async function uploadSealed({ addFile, startFile, sendPart, removeFile }: Product, file: File) {
  const fileId = crypto.randomUUID();
  const about = { accountId: "bench", bundle: "bench", slot: "", name: file.name, type: file.type, flags: [] as [] };
  await addFile({ ...about, fileId, file });
  const { parts } = await startFile(fileId, crypto.randomUUID());
  const queue = Array.from({ length: parts }, (_, part) => part);
  const run = async () => {
    for (let part = queue.shift(); part !== undefined; part = queue.shift()) await sendPart(fileId, part);
  };
  await Promise.all(Array.from({ length: partsInFlight }, run));
  await removeFile(fileId);
}
