"use server";

import { cookies } from "next/headers";
import { isLocale } from "../i18n/locales.ts";
import { localeCookie } from "../i18n/server.ts";
import { isTheme, themeCookie } from "./preferences.ts";

const keep = { path: "/", maxAge: 365 * 24 * 60 * 60, sameSite: "lax", httpOnly: true } as const;

/** Called by the form in the footer; no page load, so what was typed elsewhere on the page stays. */
export async function chooseLocale(form: FormData) {
  const locale = form.get("locale");
  if (isLocale(locale)) (await cookies()).set(localeCookie, locale, keep);
}

export async function chooseTheme(form: FormData) {
  const theme = form.get("theme");
  if (isTheme(theme)) (await cookies()).set(themeCookie, theme, keep);
}
