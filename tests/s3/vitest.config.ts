import path from "node:path";
import { defineConfig } from "vitest/config";

const root = path.resolve(import.meta.dirname, "../..");

/** What must hold of the blob store on S3, and of everything that stores documents, once more on a real S3 server. */
export default defineConfig({
  test: {
    root,
    include: [
      "packages/api/src/adapters/blob/s3.test.ts",
      "packages/api/src/documents/*.test.ts",
      "packages/api/src/http/upload-part.test.ts",
      "packages/api/src/cases/{expire-draft,submit-case}.test.ts",
    ],
    globalSetup: ["./tests/global-setup.ts", "./tests/s3/global-setup.ts"],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
