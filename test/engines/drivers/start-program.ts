import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A program that runs until `end` is called. */
export interface RunningProgram {
  readonly process: ChildProcess;
  end(): Promise<void>;
}

interface ProgramOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** Whether the program writes to its file number 3. Default false. */
  readonly hasOutput?: boolean;
}

/** Starts a program whose messages do not matter. */
export async function startProgram(
  name: string,
  parameters: readonly string[],
  { environment = {}, hasOutput = false }: ProgramOptions = {},
): Promise<RunningProgram> {
  const child = spawn(name, parameters, {
    stdio: ['ignore', 'ignore', 'ignore', hasOutput ? 'pipe' : 'ignore'],
    env: { ...process.env, ...environment },
    // With what it starts itself it is a group, which ends as a whole.
    detached: true,
  });
  await once(child, 'spawn');
  // A run that is broken off leaves nothing behind.
  const kill = () => endGroup(child);
  process.once('exit', kill);
  return {
    process: child,
    async end() {
      process.off('exit', kill);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      kill();
      await ended;
    },
  };
}

function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid) process.kill(-pid);
  } catch {
    // All of it has ended by itself.
  }
}
