import { getDocument, type PDFDocumentProxy, PDFWorker, type RenderTask } from "pdfjs-dist/legacy/build/pdf.mjs";
import { drawPage, textOf } from "./draw-page.ts";
import { pdfWorkerSource } from "./generated/pdf-worker-source.ts";
import type { Order, Report } from "./messages.ts";

/**
 * The program of the frame in which a decrypted file of somebody else is drawn (ADR 0011). Its origin is opaque, and its
 * policy lets it load and send nothing: bytes come in by message, pixels stay, page numbers and text go out.
 */

// No address can be named, because ours is opaque here; that only our own pages embed us is what frame-ancestors says.
const report = (message: Report) => parent.postMessage(message, "*");

/** Larger pictures are left out: each would need half a gigabyte while it is decoded. */
const largestPicture = 128_000_000;

let file: Promise<PDFDocumentProxy> | null = null;
let drawing: RenderTask | null = null;
let latestTurn = 0;

addEventListener("message", ({ source, data: order }: MessageEvent<Order>) => {
  if (source !== parent) return;
  if (order.kind === "open") file ??= open(order.bytes);
  else if (file) void show(file, order);
});

function open(bytes: ArrayBuffer) {
  const url = URL.createObjectURL(new Blob([pdfWorkerSource], { type: "text/javascript" }));
  const port = new Worker(url);
  port.onerror = () => report({ kind: "failed", reason: "broken" });
  return getDocument({
    data: new Uint8Array(bytes),
    worker: PDFWorker.create({ port }),
    enableXfa: false,
    useWasm: false,
    useWorkerFetch: false,
    maxImageSize: largestPicture,
    verbosity: 0,
  }).promise;
}

async function show(opening: Promise<PDFDocumentProxy>, { page, width, zoom }: Extract<Order, { kind: "show" }>) {
  const turn = (latestTurn += 1);
  drawing?.cancel();
  try {
    const pdf = await opening;
    const sheet = await pdf.getPage(page);
    if (turn !== latestTurn) return;
    const drawn = drawPage(sheet, width * zoom);
    drawing = drawn.task;
    await drawn.task.promise;
    if (turn !== latestTurn) return;
    document.body.replaceChildren(drawn.canvas);
    report({ kind: "shown", page, zoom, pages: pdf.numPages, width: drawn.width, height: drawn.height });
    // A page that can be seen is worth showing, even when its words cannot be read out.
    report({ kind: "text", page, text: await textOf(sheet).catch(() => "") });
  } catch (error) {
    // Overtaken by a later order, which cancelled it.
    if (turn !== latestTurn) return;
    // pdf.js does not export the class.
    const isLocked = error instanceof Error && error.name === "PasswordException";
    report({ kind: "failed", reason: isLocked ? "password" : "broken" });
  }
}

// pdf.js draws in steps of a few milliseconds, one per animation frame. Browsers hold those back in a frame that is
// hidden or scrolled out of view, and the page would never be complete; messages to oneself they do not.
const steps = new MessageChannel();
const waiting: FrameRequestCallback[] = [];
steps.port1.onmessage = () => waiting.shift()?.(performance.now());
window.requestAnimationFrame = (step) => {
  steps.port2.postMessage(null);
  return waiting.push(step);
};

report({ kind: "ready" });
