import { join, resolve } from 'node:path'
import { listDecks, stemOf } from '../../load/deck-files.ts'
import { findDecksFolder, findProject } from '../../load/project.ts'
import { KormeError } from '../../model/errors.ts'
import { type Lang, langs } from '../../model/lang.ts'
import { printable } from '../../report/printable.ts'
import { commandLine, shellWord } from '../../report/shell-word.ts'
import { shortPath } from '../../report/short-path.ts'
import { indentText, wrapText } from '../../report/wrap-text.ts'
import { disk } from '../../system/disk.ts'
import { realFolder } from '../../system/inside.ts'
import { type Call, defineCommand } from '../command.ts'
import { schemaUrl, writeEditorSettings } from '../editor-schema.ts'
import { sampleDeck, sampleReport } from '../samples.ts'

/** `korme new NAME`: creates a deck in `decks/`, of three slides or a report. */
export const newDeck = defineCommand({
  name: 'new',
  argumentKind: 'name',
  flags: ['lang', 'sample', 'root'],
  choices: { lang: [...langs, 'all'] },
  examples: ['my-talk', '--lang kk bayandama', '--sample report esep'],
  async run(call) {
    const { args, flags, messages } = call
    const stem = checkedStem(args[0]!)
    const folder = resolve(await findDecksFolder(flags.root))
    const path = join(folder, `${stem}.json`)
    await assertNotTaken(stem, folder)
    const make = flags.sample === 'report' ? sampleReport : sampleDeck
    const lang = flags.lang ?? messages.lang
    const words = lang === 'all' ? messages.lang : lang
    const deck = await make(lang, stem, await schemaUrl(folder, words))
    const kept = await writeNew(path, folder, words, `${JSON.stringify(deck, null, 2)}\n`)
    printNextSteps(shortPath(path), Number(deck.slide_max), call)
    if (kept !== null) printKept(shortPath(kept), call)
    return 0
  },
})

/** Names that Windows reserves for devices. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** The name without a file extension. Errors: `deck-name-unfit`, exit code 2. */
function checkedStem(name: string): string {
  const stem = name.normalize('NFC').replace(/(?:\.deck)?\.json$/i, '')
  const valid = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} ._-]*[\p{L}\p{M}\p{N}_-])?$/u.test(stem)
  // File systems allow 255 bytes, and extensions are added.
  if (!valid || reserved.test(stem) || Buffer.byteLength(stem) > 200 || stemOf(stem) !== stem) {
    throw new KormeError({ code: 'deck-name-unfit', name })
  }
  return stem
}

/** Refuses a name that builds into the same file as an existing deck (`a.deck.json`, `A.json`). */
async function assertNotTaken(stem: string, folder: string): Promise<void> {
  const key = stem.toLowerCase()
  const taken = (await listDecks(folder)).find((path) => stemOf(path).normalize('NFC').toLowerCase() === key)
  if (taken) throw new KormeError({ code: 'deck-exists', path: shortPath(taken) })
}

/**
 * Writes a file that must not exist yet, and what belongs to a new project. Returns settings of the editor that were there
 * before, or null. Errors: `deck-exists`, exit code 2; `output-unwritable`.
 */
async function writeNew(path: string, folder: string, words: Lang, text: string): Promise<string | null> {
  try {
    const kept = (await disk.makeFolder(folder)) ? await makeProject(path, folder, words) : null
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
async function makeProject(path: string, folder: string, words: Lang): Promise<string | null> {
  const { root } = await findProject(path)
  if (root !== (await realFolder(folder, disk))) return null
  await disk.makeFolder(join(folder, '..', 'static', 'img'))
  return await writeEditorSettings(join(folder, '..'), folder, words)
}

/** Says that the settings of the editor stay as they were. */
function printKept(path: string, { messages: { cli }, terminal: { out, width } }: Call): void {
  const file = printable(path)
  out(`\n${wrapText(cli.new.settingsKept(file), width, [file])}\n`)
}

/** Prints the next steps: edit, preview, check, build. */
function printNextSteps(
  path: string,
  slides: number,
  { flags, messages: { cli }, terminal: { out, paint, width } }: Call,
): void {
  const file = printable(path)
  const command = (name: string) => commandLine([name, shellWord(path)], flags)
  const { build, check, edit, next, preview, written } = cli.new
  const steps: [say: (part: string) => string, part: string][] = [
    [edit, file],
    [preview, command('serve --open')],
    [check, command('check')],
    [build, command('build')],
  ]
  out(`${paint('good', '✓')} ${wrapText(written(file, slides), width - 2, [file])}\n\n${paint('strong', next)}\n`)
  for (const [n, [say, part]] of steps.entries()) {
    out(`  ${n + 1}. ${indentText(say(part), width, 5, [part]).trimStart()}\n`)
  }
}
