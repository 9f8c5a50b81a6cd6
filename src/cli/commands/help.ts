import { defineCommand } from '../command.ts'
import { helpOverview } from '../help.ts'

/** `korme help`, and `korme` alone. `korme help check` is handled in `main` as `korme check --help`. */
export const help = defineCommand({
  name: 'help',
  argumentKind: 'command',
  flags: ['version'],
  examples: ['', 'check'],
  async run({ messages, terminal }) {
    terminal.out(helpOverview(messages, terminal))
    return 0
  },
})
