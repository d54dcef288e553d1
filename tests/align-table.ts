/** A table of Markdown as the formatter writes it. The first row is its head. */
export function alignTable(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const widths = head.map((_, place) => Math.max(3, ...rows.map((row) => row[place]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${widths.map((width, place) => (row[place] ?? "").padEnd(width)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...body.map(line)].join("\n");
}
