import { officialProcedure, router } from "../trpc.ts";
import {
  listTokensInput,
  listTokensOutput,
  makeTokenInput,
  makeTokenOutput,
  revokeTokenInput,
  revokeTokenOutput,
} from "./collector.contract.ts";
import { listTokens } from "./list-tokens.ts";
import { makeToken } from "./make-token.ts";
import { revokeToken } from "./revoke-token.ts";

export const collectorsRouter = router({
  listTokens: officialProcedure
    .input(listTokensInput)
    .output(listTokensOutput)
    .query(({ ctx }) => listTokens(ctx)),

  // `again`: an answer that is kept under a key would keep the token. Of two, the list shows both, and one is revoked.
  makeToken: officialProcedure
    .meta({ again: true })
    .input(makeTokenInput)
    .output(makeTokenOutput)
    .mutation(({ ctx, input }) => makeToken(ctx, input)),

  revokeToken: officialProcedure
    .input(revokeTokenInput)
    .output(revokeTokenOutput)
    .mutation(({ ctx, input }) => revokeToken(ctx, input)),
});
