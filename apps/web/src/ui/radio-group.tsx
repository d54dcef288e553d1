import { type ReactNode, useId } from "react";
import { FieldGroup } from "./field-group.tsx";

type RadioGroupProps<Value extends string> = {
  legend: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  options: readonly { value: Value; label: ReactNode; hint?: ReactNode }[];
  value: Value | null;
  onChange: (value: Value) => void;
};

/** One of a few. Nothing is chosen beforehand: a choice that is evidence must be somebody's own. */
export function RadioGroup<Value extends string>({ options, value, onChange, ...group }: RadioGroupProps<Value>) {
  const id = useId();
  return (
    <FieldGroup {...group}>
      <div className="grid gap-3">
        {options.map((option) => (
          <label
            key={option.value}
            className="flex min-h-12 cursor-pointer items-start gap-3 rounded-control border border-edge bg-raised px-4 py-3 hover:bg-action-tint has-checked:border-action has-checked:bg-action-tint"
          >
            <input
              type="radio"
              // Groups the options; unlike content it is a random word.
              name={id}
              // The id of no form: what has a name must not belong to one, or an early submit would send it.
              form={`${id}-none`}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
              className="mt-0.5 size-6 shrink-0 accent-action"
            />
            <span>
              <span className="block font-semibold">{option.label}</span>
              {option.hint && <span className="block text-muted text-sm">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
