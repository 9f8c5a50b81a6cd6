import type { DocumentRequest } from '../../documents/document-request.ts'
import type { HandoutPdfOptions } from '../../documents/handout-pdf.ts'
import type { Flags } from '../../model/flags.ts'
import { defineCommand, givenFlags } from '../command.ts'
import { chooseDecks } from '../decks.ts'
import { browserFlags, deckFlags, jobsFlags, outputFlags, strictFlags } from '../flag-groups.ts'
import { assertDistinctOutputs, produceAll } from '../produce-decks.ts'

/** `korme handout`: builds every deck into a PDF handout, several slides per sheet. */
export const handout = defineCommand({
  name: 'handout',
  argumentKind: 'decks',
  flags: [
    ...([
      'per-page',
      'paper',
      'notes',
      'bilingual',
      'lines',
      'duplex',
      'ink',
      'no-header',
      'no-footer',
      'range',
      'out',
    ] as const),
    ...[...deckFlags, ...strictFlags, ...browserFlags, ...jobsFlags, ...outputFlags],
  ],
  examples: ['', '--per-page 3 decks/my-talk.json', '--notes --paper a5 --ink full decks/my-talk.json'],
  async run(call) {
    const requests: DocumentRequest[] = [{ kind: 'handout', options: handoutOptions(call.flags) }]
    const decks = await chooseDecks(call, 'handout')
    await assertDistinctOutputs(decks, requests, call)
    return produceAll(call, decks, requests)
  },
})

const handoutOptions = ({ 'per-page': perPage, ink, ...flags }: Flags): HandoutPdfOptions => ({
  ...givenFlags(flags, 'bilingual', 'paper', 'range', 'script'),
  ...(perPage && { perPage }),
  ...(ink && { printMode: ink }),
  notes: flags.notes === true,
  lines: flags.lines === true,
  ...(flags.duplex && { duplex: true }),
  header: !flags['no-header'],
  footer: !flags['no-footer'],
})
