/** What each value of a record becomes, under the same names. */
export function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From, name: string) => To,
): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value, name)]));
}

/**
 * Value of a name that was checked to be there.
 *
 * @throws Error where it is not, which `dataProblems` should have found
 */
export function known<Value>(record: Readonly<Record<string, Value>>, name: string): Value {
  const value = Object.hasOwn(record, name) ? record[name] : undefined;
  if (value === undefined) throw new Error(`"${name}" is missing among ${Object.keys(record).join(", ")}`);
  return value;
}
