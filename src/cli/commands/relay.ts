import { defineCommand } from '../command.ts'

/** `korme relay`: serves followers of a talk that another process presents. Ctrl-C stops it, with exit code 0. */
export const relay = defineCommand({
  name: 'relay',
  argumentKind: 'nothing',
  flags: ['broadcast', 'deck', 'host', 'port', 'watch-only', 'root', 'quiet'],
  examples: [
    '--broadcast redis://host:6379 --deck decks/my-talk.json',
    '--broadcast redis://host:6379 --deck decks/my-talk.json --host',
  ],
  async run(call) {
    const { runRelay } = await import('../relay/run-relay.ts')
    return runRelay(call)
  },
})
