import type { statusWords } from "@dvd/domain/case/lifecycle";
import type { FormLanguage } from "@dvd/domain/form/definition";
import type { CaseEvent } from "../../crypto/wire-types.ts";
import type { ProvenReceipt, StoredReceipt } from "../receipts/read-receipt.ts";
import type { IndexWords } from "./render-index.ts";

type CitizenStatus = (typeof statusWords)[keyof typeof statusWords]["citizen"];

/** What an archive says in the language of its reader; the code that collects knows no language. */
export type ExportWords = {
  index: IndexWords;
  formLanguage: FormLanguage;
  serviceTitle: (serviceKey: string) => string;
  state: (word: CitizenStatus) => string;
  event: (kind: CaseEvent["kind"], actor: CaseEvent["actor"]) => string;
  locked: { waiting: string; unmet: string };
  unreadable: string;
  receiptUnproven: string;
  receiptFile: (stored: StoredReceipt, proven: ProvenReceipt) => Blob;
  receiptPdf: (proven: ProvenReceipt) => Blob;
};
