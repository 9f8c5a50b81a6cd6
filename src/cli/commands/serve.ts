import { defineCommand } from '../command.ts'
import { deckFlags } from '../flag-groups.ts'

/** `korme serve`: previews decks in the browser while they are edited. Ctrl-C stops it, with exit code 0. */
export const serve = defineCommand({
  name: 'serve',
  argumentKind: 'decks',
  flags: ['open', 'edit', 'loop', 'port', 'host', ...deckFlags, 'quiet'],
  examples: ['', '--open', 'decks/my-talk.json', '--edit --open', '--port 8080 --host'],
  async run(call) {
    const { runServer } = await import('../serve/run-server.ts')
    const { edit = false, loop, open = false } = call.flags
    return runServer(call, { command: 'serve', edit, loop, open })
  },
})
