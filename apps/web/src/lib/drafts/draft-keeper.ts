import { DomainError } from "@dvd/domain/errors";
import { type DraftContent, writeDraft } from "@dvd/domain/form/draft-content";
import { draftLimits } from "@dvd/domain/form/draft-limits";
import type { Keys } from "../../crypto/client.ts";
import { type Problem, problemOf } from "../problem.ts";
import type { ApiClient } from "../trpc/client.ts";
import { discardDraft, type DiscardPorts } from "./discard-draft.ts";
import type { DraftState } from "./merge-drafts.ts";

export type Kept =
  /** Nothing was typed yet. */
  | { is: "nothing" }
  /** `content` is what was saved: what was typed since is not in it. */
  | { is: "saved"; at: string; isShared: boolean; content: string }
  /** Not on this device, or on this device and not with us. */
  | { is: "failed"; where: "here" | "there"; problem: Problem };

type Ports = {
  keys: Pick<Keys, "saveDeviceDraft" | "noteKeptDraft" | "removeDeviceDraft" | "sealServerDraft"> &
    DiscardPorts["keys"];
  client: { drafts: Pick<ApiClient["drafts"], "saveDraft" | "removeDraft"> } & DiscardPorts["client"];
  onChange: (kept: Kept) => void;
};

type Start = Pick<DraftState, "draftId" | "version" | "keptVersion"> & {
  accountId: string;
  /** What lies on this device: somebody who only looks at it makes no version of it. */
  stored: Pick<DraftState, "content" | "changedAt"> | null;
};

/**
 * Keeps one draft: on this device after every change, and on the server once the person has asked for it. One thing at a
 * time, in the order in which it was asked for.
 */
export function createDraftKeeper({ accountId, draftId, ...start }: Start, { keys, client, onChange }: Ports) {
  let { version, keptVersion } = start;
  let saved = start.stored && writeDraft(start.stored.content);
  let savedAt = start.stored?.changedAt ?? "";
  let isEnded = false;
  let queue: Promise<unknown> = Promise.resolve();

  /** True when it was done. */
  function inTurn(where: "here" | "there", work: () => Promise<void>): Promise<boolean> {
    const mine = queue.then(async () => {
      if (isEnded) return false;
      try {
        await work();
        return true;
      } catch (error) {
        onChange({ is: "failed", where, problem: problemOf(error) });
        return false;
      }
    });
    queue = mine;
    return mine;
  }

  async function saveHere(content: string) {
    if (content !== saved) {
      const expected = { accountId, draftId, expectedVersion: version, keptVersion };
      ({ version, changedAt: savedAt } = await keys.saveDeviceDraft({ ...expected, content }));
      saved = content;
    }
    onChange({ is: "saved", at: savedAt, isShared: keptVersion > 0, content });
  }

  async function saveThere(content: string) {
    if (version === keptVersion) return;
    if (new TextEncoder().encode(content).length > draftLimits.contentBytes) throw new DomainError("request.too-large");
    const sealed = await keys.sealServerDraft({ draftId, version, content });
    await client.drafts.saveDraft.mutate({ draftId, expectedVersion: keptVersion, sealed });
    keptVersion = version;
    await keys.noteKeptDraft(accountId, draftId, keptVersion);
    onChange({ is: "saved", at: savedAt, isShared: true, content });
  }

  const save = (content: DraftContent) => inTurn("here", () => saveHere(writeDraft(content)));

  return {
    isShared: () => keptVersion > 0,
    save,

    /** From now on it can be gone on with on another device of this person. */
    async share(content: DraftContent) {
      return (await save(content)) && inTurn("there", () => saveThere(writeDraft(content)));
    },

    /** The person wants this version although there is another one: what comes next continues that one's count. */
    insist(other: Pick<DraftState, "version" | "keptVersion">) {
      version = other.version;
      keptVersion = other.keptVersion;
      saved = null;
    },

    /** It was sent, and the server has removed its copy by that. */
    async end() {
      isEnded = true;
      await queue;
      await keys.removeDeviceDraft(accountId, draftId);
    },

    /** The person wants nothing of it any more, here or with us. */
    async discard() {
      isEnded = true;
      await queue;
      await discardDraft({ keys, client, accountId }, { draftId, keptVersion });
    },
  };
}
