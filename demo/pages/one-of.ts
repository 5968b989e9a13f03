/** The wanted value when it is one of these, else the first of them. */
export function oneOf<const Value extends string>(
  values: readonly Value[],
  wanted: string | null,
): Value {
  const [standard] = values;
  const found = values.find((value) => value === wanted) ?? standard;
  if (found === undefined) throw new Error('There is nothing to choose from.');
  return found;
}
