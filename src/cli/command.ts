import type { BrowserProcess } from '../export/browser/browser-process.ts'
import type { Messages } from '../languages/messages.ts'
import type { CommandName } from '../model/command.ts'
import { commonFlags, type FlagName, type FlagSpec, type Flags, flagSpecs } from '../model/flags.ts'
import type { Terminal } from './terminal.ts'

/** Values that a command accepts for a flag where it does not accept all of them. */
type Choices = { readonly [Name in FlagName]?: readonly Extract<Flags[Name], string | number>[] }

/** A command as data: its help is generated from it, and calls are checked against it. */
export interface CliCommand<Name extends CommandName = CommandName> {
  name: Name
  /** The arguments it takes. `decks`, `deck` and `command` may be omitted. */
  argumentKind: 'decks' | 'deck' | 'name' | 'command' | 'nothing'
  flags: readonly FlagName[]
  choices?: Choices
  /** What follows the command's name in the examples of its help. */
  examples: readonly string[]
  /** Returns the exit code: 0 done, 1 the deck has errors, 2 wrong usage, 3 the machine lacks something. */
  run(call: Call): Promise<number>
}

/** One call of a command: its arguments and flags, and where its output goes. */
export interface Call<Given = Flags> {
  args: readonly string[]
  flags: Given
  messages: Messages
  terminal: Terminal
  /** The words of the command line. */
  argv?: readonly string[]
  /** The browser that was started before the program was loaded. */
  prestarted?: BrowserProcess | null
  /** Identifies the content of the program. Absent: finished builds are made again. */
  program?: string | null
}

/** The flags that a command gets: those it lists, with the values it accepts. */
type FlagsOf<Name extends FlagName, Narrowed> = {
  [N in Name | (typeof commonFlags)[number]]?: N extends keyof Narrowed
    ? Narrowed[N] extends readonly (infer Choice)[]
      ? Choice
      : never
    : Flags[N]
}

/** Checks a command against itself: it can use only the flags that it lists. */
export const defineCommand = <
  Name extends CommandName,
  const Listed extends FlagName,
  const Narrowed extends Choices = Record<never, never>,
>(
  command: Omit<CliCommand<Name>, 'run'> & {
    flags: readonly Listed[]
    choices?: Narrowed
    run(call: Call<FlagsOf<Listed, Narrowed>>): Promise<number>
  },
): CliCommand<Name> => command as CliCommand<Name> // `readFlags` returns just these flags

/** The flags of a command in the order of its help, each with the values that the command accepts. */
export function commandFlags({ flags, choices = {} }: CliCommand): (readonly [FlagName, FlagSpec])[] {
  return [...new Set<FlagName>([...flags, ...commonFlags])].map((name) => {
    const narrowed = choices[name]
    return [name, narrowed ? { choices: narrowed } : flagSpecs[name]]
  })
}

/** The given flags among `names`, as options of the same names. */
export const givenFlags = <Name extends FlagName>(flags: Flags, ...names: Name[]): Pick<Flags, Name> =>
  Object.fromEntries(names.flatMap((name) => (name in flags ? [[name, flags[name]]] : []))) as Pick<Flags, Name>
