"use client";

import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import { type Order, parseReport, type Report, type ViewerFailure } from "../../viewer/messages.ts";

/** A page is drawn within this time or not at all: a file could be made to keep the device busy for hours. */
const drawingMs = 20_000;
/** The viewer itself is 0.7 MB, once. */
const loadingMs = 60_000;
/** Together with its copy inside the frame this is what a phone can hold. */
const largestShownBytes = 256 * 1_048_576;

export type Failure = ViewerFailure | "tooSlow" | "notLoaded" | "tooLarge";
type Shown = Extract<Report, { kind: "shown" }>;
type Text = Extract<Report, { kind: "text" }>;

// The origin of the frame is opaque and cannot be named; the window is who we mean.
const send = (frame: HTMLIFrameElement | null, order: Order, transfer: Transferable[] = []) =>
  frame?.contentWindow?.postMessage(order, "*", transfer);

type Wanted = {
  file: Blob;
  page: number;
  width: number;
  zoom: number;
  onShown: (shown: Shown) => void;
  onFailed: (failure: Failure) => void;
};

/**
 * The page's side of the viewer frame: hands it the file once, tells it what to show, and believes only messages of that
 * frame in one of the agreed shapes. After a failure the frame is to be removed; that also ends whatever runs in it.
 */
export function useViewerFrame({ file, page, width, zoom, onShown, onFailed }: Wanted) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [shown, setShown] = useState<Shown | null>(null);
  const [text, setText] = useState<Text | null>(null);
  const [failure, setFailure] = useState<Failure | null>(file.size > largestShownBytes ? "tooLarge" : null);
  const isDrawn = shown?.page === page && shown.zoom === zoom;
  // Another page or zoom starts the time anew.
  const waitingFor = failure || isDrawn ? null : `page ${page} at ${zoom}`;

  const fail = useEffectEvent((reason: Failure) => {
    setFailure(reason);
    onFailed(reason);
  });
  const receive = useEffectEvent((report: Report) => {
    if (report.kind === "failed") fail(report.reason);
    if (report.kind === "text") setText(report);
    if (report.kind !== "shown") return;
    setShown(report);
    if (report.page !== shown?.page) onShown(report);
  });

  // In the commit that adds the frame: a listener that came later could miss that it is ready.
  useLayoutEffect(() => {
    let isHandedOver = false;
    const handOver = async () => {
      isHandedOver = true;
      const bytes = await file.arrayBuffer();
      send(frame.current, { kind: "open", bytes }, [bytes]);
      setIsOpen(true);
    };
    const listen = ({ source, data }: MessageEvent<unknown>) => {
      if (source === null || source !== frame.current?.contentWindow) return;
      const report = parseReport(data);
      if (report && report.kind !== "ready") receive(report);
      if (report?.kind === "ready" && !isHandedOver) handOver().catch(() => fail("broken"));
    };
    addEventListener("message", listen);
    return () => removeEventListener("message", listen);
  }, [file]);

  useEffect(() => {
    if (isOpen && width > 0) send(frame.current, { kind: "show", page, width, zoom });
  }, [isOpen, page, width, zoom]);

  useEffect(() => {
    if (waitingFor === null) return undefined;
    const limit = setTimeout(() => fail(isOpen ? "tooSlow" : "notLoaded"), isOpen ? drawingMs : loadingMs);
    return () => clearTimeout(limit);
  }, [waitingFor, isOpen]);

  return { frame, shown, text: text?.page === page ? text.text : null, failure, isWaiting: waitingFor !== null };
}
