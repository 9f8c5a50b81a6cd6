import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { lstat, readdir, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'

/** A temporary file of another machine, or whose process cannot be asked for, is removed after this time. */
const maxAgeMs = 86_400_000

/** `.korme-<machine>-<process>-<random>.tmp`. */
const pattern = /^\.korme-([0-9a-f]{8})-(\d+)-[0-9a-f]{12}\.tmp$/

/** Returns the path of a new temporary file in a folder. Its name says who writes it. */
export const temporaryFile = (folder: string): string =>
  join(folder, `.korme-${thisMachine()}-${process.pid}-${randomBytes(6).toString('hex')}.tmp`)

/**
 * Removes the temporary files from a folder that a process left which was ended without a chance to clean up (kill -9, a
 * power cut). Files of processes that still run stay, and so do all files that Korme did not name.
 * Errors: none; what cannot be read or removed stays.
 */
export async function sweepTemporaryFiles(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  await Promise.all(names.filter((name) => pattern.test(name)).map((name) => removeIfLeft(join(folder, name), name)))
}

async function removeIfLeft(path: string, name: string): Promise<void> {
  const [, machine, pid] = pattern.exec(name)!
  const stats = await lstat(path).catch(() => null)
  if (!stats?.isFile()) return
  const isLeft = machine === thisMachine() && !isRunning(Number(pid))
  // A copy has the time of its original, but not the time of its last change.
  if (isLeft || Date.now() - stats.ctimeMs > maxAgeMs) await rm(path, { force: true }).catch(() => {})
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0) // sends no signal
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

let machine: string | undefined

/**
 * Identifies where a process number means this process: the machine since it was started and, since containers count their
 * processes for themselves, the container. Folders may be shared with others.
 */
function thisMachine(): string {
  if (machine === undefined) {
    const parts = [
      hostname(),
      tryTo(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')),
      tryTo(() => readlinkSync('/proc/self/ns/pid')),
    ]
    machine = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 8)
  }
  return machine
}

function tryTo(read: () => string): string {
  try {
    return read()
  } catch {
    return ''
  }
}
