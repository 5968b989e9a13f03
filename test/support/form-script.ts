import { vi } from 'vitest';

/** Answers the request for the form's script as a server does; happy-dom runs no scripts that it loads. */
export function serveFormScript(): void {
  const append = document.head.append.bind(document.head);
  vi.spyOn(document.head, 'append').mockImplementation((...nodes) => {
    for (const node of nodes) {
      if (node instanceof HTMLScriptElement && node.src.includes('.form.')) void handOver(node);
      else append(node);
    }
  });
}

async function handOver(script: HTMLScriptElement): Promise<void> {
  const { form } = await import('../../src/entries/form.ts');
  const { HANDED_OVER } = await import('../../src/loading/classic-script.ts');
  script.dispatchEvent(new CustomEvent(HANDED_OVER, { detail: form }));
}
