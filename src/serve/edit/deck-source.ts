import { stemOf } from '../../load/deck-files.ts'
import { assertWritableDeck } from '../../load/writable-deck.ts'
import { KormeError } from '../../model/errors.ts'
import type { FileStats, Files } from '../../model/files.ts'
import { limits } from '../../model/limits.ts'
import { type Decoded, decode } from '../../parse/decode.ts'
import { shortPath } from '../../report/short-path.ts'
import type { Clock } from '../../system/clock.ts'
import { sha256 } from '../../system/hash.ts'
import { EditRefused } from './edit-refused.ts'
import { readRefusal } from './write-refusal.ts'

/** Where a deck lies. */
export interface DeckPlace {
  /** Its absolute path. */
  path: string
  /** The project's folder, if it was named. */
  root?: string | undefined
  files: Files
  clock: Clock
}

/** The file of a deck as it is now. */
export interface DeckSource {
  /** Its real path. */
  target: string
  /** As messages name it. */
  name: string
  stem: string
  bytes: Uint8Array
  /** Shape: hexadecimal. */
  hash: string
  /** Without a byte order mark. */
  text: string
  /** The encoding, if it is not UTF-8: written back, the file has other bytes. */
  converts: string | null
  hasByteOrderMark: boolean
  stats: FileStats
}

/** How long a file may be missing, empty or in the middle of a save by another program. Units: milliseconds. */
const settle = { quietMs: 100, emptyMs: 1_000, pollMs: 25, maxMs: 1_000 }

/**
 * Reads a deck that is to be edited. Waits while another program is writing it; `isKnown` tells of a content that is whole.
 * Errors: `EditRefused`, if it is gone, no text, not in its project, or has several names.
 */
export async function readDeckSource(place: DeckPlace, isKnown: (hash: string) => boolean): Promise<DeckSource> {
  const { clock } = place
  for (const since = clock.now(); ; await clock.wait(settle.pollMs)) {
    const isLate = clock.now() - since >= settle.maxMs || (await isOld(place))
    const source = await readNow(place).catch((error: unknown) => {
      if (isLate || !isPassing(error)) throw error
      return null
    })
    if (!source) continue
    const isEmpty = source.text.trim() === ''
    const isQuiet = sinceWritten(source.stats, clock) > (isEmpty ? settle.emptyMs : settle.quietMs)
    if (isLate || isQuiet || (!isEmpty && isKnown(source.hash))) return source
  }
}

/** Whether a file has not been written for so long that nobody is writing it. */
async function isOld({ path, files, clock }: DeckPlace): Promise<boolean> {
  const stats = await files.stat(path).catch(() => null)
  return stats !== null && sinceWritten(stats, clock) > settle.maxMs
}

/** How far the time of a file is from now. A time that is still to come is another clock's. Units: milliseconds. */
const sinceWritten = ({ modifiedMs }: FileStats, clock: Clock): number => Math.abs(clock.now() - modifiedMs)

/** Whether a refusal is also seen for a moment while a program replaces a file. */
const isPassing = (error: unknown): boolean =>
  error instanceof EditRefused && ['edit-file-gone', 'edit-text-unreadable'].includes(error.fault.code)

async function readNow({ path, root, files }: DeckPlace): Promise<DeckSource> {
  const name = shortPath(path)
  try {
    const stats = await files.stat(path)
    if (!stats) throw new EditRefused({ code: 'edit-file-gone', file: name })
    if (stats.kind !== 'file') throw new EditRefused({ code: 'edit-text-unreadable', file: name })
    const target = await writableTarget(path, name, files, root)
    const read = await files.read(target, limits.deckBytes)
    if (!('bytes' in read)) throw new EditRefused({ code: 'edit-text-unreadable', file: name })
    return { target, name, stem: stemOf(path), stats, ...decodeSource(read.bytes, name) }
  } catch (error) {
    throw readRefusal(error, name)
  }
}

async function writableTarget(path: string, file: string, files: Files, root?: string): Promise<string> {
  try {
    return await assertWritableDeck(path, files, root === undefined ? {} : { root })
  } catch (error) {
    if (!(error instanceof KormeError)) throw error
    const { fault } = error
    if (fault.code === 'file-hard-linked') throw new EditRefused({ code: 'edit-hard-linked', file, names: fault.names })
    throw new EditRefused({ code: 'edit-outside-project', file })
  }
}

function decodeSource(bytes: Uint8Array, file: string) {
  const { text, encoding } = decodeText(bytes)
  if (text === null) throw new EditRefused({ code: 'edit-text-unreadable', file })
  const hasByteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const isUtf8 = Buffer.compare(encodeSource({ text, hasByteOrderMark }), bytes) === 0
  return { bytes, hash: sha256(bytes), text, hasByteOrderMark, converts: isUtf8 ? null : encoding }
}

/** Decodes a file. One without any letter may be written into. */
function decodeText(bytes: Uint8Array): Pick<Decoded, 'text' | 'encoding'> {
  const decoded = decode(bytes)
  if (decoded.diagnostics.every(({ code }) => code !== 'file-empty')) return decoded
  return { text: new TextDecoder().decode(bytes), encoding: 'utf-8' }
}

/** Returns the bytes of a text in UTF-8. */
export const encodeSource = ({ text, hasByteOrderMark }: Pick<DeckSource, 'text' | 'hasByteOrderMark'>): Buffer =>
  Buffer.from(hasByteOrderMark ? `\ufeff${text}` : text)

/** Whether a file can only be read: nobody, or not this user, may write to it. */
export const isReadOnly = async ({ target, stats }: DeckSource, files: Files): Promise<boolean> =>
  (stats.mode & 0o222) === 0 || !(await files.isWritable(target))
