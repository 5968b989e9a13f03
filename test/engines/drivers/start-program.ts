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
  });
  await once(child, 'spawn');
  // A run that is broken off leaves nothing behind.
  const kill = () => child.kill();
  process.once('exit', kill);
  return {
    process: child,
    async end() {
      process.off('exit', kill);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}
