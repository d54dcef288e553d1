import { Skeleton } from "../../../../../../ui/skeleton.tsx";

export function CaseSkeleton() {
  return (
    <div className="mt-2 grid gap-5">
      <Skeleton className="h-24 rounded-card" />
      <Skeleton className="h-20 rounded-card" />
      <Skeleton className="h-48 rounded-card" />
    </div>
  );
}
