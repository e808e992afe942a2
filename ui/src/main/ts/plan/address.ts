/** Returns the address of a plan; a comma stays as it is, blank parameters are left out. */
export function planAddress(query: string): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(query)) {
    if (value.trim() !== "") {
      parameters.append(name, value);
    }
  }
  const written = parameters.toString().replaceAll("%2C", ",");
  return written === "" ? "/path" : `/path?${written}`;
}

/** Returns a query in which one list of names is another. */
export function changeNames(query: string, name: string, names: readonly string[]): string {
  const parameters = new URLSearchParams(query);
  if (names.length === 0) {
    parameters.delete(name);
  } else {
    parameters.set(name, names.join(","));
  }
  return parameters.toString();
}
