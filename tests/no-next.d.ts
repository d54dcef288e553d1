/**
 * In place of Next's own types (`paths` in tsconfig.json): trpc-to-openapi names two of them, our table of addresses one, and
 * the others would then demand NODE_ENV of every program that a test starts.
 */
export type NextApiRequest = never;
export type NextApiResponse = never;
export type Route = string;
