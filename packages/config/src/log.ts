import { type DestinationStream, pino } from "pino";
import { describeError } from "./describe-error.ts";
import { type EventFields, type EventName, logEvents } from "./log-events.ts";

export type Logger = {
  /** Writes one event of the catalogue. Anything that the catalogue does not list is left out and counted. */
  event: <Name extends EventName>(name: Name, fields: EventFields<Name>) => void;
  /** The same log, with the id that ties a request to the jobs it caused. */
  child: (bindings: { correlationId: string }) => Logger;
};

export type LogLevel = "error" | "warn" | "info" | "debug";

const wordPattern = /^[\w.:-]{1,80}$/;

type Written = string | number | boolean | object;

/** The second net below the types: what arrives here at run time may come from a cast or from plain JavaScript. */
function permitted(kind: string, value: unknown): Written | undefined {
  switch (kind.replace("?", "")) {
    case "word":
      return typeof value === "string" && wordPattern.test(value) ? value : undefined;
    case "number":
      return typeof value === "number" && Number.isFinite(value) ? value : undefined;
    case "ms":
      return typeof value === "number" && Number.isFinite(value) ? Math.round(value * 10) / 10 : undefined;
    case "flag":
      return typeof value === "boolean" ? value : undefined;
    default:
      return describeError(value);
  }
}

function selectFields(name: EventName, fields: object): Record<string, Written> {
  const declared: Readonly<Record<string, string>> = logEvents[name].fields;
  const written: Record<string, Written> = {};
  let dropped = 0;
  for (const [field, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    const kind = Object.hasOwn(declared, field) ? declared[field] : undefined;
    const kept = kind && permitted(kind, value);
    if (kept === undefined || kept === "") dropped += 1;
    else written[field] = kept;
  }
  return dropped > 0 ? { ...written, dropped } : written;
}

/** Structured lines on standard output, or on `destination`. */
export function createLogger(options: { level: LogLevel; service: string; destination?: DestinationStream }): Logger {
  const settings = {
    level: options.level,
    base: { service: options.service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const root = options.destination ? pino(settings, options.destination) : pino(settings);
  return wrap(root);
}

function wrap(writer: pino.Logger): Logger {
  return {
    event: (name, fields) => writer[logEvents[name].level]({ event: name, ...selectFields(name, fields) }),
    child: ({ correlationId }) => wrap(wordPattern.test(correlationId) ? writer.child({ correlationId }) : writer),
  };
}
