/** A few small texts that live on in the browser; where storage is off, as long as the page. */

const memory = new Map<string, string>();

export function load(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? memory.get(key) ?? null;
  } catch {
    return memory.get(key) ?? null;
  }
}

/** Keeps a text; tells whether it will outlive the page. */
export function keep(key: string, text: string): boolean {
  try {
    localStorage.setItem(key, text);
    memory.delete(key);
    return true;
  } catch {
    memory.set(key, text);
    return false;
  }
}

export function drop(key: string): void {
  memory.delete(key);
  try {
    localStorage.removeItem(key);
  } catch {
    // storage is off: there was nothing
  }
}

/** Reads a stored JSON value; what cannot be read is as good as nothing. */
export function loadJson(key: string): unknown {
  try {
    return JSON.parse(load(key) ?? "null");
  } catch {
    return null;
  }
}
