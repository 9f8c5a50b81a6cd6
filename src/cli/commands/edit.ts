import { defineCommand } from '../command.ts'
import { deckFlags } from '../flag-groups.ts'

/** `korme edit`: opens a deck, or the list of decks, in the browser to be changed there. Ctrl-C stops it, with exit code 0. */
export const edit = defineCommand({
  name: 'edit',
  argumentKind: 'deck',
  flags: ['port', 'host', ...deckFlags, 'quiet'],
  examples: ['', 'decks/my-talk.json'],
  async run(call) {
    const { runServer } = await import('../serve/run-server.ts')
    return runServer(call, { command: 'edit', edit: true, open: true })
  },
})
