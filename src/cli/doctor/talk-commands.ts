import { shellWord } from '../../report/shell-word.ts'
import { shortPath } from '../../report/short-path.ts'
import { commandLine } from '../../report/suggested-command.ts'
import type { Call } from '../command.ts'

/** The command that presents a deck to phones, with the flags of the call. `more`: further words. */
export const presentCommand = ({ flags }: Pick<Call, 'flags'>, deck: string, ...more: string[]): string =>
  commandLine('present', [shellWord(shortPath(deck)), '--host', ...more], flags)
