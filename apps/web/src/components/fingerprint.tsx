/** Twelve groups of five digits, four to a line, so that two people can read them to each other. */
export function Fingerprint({ children }: { children: string }) {
  return (
    <span className="grid max-w-72 grid-cols-4 gap-x-3 tabular-nums">
      {children.split(" ").map((group, index) => (
        <span key={index}>{group} </span>
      ))}
    </span>
  );
}
