/** How many slips of the finger a word of this length may hold; a short word with a slip is simply another word. */
export const allowedSlips = (length: number) => (length < 4 ? 0 : length < 8 ? 1 : 2);

/**
 * True when `typed` becomes `word` by at most `limit` slips: a letter too many, too few, another one, or two swapped
 * (optimal string alignment). In words of four letters another letter is no slip: "Hand" does not mean "Hund".
 */
export function isNear(typed: string, word: string, limit: number): boolean {
  if (Math.abs(typed.length - word.length) > limit) return false;
  const otherLetter = Math.min(typed.length, word.length) < 5 ? limit + 1 : 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: word.length + 1 }, (_, column) => column);
  for (let row = 1; row <= typed.length; row += 1) {
    const current = [row];
    let smallest = row;
    for (let column = 1; column <= word.length; column += 1) {
      const isSame = typed[row - 1] === word[column - 1];
      let cost = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (isSame ? 0 : otherLetter),
      );
      const isSwap =
        row > 1 && column > 1 && typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1];
      if (isSwap) cost = Math.min(cost, at(beforeLast, column - 2) + 1);
      current.push(cost);
      smallest = Math.min(smallest, cost);
    }
    // Rows never get better than their best field: most words are out after two letters.
    if (smallest > limit) return false;
    beforeLast = last;
    last = current;
  }
  return at(last, word.length) <= limit;
}

const at = (row: readonly number[], column: number) => row[column] ?? Number.POSITIVE_INFINITY;
