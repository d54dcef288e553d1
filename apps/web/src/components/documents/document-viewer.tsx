"use client";

import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { useI18n } from "../../i18n/client.tsx";
import { Alert } from "../../ui/alert.tsx";
import { useAnnounce } from "../../ui/live-region.tsx";
import { useViewerFrame } from "./use-viewer-frame.ts";
import { ViewerControls } from "./viewer-controls.tsx";

/** Beyond this nobody leafs, and a page tree that claims millions is made to hurt. */
const mostPages = 2_000;
const zooms = [0.5, 0.75, 1, 1.5, 2, 3] as const;

/** A decrypted PDF as pixels: drawn in a frame of no origin, leafed through with controls of ours (ADR 0011). */
export function DocumentViewer({ file, name }: { file: Blob; name: string }) {
  const { t, locale } = useI18n();
  const announce = useAnnounce();
  const viewer = useRef<HTMLElement>(null);
  const region = useRef<HTMLElement>(null);
  const width = useWidth(region);
  const [page, setPage] = useState(1);
  const [zoomStep, setZoomStep] = useState<number>(zooms.indexOf(1));
  const [isText, setIsText] = useState(false);
  const { frame, shown, text, failure, isWaiting } = useViewerFrame({
    file,
    page,
    width,
    zoom: zooms[zoomStep] ?? 1,
    onShown: ({ page, pages }) => {
      region.current?.scrollTo(0, 0);
      announce(t("documents.viewer.page", { page: String(page), pages: String(pages) }));
    },
    onFailed: (reason) =>
      announce(`${t("documents.viewer.failedTitle")} ${t(`documents.viewer.failed.${reason}`)}`, "assertive"),
  });
  const pages = Math.min(shown?.pages ?? 1, mostPages);

  const leaf = (to: number) => {
    if (to < 1) announce(t("documents.viewer.first"));
    else if (to > pages) announce(t("documents.viewer.last"));
    else setPage(to);
  };
  const zoomTo = (step: number) => {
    const zoom = zooms[step];
    if (zoom === undefined) return;
    setZoomStep(step);
    announce(t("documents.viewer.zoomed", { percent: String(zoom * 100) }));
  };
  const leafByKey = (event: KeyboardEvent) => {
    if (event.key !== "PageDown" && event.key !== "PageUp") return;
    event.preventDefault();
    leaf(event.key === "PageDown" ? page + 1 : page - 1);
  };

  if (failure)
    return (
      <Alert tone="warning" title={t("documents.viewer.failedTitle")}>
        <p>{t(`documents.viewer.failed.${failure}`)}</p>
      </Alert>
    );
  return (
    // The keys belong to everything in here, the buttons included.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={viewer}
      aria-label={t("documents.viewer.label", { name })}
      onKeyDown={leafByKey}
      className="grid content-start gap-3 bg-raised [&:fullscreen]:overflow-auto [&:fullscreen]:p-4"
    >
      <ViewerControls
        page={page}
        pages={pages}
        isLoaded={shown !== null}
        isText={isText}
        viewer={viewer}
        onLeaf={leaf}
        onZoom={(by) => zoomTo(zoomStep + by)}
        onToggleText={() => setIsText(!isText)}
      />
      <section
        ref={region}
        // Scrolled from here, so that nobody has to enter the frame: it takes neither focus nor pointer.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        // With its name: two documents may be open on one page.
        aria-label={`${t(isText ? "documents.viewer.text" : "documents.viewer.picture")}: ${name}`}
        aria-busy={isWaiting}
        className="max-h-[80vh] min-h-40 overflow-auto rounded-control border border-edge bg-page [scrollbar-gutter:stable]"
      >
        {isText && (
          <p className="whitespace-pre-wrap break-words p-4">
            {text === "" ? t("documents.viewer.noText") : (text ?? t("documents.viewer.loading"))}
          </p>
        )}
        <iframe
          ref={frame}
          src="/api/viewer"
          sandbox="allow-scripts"
          title={t("documents.viewer.picture")}
          tabIndex={-1}
          width={shown?.width ?? 1}
          height={shown?.height ?? 1}
          hidden={isText}
          className="pointer-events-none mx-auto block border-0"
        />
      </section>
      {shown && shown.pages > mostPages && (
        <p className="text-sm">{t("documents.viewer.limited", { most: mostPages.toLocaleString(locale) })}</p>
      )}
      <p className="text-muted text-sm">{t("documents.viewer.safe")}</p>
    </section>
  );
}

/** What is inside the edges and beside the scroll bar, in whole pixels; 0 until it is known. */
function useWidth(element: RefObject<HTMLElement | null>) {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!element.current) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
