/**
 * The credential of a machine that collects an authority's audit log (docs/audit.md, 7). A fixed beginning and a fixed
 * length, so that a scanner finds it where it should not be; 256 random bits, so that a plain hash of it is enough to keep.
 */
export const collectorTokenStart = "dvd_audit_";
export const collectorTokenPattern = /^dvd_audit_[0-9a-f]{64}$/;

/** What its maker can choose from. The last is the longest: what nobody renews within a year, nobody looks after. */
export const collectorDays = [30, 90, 180, 365] as const;
export const longestCollectorDays = Math.max(...collectorDays);

/** At once in an authority: a few collectors, and each twice while it is being renewed. More than that nobody oversees. */
export const mostCollectorTokens = 6;
