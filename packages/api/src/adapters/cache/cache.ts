/** Copies of what stands in the database. Losing one costs a query, and no copy outlives `drop`. */
export type Cache = {
  /**
   * The copy under this name, or what `load` gives, kept for `ttlMs`. Those who ask at the same moment wait for one
   * `load`. A copy that was loaded before a `drop` is not seen after it. Values are JSON.
   */
  remember<T>(name: string, ttlMs: number, load: () => Promise<T>): Promise<T>;
  drop(name: string): Promise<void>;
};
