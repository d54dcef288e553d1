/** What is wrong with one setting. The text names the rule and never repeats the value: it goes to a console or a log. */
export type ConfigProblem = { name: string; problem: string };

export class ConfigError extends Error {
  readonly code = "config.invalid";
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    super(`${problems.length} settings are missing or wrong`);
    this.name = "ConfigError";
    this.problems = problems;
  }
}

/** The complete list for the person who starts the process. */
export function describeProblems({ problems }: ConfigError): string {
  const width = Math.max(...problems.map(({ name }) => name.length));
  const lines = problems.map(({ name, problem }) => `  ${name.padEnd(width)}  ${problem}`);
  return ["The configuration is not usable:", ...lines].join("\n");
}
