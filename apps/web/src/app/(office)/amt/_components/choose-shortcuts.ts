"use server";

import { cookies } from "next/headers";
import { shortcutsCookie } from "./shortcuts-cookie.ts";

/** Kept for a year, like language and appearance. Whatever is not a clear "on" is "off". */
export async function chooseShortcuts(wanted: "on" | "off") {
  (await cookies()).set(shortcutsCookie, wanted === "on" ? "on" : "off", {
    path: "/amt",
    maxAge: 365 * 24 * 60 * 60,
    sameSite: "lax",
    httpOnly: true,
  });
}
