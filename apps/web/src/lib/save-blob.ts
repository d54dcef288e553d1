/** Hands a file to the person. The name must be safe already: of this page's own making, or through `safeFileName`. */
export function saveBlob(blob: Blob, name: string) {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to read it by then; kept for ever, it would keep the file in memory.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
