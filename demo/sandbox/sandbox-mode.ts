/** How the sandbox behaves, for trying what a shopper sees when Klaviyo is in trouble. */
export const SANDBOX_MODES = [
  'normal',
  'slow',
  'missing',
  '429',
  '500',
  'html',
  'empty',
  'truncated',
  'offline',
] as const;

export type SandboxMode = (typeof SANDBOX_MODES)[number];

export function isSandboxMode(value: unknown): value is SandboxMode {
  return SANDBOX_MODES.some((mode) => mode === value);
}
