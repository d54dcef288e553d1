/** In the longest encoding of a character still less than the 255 bytes that file systems take. */
const longest = 60;

/** Control and format characters (among them those that turn the direction of writing), line ends, halves of characters. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
const refusedBySystems = /[<>:"|?*]/g;

/**
 * A name that a stranger chose, made fit for this device: it names no folder, hides no ending behind invisible characters,
 * and ends in what the bytes are. What is no PDF gets an ending that no system opens by a double click.
 */
export function safeFileName(name: string, isPdf: boolean) {
  const ending = isPdf ? ".pdf" : ".bin";
  const last = name.replace(invisible, "").split(/[/\\]/).at(-1) ?? "";
  const bare = last.replace(refusedBySystems, "_").trim();
  const stem = bare.toLowerCase().endsWith(ending) ? bare.slice(0, -ending.length) : bare;
  const shown = stem.replace(/^[.\s]+/, "");
  // By characters, not by halves of them. Some systems drop a dot or a space at the end.
  const short = Array.from(shown)
    .slice(0, longest)
    .join("")
    .replace(/[.\s]+$/, "");
  return `${short || "dokument"}${ending}`;
}
