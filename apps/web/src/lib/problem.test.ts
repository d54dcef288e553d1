import { CryptoError, type CryptoErrorCode, cryptoErrorCodes } from "@dvd/crypto";
import { DomainError } from "@dvd/domain/errors";
import { TRPCClientError } from "@trpc/client";
import { describe, expect, it } from "vitest";
import { isKeyTrouble, keyTroubleOf, problemOf } from "./problem.ts";

const answered = (data: object) => TRPCClientError.from({ error: { code: -32_000, message: "x", data } });

describe("what a person is told about a failure", () => {
  it("is the code of the server, with the end of its number", () => {
    const error = answered({ code: "case.conflict", correlationId: "019a-0000-abcdef12" });
    expect(problemOf(error)).toEqual({ kind: "refused", code: "case.conflict", number: "ABCDEF12" });
  });

  it("names the time to wait when the server does", () => {
    const error = answered({ code: "request.too-many", correlationId: "", retryAfterSeconds: 42 });
    expect(problemOf(error)).toMatchObject({ code: "request.too-many", retryAfterSeconds: 42 });
  });

  it("is the same when the request was refused before tRPC saw it", () => {
    const error = TRPCClientError.from(new Error("no tRPC answer"), {
      meta: { responseJSON: { code: "request.too-large", correlationId: "0000000012345678" } },
    });
    expect(problemOf(error)).toEqual({ kind: "refused", code: "request.too-large", number: "12345678" });
  });

  it("is a missing connection when nobody of ours answered", () => {
    expect(problemOf(TRPCClientError.from(new TypeError("fetch failed")))).toEqual({ kind: "unreachable" });
    expect(problemOf(answered({ code: "no-code-of-ours" }))).toEqual({ kind: "unreachable" });
  });

  it("is a code of the domain or of the keys, never a message", () => {
    expect(problemOf(new DomainError("upload.too-large"), true)).toEqual({
      kind: "refused",
      code: "upload.too-large",
      number: null,
    });
    expect(problemOf(new DomainError("request.too-many", { retryAfterSeconds: 7 }), true)).toEqual({
      kind: "refused",
      code: "request.too-many",
      number: null,
      retryAfterSeconds: 7,
    });
    expect(problemOf(new Error("secret words"), true)).toEqual({ kind: "refused", code: "internal", number: null });
  });

  it("is a missing connection when the device is offline and nothing more exact is known", () => {
    expect(problemOf(new DomainError("internal"), false)).toEqual({ kind: "unreachable" });
    expect(problemOf(new DomainError("upload.too-large"), false)).toMatchObject({ code: "upload.too-large" });
  });

  it("points at the wrong group of a recovery key", () => {
    const error = new CryptoError("E_RECOVERY_CHECKSUM", { group: 2 });
    expect(problemOf(error)).toEqual({ kind: "keys", code: "E_RECOVERY_CHECKSUM", group: 2 });
  });

  it("says that a key has changed only when it is another one than before, not when its statements have expired", () => {
    const trouble = (code: CryptoErrorCode) => [code, keyTroubleOf(problemOf(new CryptoError(code)))];
    const changed: CryptoErrorCode[] = ["E_ROOT_CHANGED", "E_EPOCH_OLD", "E_HEAD_OLD"];
    changed.push("E_LOG_FORK", "E_LOG_CONSISTENCY", "E_LOG_ORIGIN");
    for (const code of changed) expect(trouble(code)).toEqual([code, "changed"]);
    const others = cryptoErrorCodes.filter(
      (code) => /^E_(?:STATEMENT|HEAD_|LOG_)/.test(code) && !changed.includes(code),
    );
    for (const code of others) expect(trouble(code)).toEqual([code, "unproven"]);
    expect(trouble("E_RECEIPT_SIG")).toEqual(["E_RECEIPT_SIG", null]);
  });

  it("stops everything when the key of an office is not proven, and only then", () => {
    for (const code of ["E_ROOT_CHANGED", "E_EPOCH_OLD", "E_STATEMENT_SIG", "E_STATEMENT_EXPIRED"] as const)
      expect([code, isKeyTrouble(problemOf(new CryptoError(code)))]).toEqual([code, true]);
    expect(isKeyTrouble(problemOf(new CryptoError("E_RECEIPT_SIG")))).toBe(false);
    expect(isKeyTrouble(problemOf(new DomainError("internal"), true))).toBe(false);
  });
});
