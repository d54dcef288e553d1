import { type Bytes, type CaseKey, generateCaseKey, generateSigningKey, partSize, type SigningKey } from "@dvd/crypto";
import { prepareWork } from "./work.ts";

type Part = { part: number; body: Bytes };
type Document = { parts(): AsyncIterable<Part>; finish(): Promise<unknown> };

/** The product's half; it comes in by bundling, because tests cannot import an app. */
type Product = {
  beginDocument(open: { key: CaseKey; me: SigningKey }, file: File): Promise<Document>;
  uploadParts(documentId: string, parts: AsyncIterable<Part>): Promise<void>;
};

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

async function uploadSealed({ beginDocument, uploadParts }: Product, file: File) {
  const document = await beginDocument({ key: generateCaseKey(), me: (await generateSigningKey()).key }, file);
  await uploadParts("sealed", document.parts());
  await document.finish();
}
