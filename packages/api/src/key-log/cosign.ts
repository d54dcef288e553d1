import { addCheckpointBody, type LogPolicy, type Tree, verifyCheckpoint } from "@dvd/crypto";
import type { WorkerDeps } from "../context.ts";
import type { Witness } from "./witness.ts";

type Asked = { tree: Tree; size: number; note: string };

/**
 * The note with the line of every witness that was reached and has really signed. A line that nobody could verify is
 * left out: one bad signature would spoil the note for every reader.
 */
export async function cosigned(
  deps: Pick<WorkerDeps, "now" | "log">,
  asked: Asked,
  witnesses: readonly Witness[],
  policies: readonly LogPolicy[],
): Promise<string> {
  const lines = await Promise.all(
    witnesses.map(async (witness) => {
      try {
        const line = await lineOf(asked, witness);
        await verifyLine(asked.note + line, witness.name, policies, deps.now());
        return line;
      } catch (error) {
        deps.log.event("key-log.witness-failed", { witness: witness.name, error });
        return "";
      }
    }),
  );
  return asked.note + lines.join("");
}

/** Other keepers of the same log talk to the witness at the same time; each of them may move it on once. */
const mostTries = 4;

/** A witness that has seen another size than we think says so, and is asked again from there. */
async function lineOf({ tree, size, note }: Asked, witness: Witness): Promise<string> {
  let old = size;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const { status, body } = await witness.add(addCheckpointBody(old, await tree.consistency(old, size), note));
    if (status === 200) return body;
    if (status !== 409 || !/^\d{1,15}\n$/.test(body)) throw new Error(`the witness answered ${status}`);
    old = Number(body);
  }
  throw new Error("the witness moves on all the time");
}

async function verifyLine(note: string, name: string, policies: readonly LogPolicy[], now: Date) {
  const keys = policies.flatMap((policy) =>
    policy.witnesses.filter((one) => one.name === name).map((one) => ({ ...policy, witnesses: [one], threshold: 1 })),
  );
  const [policy] = keys;
  if (!policy) throw new Error("no authority names this witness");
  await verifyCheckpoint(note, policy, now);
}
