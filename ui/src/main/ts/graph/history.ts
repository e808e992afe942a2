/** Steps that can be taken back and forth. */
export class History<S> {
  private readonly past: S[] = [];
  private future: S[] = [];

  constructor(private present: S) {}

  get now(): S {
    return this.present;
  }

  /** Goes on to a new state; what was undone before is forgotten. */
  push(next: S): void {
    if (next !== this.present) {
      this.past.push(this.present);
      this.present = next;
      this.future = [];
    }
  }

  /** Starts again from a state, with nothing to undo. */
  reset(to: S): void {
    this.past.length = 0;
    this.future = [];
    this.present = to;
  }

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  undo(): S {
    const before = this.past.pop();
    if (before !== undefined) {
      this.future.push(this.present);
      this.present = before;
    }
    return this.present;
  }

  redo(): S {
    const after = this.future.pop();
    if (after !== undefined) {
      this.past.push(this.present);
      this.present = after;
    }
    return this.present;
  }
}
