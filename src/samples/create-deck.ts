import { dirname, join } from 'node:path'
import { listDecks, stemOf } from '../load/deck-files.ts'
import { findProject } from '../load/project.ts'
import { KormeError } from '../model/errors.ts'
import type { Lang } from '../model/lang.ts'
import { shortPath } from '../report/short-path.ts'
import { disk } from '../system/disk.ts'
import { realFolder } from '../system/inside.ts'
import { schemaUrl, writeEditorSettings } from './editor-schema.ts'
import { type Sample, sampleDeck } from './sample-decks.ts'

/** A deck that is to be made. */
export interface NewDeck {
  /** As the user typed it. */
  name: string
  /** What the deck itself is called, as somebody typed it. Default: a word such as “New presentation”. */
  title?: string | undefined
  /** The absolute path of the folder of decks. */
  folder: string
  sample: Sample
  lang: Lang | 'all'
  /** The language in which editors explain the fields. */
  words: Lang
}

/** A deck that was made. `settingsKept` is the path of settings of the editor that were there before, else null. */
export interface CreatedDeck {
  path: string
  slides: number
  settingsKept: string | null
}

/**
 * Writes a new deck of a sample and, in a new project, what belongs to it. No file is overwritten.
 * Errors: `deck-name-unfit`, `deck-exists`, exit code 2; `output-unwritable`.
 */
export async function createDeck({ name, title, folder, sample, lang, words }: NewDeck): Promise<CreatedDeck> {
  const stem = deckStem(name)
  const path = await freeDeckPath(stem, folder)
  const deck = await sampleDeck(sample, lang, stem, await schemaUrl(folder, words))
  const called = oneLine(title ?? '')
  if (called !== '') deck.name = called
  const settingsKept = await writeDeck(path, words, `${JSON.stringify(deck, null, 2)}\n`)
  return { path, slides: deck.content.length, settingsKept }
}

/** A title is not longer than this. Units: characters. */
const maxTitle = 200

const oneLine = (title: string): string =>
  [
    ...title
      .normalize('NFC')
      .replace(/[\p{C}\s]+/gu, ' ')
      .trim(),
  ]
    .slice(0, maxTitle)
    .join('')

/** Names that Windows reserves for devices. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** The name without a file extension. Errors: `deck-name-unfit`, exit code 2. */
export function deckStem(name: string): string {
  const stem = name.normalize('NFC').replace(/(?:\.(?:deck|json|txt)){1,4}$/i, '')
  const valid = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} ._-]*[\p{L}\p{M}\p{N}_-])?$/u.test(stem)
  // File systems allow 255 bytes, and extensions are added.
  if (!valid || reserved.test(stem) || Buffer.byteLength(stem) > 200 || stemOf(stem) !== stem) {
    throw new KormeError({ code: 'deck-name-unfit', name })
  }
  return stem
}

/**
 * Returns the path of a deck of this name. Refuses a name that builds into the same file as an existing deck (`a.deck.json`,
 * `A.json`), other than the deck `own`. Errors: `deck-exists`.
 */
export async function freeDeckPath(stem: string, folder: string, own: string | null = null): Promise<string> {
  const key = keyOf(stem)
  const taken = (await listDecks(folder)).find((path) => path !== own && keyOf(stemOf(path)) === key)
  if (taken) throw new KormeError({ code: 'deck-exists', path: shortPath(taken) })
  return join(folder, `${stem}.json`)
}

/** Returns a name for a deck like a taken one, with a number, that nothing in the folder has: no deck, file or folder. */
export async function freeDeckName(stem: string, folder: string): Promise<string> {
  const entries = await disk.list(folder).catch(() => [])
  const taken = new Set(entries.map(({ name }) => keyOf(stemOf(name))))
  let n = 2
  while (taken.has(keyOf(`${stem}-${n}`))) n++
  return `${stem}-${n}`
}

/** Names with the same key cannot lie in one folder on every machine. */
const keyOf = (stem: string): string => stem.normalize('NFC').toLowerCase()

async function writeDeck(path: string, words: Lang, text: string): Promise<string | null> {
  try {
    const kept = (await disk.makeFolder(dirname(path))) ? await makeProject(path, words) : null
    await disk.writeNew(path, text)
    return kept
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException
    if (code === 'EEXIST' && syscall !== 'mkdir') throw new KormeError({ code: 'deck-exists', path: shortPath(path) })
    throw new KormeError({ code: 'output-unwritable', path: shortPath(path), reason: code ?? String(error) })
  }
}

/**
 * Creates `static/img/` beside a new `decks/`, which makes the folder above it the project, and tells VS Code about decks.
 * Does nothing if the deck already belongs to a project. Returns settings of the editor that were there before, or null.
 */
async function makeProject(path: string, words: Lang): Promise<string | null> {
  const folder = dirname(path)
  const { root } = await findProject(path)
  if (root !== (await realFolder(folder, disk))) return null
  await disk.makeFolder(join(folder, '..', 'static', 'img'))
  return await writeEditorSettings(join(folder, '..'), folder, words)
}
