import type { Checked } from '../../build.ts'
import { say } from '../../messages/messages.ts'
import { reportJson } from '../../report/json.ts'
import { printable } from '../../report/printable.ts'
import type { Call, Command } from '../command.ts'
import { buildOptions, chooseDecks, eachDeck } from '../decks.ts'
import { count, fails, findingsPrinter, verdict } from '../findings.ts'
import { program } from '../help.ts'
import { table } from '../table.ts'

/** `korme check`: every finding of every deck. */
export const check: Command = {
  name: 'check',
  takes: 'decks',
  flags: ['fix', 'lang', 'theme', 'root', 'strict', 'strict-fit', 'quiet', 'json'],
  examples: ['decks/my-talk.json', '--fix decks/my-talk.json', '--json --strict'],
  async run(call) {
    const { flags, messages, terminal } = call
    const decks = await chooseDecks(call)
    const pipeline = await import('../../build.ts')
    const printer = findingsPrinter(call)
    const { done, code } = await eachDeck(call, decks, async (path) => {
      const deck = await pipeline.check(path, buildOptions(flags))
      if (!flags.json) printer.print(deck, ['error', 'warning', 'info'], true)
      return deck
    })
    if (flags.json) terminal.out(`${JSON.stringify(reportJson(done, (problem) => say(messages, problem)))}\n`)
    else {
      printer.end()
      if (!flags.quiet) summarize(done, call)
    }
    return Math.max(code, done.some((deck) => fails(deck, flags)) ? 1 : 0)
  },
}

/** One line a deck, and the command that writes the repairs. */
function summarize(decks: readonly Checked[], { flags, messages: { cli }, terminal: { out, paint } }: Call): void {
  const rows = decks.map((deck) => [
    `${verdict(deck, flags, paint)} ${printable(deck.file.name)}`,
    cli.slides(deck.slides),
    cli.counts(count(deck.diagnostics)),
  ])
  out(table(rows, [1]))
  const repairable = flags.fix ? [] : decks.filter((deck) => repairsOf(deck) > 0)
  const command = `${program} check --fix ${repairable.map(({ file }) => printable(file.name)).join(' ')}`
  const repairs = repairable.reduce((sum, deck) => sum + repairsOf(deck), 0)
  if (repairs > 0) out(`\n${cli.check.fixable({ repairs, command })}\n`)
}

const repairsOf = ({ diagnostics }: Checked) => diagnostics.reduce((sum, { edits }) => sum + edits.length, 0)
