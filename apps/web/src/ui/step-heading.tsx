type StepHeadingProps = {
  /** One string, like "Step 2 of 5: Documents": a screen reader reads it in one breath. */
  text: string;
  step: number;
  of: number;
};

export function StepHeading({ text, step, of }: StepHeadingProps) {
  return (
    <header>
      <div aria-hidden="true" className="mb-4 flex gap-1.5" data-print="no">
        {Array.from({ length: of }, (_, index) => (
          <span
            key={index}
            className={index < step ? "h-1.5 flex-1 rounded-full bg-action" : "h-1.5 flex-1 rounded-full bg-line"}
          />
        ))}
      </div>
      <h1 tabIndex={-1} className="text-2xl">
        {text}
      </h1>
    </header>
  );
}
