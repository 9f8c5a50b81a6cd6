import type { PdfOptions } from '../../documents/slides-pdf.ts'
import type { CliCommand, Flags } from '../command.ts'
import { chooseDecks } from '../decks.ts'
import { withCliPrinter } from '../printer.ts'
import { assertDistinctOutputs, produceAll } from '../produce-decks.ts'
import { slideRange } from '../slide-range.ts'

/** `korme pdf`: every deck becomes a PDF of its slides. */
export const pdf: CliCommand = {
  name: 'pdf',
  argumentKind: 'decks',
  flags: [
    ...(['notes', 'range', 'out', 'lang', 'theme', 'aspect', 'root', 'strict', 'strict-fit'] as const),
    ...(['browser', 'no-sandbox', 'quiet', 'json'] as const),
  ],
  examples: ['', 'decks/my-talk.json', '--notes --range 2-5,9 decks/my-talk.json'],
  async run(call) {
    const options = pdfOptions(call.flags)
    const decks = await chooseDecks(call)
    await assertDistinctOutputs(decks, 'pdf', call)
    return withCliPrinter(call, async (printer) => {
      const { slidesPdf } = await import('../../documents/slides-pdf.ts')
      return produceAll(call, decks, [slidesPdf(printer, options)])
    })
  },
}

function pdfOptions(flags: Flags): PdfOptions {
  const range = slideRange(flags)
  return { notes: flags.notes === true, ...(range ? { range } : {}) }
}
