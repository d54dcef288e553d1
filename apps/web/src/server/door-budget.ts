import type { BudgetName } from "@dvd/domain/limits/budgets";

/**
 * What counts before anybody is known, and so on the address alone. The two steps of a login are dear: going to the
 * identity provider, and coming back from it. Null: what is behind this door names its budget itself.
 */
export function doorBudget(method: string | undefined, path: string): BudgetName | null {
  if (path === "/api/viewer" || path === "/.well-known/security.txt" || path.startsWith("/api/directory/"))
    return "open";
  if (!path.startsWith("/api/auth/")) return null;
  if (path.startsWith("/api/auth/callback/")) return "login";
  if (method !== "POST") return "open";
  return path.startsWith("/api/auth/signin/") ? "login" : "logout";
}
