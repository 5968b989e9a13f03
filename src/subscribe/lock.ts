/**
 * Runs something while no other tab runs something under the same name; not at all when one does. As `shared`
 * it runs in any case, and only keeps the others out. Browsers have locks on secure pages only; elsewhere it
 * just runs, which may send a subscription twice, and that does no harm. What fails is run once and no more.
 */
export async function runLocked<Result>(
  name: string,
  mode: LockMode,
  run: () => Promise<Result>,
): Promise<Result | undefined> {
  let ran: Promise<Result> | undefined;
  const runOnce = () => {
    ran ??= run();
    return ran;
  };
  try {
    return await navigator.locks.request(name, { mode, ifAvailable: true }, async (lock) =>
      lock || mode === 'shared' ? runOnce() : undefined,
    );
  } catch {
    return runOnce();
  }
}
