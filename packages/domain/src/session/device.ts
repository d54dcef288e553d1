export const deviceBrowsers = ["firefox", "edge", "chrome", "safari", "other"] as const;
export const deviceSystems = ["android", "ios", "windows", "macos", "linux", "other"] as const;
export type Device = { browser: (typeof deviceBrowsers)[number]; system: (typeof deviceSystems)[number] };

const browserMarks = [
  ["edge", /\bEdg(?:e|A|iOS)?\//],
  ["firefox", /\b(?:Firefox|FxiOS)\//],
  ["chrome", /\b(?:Chrome|CriOS|Chromium)\//],
  ["safari", /\bVersion\/.*\bSafari\//],
] as const;

const systemMarks = [
  ["android", /\bAndroid\b/],
  ["ios", /\b(?:iPhone|iPad|iPod)\b/],
  ["windows", /\bWindows\b/],
  ["macos", /\bMac OS X\b|\bMacintosh\b/],
  ["linux", /\bLinux\b|\bX11\b/],
] as const;

/** As much of a device as its owner needs to recognise it in a list, and no more: never a version, never a model. */
export const deviceOf = (userAgent: string): Device => ({
  browser: browserMarks.find(([, mark]) => mark.test(userAgent))?.[0] ?? "other",
  system: systemMarks.find(([, mark]) => mark.test(userAgent))?.[0] ?? "other",
});
