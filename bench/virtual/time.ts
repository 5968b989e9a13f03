import TinyQueue from 'tinyqueue';

/** What happens at a moment; with a promise, the next thing happens only after it. */
type Happening = () => Promise<void> | undefined;

/** Something that will happen, unless it is cancelled. */
export interface Task {
  readonly at: number;
  readonly order: number;
  happening: Happening | undefined;
}

/** A clock that stops while code runs, and then jumps to whatever comes next. */
export class VirtualTime {
  now: number;
  #count = 0;
  readonly #tasks = new TinyQueue<Task>(
    [],
    // What was planned first comes first, so that every run is the same.
    (one, other) => one.at - other.at || one.order - other.order,
  );

  constructor(start: number) {
    this.now = start;
  }

  after(delay: number, happening: Happening): Task {
    this.#count += 1;
    const task = { at: this.now + Math.max(0, delay), order: this.#count, happening };
    this.#tasks.push(task);
    return task;
  }

  cancel(task: Task | undefined): void {
    if (task) task.happening = undefined;
  }

  /** Until nothing is left to happen. */
  async run(): Promise<void> {
    for (let task = this.#tasks.pop(); task; task = this.#tasks.pop()) {
      if (!task.happening) continue;
      this.now = task.at;
      const settled = task.happening();
      if (settled) await settled;
    }
  }
}
