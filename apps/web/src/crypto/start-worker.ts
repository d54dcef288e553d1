import { DomainError } from "@dvd/domain/errors";
import { errorOf, type Reply, type Request } from "./rpc.ts";

type Table = Record<string, (...args: never[]) => unknown>;

/** Every method of a worker, as a promise. */
export type Remote<Methods extends Table> = {
  [Name in keyof Methods]: (...args: Parameters<Methods[Name]>) => Promise<Awaited<ReturnType<Methods[Name]>>>;
};

type Waiting = {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
  onProgress: ((value: number) => void) | undefined;
};

/** Starts a worker from its text. `onBroken` is called when it cannot start or breaks. */
export function startWorker<Methods extends Table>(source: string, onBroken?: () => void) {
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
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
    onBroken?.();
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
  const remote = new Proxy({} as Remote<Methods>, {
    get:
      (_, method) =>
      (...args: unknown[]) =>
        call(String(method), args),
  });
  return { remote, end: () => worker.terminate() };
}
