import { trustedScriptUrl } from "./lib/trusted-script-url.ts";

// Runs before anything of the page. Where the browser knows no trusted types, the policy of the response still holds.
globalThis.trustedTypes?.createPolicy("default", {
  createScriptURL: (input, _type, sink) => trustedScriptUrl(input, sink, location.origin),
});
