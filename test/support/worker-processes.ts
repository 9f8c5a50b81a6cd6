import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { bin } from '../cli/run-korme.ts'
import { childEnvironment } from './child-environment.ts'
import { endGroup, startChild, whenOver } from './child-processes.ts'

/** A process of the command line that runs for long. */
export interface LongRun {
  child: ChildProcess
  pid: number
  /** What it has printed so far. */
  stdout(): string
  stderr(): string
  /** Resolves to its exit code, or the signal that ended it. */
  ended: Promise<number | string>
  /** Waits until it has printed something. */
  says(pattern: RegExp): Promise<void>
}

/** Starts the bundled program in a folder. It ends with the test, whatever comes of it. */
export function runLong(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): LongRun {
  const child = startChild(process.execPath, [bin, ...args], { cwd, env: childEnvironment(env) })
  whenOver(() => endGroup(child))
  let [out, err] = ['', '']
  const waiting = new Set<() => void>()
  const heard = () => {
    for (const look of waiting) look()
  }
  child.stdout!.setEncoding('utf8').on('data', (text: string) => {
    out += text
    heard()
  })
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    err += text
    heard()
  })
  const ended = new Promise<number | string>((resolve) =>
    child.on('close', (code, signal) => resolve(code ?? signal ?? '')),
  )
  return {
    child,
    pid: child.pid!,
    stdout: () => out,
    stderr: () => err,
    ended,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!pattern.test(out + err)) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
        void ended.then((code) => reject(new Error(`ended with ${code}: ${out}${err}`)))
      }),
  }
}

/** Starts a worker and waits until it takes jobs. */
export async function startWorkerProcess(
  cwd: string,
  address: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<LongRun> {
  const worker = runLong(cwd, ['worker', '--jobs', address, '--messages', 'en', ...args], env)
  await worker.says(/Taking jobs/)
  return worker
}

/** The memory that a process holds. Units: MB. */
export const memoryOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1000
