import { join } from 'node:path'
import { findProject } from '../../load/project.ts'
import type { Diagnostic, LocatedDiagnostic } from '../../model/diagnostic.ts'
import { textIn } from '../../model/lang.ts'
import type { Theme } from '../../model/theme.ts'
import { shellWord } from '../../report/shell-word.ts'
import { commandLine } from '../../report/suggested-command.ts'
import { wrapText } from '../../report/wrap-text.ts'
import { listThemes } from '../../theme/theme-files.ts'
import { type Call, defineCommand } from '../command.ts'
import { createDiagnosticsPrinter } from '../print-diagnostics.ts'
import { swatches } from '../swatches.ts'
import { table } from '../table.ts'

/** The colours shown for each theme. */
const shownColors = ['ground', 'ink', 'accent', 'mark', 'deep'] as const

/** `korme themes`: lists the themes that decks can choose. Exit code 1 if a theme of the project has errors. */
export const themes = defineCommand({
  name: 'themes',
  argumentKind: 'nothing',
  flags: ['root'],
  examples: [''],
  async run(call) {
    const { messages, terminal } = call
    const project = await findProject(join(call.flags.root ?? '.', 'decks', 'deck.json'), call.flags)
    const { loadTheme } = await import('../../theme/load-theme.ts')
    const names = await listThemes(project)
    const loaded = await Promise.all(names.map((name) => loadTheme(name, project)))
    const rows = loaded.map(({ theme }, i) => (theme ? rowOf(theme, call) : brokenRow(names[i]!, call)))
    terminal.out(`${table(rows, { width: terminal.width })}\n`)
    printDiagnostics(
      loaded.flatMap(({ diagnostics }) => diagnostics),
      call,
    )
    const first = loaded.find(({ theme }) => theme && theme.id !== 'official')?.theme?.id ?? 'official'
    const command = commandLine('build', ['--theme', shellWord(first)], call.flags)
    const field = `"theme": "${first}"`
    const choice = messages.cli.themes.choose({ field, command })
    terminal.out(`${wrapText(choice, terminal.width, [field, command])}\n`)
    return loaded.every(({ theme }) => theme) ? 0 : 1
  },
})

function rowOf({ id, name, aspects, colors }: Theme, { messages, terminal }: Call): string[] {
  const shown = shownColors.map((color) => colors[color]!)
  return [
    terminal.paint('strong', id),
    textIn(name, messages.lang),
    Object.keys(aspects).join(', '),
    swatches(shown, terminal),
  ]
}

const brokenRow = (id: string, { messages, terminal }: Call): string[] => [
  terminal.paint('error', id),
  messages.cli.themes.broken,
]

/** Prints the diagnostics of the project's themes. */
function printDiagnostics(diagnostics: readonly Diagnostic[], call: Call): void {
  const located = diagnostics.map(
    (one) => ({ count: 1, edits: [], ...one, origin: one.source?.name ?? '', slide: null }) as LocatedDiagnostic,
  )
  const printer = createDiagnosticsPrinter(call)
  const report = { file: { name: '' }, text: '', slides: 0, diagnostics: located }
  printer.printErrors(report)
  printer.keepRest(report, ['warning', 'info'], true)
  printer.end()
}
