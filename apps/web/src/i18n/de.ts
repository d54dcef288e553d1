import { account } from "./de/account.ts";
import { audit } from "./de/audit.ts";
import { authorityKey } from "./de/authority-key.ts";
import { busy } from "./de/busy.ts";
import { caseTexts } from "./de/case.ts";
import { caseHistory } from "./de/case-history.ts";
import { cases } from "./de/cases.ts";
import { colleagues } from "./de/colleagues.ts";
import { common } from "./de/common.ts";
import { conversation } from "./de/conversation.ts";
import { copies } from "./de/copies.ts";
import { crash } from "./de/crash.ts";
import { deleteAccount } from "./de/delete-account.ts";
import { deputies } from "./de/deputies.ts";
import { documents } from "./de/documents.ts";
import { drafts } from "./de/drafts.ts";
import { errors } from "@dvd/domain/error-texts/de";
import { evidence } from "./de/evidence.ts";
import { footer } from "./de/footer.ts";
import { form } from "./de/form.ts";
import { header } from "./de/header.ts";
import { keys } from "./de/keys.ts";
import { leaving } from "./de/leaving.ts";
import { live } from "./de/live.ts";
import { members } from "./de/members.ts";
import { notFound } from "./de/not-found.ts";
import { office } from "./de/office.ts";
import { pages } from "./de/pages.ts";
import { problem } from "./de/problem.ts";
import { receiptCheck } from "./de/receipt-check.ts";
import { receiptCode } from "./de/receipt-code.ts";
import { receiptPdf } from "./de/receipt-pdf.ts";
import { recusals } from "./de/recusals.ts";
import { reference } from "./de/reference.ts";
import { services } from "./de/services.ts";
import { session } from "./de/session.ts";
import { signIn } from "./de/sign-in.ts";
import { site } from "./de/site.ts";
import { start } from "./de/start.ts";
import { status } from "./de/status.ts";
import { unitKey } from "./de/unit-key.ts";
import { units } from "./de/units.ts";
import { uploads } from "./de/uploads.ts";
import { takeAlong } from "./de/take-along.ts";
import { withdraw } from "./de/withdraw.ts";
import { wizard } from "./de/wizard.ts";

/**
 * The reference: its keys are the contract for every other language. Polite, active, short, the verb first. An error says
 * what happened, what is safe, and what to do. `{name}` is filled in.
 */
export const de = {
  site,
  header,
  footer,
  common,
  crash,
  notFound,
  start,
  services,
  office,
  audit,
  members,
  leaving,
  colleagues,
  recusals,
  deputies,
  account,
  session,
  signIn,
  problem,
  keys,
  copies,
  live,
  busy,
  unitKey,
  units,
  uploads,
  wizard,
  form,
  drafts,
  reference,
  documents,
  conversation,
  cases,
  case: caseTexts,
  caseHistory,
  evidence,
  withdraw,
  takeAlong,
  deleteAccount,
  authorityKey,
  receiptCode,
  receiptPdf,
  receiptCheck,
  status,
  pages,
  errors,
} as const;

type Widened<T> = { [Key in keyof T]: T[Key] extends string ? string : Widened<T[Key]> };

/** What every full language provides. */
export type Dictionary = Widened<typeof de>;
