import { DomainError } from "@dvd/domain/errors";
import { workerSource } from "./generated/worker-source.ts";
import { errorOf, type Reply, type Request } from "./rpc.ts";
import type { WorkerMethods } from "./worker.ts";

/** The key holder as the page sees it: every method of the worker, as a promise. */
export type Keys = {
  [Name in keyof WorkerMethods]: (
    ...args: Parameters<WorkerMethods[Name]>
  ) => Promise<Awaited<ReturnType<WorkerMethods[Name]>>>;
};

type Waiting = {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
  onProgress: ((value: number) => void) | undefined;
};

let keys: Keys | null = null;

/** One worker for the page; it starts when keys are needed for the first time, which is after the login. */
export function keyHolder(): Keys {
  keys ??= startWorker();
  return keys;
}

function startWorker(): Keys {
  const url = URL.createObjectURL(new Blob([workerSource], { type: "text/javascript" }));
  const worker = new Worker(url);
  URL.revokeObjectURL(url);
  const waiting = new Map<number, Waiting>();
  let lastId = 0;

  worker.onmessage = ({ data: reply }: MessageEvent<Reply>) => {
    const call = waiting.get(reply.id);
    if (reply.kind === "progress") {
      call?.onProgress?.(reply.value);
      return;
    }
    waiting.delete(reply.id);
    if (reply.kind === "result") call?.resolve(reply.value);
    else call?.reject(errorOf(reply));
  };

  // A worker that cannot start, or breaks, would leave everybody waiting for ever.
  worker.onerror = () => {
    keys = null;
    for (const { reject } of waiting.values()) reject(new DomainError("internal"));
    waiting.clear();
  };

  const call = (method: string, args: unknown[]) =>
    new Promise((resolve, reject) => {
      const last = args.at(-1);
      // Functions cannot travel: the worker's side adds its own and reports through it.
      const onProgress = typeof last === "function" ? (value: number) => void last(value) : undefined;
      const request: Request = { id: (lastId += 1), method, args: onProgress ? args.slice(0, -1) : args };
      waiting.set(request.id, { resolve, reject, onProgress });
      worker.postMessage(request);
    });

  // Each property is a call of that name; the type above lists the names that exist.
  return new Proxy({} as Keys, {
    get:
      (_, method) =>
      (...args: unknown[]) =>
        call(String(method), args),
  });
}
