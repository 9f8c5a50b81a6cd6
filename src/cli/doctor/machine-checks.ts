import { randomBytes } from 'node:crypto'
import { dirname, join, sep } from 'node:path'
import { formatMessage } from '../../languages/messages.ts'
import { listDecks } from '../../load/deck-files.ts'
import { findProject } from '../../load/project.ts'
import { KormeError, type MachineFault } from '../../model/errors.ts'
import type { Project } from '../../model/project.ts'
import { shortPath } from '../../report/short-path.ts'
import { commandLine } from '../../report/suggested-command.ts'
import { disk } from '../../system/disk.ts'
import { freeBytes } from '../../system/free-space.ts'
import { errorReason } from '../../system/system-error.ts'
import type { Call } from '../command.ts'
import { browserOptions } from '../printer.ts'
import { bad, type CheckOutcome, errorOutcome, good, type MadeCheck, warning } from './outcome.ts'

/** The checks of a machine. */
export type MachineCheckName = 'node' | 'browser' | 'fonts' | 'output' | 'decks'

/** One check of the machine. A `KormeError` that it throws is shown as its error. */
type Check = (call: Call, project: Project) => Promise<CheckOutcome>

/** Checks the machine for everything that the commands need. */
export async function checkMachine(call: Call): Promise<MadeCheck<MachineCheckName>[]> {
  const project = await findProject(join(call.flags.root ?? '.', 'decks', 'deck.json'), call.flags)
  const { label } = call.messages.cli.doctor
  return Promise.all(
    (Object.keys(checks) as MachineCheckName[]).map(async (name) => ({
      name,
      label: label[name],
      outcome: await checks[name](call, project).catch((error) => errorOutcome(error, call)),
    })),
  )
}

const checks: Readonly<Record<MachineCheckName, Check>> = {
  // An older Node than the needed one gets no further than `bin.ts`.
  node: async () => good(process.versions.node),

  browser: async ({ flags, messages }) => {
    const { startBrowser } = await import('../../export/browser.ts')
    const notes: string[] = []
    const notice = (fault: MachineFault) => notes.push(formatMessage(messages, fault))
    const { browser, executable, stop } = await startBrowser({ ...browserOptions(flags), onWarning: notice })
    const full = await browser.version().finally(stop)
    const [name = '', number = ''] = full.split('/')
    return good(`${messages.cli.doctor.browser({ name, version: number })}, ${executable.path}`, ...notes)
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
