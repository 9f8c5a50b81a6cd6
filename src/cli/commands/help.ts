import type { Command } from '../command.ts'
import { overview } from '../help.ts'

/** `korme help`, and `korme` alone. `korme help check` is `korme check --help`, which main sees to. */
export const help: Command = {
  name: 'help',
  takes: 'command',
  flags: ['version'],
  examples: ['', 'check'],
  async run({ messages, terminal }) {
    terminal.out(overview(messages, terminal))
    return 0
  },
}
