import type { CommandName } from '../model/command.ts'
import { type FlagName, type Flags, flagSpecs } from '../model/flags.ts'
import { programName } from '../model/program-name.ts'
import { shellWord } from './shell-word.ts'

/** Which deck is meant, how it is read, and in which language the answer is. */
const reading = ['lang', 'script', 'theme', 'aspect', 'root', 'messages'] as const satisfies readonly FlagName[]

/**
 * The flags of a call that a command which is suggested after it takes over, so that the command does for this call what it is
 * said to do. Those that only say how a run is printed, or ask for more files, are not among them.
 */
const kept = {
  build: [...reading, 'out', 'ink', 'loop', 'strict', 'strict-fit', 'browser', 'no-sandbox'],
  check: [...reading, 'strict', 'strict-fit'],
  serve: [...reading, 'port', 'host', 'loop'],
  present: [...reading, 'port', 'broadcast', 'address'],
  // A new deck has its own language.
  new: ['root', 'messages'],
  help: ['messages'],
} as const satisfies Partial<Record<CommandName, readonly FlagName[]>>

/** A command that is suggested after a call. */
export type SuggestedCommand = keyof typeof kept

/** Whether a suggested command takes over a flag. */
export const keepsFlag = (command: SuggestedCommand, flag: FlagName): boolean =>
  (kept[command] as readonly FlagName[]).includes(flag)

/** The flags of a call, or the options of the library with the same names. */
export type KeptFlags = { readonly [Name in (typeof kept)[SuggestedCommand][number]]?: Flags[Name] | undefined }

/** A command that can be copied, with the flags of the call. `words`: what follows its name, as words of a shell. */
export const commandLine = (command: SuggestedCommand, words: readonly string[], flags: KeptFlags): string =>
  [programName, command, ...words, ...keptFlags(command, flags)].join(' ')

/** The flags of a call that a command in a sentence takes over, each behind a space; empty if there are none. */
export const flagsAfter = (command: SuggestedCommand, flags: KeptFlags): string =>
  keptFlags(command, flags)
    .map((word) => ` ${word}`)
    .join('')

/** The flags of a call that a suggested command takes over, as words of a shell. */
function keptFlags(command: SuggestedCommand, flags: KeptFlags): string[] {
  return kept[command].flatMap((name: keyof KeptFlags) => {
    const value = flags[name]
    if (value === undefined) return []
    const isSwitch = Object.keys(flagSpecs[name]).every((key) => key === 'short')
    return isSwitch ? [`--${name}`] : [`--${name}`, shellWord(String(value))]
  })
}
