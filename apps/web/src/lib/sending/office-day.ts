import { timeZone } from "../format.ts";

/** "2026-11-21": which day it is at the office, wherever the reader is. Swedes write dates like that. */
export const officeDay = (now: Date) => new Intl.DateTimeFormat("sv-SE", { timeZone }).format(now);
