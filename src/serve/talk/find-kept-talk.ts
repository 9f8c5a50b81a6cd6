import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { KormeError, type UsageFault } from '../../model/errors.ts'
import { cacheFolder } from '../../system/cache-folder.ts'
import { shortHash } from '../../system/hash.ts'
import { openPrivateFiles, type PrivateFiles } from '../../system/private-files.ts'
import { type KeptTalk, keptHours, keptLimitBytes, parseKeptTalk } from './kept-talk.ts'

/** The talks that are kept, each in a file: those that run, and those that were interrupted. */
export const keptTalks = (folder = join(cacheFolder(), 'talks')): PrivateFiles & { folder: string } => ({
  ...openPrivateFiles(folder, keptLimitBytes),
  folder,
})

/** All talks of a deck have names that begin so. */
const prefixOf = (deck: string) => `${shortHash(deck)}-`

/** A name for a new talk of a deck. */
export const keptName = (deck: string): string => `${prefixOf(deck)}${randomBytes(6).toString('hex')}.json`

/** An interrupted talk, and the file that keeps it. */
export interface FoundTalk {
  name: string
  kept: KeptTalk
}

/** Options of `findKeptTalk`. */
export interface FindOptions {
  /** As the user named it, for sentences. */
  name: string
  talks: PrivateFiles & { folder: string }
  /** The command that begins a new talk. */
  command: string
  /** Units: milliseconds since 1970. */
  nowMs: number
  /** Whether the server of a talk still answers. */
  isRunning(kept: KeptTalk): Promise<boolean>
}

/**
 * Finds the talk of a deck that was interrupted last. Those that were interrupted too long ago are removed.
 * Errors: `talk-missing`, `talk-outdated`, `talk-running`, `talk-unreadable`, `talk-unsafe`, exit code 2.
 */
export async function findKeptTalk(
  deck: string,
  { name, talks, command, nowMs, isRunning }: FindOptions,
): Promise<FoundTalk> {
  const own = (await talks.list()).filter((file) => file.startsWith(prefixOf(deck)) && file.endsWith('.json'))
  const read = await Promise.all(own.map(async (file) => ({ file, content: await talks.read(file) })))
  const found: FoundTalk[] = []
  const faults: UsageFault[] = []
  for (const { file, content } of read) {
    const path = join(talks.folder, file)
    const kept = content && content !== 'foreign' ? parseKeptTalk(content.text) : null
    if (kept?.deck === deck) found.push({ name: file, kept })
    else if (content) faults.push({ code: content === 'foreign' ? 'talk-unsafe' : 'talk-unreadable', path, command })
  }
  found.sort((a, b) => b.kept.savedAtMs - a.kept.savedAtMs)
  for (const talk of found) {
    const { port, savedAtMs } = talk.kept
    if (await isRunning(talk.kept)) faults.push({ code: 'talk-running', deck: name, port })
    else if (nowMs - savedAtMs <= keptHours * 3_600_000) return talk
    else {
      await talks.remove(talk.name)
      faults.push({ code: 'talk-outdated', deck: name, hours: keptHours, command })
    }
  }
  const running = faults.find(({ code }) => code === 'talk-running')
  throw new KormeError(running ?? faults.at(-1) ?? { code: 'talk-missing', deck: name, command })
}

/** Removes the files of talks that were interrupted too long ago, of whatever deck. */
export async function removeOutdatedTalks(talks: PrivateFiles, nowMs: number): Promise<void> {
  for (const file of await talks.list()) {
    const content = await talks.read(file)
    const kept = content && content !== 'foreign' ? parseKeptTalk(content.text) : null
    if (kept && nowMs - kept.savedAtMs > keptHours * 3_600_000) await talks.remove(file)
  }
}
