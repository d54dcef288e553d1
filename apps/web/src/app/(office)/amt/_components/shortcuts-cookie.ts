import "server-only";
import { cookies } from "next/headers";

export const shortcutsCookie = "dvd-shortcuts";

export const areShortcutsOn = async () => (await cookies()).get(shortcutsCookie)?.value !== "off";
