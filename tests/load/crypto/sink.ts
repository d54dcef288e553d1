import { createServer } from "node:http";
import { freeTestPort } from "@dvd/scripts/embedded/ports";

/** One question to the worker at a time, with the file that was picked. */
const page = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>bench</title>
<input type="file" id="field">
<script>
  const worker = new Worker("/worker.js");
  const runWork = (question) => new Promise((resolve, reject) => {
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.onmessage = ({ data }) => ("error" in data ? reject(new Error(data.error)) : resolve(data.milliseconds));
    worker.postMessage({ ...question, file: field.files[0] });
  });
  // How late a timer comes at worst is what a person's click would have to wait.
  let longestPause = 0;
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    longestPause = Math.max(longestPause, now - last);
    last = now;
  }, 1);
</script>`;

/** Serves one page with a file field and swallows every upload: what is left is the browser's own work. */
export async function startSink(workerSource: string) {
  const port = await freeTestPort(Math.random());
  const server = createServer((request, response) => {
    const isWorker = request.url === "/worker.js";
    request.resume();
    request.on("end", () => {
      response.writeHead(200, { "content-type": isWorker ? "text/javascript" : "text/html" });
      if (request.method === "GET") response.write(isWorker ? workerSource : page);
      response.end();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
