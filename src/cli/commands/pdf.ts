import type { DocumentRequest } from '../../documents/document-request.ts'
import type { SlidesPdfOptions } from '../../documents/slides-pdf.ts'
import type { Flags } from '../../model/flags.ts'
import { defineCommand, givenFlags } from '../command.ts'
import { chooseDecks } from '../decks.ts'
import { browserFlags, deckFlags, jobsFlags, outputFlags, strictFlags } from '../flag-groups.ts'
import { assertDistinctOutputs, produceAll } from '../produce-decks.ts'

/** `korme pdf`: builds every deck into a PDF of its slides. */
export const pdf = defineCommand({
  name: 'pdf',
  argumentKind: 'decks',
  flags: ['notes', 'range', 'out', ...deckFlags, ...strictFlags, ...browserFlags, ...jobsFlags, ...outputFlags],
  examples: ['', 'decks/my-talk.json', '--notes --range 2-5,9 decks/my-talk.json'],
  async run(call) {
    const requests: DocumentRequest[] = [{ kind: 'pdf', options: pdfOptions(call.flags) }]
    const decks = await chooseDecks(call, 'pdf')
    await assertDistinctOutputs(decks, requests, call)
    return produceAll(call, decks, requests)
  },
})

const pdfOptions = (flags: Flags): SlidesPdfOptions => ({
  ...givenFlags(flags, 'range'),
  notes: flags.notes === true,
})
