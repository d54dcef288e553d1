import { actorProcedure, citizenProcedure, officialProcedure, router } from "../trpc.ts";
import { changeWaysBackInput, changeWaysBackOutput } from "./change-ways-back.contract.ts";
import { changeWaysBack } from "./change-ways-back.ts";
import { createAccountInput, createAccountOutput } from "./create-account.contract.ts";
import { createAccount } from "./create-account.ts";
import { deleteAccountInput, deleteAccountOutput } from "./delete-account.contract.ts";
import { deleteAccount } from "./delete-account.ts";
import { getAccountInput, getAccountOutput } from "./get-account.contract.ts";
import { getAccount } from "./get-account.ts";
import { listUnitsInput, listUnitsOutput } from "./list-units.contract.ts";
import { listUnits } from "./list-units.ts";
import { objectToRenewalInput, objectToRenewalOutput } from "./object-to-renewal.contract.ts";
import { objectToRenewal } from "./object-to-renewal.ts";
import { renewAccountInput, renewAccountOutput } from "./renew-account.contract.ts";
import { renewAccount } from "./renew-account.ts";
import { saveVaultInput, saveVaultOutput } from "./save-vault.contract.ts";
import { saveVault } from "./save-vault.ts";

export const accountsRouter = router({
  getAccount: actorProcedure
    .input(getAccountInput)
    .output(getAccountOutput)
    .query(({ ctx }) => getAccount(ctx)),

  createAccount: actorProcedure
    .input(createAccountInput)
    .output(createAccountOutput)
    .mutation(({ ctx, input }) => createAccount(ctx, input)),

  renewAccount: citizenProcedure
    .input(renewAccountInput)
    .output(renewAccountOutput)
    .mutation(({ ctx, input }) => renewAccount(ctx, input)),

  objectToRenewal: citizenProcedure
    .input(objectToRenewalInput)
    .output(objectToRenewalOutput)
    .mutation(({ ctx, input }) => objectToRenewal(ctx, input)),

  deleteAccount: citizenProcedure
    // A kept answer would be the only thing left of the account, and there is nobody who could ask for it.
    .meta({ again: true, endsAccount: true })
    .input(deleteAccountInput)
    .output(deleteAccountOutput)
    .mutation(({ ctx, input }) => deleteAccount(ctx, input)),

  saveVault: actorProcedure
    .meta({ budget: "background" })
    .input(saveVaultInput)
    .output(saveVaultOutput)
    .mutation(({ ctx, input }) => saveVault(ctx, input)),

  changeWaysBack: actorProcedure
    .input(changeWaysBackInput)
    .output(changeWaysBackOutput)
    .mutation(({ ctx, input }) => changeWaysBack(ctx, input)),

  listUnits: officialProcedure
    .input(listUnitsInput)
    .output(listUnitsOutput)
    .query(({ ctx }) => listUnits(ctx)),
});
