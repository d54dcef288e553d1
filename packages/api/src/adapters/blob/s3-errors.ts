import { S3ServiceException } from "@aws-sdk/client-s3";
import { BlobStoreAway } from "./blob-store.ts";

export const failsWith = (error: unknown, ...names: string[]) =>
  error instanceof S3ServiceException && names.includes(error.name);

const notReached = /^(?:ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;

/** Told apart from a refusal: the server did not answer, or says itself that it cannot at the moment. */
export function orAway(error: unknown): never {
  if (isAway(error)) throw new BlobStoreAway("", { cause: error });
  throw error;
}

function isAway(error: unknown): boolean {
  if (error instanceof S3ServiceException) return (error.$metadata.httpStatusCode ?? 0) >= 500;
  if (!(error instanceof Error)) return false;
  return error.name === "TimeoutError" || ("code" in error && notReached.test(String(error.code)));
}
