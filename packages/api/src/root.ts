import { accountsRouter } from "./accounts/router.ts";
import { auditRouter } from "./audit/router.ts";
import { casesRouter } from "./cases/router.ts";
import { collectorsRouter } from "./collectors/router.ts";
import { deputiesRouter } from "./deputies/router.ts";
import { deviceLinksRouter } from "./device-links/router.ts";
import { directoryRouter } from "./directory/router.ts";
import { documentsRouter } from "./documents/router.ts";
import { draftsRouter } from "./drafts/router.ts";
import { formsRouter } from "./forms/router.ts";
import { invitationsRouter } from "./invitations/router.ts";
import { membersRouter } from "./members/router.ts";
import { messagesRouter } from "./messages/router.ts";
import { proofsRouter } from "./proofs/router.ts";
import { recusalsRouter } from "./recusals/router.ts";
import { sessionsRouter } from "./sessions/router.ts";
import { router } from "./trpc.ts";
import { unitKeysRouter } from "./unit-keys/router.ts";
import { unitsRouter } from "./units/router.ts";

export const appRouter = router({
  accounts: accountsRouter,
  audit: auditRouter,
  cases: casesRouter,
  collectors: collectorsRouter,
  deputies: deputiesRouter,
  deviceLinks: deviceLinksRouter,
  directory: directoryRouter,
  documents: documentsRouter,
  drafts: draftsRouter,
  forms: formsRouter,
  invitations: invitationsRouter,
  members: membersRouter,
  messages: messagesRouter,
  proofs: proofsRouter,
  recusals: recusalsRouter,
  sessions: sessionsRouter,
  unitKeys: unitKeysRouter,
  units: unitsRouter,
});

export type AppRouter = typeof appRouter;
