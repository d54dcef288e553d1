import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{packages,apps}/*/src/**/*.test.ts", "scripts/**/*.test.ts", "tests/*.test.ts"],
    // Needs a server; run by `tests/s3/vitest.config.ts`.
    exclude: [...configDefaults.exclude, "**/s3.test.ts"],
    globalSetup: ["./tests/global-setup.ts"],
    // Two cores: one database cluster, one file at a time each.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
