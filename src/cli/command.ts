import type { Started } from '../export/browser.ts'
import type { Messages } from '../languages/messages.ts'
import type { CommandName, FlagName } from '../model/command.ts'
import type { PaperName, PerPage, PrintMode } from '../model/handout.ts'
import type { Lang } from '../model/lang.ts'
import type { Terminal } from './terminal.ts'

/** A command as data: help is made from it, and calls are checked against it. */
export interface CliCommand {
  name: CommandName
  /** What it is called with; `decks`, `deck` and `command` may be left out. */
  argumentKind: 'decks' | 'deck' | 'name' | 'command' | 'nothing'
  flags: readonly FlagName[]
  /** What stands after the command's name in the examples of its help. */
  examples: readonly string[]
  /** Gives the exit code: 0 done, 1 the deck has errors, 2 wrong usage, 3 the machine lacks something. */
  run(call: Call): Promise<number>
}

/** One call of a command: what it was given, and where it speaks in which language. */
export interface Call {
  args: readonly string[]
  flags: Flags
  messages: Messages
  terminal: Terminal
  /** The browser that was started for it before the program was loaded. */
  prestarted?: Started | null | undefined
}

/** The flags of a call; absent ones were not given. */
export interface Flags {
  aspect?: '16:9' | '4:3'
  browser?: string
  fix?: true
  handout?: true
  help?: true
  host?: true
  ink?: PrintMode
  json?: true
  lang?: Lang | 'all'
  lines?: true
  messages?: Lang
  'no-footer'?: true
  'no-header'?: true
  'no-notes'?: true
  'no-sandbox'?: true
  notes?: true
  open?: true
  out?: string
  paper?: PaperName
  pdf?: true
  'per-page'?: `${PerPage}`
  port?: string
  quiet?: true
  range?: string
  root?: string
  strict?: true
  'strict-fit'?: true
  theme?: string
  version?: true
}
