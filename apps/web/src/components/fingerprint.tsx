/** Twelve groups of five digits, four to a line, so that two people can read them to each other. */
export function Fingerprint({ children }: { children: string }) {
  return (
    <span className="grid w-fit grid-cols-[repeat(4,auto)] gap-x-4 tabular-nums">
      {children.split(" ").map((group, index) => (
        <span key={index}>{group} </span>
      ))}
    </span>
  );
}
