import { join, resolve, sep } from 'node:path'
import pLimit from 'p-limit'
import type { BuildOptions } from '../build.ts'
import { findDeckFile, listDecks } from '../load/deck-files.ts'
import { findDecksFolder, findProject } from '../load/project.ts'
import type { CommandName } from '../model/command.ts'
import { KormeError } from '../model/errors.ts'
import type { Flags } from '../model/flags.ts'
import { flagsAfter } from '../report/suggested-command.ts'
import { disk } from '../system/disk.ts'
import { type Call, givenFlags } from './command.ts'
import { printBug, printError, reasonOfBug } from './print-error.ts'
import { spareMemoryFor } from './spare-memory.ts'

/** Errors: `root-missing`, exit code 2. */
export async function assertRoot({ root }: Flags): Promise<void> {
  if (root !== undefined) await findProject(join(root, 'decks', 'deck.json'), { root })
}

/**
 * The decks named in the call, without duplicates: `koktem` is `decks/koktem.json` if there is no such file here. If none is named, those in `decks/`.
 *
 * Errors: `decks-missing`, `root-missing`, and `argument-unexpected` for an empty name, exit code 2.
 */
export async function chooseDecks({ args, flags }: Call, command: CommandName): Promise<string[]> {
  await assertRoot(flags)
  const empty = args.find((arg) => arg.trim() === '')
  if (empty !== undefined)
    throw new KormeError({ code: 'argument-unexpected', command, argument: empty, flags: flagsAfter('help', flags) })
  const folder = await findDecksFolder(flags.root)
  if (args.length === 0) {
    const decks = await listDecks(folder)
    if (decks.length === 0)
      throw new KormeError({ code: 'decks-missing', folder: folder + sep, flags: flagsAfter('new', flags) })
    return decks
  }
  const named = new Map<string, string>()
  for (const arg of args) {
    const path = await findDeckFile(arg, folder)
    const real = (await disk.realPath(path)) ?? resolve(path)
    if (!named.has(real)) named.set(real, path)
  }
  return [...named.values()]
}

/** Errors: `file-missing` for a deck that does not exist, exit code 2. */
export async function assertExist(decks: readonly string[]): Promise<void> {
  for (const path of decks) {
    if ((await disk.stat(path)) === null) throw new KormeError({ code: 'file-missing', path })
  }
}

/** A deck that could not be read or written. */
export interface FailedDeck {
  deck: string
  error: KormeError
}

/**
 * Runs `work` on every deck, `concurrency` at a time. If a deck cannot be read or written, or a bug in Korme ends
 * the work on it, the error is printed and the others continue. `report` gets the results in the order of the decks; `code` is the highest exit code.
 */
export async function forEachDeck<T>(
  { messages, terminal }: Call,
  decks: readonly string[],
  work: (deck: string, index: number) => Promise<T>,
  { concurrency = 1, report = () => {} }: { concurrency?: number; report?: (done: T) => void } = {},
): Promise<{ done: T[]; failed: FailedDeck[]; code: number }> {
  const enqueue = pLimit(concurrency)
  const works = decks.map((deck, index) => enqueue(() => spareMemoryFor(deck).then(() => work(deck, index))))
  for (const one of works) one.catch(() => {}) // handled below, in order
  const done: T[] = []
  const failed: FailedDeck[] = []
  let code = 0
  for (const [index, one] of works.entries()) {
    try {
      const result = await one
      report(result)
      done.push(result)
    } catch (error) {
      const deck = decks[index]!
      if (!(error instanceof KormeError)) printBug(error, messages, terminal)
      const fault = error instanceof KormeError ? error : bugIn(deck, error)
      printError(fault, messages, terminal)
      failed.push({ deck, error: fault })
      code = Math.max(code, fault.exitCode)
    }
  }
  return { done, failed, code }
}

/** A bug in Korme that ended the work on one deck. */
export const bugIn = (deck: string, error: unknown): KormeError =>
  new KormeError({ code: 'program-failed', path: deck, reason: reasonOfBug(error) })

/** The options of the pipeline that the flags of a call set. */
export const buildOptions = (flags: Flags): BuildOptions => ({
  ...givenFlags(flags, 'aspect', 'lang', 'out', 'root', 'script', 'strict', 'theme'),
  ...(flags['strict-fit'] && { strictFit: true }),
  notes: !flags['no-notes'],
})
