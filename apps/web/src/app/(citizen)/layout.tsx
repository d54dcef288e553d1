import type { ReactNode } from "react";
import { SignedIn } from "../../components/signed-in.tsx";

export default function CitizenLayout({ children }: { children: ReactNode }) {
  return <SignedIn>{children}</SignedIn>;
}
