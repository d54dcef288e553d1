import localFont from "next/font/local";

/**
 * Regular and semibold as KERN ships them: the whole repertoire, because names in German registers need far more than
 * Latin-1. 130 KB each, so a fallback with the same metrics shows the text until they arrive.
 */
export const fira = localFont({
  src: [
    { path: "../../node_modules/@kern-ux/native/dist/fonts/fira-sans/FiraSans-Regular.woff2", weight: "400" },
    { path: "../../node_modules/@kern-ux/native/dist/fonts/fira-sans/FiraSans-SemiBold.woff2", weight: "600" },
  ],
  variable: "--font-fira",
  display: "swap",
  preload: false,
});
