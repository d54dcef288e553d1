import { TRPCClientError } from "@trpc/client";
import { describe, expect, it } from "vitest";
import { createSavePins } from "./save-pins.ts";

const lostAnswer = TRPCClientError.from(new TypeError("fetch failed"));
const conflict = TRPCClientError.from({ error: { code: -32_000, message: "", data: { code: "vault.conflict" } } });

function vaultOn(failures: Error[]) {
  const saved: unknown[] = [];
  const mutate = (update: unknown) => {
    saved.push(update);
    const failure = failures.shift();
    return failure ? Promise.reject(failure) : Promise.resolve({ version: 2 });
  };
  // The one call that is made.
  const vaultSaved = () => Promise.resolve();
  return { saved, savePins: createSavePins({ accounts: { saveVault: { mutate } } } as never, () => ({ vaultSaved })) };
}

const update = { expectedVersion: 1, vault: "sealed", signed: { payload: "p", signature: "s" } };

describe("newly pinned keys", () => {
  it("are saved, and nothing is when there is nothing new", async () => {
    const { saved, savePins } = vaultOn([]);
    await savePins(update);
    await savePins(null);
    expect(saved).toEqual([update]);
  });

  it("are offered again until they are saved, because the key holder hands them out once", async () => {
    const { saved, savePins } = vaultOn([lostAnswer]);
    await expect(savePins(update)).rejects.toBe(lostAnswer);
    await savePins(null);
    expect(saved).toEqual([update, update]);
  });

  it("are dropped after a conflict, because the vault is then read anew", async () => {
    const { saved, savePins } = vaultOn([conflict]);
    await expect(savePins(update)).rejects.toBe(conflict);
    await savePins(null);
    expect(saved).toEqual([update]);
  });
});
