"use client";

import { newId } from "../new-id.ts";
import { useHeld } from "../unsent/use-held.ts";
import { heldPhotos, type PhotoPage } from "./held-photos.ts";

/** Photos that are not a document yet, by the place that they are for; only in memory, where the lock leaves them. */
export function usePhotoPages(bundle: string) {
  const [pages, change] = useHeld(heldPhotos, bundle);

  function leave(gone: (page: PhotoPage) => boolean) {
    for (const { url } of pages.filter(gone)) URL.revokeObjectURL(url);
    change((before) => before.filter((page) => !gone(page)));
  }

  return {
    all: pages,
    add(slot: string, files: readonly File[]) {
      const added = files.map((file) => ({ id: newId(), slot, file, quarterTurns: 0, url: URL.createObjectURL(file) }));
      change((before) => [...before, ...added]);
    },
    turn: (id: string) =>
      change((before) =>
        before.map((page) => (page.id === id ? { ...page, quarterTurns: (page.quarterTurns + 1) % 4 } : page)),
      ),
    /** One place up (-1) or down (1), among the pages of the same document. */
    move: (id: string, by: -1 | 1) => change((before) => moved(before, id, by)),
    remove: (id: string) => leave((page) => page.id === id),
    clear: (slot: string) => leave((page) => page.slot === slot),
  };
}

export type PhotoPages = ReturnType<typeof usePhotoPages>;

export function moved(pages: readonly PhotoPage[], id: string, by: -1 | 1): readonly PhotoPage[] {
  const page = pages.find((one) => one.id === id);
  const own = pages.filter(({ slot }) => slot === page?.slot);
  const other = own[own.findIndex((one) => one.id === id) + by];
  if (!page || !other) return pages;
  return pages.map((one) => (one === page ? other : one === other ? page : one));
}
