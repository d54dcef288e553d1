import { type DraftContent, readDraft } from "@dvd/domain/form/draft-content";
import { draftExpiresAt } from "@dvd/domain/form/draft-limits";
import type { DeviceDraft } from "../../crypto/device-drafts.ts";

/** One version of a draft, and what has to be known to write the next one. */
export type DraftState = {
  draftId: string;
  /** On this device, 0 when it is not here. */
  version: number;
  /** The newest version that the server has, as far as this version knows; 0 for none. */
  keptVersion: number;
  changedAt: string;
  content: DraftContent;
};

export type ServerDraft = { draftId: string; version: number; changedAt: string; content: string };

export type KnownDraft = {
  newest: DraftState;
  /** Written on without knowing of `newest`: a person has to choose. */
  other: DraftState | null;
  expiresAt: string;
  /** It was sent from here; whether it has arrived nobody has proven yet. */
  isUnconfirmed: boolean;
};

/**
 * What there is to go on with, the newest first. `server` is null when it could not be asked. A draft that was here only
 * as a copy of the server's, and is not there any more, was sent or deleted on another device: `gone`. Of what was sent from
 * here and is not confirmed (`unconfirmed`) the copy is gone because it has arrived: there is a receipt to fetch.
 */
export function mergeDrafts(
  device: readonly DeviceDraft[],
  server: readonly ServerDraft[] | null,
  unconfirmed: ReadonlySet<string> = new Set(),
) {
  const gone: string[] = [];
  const known: KnownDraft[] = [];
  const ids = new Set([...device, ...(server ?? [])].map(({ draftId }) => draftId));
  for (const draftId of ids) {
    const here = device.find((draft) => draft.draftId === draftId);
    const there = server?.find((draft) => draft.draftId === draftId);
    const isCopy = here !== undefined && here.keptVersion === here.version;
    const isUnconfirmed = unconfirmed.has(draftId);
    if (isCopy && server && !there && !isUnconfirmed) {
      gone.push(draftId);
      continue;
    }
    const found = choose(here && stateHere(here), there && stateThere(there, here?.version ?? 0));
    known.push(...found.map((draft) => ({ ...draft, isUnconfirmed })));
  }
  const byTime = (one: KnownDraft, other: KnownDraft) => (one.newest.changedAt < other.newest.changedAt ? 1 : -1);
  return { known: known.toSorted(byTime), gone };
}

function choose(here: DraftState | null | undefined, there: DraftState | null | undefined) {
  const [newest, other] = pair(here ?? null, there ?? null);
  if (!newest) return [];
  return [{ newest, other, expiresAt: draftExpiresAt(new Date(newest.changedAt)).toISOString() }];
}

function pair(here: DraftState | null, there: DraftState | null): [DraftState | null, DraftState | null] {
  if (!here || !there) return [here ?? there, null];
  // Nothing new there, or something older than what was seen before: what is here counts.
  if (there.keptVersion <= here.keptVersion) return [here, null];
  return here.version > here.keptVersion ? [here, there] : [there, null];
}

function stateHere({ content, ...draft }: DeviceDraft): DraftState | null {
  const read = readDraft(content);
  return read && { ...draft, content: read };
}

function stateThere({ content, version, ...draft }: ServerDraft, versionHere: number): DraftState | null {
  const read = readDraft(content);
  return read && { ...draft, version: versionHere, keptVersion: version, content: read };
}
