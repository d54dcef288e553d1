import type { AppRouter } from "@dvd/api/root";
import type { inferRouterOutputs } from "@trpc/server";

export type Office = inferRouterOutputs<AppRouter>["directory"]["findOffice"];

/** What a person wants to send. Lives in the memory of one page, nowhere else. */
export type Draft = { postalCode: string; office: Office | null; from: string; text: string; file: File | null };

export const emptyDraft: Draft = { postalCode: "", office: null, from: "", text: "", file: null };

export const isUntouched = ({ postalCode, from, text, file }: Draft) =>
  postalCode === "" && from === "" && text === "" && file === null;

/** Five digits, also from "05123 Musterfurt". Null when there are none. */
export const readPostalCode = (typed: string) => /^\D*(\d{5})(?!\d)/.exec(typed)?.[1] ?? null;
