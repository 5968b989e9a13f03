/**
 * Reads a URL-encoded or multipart form. Anything else, such as JSON, has no fields: the real
 * endpoint would find none in it either.
 */
export async function readFields(
  body: ArrayBuffer,
  contentType: string,
): Promise<readonly (readonly [string, string])[]> {
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(contentType)) return [];
  try {
    const form = await new Response(body, { headers: { 'content-type': contentType } }).formData();
    return [...form].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]);
  } catch {
    return [];
  }
}
