/** So old may a login be for an act that needs a fresh one. */
export const freshLoginMinutes = 5;

/**
 * What an unattended page must not be enough for: each of these changes who can read, or who decides, takes the whole log
 * along, or ends the account. The command asks this table, and so does the page that leads there. A withdrawal is not
 * among them: a message of the same page says the same; nor is sealing cases again, which leaves no choice. Both:
 * docs/threat-model.md.
 */
const needFreshLogin = [
  "account.renew",
  "account.delete",
  "ways-back.change",
  "device.release",
  "audit.export",
  "collector.make",
  "member.change",
  "role.change",
  "unit.change",
  "member.invite",
  "key.grant",
  "recusal.lift",
  "deputy.name",
  "key.rotate",
] as const;
export type FreshLoginAct = (typeof needFreshLogin)[number];

export const isFresh = (authenticatedAt: Date, now: Date) =>
  now.getTime() - authenticatedAt.getTime() <= freshLoginMinutes * 60_000;
