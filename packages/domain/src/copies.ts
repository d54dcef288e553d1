/**
 * What became of asking for copies of one case under a new account key. OBJECTED: the former key said that it was not
 * its owner who asked; that also takes back what was granted.
 */
export const copyStates = ["OPEN", "GRANTED", "REFUSED", "OBJECTED"] as const;
export type CopyState = (typeof copyStates)[number];

/** Why somebody of the unit did not hand out the key. A closed list: free text would be content in the clear. */
export const copyRefusals = ["not-the-person", "digits-differ", "nobody-came"] as const;
export type CopyRefusal = (typeof copyRefusals)[number];

/** New keys that nobody has objected to. Each keeps a former vault for good: a thief of a login must not pile them up. */
export const maxRenewals = 5;
