import { defineCommand } from '../command.ts'
import { buildOptions, chooseDecks } from '../decks.ts'
import { browserFlags, deckFlags, outputFlags, strictFlags } from '../flag-groups.ts'
import { withCliPrinter } from '../printer.ts'
import { assertDistinctOutputs, produceAll } from '../produce-decks.ts'

/** `korme build`: every deck becomes an HTML file and, with `--pdf` and `--handout`, PDFs beside it. */
export const build = defineCommand({
  name: 'build',
  argumentKind: 'decks',
  flags: ['pdf', 'handout', 'no-notes', 'out', ...deckFlags, ...strictFlags, ...browserFlags, ...outputFlags],
  examples: ['', 'decks/my-talk.json', '--pdf --handout --lang all -o public decks/my-talk.json'],
  async run(call) {
    const decks = await chooseDecks(call)
    await assertDistinctOutputs(decks, 'html', call)
    const page = async () => (await import('../../documents/slides-html.ts')).slidesPage(buildOptions(call.flags))
    const { pdf, handout } = call.flags
    if (!pdf && !handout) return produceAll(call, decks, [await page()])
    return withCliPrinter(call, async (printer) => {
      const kinds = [
        await page(),
        ...(pdf ? [(await import('../../documents/slides-pdf.ts')).slidesPdf(printer)] : []),
        ...(handout ? [(await import('../../documents/handout-pdf.ts')).handoutPdf(printer)] : []),
      ]
      return produceAll(call, decks, kinds)
    })
  },
})
