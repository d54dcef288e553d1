declare module "*.css";
declare module "*.scss";

/** Set while compiling, by `next.config.ts`: true only under the development server. */
declare var isDevelopmentServer: boolean;

type TrustedTypePolicyRules = { createScriptURL: (input: string, type: string, sink: string) => string | null };

/** As much of the Trusted Types API as we call; not every browser has it. */
declare var trustedTypes: { createPolicy: (name: string, rules: TrustedTypePolicyRules) => unknown } | undefined;
