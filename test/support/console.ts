import { onTestFinished, vi } from 'vitest';

/** What the widget has written to the console during this test, each message with its level. */
export interface ConsoleWatch {
  readonly messages: readonly string[];
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/** Keeps the widget's messages out of the test report, and for the test to look at. */
export function watchConsole(): ConsoleWatch {
  const errors: string[] = [];
  const warnings: string[] = [];
  const messages: string[] = [];
  const keep = (list: string[]) => (message: unknown) => {
    list.push(String(message));
    messages.push(String(message));
  };
  const spies = [
    vi.spyOn(console, 'error').mockImplementation(keep(errors)),
    vi.spyOn(console, 'warn').mockImplementation(keep(warnings)),
  ];
  onTestFinished(() => {
    for (const spy of spies) spy.mockRestore();
  });
  return { messages, errors, warnings };
}
