declare module "*.css";
declare module "*.scss";

/** Set while compiling, by `next.config.ts`: true only under the development server. */
declare var isDevelopmentServer: boolean;

type TrustedTypePolicyRules = { createScriptURL: (input: string, type: string, sink: string) => string | null };

/** As much of the Trusted Types API as we call; not every browser has it. */
declare var trustedTypes: { createPolicy: (name: string, rules: TrustedTypePolicyRules) => unknown } | undefined;

/** Exists in workers only, and the page's typings know nothing of it. */
interface FileSystemFileHandle {
  createSyncAccessHandle(): Promise<{
    write(bytes: Uint8Array, options: { at: number }): number;
    flush(): void;
    close(): void;
  }>;
}
