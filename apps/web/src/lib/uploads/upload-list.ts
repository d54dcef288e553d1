import type { UploadItem, UploadState } from "./upload-item.ts";

export type UploadList = ReturnType<typeof createUploadList>;

/** What the screen shows of a queue. Each change makes a new list, so that whoever watches sees that it is another one. */
export function createUploadList() {
  let items: readonly UploadItem[] = [];
  const watchers = new Set<() => void>();

  function update(change: (before: readonly UploadItem[]) => readonly UploadItem[]) {
    items = change(items);
    for (const watch of watchers) watch();
  }
  const replace = (fileId: string, part: Partial<UploadItem>) =>
    update((before) => before.map((item) => (item.fileId === fileId ? { ...item, ...part } : item)));

  return {
    all: () => items,
    find: (fileId: string) => items.find((item) => item.fileId === fileId),
    add: (item: UploadItem) => update((before) => [...before.filter(({ fileId }) => fileId !== item.fileId), item]),
    change: replace,
    set: (fileId: string, state: UploadState) => replace(fileId, { state }),
    remove: (gone: string) => update((before) => before.filter(({ fileId }) => fileId !== gone)),
    watch(onChange: () => void) {
      watchers.add(onChange);
      return () => {
        watchers.delete(onChange);
      };
    },
  };
}
