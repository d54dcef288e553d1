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

/** A witness that has seen another size than we think says so, and is asked again from there. */
async function lineOf({ tree, size, note }: Asked, witness: Witness): Promise<string> {
  const from = async (old: number) => witness.add(addCheckpointBody(old, await tree.consistency(old, size), note));
  const first = await from(size);
  const seen = first.status === 409 && /^\d{1,15}\n$/.test(first.body) ? Number(first.body) : null;
  const { status, body } = seen === null ? first : await from(seen);
  if (status !== 200) throw new Error(`the witness answered ${status}`);
  return body;
}

async function verifyLine(note: string, name: string, policies: readonly LogPolicy[], now: Date) {
  const keys = policies.flatMap((policy) =>
    policy.witnesses.filter((one) => one.name === name).map((one) => ({ ...policy, witnesses: [one], threshold: 1 })),
  );
  const [policy] = keys;
  if (!policy) throw new Error("no authority names this witness");
  await verifyCheckpoint(note, policy, now);
}
