interface Wanted {
  readonly mode: LockMode;
  readonly ifAvailable: true;
}

/** A stand-in for `navigator.locks`, for those who never wait for a lock. */
export class VirtualLocks {
  readonly #held = new Map<string, LockMode[]>();

  async request<Result>(
    name: string,
    { mode }: Wanted,
    run: (lock: object | null) => Promise<Result>,
  ): Promise<Result> {
    const held = this.#held.get(name) ?? [];
    const isFree = held.length === 0 || (mode === 'shared' && !held.includes('exclusive'));
    if (!isFree) return run(null);
    this.#held.set(name, [...held, mode]);
    try {
      return await run({ name, mode });
    } finally {
      const rest = this.#held.get(name) ?? [];
      rest.splice(rest.indexOf(mode), 1);
    }
  }
}
