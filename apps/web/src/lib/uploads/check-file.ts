import type { ActiveContent } from "@dvd/domain/document/active-content";
import type { DocumentFlag } from "@dvd/domain/document/flags";
import { documentKinds, headBytes, kindOf, zipContentOf } from "@dvd/domain/document/kinds";
import { largestFileBytes } from "@dvd/domain/document/limits";
import { createByteText, type FileBytes } from "./byte-text.ts";
import { inspectPdf } from "./inspect-pdf.ts";
import { namesInZip } from "./inspect-zip.ts";

/** Why a file stays here. Each has a sentence that says what to do instead. */
export type FileFault =
  | "empty"
  | "tooLarge"
  | "unreadable"
  | "other"
  | "program"
  | "archive"
  | "office"
  | "word"
  | "sheet"
  | "slides"
  | "macros"
  | "cutShort"
  | ActiveContent;

export type FileCheck =
  | { is: "document"; flags: DocumentFlag[] }
  | { is: "picture" }
  | { is: "refused"; fault: FileFault };

const refused = (fault: FileFault): FileCheck => ({ is: "refused", fault });

/** Looks at what a file is, on this device: the server gets it sealed and could not tell anybody what is wrong with it. */
export async function checkFile(file: FileBytes): Promise<FileCheck> {
  if (file.size === 0) return refused("empty");
  if (file.size > largestFileBytes) return refused("tooLarge");
  const bytes = createByteText(file);
  try {
    const kind = kindOf(await bytes.at(0, headBytes));
    const group = documentKinds[kind];
    if (group === "picture") return { is: "picture" };
    if (group === "container") return refused(await faultOfZip(bytes));
    return group === "document" ? await checkPdf(bytes) : refused(group);
  } catch {
    return refused("unreadable");
  }
}

async function checkPdf(bytes: ReturnType<typeof createByteText>): Promise<FileCheck> {
  const { isComplete, isEncrypted, active } = await inspectPdf(bytes);
  if (!isComplete) return refused("cutShort");
  const [worst] = active;
  return worst ? refused(worst) : { is: "document", flags: isEncrypted ? ["password"] : [] };
}

async function faultOfZip(bytes: ReturnType<typeof createByteText>): Promise<FileFault> {
  const names = await namesInZip(bytes);
  if (!names) return "cutShort";
  const { kind, hasMacros } = zipContentOf(names);
  return hasMacros ? "macros" : kind;
}
