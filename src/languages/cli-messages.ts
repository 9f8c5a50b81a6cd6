import type { CommandName } from '../model/command.ts'
import type { Severity } from '../model/diagnostic.ts'
import type { FlagName } from '../model/flags.ts'

/** How many findings of each severity. */
export type SeverityCounts = Record<Severity, number>

/** The words of the command line, in one language. Units: sizes in bytes, times in ms, ready to print when they come back. */
export interface CliMessages {
  /** Stands between place and message: `error` of `decks/a.json:2:1: error: …`. */
  severity: Record<Severity, string>
  slide(n: number): string
  slides(n: number): string
  places(n: number): string
  /** `1 error, 12 warnings`, or that nothing was found. */
  counts(counts: SeverityCounts): string
  /** Findings that are not printed, since 100 are. */
  hidden(n: number): string
  size(bytes: number): string
  duration(ms: number): string
  /** Above the stack of a bug of ours. */
  crash: string

  check: {
    /** Repairs that `--fix` would write. */
    fixable(p: { repairs: number; command: string }): string
    fixed(p: { file: string; repairs: number; copy: string }): string
    /** One line of the list of edits: what stood there and what stands there now. */
    edit(p: { line: number; column: number; before: string; after: string }): string
    /** Stands in the list of edits where the file was in another encoding, or had a byte order mark. */
    recoded: string
    nothingToFix(file: string): string
    fixRefused(file: string): string
  }
  build: {
    progress(p: { done: number; all: number; deck: string }): string
    failed: string
    /** `address` is that of the file, or of the folder where there are several. */
    open(p: { files: number; address: string }): string
    /** Where more is to be read on the findings. */
    more(command: string): string
  }
  serve: {
    /** Above the address: what is watched. `folder` is null where decks were named. */
    watching(p: { decks: number; folder: string | null }): string
    /** The usual port was taken. */
    moved(p: { port: number }): string
    /** What `--host` opens. */
    opened: string
    /** How it is used and ended. */
    hint: string
    ended: string
  }
  present: {
    /** What is presented, above the addresses. */
    title(p: { deck: string; slides: number }): string
    speaker: string
    remote: string
    audience: string
    /** Who can connect, in one line: with `--host`, and without. */
    opened: string
    closed(command: string): string
    /** Where the number for the remote stands, and how it ends. */
    hint: string
    ended: string
  }
  new: {
    written(file: string): string
    /** Above the commands that come next. */
    next: string
    edit(file: string): string
  }
  themes: {
    /** Below the list: how a theme is chosen. */
    choose(p: { field: string; command: string }): string
    /** In the place of a theme's name, where the theme has mistakes. */
    broken: string
  }
  doctor: {
    label: Record<'node' | 'browser' | 'fonts' | 'output' | 'decks', string>
    nodeOld(p: { version: string; needed: string }): string
    browser(p: { name: string; version: string }): string
    fonts(p: { families: readonly string[]; faces: number }): string
    fontsMissing(path: string): string
    output(p: { folder: string; free: number | null }): string
    outputFull(p: { folder: string; free: number }): string
    decks(p: { folder: string; decks: number }): string
    decksNone(p: { folder: string; command: string }): string
    ready: string
    lacking(n: number): string
  }
  help: {
    tagline: string
    usage: string
    commands: string
    flags: string
    examples: string
    /** What stands for a deck, a file, a folder, a name in a usage line. */
    deck: string
    file: string
    folder: string
    name: string
    command: string
    exitCodes: string
    more(command: string): string
    summary: Record<CommandName, string>
    about: Record<CommandName, string>
    flag: Record<FlagName, string>
  }
}
