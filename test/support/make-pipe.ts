import { spawnSync } from 'node:child_process'

/** Whether this machine has a program that makes named pipes. */
export const canMakePipes: boolean =
  process.platform !== 'win32' && spawnSync('mkfifo', ['--version']).error === undefined

/** Makes a named pipe, which has no end for those who read it. */
export function makePipe(path: string): void {
  const { status, stderr } = spawnSync('mkfifo', [path], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}
