"use client";

import { useI18n } from "../../i18n/client.tsx";
import { formatBytes } from "../../lib/format.ts";
import type { UploadItem } from "../../lib/uploads/upload-item.ts";
import type { UploadQueue } from "../../lib/uploads/upload-queue.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorIcon, PaperIcon, SuccessIcon, WarningIcon } from "../../ui/icons.tsx";
import { PickAgain } from "./pick-again.tsx";
import { useUploadWords } from "./use-upload-words.ts";

type UploadRowProps = { item: UploadItem; queue: UploadQueue; accept: string; onRemove: () => void };

/** One document: what it is, where it is on its way, and what can be done about it. */
export function UploadRow({ item, queue, accept, onRemove }: UploadRowProps) {
  const { t, locale } = useI18n();
  const words = useUploadWords();
  const { fileId, name, size, state, isKept } = item;
  const isTrouble = state.is === "failed" || state.is === "missing";
  const isLoose = !isKept && !isTrouble && state.is !== "preparing" && state.is !== "transferred";
  return (
    <li data-area className="grid gap-3 rounded-card border border-line bg-raised p-4 sm:p-5">
      <div className="flex gap-3">
        <Mark state={state.is} />
        <div className="min-w-0 flex-1">
          <p className="break-words font-semibold">{name}</p>
          <p className="text-muted text-sm">{formatBytes(size, locale)}</p>
          <p className={isTrouble ? "mt-1 font-semibold text-danger text-sm" : "mt-1 text-sm"}>{words(item)}</p>
          <Bar state={state} label={name} />
          {isLoose && <Note text={t("uploads.noRoom")} />}
          {item.flags.map((flag) => (
            <Note key={flag} text={t(`uploads.flag.${flag}`)} />
          ))}
        </div>
      </div>
      <div className="-mb-2 ml-4.5 flex flex-wrap">
        {pausable.has(state.is) && (
          <Button variant="quiet" aria-label={t("uploads.pauseNamed", { name })} onClick={() => queue.pause(fileId)}>
            {t("uploads.pause")}
          </Button>
        )}
        {state.is === "paused" && (
          <Button variant="quiet" aria-label={t("uploads.goOnNamed", { name })} onClick={() => queue.goOn(fileId)}>
            {t("uploads.goOn")}
          </Button>
        )}
        {state.is === "failed" && (
          <Button variant="quiet" aria-label={t("uploads.retryNamed", { name })} onClick={() => queue.goOn(fileId)}>
            {t("common.retry")}
          </Button>
        )}
        {state.is === "missing" && (
          <PickAgain name={name} accept={accept} onPick={(file) => void queue.give(fileId, file)} />
        )}
        <Button variant="quiet" aria-label={t("uploads.removeNamed", { name })} onClick={onRemove}>
          {t("uploads.remove")}
        </Button>
      </div>
    </li>
  );
}

const pausable: ReadonlySet<UploadItem["state"]["is"]> = new Set(["sending", "busy", "retrying", "offline", "waiting"]);

function Mark({ state }: { state: UploadItem["state"]["is"] }) {
  if (state === "transferred") return <SuccessIcon className="size-7 text-success" />;
  if (state === "failed" || state === "missing") return <ErrorIcon className="size-7 text-danger" />;
  return <PaperIcon className="size-7 text-action" />;
}

const Note = ({ text }: { text: string }) => (
  <p className="mt-2 flex gap-2 text-sm">
    <WarningIcon className="mt-0.5 size-5 text-warning" />
    <span>{text}</span>
  </p>
);

/** Illustrates the words above it. */
function Bar({ state, label }: { state: UploadItem["state"]; label: string }) {
  const value =
    state.is === "preparing" ? state.done : state.is === "sending" ? state.sentBytes / state.totalBytes : null;
  return value === null ? null : (
    <progress aria-label={label} value={value} max={1} className="progress mt-1.5 h-2.5 w-full" />
  );
}
