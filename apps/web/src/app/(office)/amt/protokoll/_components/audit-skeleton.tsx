import { Skeleton } from "../../../../../ui/skeleton.tsx";

/** The shape of the lines that come. */
export function AuditSkeleton() {
  return (
    <div className="mt-2 grid">
      {["first", "second", "third", "fourth", "fifth"].map((line) => (
        <div key={line} className="flex flex-wrap items-center gap-x-10 gap-y-3 border-line border-b py-5">
          <Skeleton className="h-5 w-32" />
          <Skeleton className="h-5 w-56" />
          <Skeleton className="h-5 w-28" />
        </div>
      ))}
    </div>
  );
}
