import { type ReactNode, useId } from "react";

type ProgressProps = {
  /** The state in words; the bar only illustrates it. */
  text: ReactNode;
  /** Between 0 and 1; missing while nobody can say. */
  value?: number | undefined;
};

export function Progress({ text, value }: ProgressProps) {
  const id = useId();
  return (
    <div>
      <p id={id} className="text-sm">
        {text}
      </p>
      <progress
        aria-labelledby={id}
        {...(value === undefined ? {} : { value })}
        max={1}
        className="progress mt-1.5 h-2.5 w-full"
      />
    </div>
  );
}
