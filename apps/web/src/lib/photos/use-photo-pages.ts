"use client";

import { newId } from "../new-id.ts";
import { useHeld } from "../unsent/use-held.ts";
import { type Crop, noCrop, turnCrop } from "./crop.ts";
import { heldPhotos, type PhotoPage } from "./held-photos.ts";
import { isBlurred } from "./is-blurred.ts";

/** Photos that are not a document yet, by the place that they are for; only in memory, where the lock leaves them. */
export function usePhotoPages(bundle: string) {
  const [pages, change] = useHeld(heldPhotos, bundle);

  const pageOf = (slot: string, file: File): PhotoPage => {
    return { id: newId(), slot, file, quarterTurns: 0, crop: noCrop, url: URL.createObjectURL(file), isBlurred: false };
  };
  const changeOne = (id: string, part: (page: PhotoPage) => Partial<PhotoPage>) =>
    change((before) => before.map((page) => (page.id === id ? { ...page, ...part(page) } : page)));

  /** One after the other: a photo unpacked takes fifty megabytes. What cannot be read is found out when it is drawn. */
  async function look(added: readonly PhotoPage[]) {
    for (const { id, file } of added)
      if (await isBlurred(file).catch(() => false)) changeOne(id, () => ({ isBlurred: true }));
  }

  function leave(gone: (page: PhotoPage) => boolean) {
    for (const { url } of pages.filter(gone)) URL.revokeObjectURL(url);
    change((before) => before.filter((page) => !gone(page)));
  }

  return {
    all: pages,
    add(slot: string, files: readonly File[]) {
      const added = files.map((file) => pageOf(slot, file));
      change((before) => [...before, ...added]);
      void look(added);
    },
    turn: (id: string) =>
      changeOne(id, ({ quarterTurns, crop }) => ({ quarterTurns: (quarterTurns + 1) % 4, crop: turnCrop(crop) })),
    crop: (id: string, crop: Crop) => changeOne(id, () => ({ crop })),
    /** Blurred or not, the person can read it. */
    accept: (id: string) => changeOne(id, () => ({ isBlurred: false })),
    /** Another photo of the same page, in its place. */
    retake(id: string, file: File) {
      const page = pages.find((one) => one.id === id);
      if (!page) return;
      const next = pageOf(page.slot, file);
      change((before) => before.map((one) => (one.id === id ? next : one)));
      URL.revokeObjectURL(page.url);
      void look([next]);
    },
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
