"use client";

import { draftDocuments } from "@dvd/domain/form/draft-content";
import { askedEvidence, reachablePages } from "@dvd/domain/form/pages";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { OfflineBanner } from "../../../../../components/offline-banner.tsx";
import { type Service, versions } from "../../../../../components/services/service.ts";
import { useI18n } from "../../../../../i18n/client.tsx";
import { useKeys } from "../../../../../lib/keys/keys-provider.tsx";
import type { Begun } from "../../../../../lib/drafts/begin-draft.ts";
import { bundleOf } from "../../../../../lib/drafts/bundle-of.ts";
import type { DraftState } from "../../../../../lib/drafts/merge-drafts.ts";
import { tabDraft } from "../../../../../lib/drafts/tab-draft.ts";
import { useDraftKeeper } from "../../../../../lib/drafts/use-draft-keeper.ts";
import { isUntouched, type PublishedForm } from "../../../../../lib/sending/draft.ts";
import { elsewhereOf, missingEvidence, type StepName } from "../../../../../lib/sending/filling-steps.ts";
import { ownChanges } from "../../../../../lib/sending/own-changes.ts";
import { parcelOf } from "../../../../../lib/sending/parcel.ts";
import { useDispatch } from "../../../../../lib/sending/use-dispatch.ts";
import { useFilling } from "../../../../../lib/sending/use-filling.ts";
import { useNewKey } from "../../../../../lib/keys/use-new-key.ts";
import { useUnsentWarning } from "../../../../../lib/sending/use-unsent-warning.ts";
import { useUploads } from "../../../../../lib/uploads/use-uploads.ts";
import { Alert } from "../../../../../ui/alert.tsx";
import { CheckStep } from "./check-step.tsx";
import { DocumentsStep } from "./documents-step.tsx";
import { DraftTrouble } from "./draft-trouble.tsx";
import { FormStep } from "./form-step.tsx";
import { KeyStep } from "./key-step.tsx";
import { PlaceStep } from "./place-step.tsx";
import { Sending } from "./sending.tsx";
import { Sent } from "./sent.tsx";
import { Settled } from "./settled.tsx";
import { UnsentBanner } from "./unsent-banner.tsx";
import { WizardAside } from "./wizard-aside.tsx";

export type SendService = Service & { key: string };

type WizardProps = {
  service: SendService;
  form: PublishedForm;
  begun: Begun;
  /** Begins again with another version of the same draft. */
  onTake: (draft: DraftState) => Promise<void>;
};

