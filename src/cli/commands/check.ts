import type { Checked } from '../../build.ts'
import { say } from '../../languages/messages.ts'
import { reportJson } from '../../report/json.ts'
import { printable } from '../../report/printable.ts'
import type { Call, Command } from '../command.ts'
import { buildOptions, chooseDecks, eachDeck } from '../decks.ts'
import { listEdits } from '../edits.ts'
import { count, fails, findingsPrinter, verdict } from '../findings.ts'
import { program } from '../help.ts'
import { table } from '../table.ts'

/** `korme check`: every finding of every deck. */
export const check: Command = {
  name: 'check',
  takes: 'decks',
  flags: ['fix', 'lang', 'theme', 'aspect', 'root', 'strict', 'strict-fit', 'quiet', 'json'],
  examples: ['decks/my-talk.json', '--fix decks/my-talk.json', '--json --strict'],
  async run(call) {
    const { flags, messages, terminal } = call
    const decks = await chooseDecks(call)
    const pipeline = await import('../../build.ts')
    const printer = findingsPrinter(call)
    const { done, code } = await eachDeck(call, decks, async (path) => {
      const before = await pipeline.check(path, buildOptions(flags))
      const after = flags.fix && (await repair(before, call)) ? await pipeline.check(path, buildOptions(flags)) : before
      if (!flags.json) printer.print(after, ['error', 'warning', 'info'], true)
      return { before, after }
    })
    const checked = done.map(({ after }) => after)
    if (flags.json) {
      // With --fix, what was found and mended: the edits are those that were done.
      const found = done.map(({ before }) => before)
      terminal.out(`${JSON.stringify(reportJson(found, (problem) => say(messages, problem)))}\n`)
    } else {
      printer.end()
      if (!flags.quiet) await summarize(checked, call)
    }
    return Math.max(code, checked.some((deck) => fails(deck, flags)) ? 1 : 0)
  },
}

/** Writes the repairs and lists every edit. True where the file has changed. */
async function repair(deck: Checked, { flags, messages, terminal }: Call): Promise<boolean> {
  const { mend } = await import('../fix.ts')
  const mended = await mend(deck)
  const words = messages.cli.check
  const file = printable(deck.file.name)
  const lines: string[] = []
  if (mended.outcome === 'sound') lines.push(words.nothingToFix(file))
  if (mended.outcome === 'refused') lines.push(words.fixRefused(file))
  if (mended.outcome === 'written') {
    const { copy, edits, recoded } = mended
    lines.push(words.fixed({ file, repairs: edits.length + (recoded ? 1 : 0), copy: printable(copy) }))
    const listed = listEdits(deck.text, edits, words.edit)
    lines.push(...[...(recoded ? [words.recoded] : []), ...listed].map((line) => `  ${line}`))
  }
  if (!flags.quiet && !flags.json) terminal.out(`${lines.join('\n')}\n\n`)
  return mended.outcome === 'written'
}

/** One line a deck, and the command that writes the repairs. */
async function summarize(decks: readonly Checked[], call: Call): Promise<void> {
  const { flags, messages, terminal } = call
  const { cli } = messages
  const { out, paint } = terminal
  const rows = decks.map((deck) => [
    `${verdict(deck, flags, paint)} ${printable(deck.file.name)}`,
    cli.slides(deck.slides),
    cli.counts(count(deck.diagnostics)),
  ])
  out(table(rows, [1]))
  const repairable = flags.fix ? [] : await repairableOf(decks)
  const command = `${program} check --fix ${repairable.map(({ file }) => printable(file.name)).join(' ')}`
  const repairs = repairable.reduce((sum, deck) => sum + repairsOf(deck), 0)
  if (repairs > 0) out(`\n${cli.check.fixable({ repairs, command })}\n`)
}

/** The decks with repairs that `--fix` would write: not those where it would have to guess. */
async function repairableOf(decks: readonly Checked[]): Promise<Checked[]> {
  const repaired = decks.filter((deck) => repairsOf(deck) > 0)
  if (!repaired.some(hasErrors)) return repaired
  const { fix } = await import('../../parse/fix.ts')
  return repaired.filter((deck) => !hasErrors(deck) || !fix(deck.file.bytes).refused)
}

const hasErrors = ({ diagnostics }: Checked) => diagnostics.some(({ severity }) => severity === 'error')

const repairsOf = ({ diagnostics }: Checked) => diagnostics.reduce((sum, { edits }) => sum + edits.length, 0)
