export type Service = {
  /** Resolves when it has ended, wanted or not. */
  ended: Promise<void>;
  stop(): Promise<void>;
  /** Ends it at once, for the second Ctrl-C. */
  kill(): void;
};

export type ServiceName = "postgres" | "identity" | "witness" | "worker" | "web";

type Entry = { start: () => Promise<Service>; service: Service };

/** What is running, in the order in which it was started; it stops the other way round. */
export class Services {
  readonly #entries = new Map<ServiceName, Entry>();
  #isStopping = false;
  readonly #failure = Promise.withResolvers<ServiceName>();

  /** Resolves with the name of the first one that ended although nobody asked it to. */
  get failed(): Promise<ServiceName> {
    return this.#failure.promise;
  }

  async start(name: ServiceName, start: () => Promise<Service>): Promise<void> {
    const service = await start();
    const entry = { start, service };
    this.#entries.set(name, entry);
    void this.#watch(name, entry);
  }

  async restart(name: ServiceName): Promise<void> {
    const entry = this.#entries.get(name);
    if (entry === undefined) throw new RangeError(`${name} is not running`);
    // Keeps its place in the order; what ends is no longer the running entry, so it does not count as a failure.
    this.#entries.set(name, { ...entry });
    await entry.service.stop();
    await this.start(name, entry.start);
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    for (const { service } of [...this.#entries.values()].toReversed()) await service.stop();
  }

  /** Also in the middle of a `stop` that takes too long. */
  kill(): void {
    this.#isStopping = true;
    for (const { service } of [...this.#entries.values()].toReversed()) service.kill();
  }

  async #watch(name: ServiceName, entry: Entry): Promise<void> {
    await entry.service.ended;
    if (!this.#isStopping && this.#entries.get(name) === entry) this.#failure.resolve(name);
  }
}
