export type ErrorDescription = {
  name: string;
  code?: string;
  /** SQLSTATE, when the database refused. */
  sqlState?: string;
  constraint?: string;
  stackFrames: string[];
};

const word = /^[\w.:-]{1,80}$/;
const sqlState = /^[0-9A-Z]{5}$/;
const frame = /^\s+at (?:[\w.<>$#[\] ]+ )?\(?(?:file:|node:|webpack:|\/)[^()]*:\d+:\d+\)?$/;

/**
 * What may be known about an error without knowing what it says. Messages are dropped altogether, of the error and of its
 * causes: those of Postgres and drizzle quote values, and any other may quote its input.
 */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { name: "NotAnError", stackFrames: [] };
  const chain = causesOf(error);
  const database = chain.find((link) => sqlState.test(textOf(link, "code")) && textOf(link, "severity") !== "");
  const code = chain.map((link) => textOf(link, "code")).find((text) => word.test(text) && !isSqlState(text, database));
  const constraint = database && textOf(database, "constraint_name");
  return {
    name: nameOf(error),
    ...(code && { code }),
    ...(database && { sqlState: textOf(database, "code") }),
    ...(constraint && word.test(constraint) && { constraint }),
    stackFrames: framesOf(error),
  };
}

const isSqlState = (text: string, database: Error | undefined) =>
  database !== undefined && text === textOf(database, "code");

function causesOf(error: Error): Error[] {
  const chain = [error];
  for (let next = error.cause; next instanceof Error && chain.length < 5; next = next.cause) chain.push(next);
  return chain;
}

function textOf(error: Error, field: string): string {
  const value: unknown = Reflect.get(error, field);
  return typeof value === "string" ? value : "";
}

/** Some libraries leave `name` at "Error"; the name of the class says more. */
function nameOf(error: Error): string {
  const name = error.name === "Error" ? error.constructor.name : error.name;
  return word.test(name) ? name : "Error";
}

/** A stack begins with the message, which may have lines that look like frames: cut it off first, then look. */
function framesOf(error: Error): string[] {
  const stack = error.stack ?? "";
  const start = stack.indexOf(error.message);
  if (start < 0) return [];
  return stack
    .slice(start + error.message.length)
    .split("\n")
    .filter((line) => frame.test(line))
    .map((line) => line.trim().slice(3))
    .slice(0, 12);
}
