/** A rectangle on the screen. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const CELL = 64;

/** What is taken on the screen; says where a name would cover another. */
export class Room {
  private readonly cells = new Map<number, Rectangle[]>();

  /** Takes a rectangle, unless it would cover something; says whether it did. */
  take(wanted: Rectangle): boolean {
    if (this.touched(wanted)) {
      return false;
    }
    this.each(wanted, (cell) => {
      const there = this.cells.get(cell);
      if (there === undefined) {
        this.cells.set(cell, [wanted]);
      } else {
        there.push(wanted);
      }
      return false;
    });
    return true;
  }

  private touched(wanted: Rectangle): boolean {
    return this.each(wanted, (cell) =>
      (this.cells.get(cell) ?? []).some(
        (other) =>
          wanted.left < other.right &&
          other.left < wanted.right &&
          wanted.top < other.bottom &&
          other.top < wanted.bottom,
      ),
    );
  }

  /** Goes through the cells of a rectangle until one says so. */
  private each(of: Rectangle, found: (cell: number) => boolean): boolean {
    for (let column = Math.floor(of.left / CELL); column <= Math.floor(of.right / CELL); column++) {
      for (let row = Math.floor(of.top / CELL); row <= Math.floor(of.bottom / CELL); row++) {
        if (found(column * 8192 + row)) {
          return true;
        }
      }
    }
    return false;
  }
}
