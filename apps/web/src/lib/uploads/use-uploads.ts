"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { keyHolder } from "../../crypto/client.ts";
import { type PhotoPages, usePhotoPages } from "../photos/use-photo-pages.ts";
import { useTRPCClient } from "../trpc/client.ts";
import { ownInThisTab } from "./own-in-this-tab.ts";
import { underWay } from "./under-way.ts";
import type { UploadItem } from "./upload-item.ts";
import { createUploadQueue, type UploadQueue } from "./upload-queue.ts";

export type Uploads = {
  /** Without those that were taken off the list, and without what nobody has picked. */
  items: readonly UploadItem[];
  /** With those, for as long as they can be put back. */
  all: readonly UploadItem[];
  /** Of all that travels: what somebody wrote is a document like the others, and has no place in a list. */
  travelling: readonly UploadItem[];
  /** False while another tab works on the same documents. */
  isOwn: boolean;
  /** All that this device has kept is in the list. */
  isLoaded: boolean;
  queue: UploadQueue;
  /** Photos that are not a document yet. */
  photos: PhotoPages;
};

/**
 * The documents of one bundle, for as long as the page that asks is open. `accountId` and `bundle` never change during
 * that time.
 */
export function useUploads(accountId: string, bundle: string): Uploads {
  const client = useTRPCClient();
  const [isOwn, setIsOwn] = useState(false);
  const [isLoaded, setIsLoaded] = useState(false);
  const [queue] = useState(() =>
    createUploadQueue(bundle, accountId, {
      client,
      keys: keyHolder(),
      isOnline: () => navigator.onLine,
      online: (signal) => until(signal, (done) => globalThis.addEventListener("online", done, { once: true })),
      wait: (ms, signal) => until(signal, (done) => setTimeout(done, ms)),
      beginSending: underWay.begin,
      now: () => performance.now(),
      random: Math.random,
    }),
  );
  const queued = useSyncExternalStore(queue.watch, queue.all, queue.all);
  // What has no place was not picked by anybody: it is ours, and travels without a word.
  const isPicked = ({ slot }: UploadItem) => slot !== "";
  const travelling = queued.filter(({ isRemoved }) => !isRemoved);

  useEffect(() => {
    const leave = ownInThisTab(`dvd-uploads/${accountId}/${bundle}`, () => {
      setIsOwn(true);
      void queue.load().then(() => setIsLoaded(true));
    });
    return () => {
      queue.stop();
      leave();
    };
  }, [accountId, bundle, queue]);

  const photos = usePhotoPages(`${accountId}/${bundle}`);
  return {
    items: travelling.filter(isPicked),
    all: queued.filter(isPicked),
    travelling,
    isOwn,
    isLoaded,
    queue,
    photos,
  };
}

const until = (signal: AbortSignal, begin: (done: () => void) => void) =>
  new Promise<void>((resolve) => {
    signal.addEventListener("abort", () => resolve(), { once: true });
    begin(resolve);
  });