/** One question per page. What is typed is kept as a sealed draft until it is sent. */
export function Wizard({ service, form, begun, onTake }: WizardProps) {
  const { t, locale } = useI18n();
  const { state: keys, isCovered } = useKeys();
  // Decided once: on the way the new account gets its keys, and the steps must not change under the person's feet.
  const [isNew] = useState(keys.is === "new");
  const { definition } = form;
  const accountId = "accountId" in keys ? keys.accountId : "";
  const bundle = bundleOf(begun.draftId);
  const uploads = useUploads(accountId, bundle);
  const usedSlots = new Set(uploads.items.map(({ slot }) => slot));
  const filling = useFilling({ form: definition, evidence: service.evidence, usedSlots, isNew, begun });
  const { draft, steps } = filling;
  const newKey = useNewKey(isNew && steps.name === "key");
  const dispatch = useDispatch({ accountId, bundle }, uploads.queue, begun.unconfirmed);
  const { state } = dispatch;
  // On the way, and when the answer is missing, it may have arrived: then nobody is told that it has not.
  const isUnsent = state.is === "idle" || (state.is === "failed" && !state.mayHaveArrived);

  const { postalCode, answers, isWithoutDocuments } = draft;
  const content = {
    postalCode,
    ars: draft.office?.ars ?? null,
    answers,
    isWithoutDocuments,
    // Until this device has looked at what it has, nothing is known to have changed.
    documents: uploads.isLoaded ? draftDocuments([...uploads.items, ...draft.elsewhere]) : begun.documents,
    serviceKey: service.key,
    slug: service.slug,
    form: form.version,
  };
  const keeping = useDraftKeeper({
    begun,
    accountId,
    content: isUnsent && !isUntouched(draft) ? { ...content, step: steps.name } : null,
  });
  useUnsentWarning(state.is === "sending" || keeping.isUnsaved);
  useFocusOnHeading(state.is === "idle" ? steps.name : state.is);

  const language = versions[locale];
  const slots = askedEvidence(definition, draft.answers, service.evidence);
  const items = uploads.items.filter(({ slot }) => slots.some(({ id }) => id === slot));
  const sender = { accountId, bundle, draftId: begun.draftId, serviceKey: service.key };
  const parcel = parcelOf({ ...sender, form, language, standardText: t("wizard.standardText") }, draft);
  const send = () =>
    dispatch.send(parcel, uploads.isOwn, async () => {
      // On the device before anything of it can arrive: a reload finds the sending through its draft.
      await keeping.flush();
      await uploads.queue.keepSlots(new Set(slots.map(({ id }) => id)));
      await newKey.keep();
    });

  const mayTravel = keys.is === "ready" && state.is === "idle" && uploads.isOwn && items.length > 0;
  const unitId = draft.office?.unitId;
  const openEarly = useEffectEvent(() => parcel && void dispatch.open(parcel.destination));
  useEffect(() => {
    if (mayTravel && unitId) openEarly();
  }, [mayTravel, unitId]);

  const changes = ownChanges(definition, begun.stored?.content.answers ?? {}, answers, language);
  if (state.is === "sent") {
    // Nobody is there to see it: until it is shown, this device keeps what confirms it once more.
    if (isCovered) return null;
    return (
      <div className="page-width py-8 sm:py-12">
        <Sent
          receipt={state.receipt}
          office={state.office}
          changes={state.isOther ? changes : []}
          onShown={() => {
            newKey.forget();
            void keeping.end().then(dispatch.end);
          }}
        />
      </div>
    );
  }
  const page = reachablePages(definition, draft.answers).find(({ id }) => steps.name === `form:${id}`);
  const isOwnStep = (name: StepName): name is Exclude<StepName, `form:${string}`> => !name.startsWith("form:");
  const title = page?.title[language] ?? (isOwnStep(steps.name) ? t(`wizard.${steps.name}.name`) : "");
  const step = { ...steps, title, serviceTitle: service.title };
  return (
    <div className="page-width py-6 sm:py-10">
      <OfflineBanner />
      {isUnsent && <UnsentBanner keeping={keeping} canShare={keys.is === "ready"} />}
      {isUnsent && (
        <div className="mt-4 grid max-w-prose gap-4 empty:hidden">
          <DraftTrouble
            keeping={keeping}
            accountId={accountId}
            hasKeys={keys.is === "ready"}
            draftId={begun.draftId}
            onTake={(theirs) => void onTake(theirs)}
          />
          {begun.isFormNewer && <Alert tone="info">{t("drafts.formNewer")}</Alert>}
        </div>
      )}
      <div className="mt-7 grid gap-x-14 gap-y-12 lg:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)]">
        <div className="min-w-0">
          <p className="mb-3 text-muted">{service.title}</p>
          {state.is === "settled" && (
            <Settled caseId={state.caseId} changes={changes} onShown={() => tabDraft.clear()} />
          )}
          {(state.is === "sending" || state.is === "failed") && (
            <Sending state={state} items={uploads.travelling} onRetry={() => void send()} onEdit={dispatch.edit} />
          )}
          {state.is === "idle" && steps.name === "place" && (
            <PlaceStep step={step} serviceKey={service.key} draft={draft} onChange={filling.change} />
          )}
          {state.is === "idle" && page && (
            <FormStep key={page.id} step={step} page={page} answers={draft.answers} onAnswer={filling.answer} />
          )}
          {state.is === "idle" && steps.name === "documents" && (
            <DocumentsStep
              step={step}
              slots={slots}
              missing={missingEvidence(filling.filled)}
              uploads={uploads}
              elsewhere={{ documents: elsewhereOf(filling.filled), onSettled: filling.settle }}
              onDone={filling.passDocuments}
            />
          )}
          {state.is === "idle" && steps.name === "check" && parcel && (
            <CheckStep
              step={step}
              parcel={parcel}
              slots={slots}
              items={items}
              form={definition}
              answers={draft.answers}
              isNew={keys.is === "new"}
              checkOffice={keys.is === "new" ? dispatch.inspect : dispatch.prepare}
              onDone={() => filling.finish(() => void send())}
            />
          )}
          {state.is === "idle" && steps.name === "key" && (
            <KeyStep step={step} newKey={newKey} onDone={() => filling.finish(() => void send())} />
          )}
        </div>
        <WizardAside evidence={state.is === "settled" ? [] : service.evidence} />
      </div>
    </div>
  );
}

/** Reading starts at the heading of what is new. The very first view keeps the start that the navigation chose. */
function useFocusOnHeading(view: string) {
  const shown = useRef(view);
  useEffect(() => {
    if (shown.current === view) return;
    shown.current = view;
    globalThis.scrollTo({ top: 0 });
    document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
  }, [view]);
}
