import type { LiveOptions } from '../live/open-live.ts'
import type { LocatedDiagnostic } from '../model/diagnostic.ts'
import { KormeError } from '../model/errors.ts'
import type { Lang } from '../model/lang.ts'
import type { Live, LiveReport } from '../model/live.ts'
import { printable } from '../report/printable.ts'
import { shellWord } from '../report/shell-word.ts'
import { shortPath } from '../report/short-path.ts'
import { commandLine, type KeptFlags } from '../report/suggested-command.ts'
import type { TalkPlace, TalkUrls } from './talk/talk-addresses.ts'

/** The options that `serve` and `present` have in common. */
export interface ServerOptions extends Pick<LiveOptions, 'aspect' | 'lang' | 'root' | 'script' | 'theme'> {
  /** The port to listen on. By default 4321, or the next one that is free. */
  port?: number | undefined
  /** Lets other devices in the local network connect. By default only this machine can. */
  network?: boolean | undefined
  /** Called with the result of each reading of a deck. */
  onRead?: ((deck: DeckReading) => void) | undefined
  /**
   * Called with errors that happen while the server runs; it keeps running. A `KormeError` reports a problem of the
   * machine, such as a folder that cannot be watched; any other error is a bug in Korme.
   */
  onError?: ((error: unknown) => void) | undefined
}

/** The options of `present`. */
export interface PresentOptions extends ServerOptions {
  /** The language of the speaker's and remotes' pages. By default each of them chooses it. */
  messages?: Lang | undefined
  /**
   * Goes on with the talk of this deck that was interrupted last, at most 12 hours ago: the same URLs, keys, PIN, slide, time
   * and drawings, so that open pages connect again by themselves. Options that are not given are those of that talk.
   */
  resume?: boolean | undefined
  /**
   * With `network`, the network whose addresses phones get, by its name or its address. By default the likeliest, as long as
   * this one is not there.
   */
  preferredNetwork?: string | undefined
  /**
   * A Redis server, `redis://host:6379`, by which any number of processes serve followers: see `korme relay`. Its password is
   * taken from the environment variable KORME_REDIS_PASSWORD. The talk goes on while the server is away.
   */
  broadcast?: string | undefined
  /**
   * With `broadcast`, where the audience finds the processes that serve it: `https://talk.example.kz`. Its QR code and what it
   * may type are this address then. By default they are addresses of this machine.
   */
  address?: string | undefined
  /** With `broadcast`, called when the server cannot be reached, and when it can again. */
  onOutage?: ((isOut: boolean) => void) | undefined
  /** Called when the addresses for other devices have changed: a network has come or gone, or the speaker has chosen another. */
  onPlace?: ((place: TalkPlace) => void) | undefined
}

/** The result of reading a deck. */
export interface DeckReading {
  file: Live['file']
  report: LiveReport
  /** The number of pages on screen, if the deck can be shown: a slide whose text is long has several. */
  pages?: number | undefined
}

/** A running server. */
export interface ServerHandle {
  port: number
  /** Whether the port is not 4321, because that one was taken. */
  isFallbackPort: boolean
  /** Stops the server: closes all connections and stops watching files. */
  close(): Promise<void>
}

/** The options of `serve`. */
export interface ServeOptions extends ServerOptions {
  /** Paths of the decks. By default all decks in the folder `decks/` of the root, including those added later. */
  decks?: readonly string[] | undefined
  /** The language of the start page and the findings. By default the language of each reader's browser. */
  messages?: Lang | undefined
  /** The language for readers whose browser asks for none that Korme has. By default English. */
  fallbackMessages?: Lang | undefined
  /** Called with `networkUrls` after they have changed. */
  onNetwork?: ((urls: readonly string[]) => void) | undefined
  /** The pages show the slides by themselves, each for so long at least. Units: seconds. */
  loop?: number | undefined
  /**
   * Lets the pages change the decks and add pictures: those of this machine that are opened with `editing.url`, and with
   * `network` those of devices that enter the PIN.
   */
  edit?: boolean | undefined
}

/** The editing of a running preview. */
export interface EditingHandle {
  /** The start page with the token that allows to edit, for this machine: `http://127.0.0.1:4321/#edit=…`. */
  url: string
  /** The PIN with which other devices may edit; null without `network`, and after too many wrong ones. */
  pin(): string | null
  /** The folder of the copies that are kept of decks before their first change, as users write it. */
  copies: string
}

/** A running preview. */
export interface ServeHandle extends ServerHandle {
  /** The start page, which lists the decks: `http://127.0.0.1:4321/`. */
  url: string
  /** What pages may change; null unless `edit` is set. */
  editing: EditingHandle | null
  /** URLs of the start page for other devices, now; empty unless `network` is set, and while there is no network. */
  readonly networkUrls: readonly string[]
  /** The folder whose decks are served; null if decks were named. */
  folder: string | null
  /** The decks in the list now, with the URLs of their pages. */
  decks(): readonly { path: string; url: string }[]
}

/** A running talk. */
export interface PresentHandle extends ServerHandle {
  /** The page of each role, now. The URLs contain secrets: whoever has one can take that role. */
  readonly urls: TalkUrls
  /** How other devices reach the talk, now. */
  place(): TalkPlace
  /** The number of slides in the deck when the talk started. */
  slides: number
  /** The number of pages then: a slide whose text is long has several. */
  pages: number
  /** The finding that the show does not start at the first slide. */
  laterStart: LocatedDiagnostic | null
  /** Whether the deck shows its slides by itself when it is built, which it does not in a talk. */
  isLoop: boolean
  /** Whether other devices may connect. A resumed talk lets them if it did before. */
  network: boolean
  /** The address of the Redis server by which others serve followers; null if there is none. */
  broadcast: string | null
  /** When the talk was interrupted with which this one goes on; null for a new talk. Units: milliseconds since 1970. */
  resumedMs: number | null
  /** When a talk of this deck was interrupted with which this one does not go on; else null. Units: milliseconds since 1970. */
  interruptedMs: number | null
  /** Stops the server. `resumable`: its secrets and state stay in a private file, for `resume`; else they are removed. */
  close(options?: { resumable?: boolean }): Promise<void>
}

/** The error of `present` for a deck with errors: no slide of it can be shown. */
export class UnfitDeckError extends KormeError {
  /** Its diagnostics say why. */
  readonly deck: DeckReading

  /** `options`: those of `present`, which the suggested command takes over. */
  constructor(deck: DeckReading, options: KeptFlags = {}) {
    const name = printable(shortPath(deck.file.name))
    super({ code: 'deck-unfit', deck: name, command: commandLine('check', [shellWord(name)], options) })
    this.deck = deck
  }
}
