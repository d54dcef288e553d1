// oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- see Combobox
import { type KeyboardEvent, useId, useState } from "react";
import { Field } from "../../../ui/field.tsx";
import { TextInput } from "../../../ui/text-input.tsx";

export type Suggestion = { id: string; text: string };

type ComboboxProps = {
  label: string;
  hint: string;
  listLabel: string;
  value: string;
  suggestions: readonly Suggestion[];
  onChange: (value: string) => void;
  onPick: (suggestion: Suggestion) => void;
};

/**
 * A text field with a list below it, after the combobox pattern of WAI-ARIA: the focus stays in the field, arrows move
 * through the list, Enter picks, Escape closes the list and then empties the field. Without a picked line Enter sends
 * the form around it. No element of HTML does this (a `datalist` cannot be styled, announced or opened by keys in the
 * same way everywhere); the keys belong to the field, so the lines need none of their own.
 */
export function Combobox({ label, hint, listLabel, value, suggestions, onChange, onPick }: ComboboxProps) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const isShown = isOpen && suggestions.length > 0;
  const optionId = (index: number) => `${id}-option-${index}`;
  const close = () => {
    setIsOpen(false);
    setActive(-1);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const picked = suggestions[active];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      const from = active === -1 && step === -1 ? 0 : active;
      if (suggestions.length > 0) setActive((from + step + suggestions.length) % suggestions.length);
      setIsOpen(true);
    } else if (event.key === "Enter" && isShown && picked) {
      event.preventDefault();
      onPick(picked);
    } else if (event.key === "Enter") close();
    else if (event.key === "Escape") {
      // The browser's own meaning, emptying a search field, comes second.
      event.preventDefault();
      if (isShown) close();
      else onChange("");
    }
  };

  return (
    <div className="relative">
      <Field label={label} hint={hint}>
        {(control) => (
          <TextInput
            {...control}
            role="combobox"
            aria-expanded={isShown}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={isShown && active >= 0 ? optionId(active) : undefined}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            enterKeyHint="search"
            value={value}
            onChange={(event) => {
              onChange(event.target.value);
              setIsOpen(true);
              setActive(-1);
            }}
            onKeyDown={onKeyDown}
            onBlur={close}
          />
        )}
      </Field>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={listLabel}
        hidden={!isShown}
        // Over what follows: in the flow, the button would move away under the finger that closes the list.
        className="absolute inset-x-0 top-full z-10 mt-1 overflow-hidden rounded-control border-2 border-edge bg-raised shadow-lg"
      >
        {suggestions.map((suggestion, index) => (
          <div
            key={suggestion.id}
            id={optionId(index)}
            role="option"
            aria-selected={index === active}
            // Before the field loses its focus, which would close the list under the finger.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onPick(suggestion)}
            className="flex min-h-12 cursor-pointer items-center border-line border-b px-4 py-2 last:border-b-0 hover:bg-action-tint aria-selected:bg-action aria-selected:text-on-action"
          >
            {suggestion.text}
          </div>
        ))}
      </div>
    </div>
  );
}
