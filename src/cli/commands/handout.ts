import type { HandoutPdfOptions } from '../../documents/handout-pdf.ts'
import type { PerPage } from '../../model/handout.ts'
import type { CliCommand, Flags } from '../command.ts'
import { chooseDecks } from '../decks.ts'
import { withCliPrinter } from '../printer.ts'
import { assertDistinctOutputs, produceAll } from '../produce-decks.ts'
import { slideRange } from '../slide-range.ts'

/** `korme handout`: every deck becomes a PDF to print and give away, several slides a sheet. */
export const handout: CliCommand = {
  name: 'handout',
  argumentKind: 'decks',
  flags: [
    ...(['per-page', 'paper', 'notes', 'lines', 'ink', 'no-header', 'no-footer', 'range'] as const),
    ...([
      'out',
      'lang',
      'theme',
      'aspect',
      'root',
      'strict',
      'strict-fit',
      'browser',
      'no-sandbox',
      'quiet',
      'json',
    ] as const),
  ],
  examples: ['', '--per-page 3 decks/my-talk.json', '--notes --paper a5 --ink full decks/my-talk.json'],
  async run(call) {
    const options = handoutOptions(call.flags)
    const decks = await chooseDecks(call)
    await assertDistinctOutputs(decks, 'handout.pdf', call)
    return withCliPrinter(call, async (printer) => {
      const { handoutPdf } = await import('../../documents/handout-pdf.ts')
      return produceAll(call, decks, [handoutPdf(printer, options)])
    })
  },
}

function handoutOptions(flags: Flags): HandoutPdfOptions {
  const { paper, ink, 'per-page': perPage } = flags
  const range = slideRange(flags)
  return {
    ...(perPage ? { perPage: Number(perPage) as PerPage } : {}),
    ...(paper ? { paper } : {}),
    ...(ink ? { printMode: ink } : {}),
    ...(range ? { range } : {}),
    notes: flags.notes === true,
    lines: flags.lines === true,
    header: !flags['no-header'],
    footer: !flags['no-footer'],
  }
}
