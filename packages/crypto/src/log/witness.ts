import { toBase64, toHex, type Bytes } from "../bytes.ts";
import { CryptoError, refuseUnless } from "../errors.ts";
import { fromNote, parseCheckpoint, verifyLogSignature, type NamedSigner } from "./checkpoint.ts";
import { cosign } from "./cosignature.ts";
import { verifyGrowth, type LogPin } from "./proof.ts";

/** What a log sends to a witness: the body of C2SP tlog-witness add-checkpoint. */
export const addCheckpointBody = (oldSize: number, proof: readonly Bytes[], checkpoint: string): string =>
  `old ${oldSize}\n${proof.map((node) => `${toBase64(node)}\n`).join("")}\n${checkpoint}`;

const form = /^old (0|[1-9]\d{0,15})\n((?:.{44}\n){0,63})\n([^]+)$/;

export type AddCheckpoint = {
  body: string;
  /** SPKI of the logs that this witness watches, by origin. */
  logs: ReadonlyMap<string, Uint8Array>;
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

/**
 * Decides, and touches nothing. Between `stored` and the writing of `state` no other request for the same origin may be
 * decided: two forks of one log would both find the same old size, and both would be cosigned.
 */
export async function answerAddCheckpoint(request: AddCheckpoint): Promise<WitnessAnswer> {
  const read = await orRefusal(() => readBody(request.body));
  if (read === "refused") return { status: 400, body: "" };
  const { oldSize, proof, checkpoint } = read;
  const { origin, size } = checkpoint;
  const logKey = request.logs.get(origin);
  if (logKey === undefined) return { status: 404, body: "" };
  if ((await orRefusal(() => verifyLogSignature(checkpoint, logKey))) === "refused") return { status: 403, body: "" };
  if (oldSize > size) return { status: 400, body: "" };

  const last = request.stored(origin);
  const state = { size, root: toHex(checkpoint.root) };
  const isFork = last?.size === size && last.root !== state.root;
  if (oldSize !== (last?.size ?? 0) || isFork) return { status: 409, body: `${last?.size ?? 0}\n` };
  if ((await orRefusal(() => verifyGrowth(last, state, proof))) === "refused") return { status: 422, body: "" };
  return { status: 200, body: await cosign(checkpoint, request.witness, request.now), origin, state };
}

async function readBody(body: string) {
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
