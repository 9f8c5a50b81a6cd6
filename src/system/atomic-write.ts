import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { chmod, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { KormeError } from '../model/errors.ts'
import { makeFolder } from './folder.ts'
import { errorReason } from './system-error.ts'

/**
 * Writes a file whole or not at all: what was there before stays until every byte of the new one is on the disk.
 * Missing folders are made; nothing but the file itself is left behind.
 *
 * Errors: `output-unwritable` where the disk is full, the folder read-only, the path a folder.
 */
export async function writeFileAtomic(path: string, content: Uint8Array | string): Promise<void> {
  try {
    await makeFolder(dirname(resolve(path)))
    await replaceFile(resolve(path), content)
  } catch (error) {
    throw new KormeError({ code: 'output-unwritable', path, reason: errorReason(error) })
  }
}

/** Temporary files of writes under way: a program that ends in the middle of one takes them along. */
const unfinished = new Set<string>()
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

function removeUnfinished(): void {
  for (const path of unfinished) rmSync(path, { force: true })
}

/** A signal ends the program without its `exit` event; it does so here, too, unless someone else listens to it. */
function onSignal(signal: NodeJS.Signals): void {
  removeUnfinished()
  process.off(signal, onSignal)
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
}

function trackTemporary(temporary: string): void {
  if (unfinished.size === 0) {
    process.on('exit', removeUnfinished)
    for (const signal of signals) process.on(signal, onSignal)
  }
  unfinished.add(temporary)
}

function untrackTemporary(temporary: string): void {
  unfinished.delete(temporary)
  if (unfinished.size > 0) return
  process.off('exit', removeUnfinished)
  for (const signal of signals) process.off(signal, onSignal)
}

/**
 * Puts a file in the place of another by way of a temporary one beside it.
 *
 * Not write-file-atomic: it writes once and does not look how much was written, so that on a disk that fills up
 * half a file takes the place of a whole one (6.0.0).
 */
export async function replaceFile(path: string, content: Uint8Array | string, mode?: number): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`)
  trackTemporary(temporary)
  try {
    await writeAndSync(temporary, content, mode)
    const before = mode === undefined ? await stat(path).catch(() => null) : null
    if (before?.isFile()) await chmod(temporary, before.mode & 0o777)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  } finally {
    untrackTemporary(temporary)
  }
}

async function writeAndSync(path: string, content: Uint8Array | string, mode = 0o666): Promise<void> {
  const file = await open(path, 'wx', mode)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}
