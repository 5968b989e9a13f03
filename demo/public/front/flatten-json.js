function flatten(value, path) {
  if (typeof value !== 'object' || value === null) return [[path, String(value)]];
  return Object.entries(value).flatMap(([key, inner]) =>
    flatten(inner, path ? `${path}.${key}` : key),
  );
}

/** JSON as rows: the path of each value, and the value. None where it is no JSON. */
export function flattenJson(text) {
  try {
    return flatten(JSON.parse(text), '');
  } catch {
    return [];
  }
}
