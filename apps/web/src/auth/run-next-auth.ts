import { parse } from "node:querystring";
import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth, { type AuthOptions } from "next-auth";

// A CommonJS package: Node hands out its whole exports where a bundler hands out the default among them.
const nextAuth = "default" in NextAuth ? (NextAuth.default as typeof NextAuth) : NextAuth;

export type AuthCall = {
  method: "GET" | "POST";
  /** What stands behind `/api/auth/`. */
  path: readonly string[];
  query: URLSearchParams;
  form: URLSearchParams;
  cookies: Record<string, string>;
};

export type AuthAnswer = { status: number; setCookies: string[]; redirect: string | null; body: unknown };

/**
 * next-auth outside of Next: it asks no more of its request and its answer than what stands here. Headers of the real
 * request stay out, so that no forwarded host can tell next-auth another address than ours.
 */
export async function runNextAuth(call: AuthCall, options: AuthOptions): Promise<AuthAnswer> {
  const answer: AuthAnswer = { status: 200, setCookies: [], redirect: null, body: undefined };
  const request = {
    method: call.method,
    headers: {},
    cookies: call.cookies,
    query: { ...parse(call.query.toString()), nextauth: [...call.path] },
    // Always as a redirect; how a page of ours gets to know the address is for us to say.
    body: { ...Object.fromEntries(call.form), json: undefined },
  };
  const response = {
    status: (code: number) => {
      answer.status = code;
      return response;
    },
    getHeader: () => answer.setCookies,
    setHeader: (name: string, value: string | string[]) => {
      if (name.toLowerCase() === "set-cookie") answer.setCookies = [value].flat();
      if (name.toLowerCase() === "location") answer.redirect = String(value);
      return response;
    },
    json: (body: unknown) => void (answer.body = body),
    send: (body: unknown) => void (answer.body = body),
    end: () => {},
  };
  // The types of the pages router have many members that next-auth never touches.
  await nextAuth(request as unknown as NextApiRequest, response as unknown as NextApiResponse, options);
  return answer;
}
