type Parameters = { grund: string | undefined; error: string | undefined };
export type SignInProblem = "unknown" | "trouble" | "cancelled";

/** next-auth's codes for a person who turned back, or came back too late. Whatever else it reports is a disruption. */
const turnedBack = ["OAuthCallback", "Callback", "AccessDenied"];

export function signInProblemOf({ grund, error }: Parameters): SignInProblem | null {
  if (grund === "unbekannt") return "unknown";
  if (grund) return "trouble";
  if (!error) return null;
  return turnedBack.includes(error) ? "cancelled" : "trouble";
}
