/** Magento's `uid`: an id, or a path to one, in base64. */
export function encodeUid(id: string): string {
  return Buffer.from(id).toString('base64');
}
