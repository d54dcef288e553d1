/** What still comes to a unit, or may: closed meanwhile, somebody would wait for an answer that nobody gives. */
export type UnitUse = {
  runningCases: number;
  /** A published rule names it. */
  isRouted: boolean;
  isKeyProposed: boolean;
  /** Which can still be redeemed. */
  openInvitations: number;
};

const obstacles = {
  rules: ({ isRouted }) => isRouted,
  cases: ({ runningCases }) => runningCases > 0,
  key: ({ isKeyProposed }) => isKeyProposed,
  invitations: ({ openInvitations }) => openInvitations > 0,
} as const satisfies Record<string, (use: UnitUse) => boolean>;

export type ClosingObstacle = keyof typeof obstacles;
// The keys of the table itself; TypeScript widens them to string.
export const closingObstacles = Object.keys(obstacles) as [ClosingObstacle, ...ClosingObstacle[]];

/** Why a unit cannot be closed now; empty when it can. Page and command ask the same. */
export const obstaclesToClosing = (use: UnitUse): ClosingObstacle[] =>
  closingObstacles.filter((obstacle) => obstacles[obstacle](use));
