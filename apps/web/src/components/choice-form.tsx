type ChoiceFormProps = {
  action: (form: FormData) => Promise<void>;
  name: string;
  legend: string;
  chosenText: string;
  options: readonly { value: string; text: string; lang?: string; isChosen: boolean }[];
};

/**
 * A choice that is not secret and takes effect at once: one submit button for each option. Hidden without JavaScript: we
 * send no referrer, so a browser posts such a form with the origin "null", which is refused as foreign.
 */
export function ChoiceForm({ action, name, legend, chosenText, options }: ChoiceFormProps) {
  return (
    <form action={action} data-needs-script>
      <fieldset>
        <legend className="font-semibold">{legend}</legend>
        <div className="-ml-2 flex flex-wrap">
          {options.map((option) => (
            <button
              key={option.value}
              type="submit"
              name={name}
              value={option.value}
              lang={option.lang}
              aria-current={option.isChosen ? "true" : undefined}
              className="min-h-11 rounded-control px-2 underline decoration-line underline-offset-4 hover:decoration-current aria-[current]:font-semibold aria-[current]:no-underline"
            >
              {option.isChosen && <span aria-hidden="true">✓ </span>}
              {option.text}
              {option.isChosen && <span className="sr-only"> ({chosenText})</span>}
            </button>
          ))}
        </div>
      </fieldset>
    </form>
  );
}
