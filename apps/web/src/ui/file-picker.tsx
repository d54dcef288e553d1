"use client";

import { type ChangeEvent, type DragEvent, type ReactNode, useRef, useState } from "react";
import { Button } from "./button.tsx";
import { classNames } from "./class-names.ts";
import type { ControlProps } from "./field.tsx";
import { PaperIcon } from "./icons.tsx";

type FilePickerProps = {
  /** From the surrounding `Field`, so that label, hint and error belong to the button. */
  control: ControlProps;
  buttonText: ReactNode;
  dropText: ReactNode;
  /** For devices with a camera and a finger; missing where no photo is wanted. */
  cameraText?: ReactNode;
  accept: string;
  multiple?: boolean;
  onPick: (files: File[]) => void;
};

/** Button first, drop area after it: dropping is a convenience, never the only way. */
export function FilePicker({
  control,
  buttonText,
  dropText,
  cameraText,
  accept,
  multiple = false,
  onPick,
}: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);

  const hold = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const files = Array.from(event.dataTransfer.files);
    if (files.length > 0) onPick(multiple ? files : files.slice(0, 1));
  };

  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const files = Array.from(event.target.files ?? []);
    // Emptied so that the same file can be picked again after it was removed.
    event.target.value = "";
    if (files.length > 0) onPick(files);
  };

  return (
    <div>
      <input ref={input} type="file" accept={accept} multiple={multiple} hidden onChange={take} />
      <div className="flex flex-wrap gap-3">
        <Button
          id={control.id}
          // The visible words first, for people who speak to their device; then what the file is for.
          aria-labelledby={`${control.id}-text ${control.id}-label`}
          aria-describedby={control["aria-describedby"]}
          variant="secondary"
          icon={<PaperIcon className="size-6" />}
          onClick={() => input.current?.click()}
        >
          <span id={`${control.id}-text`}>{buttonText}</span>
        </Button>
        {cameraText && (
          <>
            <input ref={camera} type="file" accept="image/*" capture="environment" hidden onChange={take} />
            <span className="hidden pointer-coarse:block">
              <Button
                aria-labelledby={`${control.id}-camera ${control.id}-label`}
                variant="secondary"
                onClick={() => camera.current?.click()}
              >
                <span id={`${control.id}-camera`}>{cameraText}</span>
              </Button>
            </span>
          </>
        )}
      </div>
      <div
        onDragOver={hold}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
        className={classNames(
          "mt-3 hidden rounded-card border-2 border-dashed px-4 py-7 text-center text-muted text-sm sm:block",
          isOver ? "border-action bg-action-tint" : "border-edge",
        )}
      >
        {dropText}
      </div>
    </div>
  );
}
