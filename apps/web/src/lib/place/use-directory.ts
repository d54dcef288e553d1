"use client";

import { useEffect, useState } from "react";
import { versions } from "../../components/services/service.ts";
import { useI18n } from "../../i18n/client.tsx";
import { type LoadedDirectory, loadDirectory } from "./load-directory.ts";

type State = { is: "loading" } | { is: "ready"; file: LoadedDirectory } | { is: "failed" };
export type Directory = State & { retry: () => void };

/** The public directory in the reader's language, loaded in the background. */
export function useDirectory(): Directory {
  const { locale } = useI18n();
  const version = versions[locale];
  const [state, setState] = useState<State>({ is: "loading" });
  useEffect(() => {
    let isCurrent = true;
    void load(version).then((loaded) => isCurrent && setState(loaded));
    return () => {
      isCurrent = false;
    };
  }, [version]);
  return {
    ...state,
    retry: () => {
      setState({ is: "loading" });
      void load(version).then(setState);
    },
  };
}

const load = (version: (typeof versions)[keyof typeof versions]): Promise<State> =>
  loadDirectory(version).then(
    (file): State => ({ is: "ready", file }),
    (): State => ({ is: "failed" }),
  );
