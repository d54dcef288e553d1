import { account } from "./en/account.ts";
import { audit } from "./en/audit.ts";
import { authorityKey } from "./en/authority-key.ts";
import { busy } from "./en/busy.ts";
import { caseTexts } from "./en/case.ts";
import { caseHistory } from "./en/case-history.ts";
import { cases } from "./en/cases.ts";
import { colleagues } from "./en/colleagues.ts";
import { common } from "./en/common.ts";
import { conversation } from "./en/conversation.ts";
import { copies } from "./en/copies.ts";
import { crash } from "./en/crash.ts";
import { deleteAccount } from "./en/delete-account.ts";
import { deputies } from "./en/deputies.ts";
import { documents } from "./en/documents.ts";
import { drafts } from "./en/drafts.ts";
import { errors } from "@dvd/domain/error-texts/en";
import { evidence } from "./en/evidence.ts";
import { footer } from "./en/footer.ts";
import { form } from "./en/form.ts";
import { header } from "./en/header.ts";
import { keys } from "./en/keys.ts";
import { leaving } from "./en/leaving.ts";
import { live } from "./en/live.ts";
import { members } from "./en/members.ts";
import { notFound } from "./en/not-found.ts";
import { office } from "./en/office.ts";
import { pages } from "./en/pages.ts";
import { problem } from "./en/problem.ts";
import { receiptCheck } from "./en/receipt-check.ts";
import { receiptCode } from "./en/receipt-code.ts";
import { receiptPdf } from "./en/receipt-pdf.ts";
import { recusals } from "./en/recusals.ts";
import { reference } from "./en/reference.ts";
import { services } from "./en/services.ts";
import { session } from "./en/session.ts";
import { signIn } from "./en/sign-in.ts";
import { site } from "./en/site.ts";
import { start } from "./en/start.ts";
import { status } from "./en/status.ts";
import { unitKey } from "./en/unit-key.ts";
import { units } from "./en/units.ts";
import { uploads } from "./en/uploads.ts";
import { takeAlong } from "./en/take-along.ts";
import { withdraw } from "./en/withdraw.ts";
import { wizard } from "./en/wizard.ts";
import type { Dictionary } from "./de.ts";

export const en = {
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
} as const satisfies Dictionary;
