import { serve } from "./rpc.ts";
import { solveChallenge } from "./solve-challenge.ts";

/** Works off a challenge beside the page, so that nothing on it stops moving. Knows no key and no content. */
const methods = { solve: solveChallenge };

export type ProofMethods = typeof methods;

serve(methods, globalThis);
