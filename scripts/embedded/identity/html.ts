/** Text that is already markup; everything else is escaped when it is put into a template. */
class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

export type Html = Markup;
type Part = string | Html | readonly Html[];

export function html(texts: TemplateStringsArray, ...parts: Part[]): Html {
  return new Markup(String.raw({ raw: texts }, ...parts.map(render)));
}

/** Only for markup that a library made; never for anything a person or a client sent. */
export const trustedHtml = (markup: string): Html => new Markup(markup);

function render(part: Part): string {
  if (part instanceof Markup) return part.text;
  if (typeof part === "string") return part.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  return part.map((markup) => markup.text).join("");
}
