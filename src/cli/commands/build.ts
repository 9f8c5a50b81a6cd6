import type { DocumentRequest } from '../../documents/document-request.ts'
import { defineCommand } from '../command.ts'
import { chooseDecks } from '../decks.ts'
import { browserFlags, deckFlags, jobsFlags, outputFlags, strictFlags } from '../flag-groups.ts'
import { assertDistinctOutputs, produceAll } from '../produce-decks.ts'

/** `korme build`: builds every deck into an HTML file and, with `--pdf` and `--handout`, PDFs beside it. */
export const build = defineCommand({
  name: 'build',
  argumentKind: 'decks',
  flags: [
    'pdf',
    'handout',
    'ink',
    'loop',
    'no-notes',
    'out',
    ...deckFlags,
    ...strictFlags,
    ...browserFlags,
    ...jobsFlags,
    ...outputFlags,
  ],
  examples: ['', 'decks/my-talk.json', '--pdf --handout --lang all -o public decks/my-talk.json'],
  async run(call) {
    const decks = await chooseDecks(call, 'build')
    const { pdf, handout, ink, loop, 'no-notes': noNotes } = call.flags
    const print = ink ? { printMode: ink } : {}
    const page: DocumentRequest = { kind: 'html', options: { notes: !noNotes, ...print, ...(loop && { loop }) } }
    const requests: DocumentRequest[] = [
      page,
      ...(pdf ? [{ kind: 'pdf', options: {} } as const] : []),
      ...(handout ? [{ kind: 'handout', options: print } as const] : []),
    ]
    await assertDistinctOutputs(decks, requests, call)
    return produceAll(call, decks, requests)
  },
})
