import { randomBytes } from 'node:crypto'
import { dirname, join, sep } from 'node:path'
import { version } from '../../../package.json'
import { formatMessage } from '../../languages/messages.ts'
import { listDecks } from '../../load/deck-files.ts'
import { findProject } from '../../load/project.ts'
import { KormeError, type MachineFault } from '../../model/errors.ts'
import type { Project } from '../../model/project.ts'
import { columnWidth, padColumns, printable } from '../../report/printable.ts'
import { shortPath } from '../../report/short-path.ts'
import { commandLine } from '../../report/suggested-command.ts'
import { wrapText } from '../../report/wrap-text.ts'
import { disk } from '../../system/disk.ts'
import { freeBytes } from '../../system/free-space.ts'
import { errorReason } from '../../system/system-error.ts'
import { type Call, defineCommand } from '../command.ts'
import { browserFlags } from '../flag-groups.ts'
import { browserOptions } from '../printer.ts'

type CheckName = 'node' | 'browser' | 'fonts' | 'output' | 'decks'

/** The result of one check. */
interface CheckOutcome {
  state: 'good' | 'warning' | 'error'
  text: string
  /** Warnings about something that works. */
  notes?: string[]
}

/** One check of the machine. A `KormeError` that it throws is shown as its error. */
type Check = (call: Call, project: Project) => Promise<CheckOutcome>

const good = (text: string): CheckOutcome => ({ state: 'good', text })
const warning = (text: string): CheckOutcome => ({ state: 'warning', text })
const bad = (text: string): CheckOutcome => ({ state: 'error', text })

/** `korme doctor`: checks the machine for everything that the commands need. Exit code 3 if something is missing. */
export const doctor = defineCommand({
  name: 'doctor',
  argumentKind: 'nothing',
  flags: ['out', 'root', ...browserFlags],
  examples: [''],
  async run(call) {
    const { messages, terminal } = call
    const { doctor: words } = messages.cli
    const project = await findProject(join(call.flags.root ?? '.', 'decks', 'deck.json'), call.flags)
    const symbols = { good: '✓', warning: '!', error: '✗' }
    const names = Object.keys(checks) as CheckName[]
    const outcomes = await Promise.all(
      names.map((name) => checks[name](call, project).catch((error) => errorOutcome(error, call))),
    )
    const rows = outcomes.flatMap(({ state, text, notes = [] }, i) => [
      [terminal.paint(state, symbols[state]), words.label[names[i]!], printable(text)],
      ...notes.map((note) => [terminal.paint('warning', symbols.warning), '', printable(note)]),
    ])
    terminal.out(`Korme ${version}\n\n${formatRows(rows, terminal.width)}\n`)
    const missing = outcomes.filter(({ state }) => state === 'error').length
    terminal.out(`${wrapText(missing > 0 ? words.lacking(missing) : words.ready, terminal.width)}\n`)
    return missing > 0 ? 3 : 0
  },
})

function errorOutcome(error: unknown, { messages }: Call): CheckOutcome {
  if (!(error instanceof KormeError)) throw error
  return bad(formatMessage(messages, error.fault))
}

/** Formats rows of symbol, label and text; the text wraps within its column. */
function formatRows(rows: readonly string[][], width: number): string {
  const indent = 2 + Math.max(...rows.map(([, label = '']) => columnWidth(label))) + 2
  const lines = rows.flatMap(([symbol = '', label = '', text = '']) => {
    const [first = '', ...rest] = wrapText(text, Math.max(30, width - indent)).split('\n')
    return [`${symbol} ${padColumns(label, indent - 2)}${first}`, ...rest.map((line) => ' '.repeat(indent) + line)]
  })
  return `${lines.join('\n')}\n`
}

const checks: Readonly<Record<CheckName, Check>> = {
  // An older Node than the needed one gets no further than `bin.ts`.
  node: async () => good(process.versions.node),

  browser: async ({ flags, messages }) => {
    const { startBrowser } = await import('../../export/browser.ts')
    const notes: string[] = []
    const notice = (fault: MachineFault) => notes.push(formatMessage(messages, fault))
    const { browser, executable, stop } = await startBrowser({ ...browserOptions(flags), onWarning: notice })
    const full = await browser.version().finally(stop)
    const [name = '', number = ''] = full.split('/')
    return { ...good(`${messages.cli.doctor.browser({ name, version: number })}, ${executable.path}`), notes }
  },

  fonts: async ({ messages }, project) => {
    const [{ loadTheme }, { loadFaces }] = await Promise.all([
      import('../../theme/load-theme.ts'),
      import('../../fonts/font-files.ts'),
    ])
    const { theme } = await loadTheme('official', project)
    const faces = theme ? await loadFaces(theme) : []
    const families = [...new Set(faces.map(({ face }) => face.family))]
    const { fonts, fontsMissing } = messages.cli.doctor
    return faces.length > 0 ? good(fonts({ families, faces: faces.length })) : bad(fontsMissing(project.root))
  },

  output: async ({ messages }, { out }) => {
    const folder = await nearestExisting(out)
    await tryToWrite(folder)
    const free = await freeBytes(folder)
    const { output, outputFull } = messages.cli.doctor
    const shown = shortPath(out) + sep
    return free !== null && free < minFreeBytes
      ? bad(outputFull({ folder: shown, free }))
      : good(output({ folder: shown, free }))
  },

  decks: async ({ flags, messages }) => {
    const folder = join(flags.root ?? '.', 'decks')
    const { length } = await listDecks(folder)
    const { decks, decksNone } = messages.cli.doctor
    if (length > 0) return good(decks({ folder: folder + sep, decks: length }))
    return warning(decksNone({ folder: folder + sep, command: commandLine('new', ['my-talk'], flags) }))
  },
}

/** Space for a few large decks with their PDFs. */
const minFreeBytes = 100_000_000

/** The folder itself if it exists, else the nearest one above it that does. */
async function nearestExisting(folder: string): Promise<string> {
  const isFolder = (await disk.stat(folder))?.kind === 'folder'
  return isFolder || dirname(folder) === folder ? folder : nearestExisting(dirname(folder))
}

/** Checking permissions is not enough: a network disk may report them and still refuse the write. */
async function tryToWrite(folder: string): Promise<void> {
  const path = join(folder, `.korme-${randomBytes(6).toString('hex')}`)
  try {
    await disk.writeNew(path, 'x')
  } catch (error) {
    throw new KormeError({ code: 'output-unwritable', path: shortPath(folder), reason: errorReason(error) })
  } finally {
    await disk.remove(path).catch(() => {})
  }
}
