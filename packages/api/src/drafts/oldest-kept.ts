import { draftLimits } from "@dvd/domain/form/draft-limits";

/** What was changed last at this moment or before is over, whether the worker has been there or not. */
export const oldestKept = (now: Date) => new Date(now.getTime() - draftLimits.days * 86_400_000);
