import { toBase64, toHex, type Bytes } from "../bytes.ts";
import { CryptoError, refuseUnless } from "../errors.ts";
import { fromNote, parseCheckpoint, verifyLogSignature, type Checkpoint, type NamedSigner } from "./checkpoint.ts";
import { cosign } from "./cosignature.ts";
import { verifyGrowth, type LogPin } from "./proof.ts";

/** What a log sends to a witness: the body of C2SP tlog-witness add-checkpoint. */
export const addCheckpointBody = (oldSize: number, proof: readonly Bytes[], checkpoint: string): string =>
  `old ${oldSize}\n${proof.map((node) => `${toBase64(node)}\n`).join("")}\n${checkpoint}`;

const form = /^old (0|[1-9]\d{0,15})\n((?:.{44}\n){0,63})\n([^]+)$/;

export type Received = {
  body: string;
  /** SPKI of the logs that this witness watches, by origin. */
  logs: ReadonlyMap<string, Uint8Array>;
};

export type AddCheckpoint = Received & {
  /** The last checkpoint that it cosigned for an origin. */
  stored: (origin: string) => LogPin | undefined;
  witness: NamedSigner;
  now: Date;
};

/** HTTP status and body as they go back; `state` has to be stored first. */
export type WitnessAnswer =
  | { status: 200; body: string; origin: string; state: LogPin }
  | { status: 409; body: string }
  | { status: 400 | 403 | 404 | 422; body: "" };

/** Well formed, of a log that is watched, and signed by it. Whether it is a growth is another question. */
export type SignedRequest = { oldSize: number; proof: readonly Bytes[]; checkpoint: Checkpoint };

/** What can be said without the memory of the witness, and so for many requests at once. */
export async function readAddCheckpoint({
  body,
  logs,
}: Received): Promise<{ request: SignedRequest } | { refused: { status: 400 | 403 | 404; body: "" } }> {
  const request = await orRefusal(() => readBody(body));
  if (request === "refused") return { refused: { status: 400, body: "" } };
  const { oldSize, checkpoint } = request;
  const logKey = logs.get(checkpoint.origin);
  if (logKey === undefined) return { refused: { status: 404, body: "" } };
  const signature = await orRefusal(() => verifyLogSignature(checkpoint, logKey));
  if (signature === "refused") return { refused: { status: 403, body: "" } };
  return oldSize > checkpoint.size ? { refused: { status: 400, body: "" } } : { request };
}

/**
 * Decides, and signs nothing. Between reading `last` and the writing of `state` no other request for the same origin may
 * be decided: two forks of one log would both find the same old size, and both would be cosigned.
 */
export async function judgeGrowth(
  { oldSize, proof, checkpoint }: SignedRequest,
  last: LogPin | undefined,
): Promise<{ status: 409; body: string } | { status: 422; body: "" } | { status: 200; state: LogPin }> {
  const state = { size: checkpoint.size, root: toHex(checkpoint.root) };
  const isFork = last?.size === state.size && last.root !== state.root;
  if (oldSize !== (last?.size ?? 0) || isFork) return { status: 409, body: `${last?.size ?? 0}\n` };
  if ((await orRefusal(() => verifyGrowth(last, state, proof))) === "refused") return { status: 422, body: "" };
  return { status: 200, state };
}

/** All of it at once, for one request at a time. */
export async function answerAddCheckpoint(asked: AddCheckpoint): Promise<WitnessAnswer> {
  const read = await readAddCheckpoint(asked);
  if ("refused" in read) return read.refused;
  const { checkpoint } = read.request;
  const judged = await judgeGrowth(read.request, asked.stored(checkpoint.origin));
  if (judged.status !== 200) return judged;
  return { ...judged, body: await cosign(checkpoint, asked.witness, asked.now), origin: checkpoint.origin };
}

async function readBody(body: string): Promise<SignedRequest> {
  const [, old = "", nodes = "", note = ""] = form.exec(body) ?? [];
  const oldSize = Number(old);
  refuseUnless(old !== "" && Number.isSafeInteger(oldSize), "E_LOG_FORMAT");
  const proof = nodes.split("\n").slice(0, -1).map(fromNote);
  return { oldSize, proof, checkpoint: await parseCheckpoint(note) };
}

/** A refusal of what was sent becomes an answer; any other error is ours and stays one. */
async function orRefusal<T>(check: () => Promise<T>): Promise<T | "refused"> {
  try {
    return await check();
  } catch (error) {
    if (error instanceof CryptoError && error.code.startsWith("E_LOG_")) return "refused";
    throw error;
  }
}
