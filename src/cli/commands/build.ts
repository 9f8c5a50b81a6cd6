import type { Command } from '../command.ts'
import { buildOptions, chooseDecks } from '../decks.ts'
import { lendPrinter } from '../printer.ts'
import { produceAll, refuseSameOutput } from '../produce.ts'

/** `korme build`: every deck becomes an HTML file and, with `--pdf`, a PDF beside it. */
export const build: Command = {
  name: 'build',
  takes: 'decks',
  flags: [
    ...(['pdf', 'out', 'lang', 'theme', 'aspect', 'no-notes', 'root', 'strict', 'strict-fit'] as const),
    ...(['browser', 'no-sandbox', 'quiet', 'json'] as const),
  ],
  examples: ['', 'decks/my-talk.json', '--pdf --lang all -o public decks/my-talk.json'],
  async run(call) {
    const decks = await chooseDecks(call)
    await refuseSameOutput(decks, 'html', call)
    const page = async () => (await import('../../build.ts')).slidesPage(buildOptions(call.flags))
    if (!call.flags.pdf) return produceAll(call, decks, [await page()])
    return lendPrinter(call, async (printer) => {
      const { slidesPdf } = await import('../../pdf.ts')
      return produceAll(call, decks, [await page(), slidesPdf(printer)])
    })
  },
}
