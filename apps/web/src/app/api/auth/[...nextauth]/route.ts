import NextAuth from "next-auth";
import { bridge } from "../../../../server/bridge.ts";

type RouteContext = { params: Promise<{ nextauth: string[] }> };

const handle = (request: Request, context: RouteContext): Promise<Response> =>
  NextAuth(bridge().authOptions)(request, context);

export { handle as GET, handle as POST };
