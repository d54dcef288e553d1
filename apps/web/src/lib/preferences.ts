import "server-only";
import { cookies } from "next/headers";

export const themeCookie = "dvd-theme";
export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export const isTheme = (value: unknown): value is Theme => themes.some((theme) => theme === value);

export async function getTheme(): Promise<Theme> {
  const wanted = (await cookies()).get(themeCookie)?.value;
  return isTheme(wanted) ? wanted : "auto";
}
