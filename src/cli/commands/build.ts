import type { Command } from '../command.ts'
import { buildOptions, chooseDecks } from '../decks.ts'
import { lendPrinter } from '../printer.ts'
import { produceAll, refuseSameOutput } from '../produce.ts'

/** `korme build`: every deck becomes an HTML file and, with `--pdf` and `--handout`, PDFs beside it. */
export const build: Command = {
  name: 'build',
  takes: 'decks',
  flags: [
    ...(['pdf', 'handout', 'out', 'lang', 'theme', 'aspect', 'no-notes', 'root', 'strict', 'strict-fit'] as const),
    ...(['browser', 'no-sandbox', 'quiet', 'json'] as const),
  ],
  examples: ['', 'decks/my-talk.json', '--pdf --handout --lang all -o public decks/my-talk.json'],
  async run(call) {
    const decks = await chooseDecks(call)
    await refuseSameOutput(decks, 'html', call)
    const page = async () => (await import('../../documents/html.ts')).slidesPage(buildOptions(call.flags))
    const { pdf, handout } = call.flags
    if (!pdf && !handout) return produceAll(call, decks, [await page()])
    return lendPrinter(call, async (printer) => {
      const kinds = [
        await page(),
        ...(pdf ? [(await import('../../documents/pdf.ts')).slidesPdf(printer)] : []),
        ...(handout ? [(await import('../../documents/handout.ts')).handoutPdf(printer)] : []),
      ]
      return produceAll(call, decks, kinds)
    })
  },
}
