/** How the sandbox behaves, for trying what a shopper sees when Klaviyo is in trouble. */
export const SANDBOX_MODES = [
  'normal',
  // Too late.
  'slow',
  'drip',
  'hang',
  // The connection.
  'offline',
  'reset',
  'no-cors',
  // Busy or broken.
  '429',
  '429-date',
  '429-hidden',
  '500',
  '502',
  '503',
  '504',
  // Refused.
  'missing',
  '400',
  '401',
  '403',
  '404',
  '410',
  // Not an answer that is documented.
  '204',
  '301',
  'html',
  'empty',
  'truncated',
  'wrong-types',
  'huge',
] as const;

export type SandboxMode = (typeof SANDBOX_MODES)[number];

export function isSandboxMode(value: unknown): value is SandboxMode {
  return SANDBOX_MODES.some((mode) => mode === value);
}
