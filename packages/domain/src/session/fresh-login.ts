/** So old may a login be for an act that needs a fresh one. */
export const freshLoginMinutes = 5;

/**
 * What an unattended page must not be enough for: each of these changes who can read, or who decides. The command asks
 * this table, and so does the page that leads there.
 */
const needFreshLogin = ["account.renew", "ways-back.change", "member.change", "role.change"] as const;
export type FreshLoginAct = (typeof needFreshLogin)[number];

export const isFresh = (authenticatedAt: Date, now: Date) =>
  now.getTime() - authenticatedAt.getTime() <= freshLoginMinutes * 60_000;
