import type { PdfOptions } from '../../documents/pdf.ts'
import type { Command, Flags } from '../command.ts'
import { chooseDecks } from '../decks.ts'
import { lendPrinter } from '../printer.ts'
import { produceAll, refuseSameOutput } from '../produce.ts'
import { slideRange } from '../range.ts'

/** `korme pdf`: every deck becomes a PDF of its slides. */
export const pdf: Command = {
  name: 'pdf',
  takes: 'decks',
  flags: [
    ...(['notes', 'range', 'out', 'lang', 'theme', 'aspect', 'root', 'strict', 'strict-fit'] as const),
    ...(['browser', 'no-sandbox', 'quiet', 'json'] as const),
  ],
  examples: ['', 'decks/my-talk.json', '--notes --range 2-5,9 decks/my-talk.json'],
  async run(call) {
    const options = pdfOptions(call.flags)
    const decks = await chooseDecks(call)
    await refuseSameOutput(decks, 'pdf', call)
    return lendPrinter(call, async (printer) => {
      const { slidesPdf } = await import('../../documents/pdf.ts')
      return produceAll(call, decks, [slidesPdf(printer, options)])
    })
  },
}

function pdfOptions(flags: Flags): PdfOptions {
  const range = slideRange(flags)
  return { notes: flags.notes === true, ...(range ? { range } : {}) }
}
