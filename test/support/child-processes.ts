import { type ChildProcess, spawn } from 'node:child_process'
import { onTestFinished } from 'vitest'
import { atEndOfFile } from './end-of-file.ts'

/** What a process that a test starts may be given. */
export interface ChildOptions {
  cwd?: string
  env?: Readonly<Record<string, string>>
  /** Whether nobody reads what it prints. */
  silent?: boolean
}

/**
 * Starts a process in a group of its own, which ends with this process, even if that is killed. Who starts it ends it with
 * `endGroup`, in a task of `whenOver`.
 */
export function startChild(command: string, args: readonly string[], options: ChildOptions = {}): ChildProcess {
  const { silent = false, ...rest } = options
  const stdio = silent ? 'ignore' : 'pipe'
  const child = spawn(command, [...args], { ...rest, detached: true, stdio: ['ignore', stdio, stdio] })
  if (child.pid !== undefined) endWithThisProcess(child, child.pid)
  return child
}

/** Ends a process and those that it started, and waits until it has ended. */
export async function endGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return
  const hasEnded = child.exitCode !== null || child.signalCode !== null
  const ended = hasEnded ? null : new Promise((resolve) => child.once('exit', resolve))
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Nobody is left in the group.
  }
  await ended
}

/** Lets a shell end the group of a child when the pipe breaks that only this process holds. */
function endWithThisProcess(child: ChildProcess, pid: number): void {
  const guard = spawn('sh', ['-c', 'read -r line || kill -9 "-$0"', String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  guard.unref()
  guard.stdin.on('error', () => {})
  child.once('exit', () => guard.stdin.end('ended\n'))
}

/** Lets something be done when the test that is running has ended, whatever comes of it; outside of a test, when the file has. */
export function whenOver(task: () => Promise<void>): void {
  try {
    onTestFinished(task)
  } catch {
    atEndOfFile(task) // in a hook
  }
}
