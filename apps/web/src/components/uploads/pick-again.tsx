"use client";

import { useRef } from "react";
import { useI18n } from "../../i18n/client.tsx";
import { Button } from "../../ui/button.tsx";

type PickAgainProps = { name: string; accept: string; onPick: (file: File) => void };

export function PickAgain({ name, accept, onPick }: PickAgainProps) {
  const { t } = useI18n();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        onChange={(event) => {
          const [file] = Array.from(event.target.files ?? []);
          event.target.value = "";
          if (file) onPick(file);
        }}
      />
      <Button variant="quiet" aria-label={t("uploads.pickAgainNamed", { name })} onClick={() => input.current?.click()}>
        {t("uploads.pickAgain")}
      </Button>
    </>
  );
}
