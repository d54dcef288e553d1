import { build, type Plugin } from "esbuild";

export type PageSource = {
  /** TypeScript of the entry; relative imports start at `folder`. */
  contents: string;
  folder: string;
  plugins?: Plugin[];
  define?: Record<string, string>;
};

/** A classic script for a page or a worker, bundled like the worker of the portal. */
export async function bundleForPage({ contents, folder, plugins = [], define = {} }: PageSource): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder, loader: "ts" },
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2022",
    logLevel: "warning",
    plugins,
    define,
  });
  return outputFiles[0]?.text ?? "";
}
