import type { ProgressEvent } from "./progress";
import type { Progress } from "./progressfile";

const NAME = "zhitu";
const EVENTS = "events";
const EXTRAS = "extras";

/** Where events are kept for good. Every change is one transaction: all of it or nothing. */
export interface Database {
  all(): Promise<Progress>;
  /** Takes events in; one that is there already is written over only by `events` of the same id. */
  put(progress: Progress): Promise<void>;
  clear(): Promise<void>;
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("IndexedDB"));
  });
}

function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error("IndexedDB"));
    transaction.onerror = () => reject(transaction.error ?? new Error("IndexedDB"));
  });
}

async function open(factory: IDBFactory): Promise<Database> {
  const request = factory.open(NAME, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(EVENTS, { keyPath: "id" });
    request.result.createObjectStore(EXTRAS, { keyPath: "name" });
  };
  const base = await done(request);
  base.onversionchange = () => base.close();
  const stores = [EVENTS, EXTRAS];
  return {
    async all() {
      const transaction = base.transaction(stores);
      const [events, extras] = await Promise.all([
        done(transaction.objectStore(EVENTS).getAll() as IDBRequest<ProgressEvent[]>),
        done(transaction.objectStore(EXTRAS).getAll() as IDBRequest<{ name: string; value: unknown }[]>),
      ]);
      return { events, extras: Object.fromEntries(extras.map(({ name, value }) => [name, value])) };
    },
    async put({ events, extras }) {
      const transaction = base.transaction(stores, "readwrite");
      const finished = ended(transaction);
      for (const event of events) {
        transaction.objectStore(EVENTS).put(event);
      }
      for (const [name, value] of Object.entries(extras)) {
        transaction.objectStore(EXTRAS).put({ name, value });
      }
      await finished;
    },
    async clear() {
      const transaction = base.transaction(stores, "readwrite");
      const finished = ended(transaction);
      stores.forEach((store) => transaction.objectStore(store).clear());
      await finished;
    },
  };
}

let opened: Promise<Database | undefined> | undefined;

/** Opens the database; there is none where the browser keeps nothing. */
export function database(): Promise<Database | undefined> {
  opened ??= (typeof indexedDB === "undefined" ? Promise.resolve(undefined) : open(indexedDB)).catch(() => undefined);
  return opened;
}
