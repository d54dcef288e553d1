import { makeAnswers } from "@dvd/domain/form/answers-document";
import { type DraftContent, documentsBeside } from "@dvd/domain/form/draft-content";
import type { Keys } from "../../crypto/client.ts";
import { bundleOf } from "../drafts/bundle-of.ts";
import type { DraftState, KnownDraft } from "../drafts/merge-drafts.ts";
import { readDrafts } from "../drafts/read-drafts.ts";
import { problemOf } from "../problem.ts";
import type { ApiClient } from "../trpc/client.ts";
import type { ExportedDraft } from "./export-data.ts";
import type { ExportWords } from "./export-words.ts";

type Source = {
  client: ApiClient;
  keys: Keys;
  accountId: string;
  words: Pick<ExportWords, "formLanguage" | "serviceTitle">;
};

/** What was begun and not sent, both versions where there are two. A server that does not answer ends the whole. */
export async function collectDrafts(source: Source): Promise<ExportedDraft[]> {
  const known = await readDrafts({ ...source, hasKeys: true, needsServer: true });
  const collected = known.map((draft) =>
    Promise.all([draft.newest, ...(draft.other ? [draft.other] : [])].map((state) => describe(source, draft, state))),
  );
  return (await Promise.all(collected)).flat();
}

async function describe(source: Source, { expiresAt, isUnconfirmed }: KnownDraft, { draftId, ...draft }: DraftState) {
  const { serviceKey, form, postalCode, answers, documents } = draft.content;
  const listed = await source.keys.listFiles(source.accountId, bundleOf(draftId));
  // Without a place it was written and not picked: the answers, which stand below.
  const here = listed.filter(({ slot }) => slot !== "");
  return {
    serviceKey,
    service: source.words.serviceTitle(serviceKey),
    form,
    postalCode,
    changedAt: draft.changedAt,
    expiresAt,
    isUnconfirmed,
    questions: await questionsOf(source, draft.content),
    answers,
    files: [...here, ...documentsBeside(documents, here)].map(({ name, size }) => ({ name, size })),
  } satisfies ExportedDraft;
}

/** As the person was asked. A form that the portal does not have any more leaves the names of its fields. */
async function questionsOf({ client, words }: Source, { serviceKey, form, answers }: DraftContent) {
  try {
    const { definition, version, hash } = await client.forms.getForm.query({ serviceKey, version: form });
    const { questions } = makeAnswers(definition, { version, hash }, answers, words.formLanguage);
    return questions.map(({ question, answer }) => ({ question, answer }));
  } catch (error) {
    if (problemOf(error).kind !== "refused") throw error;
    return Object.entries(answers).map(([question, answer]) => ({ question, answer }));
  }
}
