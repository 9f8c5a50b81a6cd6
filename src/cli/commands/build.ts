import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Built } from '../../build.ts'
import { stemOf } from '../../load/deck.ts'
import { findProject } from '../../load/project.ts'
import { say } from '../../messages/messages.ts'
import { EnvironmentError } from '../../model/machine.ts'
import { reportJson } from '../../report/json.ts'
import { printable } from '../../report/printable.ts'
import type { Call, Command } from '../command.ts'
import { buildOptions, chooseDecks, eachDeck, shortPath } from '../decks.ts'
import { count, fails, findingsPrinter, verdict } from '../findings.ts'
import { program } from '../help.ts'
import { table } from '../table.ts'

type Timed = Built & { ms: number }

/** `korme build`: every deck becomes an HTML file. Errors are shown in full, warnings in a line each, infos counted. */
export const build: Command = {
  name: 'build',
  takes: 'decks',
  flags: ['out', 'lang', 'theme', 'no-notes', 'root', 'strict', 'strict-fit', 'quiet', 'json'],
  examples: ['', 'decks/my-talk.json', '--lang all -o public decks/my-talk.json'],
  async run(call) {
    const { flags, messages, terminal } = call
    const decks = await chooseDecks(call)
    await refuseSameOutput(decks, call)
    const pipeline = await import('../../build.ts')
    const printer = findingsPrinter(call)
    const { done, code } = await eachDeck(call, decks, async (path, index): Promise<Timed> => {
      const start = performance.now()
      if (!flags.quiet && !flags.json) terminal.progress(progress(path, index, decks.length, call))
      const deck = await pipeline.build(path, buildOptions(flags))
      if (!flags.json) printer.print(deck, ['error'], true)
      if (!flags.json) printer.print(deck, ['warning'], false)
      return { ...deck, ms: performance.now() - start }
    })
    terminal.progress('')
    if (flags.json) terminal.out(`${JSON.stringify(reportJson(done, (problem) => say(messages, problem)))}\n`)
    else {
      printer.end()
      if (!flags.quiet) summarize(done, call)
    }
    return Math.max(code, done.some((deck) => fails(deck, flags)) ? 1 : 0)
  },
}

const progress = (path: string, index: number, all: number, { messages }: Call) =>
  messages.cli.build.progress({ done: index + 1, all, deck: printable(basename(path)) })

/** Two decks that would write one file are refused before anything is written. */
async function refuseSameOutput(decks: readonly string[], { flags }: Call): Promise<void> {
  const owners = new Map<string, string>()
  for (const deck of decks) {
    const { out } = await findProject(deck, buildOptions(flags))
    const output = join(out, `${stemOf(deck)}.html`)
    // Many disks take names in small and capital letters, composed or not, for the same.
    const key = output.normalize('NFC').toLowerCase()
    const owner = owners.get(key)
    if (owner !== undefined) {
      throw new EnvironmentError({ code: 'output-twice', output: shortPath(output), decks: [owner, deck] }, 2)
    }
    owners.set(key, deck)
  }
}

/** One line a deck, then how to open what was built and where to read more on the findings. */
function summarize(decks: readonly Timed[], { flags, messages: { cli }, terminal: { out, paint } }: Call): void {
  const rows = decks.flatMap((deck) => {
    const { diagnostics, file, ms, outputs, slides } = deck
    const [first, ...others] = outputs.map(({ path }) => printable(shortPath(path)))
    const size = outputs.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
    const row = [
      `${verdict(deck, flags, paint)} ${printable(file.name)}`,
      cli.slides(slides),
      cli.counts(count(diagnostics)),
      outputs.length > 0 ? cli.size(size) : '',
      cli.duration(ms),
      first === undefined ? paint('error', cli.build.failed) : paint('strong', first),
    ]
    return [row, ...others.map((path) => ['', '', '', '', '', paint('strong', path)])]
  })
  out(table(rows, [1, 3, 4]))

  const outputs = decks.flatMap((deck) => deck.outputs)
  const address = outputs.length === 1 ? outputs[0]!.path : dirname(outputs[0]?.path ?? '')
  if (outputs.length > 0) out(`\n${cli.build.open({ files: outputs.length, address: pathToFileURL(address).href })}\n`)
  const withMore = decks.filter(({ diagnostics }) => diagnostics.some(({ severity }) => severity !== 'error'))
  const named = withMore.length === 1 ? ` ${printable(withMore[0]!.file.name)}` : ''
  if (withMore.length > 0) out(`${cli.build.more(`${program} check${named}`)}\n`)
}
