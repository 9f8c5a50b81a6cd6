import type { CheckResult } from '../../build.ts'
import { formatMessage } from '../../languages/messages.ts'
import { KormeError } from '../../model/errors.ts'
import { programName } from '../../model/program-name.ts'
import { countBySeverity } from '../../report/count-by-severity.ts'
import { reportJson } from '../../report/json.ts'
import { printable } from '../../report/printable.ts'
import { type Call, defineCommand } from '../command.ts'
import { buildOptions, chooseDecks, forEachDeck } from '../decks.ts'
import { deckFlags, outputFlags, strictFlags } from '../flag-groups.ts'
import { listEdits } from '../list-edits.ts'
import { createDiagnosticsPrinter, isFailing, statusMark } from '../print-diagnostics.ts'
import { table } from '../table.ts'

/** `korme check`: lists every finding of every deck. */
export const check = defineCommand({
  name: 'check',
  argumentKind: 'decks',
  flags: ['fix', ...deckFlags, ...strictFlags, ...outputFlags],
  examples: ['decks/my-talk.json', '--fix decks/my-talk.json', '--json --strict'],
  async run(call) {
    const { flags, messages, terminal } = call
    const decks = await chooseDecks(call)
    const pipeline = await import('../../build.ts')
    const printer = createDiagnosticsPrinter(call)
    const { done, code } = await forEachDeck(call, decks, async (path) => {
      const checkNow = () => pipeline.check(path, buildOptions(flags))
      const { before, changed } = flags.fix
        ? await repairAndReport(checkNow, call)
        : { before: await checkNow(), changed: false }
      const after = changed ? await checkNow() : before
      if (!flags.json) printer.print(after, ['error', 'warning', 'info'], true)
      return { before, after }
    })
    const checked = done.map(({ after }) => after)
    if (flags.json) {
      // With --fix, the findings from before: their edits are those that were written.
      const decksBefore = done.map(({ before }) => before)
      terminal.out(`${JSON.stringify(reportJson(decksBefore, (problem) => formatMessage(messages, problem)))}\n`)
    } else {
      printer.end()
      if (!flags.quiet) await summarize(checked, call)
    }
    return Math.max(code, checked.some((deck) => isFailing(deck, flags)) ? 1 : 0)
  },
})

/** How often a deck that somebody saves meanwhile is checked again. */
const maxAttempts = 3

/**
 * Checks a deck, writes its repairs and lists every edit. Returns the deck from before, and whether the file changed.
 * Errors: `file-changed` if another program keeps saving the file; those of `repairDeckFile`.
 */
async function repairAndReport(
  checkNow: () => Promise<CheckResult>,
  { flags, messages, terminal }: Call,
): Promise<{ before: CheckResult; changed: boolean }> {
  const { repairDeckFile } = await import('../repair-deck-file.ts')
  let deck = await checkNow()
  let outcome = await repairDeckFile(deck, flags)
  for (let n = 1; outcome.kind === 'outdated'; n++) {
    if (n === maxAttempts) throw new KormeError({ code: 'file-changed', path: deck.file.name })
    deck = await checkNow()
    outcome = await repairDeckFile(deck, flags)
  }
  const words = messages.cli.check
  const file = printable(deck.file.name)
  const lines: string[] = []
  if (outcome.kind === 'unchanged') lines.push(words.nothingToFix(file))
  if (outcome.kind === 'refused') lines.push(words.fixRefused(file))
  if (outcome.kind === 'written') {
    const { backup, edits, reencoded } = outcome
    lines.push(words.fixed({ file, repairs: edits.length + (reencoded ? 1 : 0), copy: printable(backup) }))
    const listed = listEdits(deck.text, edits, words.edit)
    lines.push(...[...(reencoded ? [words.recoded] : []), ...listed].map((line) => `  ${line}`))
  }
  if (!flags.quiet && !flags.json) terminal.out(`${lines.join('\n')}\n\n`)
  return { before: deck, changed: outcome.kind === 'written' }
}

/** One line per deck, then the command that writes the repairs. */
async function summarize(decks: readonly CheckResult[], call: Call): Promise<void> {
  const { flags, messages, terminal } = call
  const { cli } = messages
  const { out, paint } = terminal
  const rows = decks.map((deck) => [
    `${statusMark(deck, flags, paint)} ${printable(deck.file.name)}`,
    cli.slides(deck.slides, deck.editions[0]?.deck.pages.length),
    cli.counts(countBySeverity(deck.diagnostics)),
  ])
  out(table(rows, [1]))
  const repairable = flags.fix ? [] : await repairableOf(decks)
  const command = `${programName} check --fix ${repairable.map(({ file }) => printable(file.name)).join(' ')}`
  const repairs = repairable.reduce((sum, deck) => sum + repairsOf(deck), 0)
  if (repairs > 0) out(`\n${cli.check.fixable({ repairs, command })}\n`)
}

/** The decks that `--fix` can repair without guessing. */
async function repairableOf(decks: readonly CheckResult[]): Promise<CheckResult[]> {
  const repaired = decks.filter((deck) => repairsOf(deck) > 0)
  if (!repaired.some(hasErrors)) return repaired
  const { repair } = await import('../../parse/repair.ts')
  return repaired.filter((deck) => !hasErrors(deck) || !repair(deck.file.bytes).refused)
}

const hasErrors = ({ diagnostics }: CheckResult) => diagnostics.some(({ severity }) => severity === 'error')

const repairsOf = ({ diagnostics }: CheckResult) => diagnostics.reduce((sum, { edits }) => sum + edits.length, 0)
