import type { CheckResult } from '../../build.ts'
import { formatMessage } from '../../languages/messages.ts'
import { KormeError } from '../../model/errors.ts'
import { countFindings } from '../../report/group-findings.ts'
import { printable } from '../../report/printable.ts'
import { shellWord } from '../../report/shell-word.ts'
import { commandLine } from '../../report/suggested-command.ts'
import { indentText, wrapText } from '../../report/wrap-text.ts'
import { type Call, defineCommand } from '../command.ts'
import { buildOptions, chooseDecks, forEachDeck } from '../decks.ts'
import { deckFlags, outputFlags, strictFlags } from '../flag-groups.ts'
import { listEdits } from '../list-edits.ts'
import { createDiagnosticsPrinter, isFailing, statusMark } from '../print-diagnostics.ts'
import { printJson } from '../print-json.ts'
import { printTotal } from '../print-total.ts'
import { translationTable } from '../print-translations.ts'
import { table } from '../table.ts'

/** `korme check`: lists every finding of every deck. */
export const check = defineCommand({
  name: 'check',
  argumentKind: 'decks',
  flags: ['fix', ...deckFlags, ...strictFlags, ...outputFlags],
  examples: ['decks/my-talk.json', '--fix decks/my-talk.json', '--json --strict'],
  async run(call) {
    const { flags, messages, terminal } = call
    const decks = await chooseDecks(call, 'check')
    const pipeline = await import('../../build.ts')
    const printer = createDiagnosticsPrinter(call)
    const { done, failed, code } = await forEachDeck(call, decks, async (path) => {
      const checkNow = () => pipeline.check(path, { ...buildOptions(flags), namedLangs: true })
      const { before, changed, lines } = flags.fix
        ? await repairDeck(checkNow, call)
        : { before: await checkNow(), changed: false, lines: [] }
      const after = changed ? await checkNow() : before
      if (!flags.json) {
        printer.printErrors(after)
        if (lines.length > 0 && !flags.quiet) terminal.out(`${lines.join('\n')}\n\n`)
        printer.keepRest(after, ['warning', 'info'], true)
      }
      return { before, after }
    })
    const checked = done.map(({ after }) => after)
    if (flags.json) {
      // With --fix, the findings from before: their edits are those that were written.
      const before = done.map((one) => one.before)
      const { translationsOf } = await import('../../deck/translations.ts')
      printJson(
        before.map((one) => ({ ...one, translations: one.deck ? translationsOf(one.deck) : [] })),
        failed.map(({ error }) => error),
        call,
      )
    } else {
      printer.end()
      if (!flags.quiet) {
        await listTranslations(checked, call)
        await summarize(checked, call)
        const failing = new Set([
          ...failed.map(({ deck }) => deck),
          ...checked.filter((deck) => isFailing(deck, flags)).map(({ file }) => file.name),
        ])
        printTotal(decks, failing, messages.cli.check.total, call)
      }
    }
    return Math.max(code, checked.some((deck) => isFailing(deck, flags)) ? 1 : 0)
  },
})

/** How often a deck that somebody saves meanwhile is checked again. */
const maxAttempts = 3

/**
 * Checks a deck and writes its repairs. Returns the deck from before, whether the file changed, and what to print: every
 * edit.
 * Errors: `file-changed` if another program keeps saving the file; those of `repairDeckFile`.
 */
async function repairDeck(
  checkNow: () => Promise<CheckResult>,
  { flags, messages, terminal: { width } }: Call,
): Promise<{ before: CheckResult; changed: boolean; lines: string[] }> {
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
  if (outcome.kind === 'unchanged') lines.push(wrapText(words.nothingToFix(file), width, [file]))
  if (outcome.kind === 'refused') lines.push(wrapText(words.fixRefused(file), width, [file]))
  if (outcome.kind === 'written') {
    const { backup, edits, reencoded } = outcome
    const copy = printable(backup)
    const fixed = words.fixed({ file, repairs: edits.length + (reencoded ? 1 : 0), copy })
    const listed = [...(reencoded ? [words.recoded] : []), ...listEdits(deck.text, edits, words.edit)]
    lines.push(wrapText(fixed, width, [file, copy]), ...listed.map((line) => indentText(line, width, 2)))
  }
  return { before: deck, changed: outcome.kind === 'written', lines }
}

/** The slides that lack a language, of each deck in several languages. */
async function listTranslations(decks: readonly CheckResult[], { messages, terminal }: Call): Promise<void> {
  const { translationsOf } = await import('../../deck/translations.ts')
  for (const { deck, file } of decks) {
    if (!deck || deck.langs.length < 2) continue
    const facts = { file: printable(file.name), langs: deck.langs, slides: translationsOf(deck) }
    terminal.out(`${translationTable(facts, messages, terminal)}\n`)
  }
}

/** One line per deck, then the command that writes the repairs. */
async function summarize(decks: readonly CheckResult[], call: Call): Promise<void> {
  const { flags, messages, terminal } = call
  const { cli } = messages
  const { out, paint, width } = terminal
  const rows = decks.map((deck) => [
    `${statusMark(deck, flags, paint)} ${printable(deck.file.name)}`,
    cli.slides(deck.slides, deck.editions[0]?.deck.pages.length),
    cli.counts(countFindings(deck.diagnostics, (one) => formatMessage(messages, one))),
  ])
  out(table(rows, { right: [1], width }))
  const repairable = flags.fix ? [] : await repairableOf(decks)
  // Without a name, the command takes all decks, as this call did; a deck that it cannot repair stays as it is.
  const names = call.args.length === 0 ? [] : repairable.map(({ file }) => shellWord(file.name))
  const command = commandLine('check', ['--fix', ...names], flags)
  const repairs = repairable.reduce((sum, deck) => sum + repairsOf(deck), 0)
  const files = repairable.map(({ file }) => printable(file.name))
  const fixable = cli.check.fixable({ repairs, files, command })
  if (repairs > 0) out(`\n${wrapText(fixable, width, [command, ...files])}\n`)
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
