/**
 * Names for the entries of an archive, each different from the others: systems that do not tell capitals apart would
 * write one file over the other. The names are safe already (`safeFileName`); folders are of our own making.
 */
export function createEntryNames() {
  const taken = new Set<string>();
  return (name: string): string => {
    const dot = name.lastIndexOf(".");
    const [stem, ending] = dot > name.lastIndexOf("/") ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
    let candidate = name;
    for (let copy = 2; taken.has(folded(candidate)); copy += 1) candidate = `${stem} (${copy})${ending}`;
    taken.add(folded(candidate));
    return candidate;
  };
}

const folded = (name: string) => name.normalize("NFKC").toLowerCase();
