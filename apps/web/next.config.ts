import path from "node:path";
import type { NextConfig } from "next";
import { PHASE_DEVELOPMENT_SERVER } from "next/constants.js";

export default function config(phase: string): NextConfig {
  return {
    output: "standalone",
    outputFileTracingRoot: path.resolve(import.meta.dirname, "../.."),
    poweredByHeader: false,
    reactCompiler: true,
    typedRoutes: true,
    // `check-types` runs the compiler over the same files; twice would only make the build slower.
    typescript: { ignoreBuildErrors: true },
    // No image is fetched from elsewhere or resized here, so the optimiser and its native library stay out.
    images: { unoptimized: true },
    outputFileTracingExcludes: { "/*": ["**/node_modules/sharp/**", "**/node_modules/@img/**"] },
    serverExternalPackages: ["postgres"],
    // `next dev` would otherwise edit AGENTS.md, which is written by people.
    agentRules: false,
    compiler: { define: { "globalThis.isDevelopmentServer": phase === PHASE_DEVELOPMENT_SERVER } },
  };
}
