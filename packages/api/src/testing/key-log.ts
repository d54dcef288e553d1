import { answerAddCheckpoint, generateSigningKey, type LogPin, toBase64Url } from "@dvd/crypto";
import type { LogChoice } from "../founding/found-authority.ts";
import type { LogKeeper } from "../key-log/grow-key-log.ts";
import type { Witness } from "../key-log/witness.ts";

const origin = "log.test/keys";
const name = "witness.test";

/** A log with one witness. Its decisions are the real ones, only the way to it is shorter. */
export async function makeKeyLog() {
  const [log, seen] = [(await generateSigningKey()).key, (await generateSigningKey()).key];
  const pins = new Map<string, LogPin>();
  const logs = new Map([[origin, log.spki]]);
  const witness: Witness = {
    name,
    async add(body) {
      const stored = (of: string) => pins.get(of);
      const answer = await answerAddCheckpoint({ body, logs, stored, witness: { name, key: seen }, now: new Date() });
      if (answer.status === 200) pins.set(answer.origin, answer.state);
      return answer;
    },
  };
  const keeper: LogKeeper = { signer: { name: origin, key: log }, witnesses: [witness] };
  const choice: LogChoice = {
    origin,
    log_key: toBase64Url(log.spki),
    witnesses: [{ name, key: toBase64Url(seen.spki) }],
    threshold: 1,
  };
  return { keeper, choice, witness };
}
