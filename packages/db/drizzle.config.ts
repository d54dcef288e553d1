import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: "./src/schema/*.ts",
  out: "./migrations",
  // The same casing stands in client.ts; if the two differ, queries ask for columns that do not exist.
  casing: "snake_case",
});
