import type { CommandName } from '../model/command.ts'
import type { Severity } from '../model/diagnostic.ts'
import type { FlagName } from '../model/flags.ts'
import type { Lang } from '../model/lang.ts'
import type { TalkCheckMessages } from './talk-check-messages.ts'

/** The number of diagnostics of each severity. */
export type SeverityCounts = Record<Severity, number>

/** The texts of the command line in one language. Units: sizes in bytes, times in ms. */
export interface CliMessages {
  /** The label between location and message: `error` in `decks/a.json:2:1: error: …`. */
  severity: Record<Severity, string>
  slide(n: number): string
  /** `12 slides`, or `12 slides, 14 pages` if texts continue on further pages. */
  slides(n: number, pages?: number): string
  places(n: number): string
  /** The further lines with the same finding; `more` of them are not named. */
  alsoInLines(p: { lines: readonly number[]; more: number }): string
  /** `1 error, 12 warnings`, or that there are no problems. */
  counts(counts: SeverityCounts): string
  /** The number of findings that are not printed. */
  hidden(n: number): string
  size(bytes: number): string
  duration(ms: number): string
  /** Printed above the stack trace of a bug in Korme. */
  crash: string

  check: {
    /** The repairs that `--fix` would make in these files. */
    fixable(p: { repairs: number; files: readonly string[]; command: string }): string
    fixed(p: { file: string; repairs: number; copy: string }): string
    /** One line of the list of edits: the text before and after. */
    edit(p: { line: number; column: number; before: string; after: string }): string
    /** The line of the list of edits for a file that had another encoding or a byte order mark. */
    recoded: string
    nothingToFix(file: string): string
    fixRefused(file: string): string
    /** The last line of a run over several decks of which some have errors. */
    total(p: { good: number; all: number; failed: readonly string[] }): string
    /** The table of the slides that lack a language of their deck. */
    translations: {
      /** Printed above it. */
      title(file: string): string
      /** Printed instead of it, if nothing is missing. */
      complete(p: { file: string; langs: readonly Lang[] }): string
      /** The row of the deck's name, event and date. */
      deck: string
      /** The row of several slides. */
      slides(p: { from: number; to: number }): string
      /** How many more rows there are. */
      more(n: number): string
      /** What ✓, 2/5 and – mean. */
      legend: string
    }
  }
  build: {
    progress(p: { done: number; all: number; deck: string }): string
    /** How long a run will probably still take. Units: seconds. */
    timeLeft(seconds: number): string
    /** A line of a long run that has no terminal: how many documents are done; `left` is `timeLeft`, or null. */
    doneSoFar(p: { done: number; all: number; left: string | null }): string
    /** While the server of the jobs is away. */
    outage(p: { server: string; seconds: number }): string
    backAgain: string
    /** No worker is there to do the jobs. */
    noWorkers(server: string): string
    /** After Ctrl-C: how many jobs were withdrawn. */
    withdrawn(jobs: number): string
    /** While a long deck is laid out: how many of its slides are, in all languages together. */
    slides(p: { done: number; all: number; deck: string }): string
    /** While a long document is printed: how many of its pages are. */
    pages(p: { done: number; all: number; deck: string }): string
    failed: string
    /** In the place of the time that it took, of a deck that did not have to be built again. */
    unchanged: string
    /** How to open the files; their address, or that of their folder, is printed below. */
    open(files: number): string
    /** A file that is handed on holds the speaker notes; `command` builds it without. */
    notesInside(p: { files: readonly string[]; command: string }): string
    /** The last line of a run over several decks of which some were not built. */
    total(p: { good: number; all: number; failed: readonly string[] }): string
    /** The command that prints the findings with details. */
    more(command: string): string
  }
  serve: {
    /** What is watched, printed before the address. `folder` is null if decks were named. */
    watching(p: { decks: number; folder: string | null }): string
    /** The default port was in use. */
    moved(p: { port: number }): string
    /** With `--host`: who can see the decks. */
    opened: string
    /** With `--host`: there is no network yet. */
    waiting: string
    /** With `--edit` and `--loop`: pages that are edited do not show themselves. */
    noLoop: string
    /** With `--edit`: what pages may do, and the folder of copies. */
    editing(copies: string): string
    /** With `--edit` and `--host`, printed before the PIN. */
    pin: string
    /** How to use it and how to stop it. */
    hint: string
    ended: string
  }
  present: {
    /** The deck, printed above the addresses. */
    title(p: { deck: string; slides: number; pages: number }): string
    speaker: string
    remote: string
    audience: string
    /** Who can connect: `opened` with `--host`, `closed` without. */
    opened: string
    closed(command: string): string
    /** A deck that shows its slides by itself does not do so in a talk. */
    noLoop: string
    /** What phones need to connect; the name that the system has for the network. */
    same(network: string): string
    /** Before the address that is short enough to be typed. */
    typed: string
    /** There is no network that phones can be in: at the start, or because it has gone. */
    waiting: string
    lost: string
    /** The network has changed, and new codes are printed below. */
    changed: string
    /** Instead of the five above, where other machines serve the audience: they are about the remote control only. */
    remoteOnly: {
      closed(command: string): string
      same(network: string): string
      waiting: string
      lost: string
      changed: string
    }
    /** Above the list of networks that could be chosen instead. */
    others: string
    /** The network that the call named is not there. */
    absent(network: string): string
    /** Where to find the PIN of the remote. */
    hint: string
    /** How to end the talk. */
    stop: string
    ended: string
    /** Printed instead, if it was not Ctrl-C that stopped it: `command` goes on with the talk. */
    interrupted(command: string): string
    /** With `--resume`: the talk goes on that was interrupted at `time`. */
    resumed(time: string): string
    /** A new talk has begun, although one was interrupted. */
    resumable(p: { time: string; command: string }): string
  }
  new: {
    written(file: string, slides: number): string
    /** Printed above the next commands. */
    next: string
    edit(file: string): string
    /** Settings of the editor that were there before. */
    settingsKept(file: string): string
    /** The command that shows the deck while it is edited. */
    preview(command: string): string
    check(command: string): string
    build(command: string): string
  }
  themes: {
    /** How to choose a theme, printed below the list. */
    choose(p: { field: string; command: string }): string
    /** Printed instead of the name of a theme that has errors. */
    broken: string
  }
  doctor: {
    label: Record<'node' | 'browser' | 'fonts' | 'output' | 'decks', string>
    browser(p: { name: string; version: string }): string
    fonts(p: { families: readonly string[]; faces: number }): string
    fontsMissing(path: string): string
    output(p: { folder: string; free: number | null }): string
    outputFull(p: { folder: string; free: number }): string
    decks(p: { folder: string; decks: number }): string
    decksNone(p: { folder: string; command: string }): string
    ready: string
    lacking(n: number): string
    /** With `--talk`. */
    talk: TalkCheckMessages
  }
  worker: {
    /** Printed when it takes jobs: how many at a time, from which server, of which store. */
    ready(p: { server: string; store: string; atOnce: number }): string
    hint: string
    done(p: { deck: string; kind: string; ms: number }): string
    /** A job went back to the queue. */
    returned(deck: string): string
    /** It takes no jobs for so long. Units: seconds. */
    paused(seconds: number): string
    stopping: string
    ended: string
    /** A worker in the list of workers. Units: milliseconds since its start. */
    row(p: { done: number; failed: number; sinceMs: number }): string
    idle: string
  }
  jobs: {
    waiting(n: number): string
    running(n: number): string
    failed(n: number): string
    workers(n: number): string
    /** How many failed jobs are tried again. */
    retried(n: number): string
    /** The command that tries them again. */
    retry(command: string): string
    more(n: number): string
  }
  /** `korme relay`, and what `korme present` says of it. */
  relay: {
    /** The command that serves followers on another machine. */
    shared(command: string): string
    /** How the codes lead the audience to those machines; `flag` with an example. */
    unnamed(flag: string): string
    /** The command that begins the talk. */
    waiting(command: string): string
    /** `slides`: how many, in words. */
    title(p: { deck: string; slides: string }): string
    open: string
    closed: string
    watchOnly: string
    hint: string
    /** The deck is another one than the speaker's. */
    differs(deck: string): string
    same(deck: string): string
    /** The server cannot be reached: for a relay, and for the speaker. */
    outage(server: string): string
    out: string
    back: string
    over: string
    /** Another talk of the same deck has begun. */
    replaced: string
    stopped: string
  }
  help: {
    tagline: string
    usage: string
    commands: string
    flags: string
    /** The headings of groups of flags. */
    flagGroups: Record<'deck' | 'strict' | 'browser' | 'jobs' | 'output', string>
    examples: string
    /** Placeholders in a usage line. */
    deck: string
    file: string
    folder: string
    name: string
    command: string
    exitCodes: string
    /** What each exit code means. */
    exitCode: Record<0 | 1 | 2 | 3 | 70 | 130, string>
    more(command: string): string
    summary: Record<CommandName, string>
    about: Record<CommandName, string>
    flag: Record<FlagName, string>
    /** `--lang` in commands whose pages show one language at a time, and of a new deck. */
    pageLang: string
    newLang: string
  }
}
