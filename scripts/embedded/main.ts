import { say, sayEndOf, sayError, sayRunning, sayStep } from "./console.ts";
import { type EmbeddedProfile, startEmbedded } from "./profile.ts";
import { texts } from "./texts.ts";

/** npm, the shell and the terminal may each pass one Ctrl-C on: what comes this close together was one keystroke. */
const sameKeystroke = 1_000;

/** `npm start`. Resolves with the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const unknown = args.find((argument) => argument !== "--reset" && argument !== "--dev");
  if (unknown !== undefined) {
    say(texts.unknownArgument(unknown));
    return 1;
  }
  const startedAt = performance.now();
  const stopping = new AbortController();
  let profile: EmbeddedProfile | undefined;
  listenForStop(stopping, () => profile?.kill());
  try {
    profile = await startEmbedded({
      reset: args.includes("--reset"),
      dev: args.includes("--dev"),
      log: sayStep,
      signal: stopping.signal,
    });
    sayRunning(profile, performance.now() - startedAt);
    const failure = await Promise.race([profile.failed, aborted(stopping.signal)]);
    await profile.stop();
    if (failure === undefined) {
      say(texts.stopped);
      return 0;
    }
    say(texts.crashed(failure.name, failure.log));
    sayEndOf(failure.log);
    return 1;
  } catch (error) {
    if (stopping.signal.aborted) {
      say(texts.stopped);
      return 0;
    }
    sayError(error);
    return 1;
  }
}

function listenForStop(stopping: AbortController, force: () => void): void {
  let firstAt: number | undefined;
  const onSignal = () => {
    const now = performance.now();
    if (firstAt === undefined) {
      firstAt = now;
      say(`\n${texts.stopping}`);
      stopping.abort();
    } else if (now - firstAt > sameKeystroke) {
      force();
      process.exit(130);
    }
  };
  // When the terminal is closed there is nobody left to tell, but still everything to stop in order.
  process.stdout.on("error", () => undefined);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
}

const aborted = (signal: AbortSignal) =>
  new Promise<undefined>((resolve) => {
    signal.addEventListener("abort", () => resolve(undefined));
    if (signal.aborted) resolve(undefined);
  });
