/**
 * What in a PDF does something instead of showing something. None of it is needed to read a document, all of it has been
 * used against whoever opens one. An office cannot look into what it has not opened, so it stays on the sender's device.
 */
const activeNames = {
  JavaScript: "script",
  JS: "script",
  Launch: "script",
  RichMedia: "script",
  Rendition: "script",
  EmbeddedFile: "attachment",
  EmbeddedFiles: "attachment",
  Filespec: "attachment",
  GoToE: "attachment",
  GoToR: "connection",
  SubmitForm: "connection",
  ImportData: "connection",
  XFA: "form",
} as const;

export type ActiveContent = (typeof activeNames)[keyof typeof activeNames];

/** A name ends at white space or at one of the characters with a meaning of their own (ISO 32000, 7.2.2). */
const name = /\/([^\s\0()<>[\]{}/%]{1,127})/g;

/** `#4A` in a name stands for `J`: written so, a name looks like another one and is the same. */
const unescaped = (escaped: string) =>
  escaped.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const isActiveName = (found: string): found is keyof typeof activeNames => Object.hasOwn(activeNames, found);

/** `structure`: a PDF, or a piece of one, without what is in its streams. */
export function activeContentIn(structure: string): ActiveContent[] {
  const found = new Set<ActiveContent>();
  for (const [, escaped = ""] of structure.matchAll(name)) {
    const plain = unescaped(escaped);
    if (isActiveName(plain)) found.add(activeNames[plain]);
  }
  // An action at the moment of opening that leads to another program or a web page; one that turns to a page is harmless.
  if (/\/(?:OpenAction|AA)\b[\s\S]{0,200}?\/S\s*\/URI\b/.test(structure)) found.add("connection");
  return [...found];
}
