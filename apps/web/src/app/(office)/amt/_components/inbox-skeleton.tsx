import { Skeleton } from "../../../../ui/skeleton.tsx";

/** The shape of the lines that come. */
export function InboxSkeleton() {
  return (
    <div className="mt-2 grid">
      {["first", "second", "third", "fourth"].map((line) => (
        <div key={line} className="flex flex-wrap items-center gap-x-10 gap-y-3 border-line border-b py-6">
          <Skeleton className="h-5 w-48" />
          <Skeleton className="h-5 w-36" />
          <Skeleton className="h-5 w-24" />
          <Skeleton className="h-5 w-32 lg:ml-auto" />
        </div>
      ))}
    </div>
  );
}
