/**
 * A value by its name, where checks before have refused names that there are not.
 *
 * @throws Error naming what is missing
 */
export function found<Value>(values: Readonly<Record<string, Value>>, name: string): Value {
  const value = values[name];
  if (value === undefined) throw new Error(`there is no "${name}"`);
  return value;
}
