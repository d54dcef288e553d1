import { type ReactNode, useEffect, useRef } from "react";
import { ErrorIcon } from "./icons.tsx";

type ErrorSummaryProps = {
  title: ReactNode;
  errors: readonly { id: string; text: ReactNode; onGo: () => void }[];
};

/**
 * Everything that is wrong with a page, in one place: it takes the focus when it appears, and each line leads to its
 * field. Give it a new `key` with every try, so that a second try with the same faults is heard as well.
 */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section data-area className="rounded-card border-2 border-danger bg-danger-tint px-4 py-3.5 sm:px-5 sm:py-4">
      <h2 ref={heading} tabIndex={-1} className="flex gap-3 font-semibold text-base">
        <ErrorIcon className="mt-0.5 size-6 text-danger" />
        {title}
      </h2>
      <ul className="mt-1 grid pl-9">
        {errors.map(({ id, text, onGo }) => (
          <li key={id}>
            {/* A button: the fragment of a link would put the name of a question into the address. */}
            <button
              type="button"
              onClick={onGo}
              className="link inline-flex min-h-11 items-center text-left text-danger"
            >
              {text}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
