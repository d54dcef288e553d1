import type { DomainErrorCode } from "@dvd/domain/errors";
import type { Dictionary, de } from "./de.ts";

/** Long texts of the public pages stay on the server: no page needs them in the browser. */
export type BrowserDictionary = Omit<Dictionary, "pages">;

type Leaves<T, Prefix extends string = ""> = {
  [Key in keyof T & string]: T[Key] extends string ? `${Prefix}${Key}` : Leaves<T[Key], `${Prefix}${Key}.`>;
}[keyof T & string];

type At<T, Path extends string> = Path extends `${infer Head}.${infer Rest}`
  ? Head extends keyof T
    ? At<T[Head], Rest>
    : never
  : Path extends keyof T
    ? T[Path]
    : never;

type Placeholders<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never;

type Texts = Omit<typeof de, "errors">;
export type TextKey = Leaves<Texts>;
export type BrowserTextKey = Leaves<Omit<Texts, "pages">>;

type Filling<Key extends string> = [Placeholders<At<Texts, Key>>] extends [never]
  ? []
  : [values: Record<Placeholders<At<Texts, Key>>, string | number>];

export type Translate<Keys extends string> = <Key extends Keys>(key: Key, ...filling: Filling<Key>) => string;

function textAt(dictionary: object, key: string): string {
  let node: unknown = dictionary;
  for (const step of key.split(".")) {
    node = typeof node === "object" && node !== null ? Reflect.get(node, step) : undefined;
  }
  // The type of the key rules this out, unless a dictionary came from somewhere else.
  if (typeof node !== "string") throw new Error(`No text for ${key}`);
  return node;
}

/** `t("common.errorNumber", { number })`: a missing key or value does not compile. */
export const translator =
  <Keys extends string>(dictionary: object): Translate<Keys> =>
  (key, ...[values]) =>
    Object.entries<string | number>(values ?? {}).reduce(
      (text, [name, value]) => text.replaceAll(`{${name}}`, String(value)),
      textAt(dictionary, key),
    );

/** What happened, what is safe, what to do. */
export const errorSentence = (dictionary: Pick<Dictionary, "errors">, code: DomainErrorCode) => dictionary.errors[code];
