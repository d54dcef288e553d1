import { classNames } from "./class-names.ts";

/** A grey stand-in with the size of what comes. It waits 200 ms before it shows, so that quick answers do not flicker. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={classNames("skeleton rounded-control bg-line", className)} />;
}
