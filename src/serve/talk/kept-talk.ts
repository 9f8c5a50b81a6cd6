import type { LiveOptions } from '../../live/live-options.ts'
import type { Lang } from '../../model/lang.ts'
import type { Role, TalkState, Timer } from '../../model/wire/talk.ts'

/** The secrets of a talk. */
export interface KeptSecrets {
  tokens: Readonly<Record<Role, string>>
  /** The keys of remotes that entered the PIN. */
  remoteKeys: readonly string[]
  pin: string
  /** How many wrong PINs were entered. */
  wrongPins: number
}

/** How a talk stands. */
export interface KeptState {
  talk: TalkState
  timer: Timer
  /** The ids of all pages in order, by which the nearest one is found if the current page is gone. */
  pages: readonly string[]
}

/** What is kept of a running talk, so that another process can go on with it: see `--resume`. */
export interface KeptTalk {
  format: typeof keptFormat
  /** The deck's file, links resolved. */
  deck: string
  /** Units: milliseconds since 1970. */
  savedAtMs: number
  port: number
  network: boolean
  options: Pick<LiveOptions, 'aspect' | 'lang' | 'script' | 'theme'> & {
    messages?: Lang
    preferredNetwork?: string
    broadcast?: string
    address?: string
  }
  /** That of the deck, which goes on: pages know by it whether theirs is outdated. */
  version: number
  secrets: KeptSecrets
  state: KeptState
  /** What other parts of a talk keep, by their names. Each part checks what it gets back. */
  parts: Readonly<Record<string, unknown>>
}

/** A file of another format was written by another version of Korme. */
export const keptFormat = 1
/** A talk that was interrupted longer ago is over. Units: hours. */
export const keptHours = 12
/** A larger file is none of these. Units: bytes. */
export const keptLimitBytes = 32_000_000

/** Returns what the text of a file keeps, or null if it is none of this version's. */
export function parseKeptTalk(text: string): KeptTalk | null {
  try {
    const kept: KeptTalk = JSON.parse(text)
    return isKeptTalk(kept) ? kept : null
  } catch {
    return null
  }
}

/** Nobody else can write the file, so this finds damage rather than malice; but a wrong secret would be no secret. */
function isKeptTalk({ format, deck, savedAtMs, port, secrets, state, version, options, parts }: KeptTalk): boolean {
  const isToken = (value: unknown) => typeof value === 'string' && /^[\w-]{32}$/.test(value)
  const { speaker, remote, audience } = secrets.tokens
  return (
    format === keptFormat &&
    typeof deck === 'string' &&
    [savedAtMs, port, version, secrets.wrongPins, state.timer.elapsedMs].every(Number.isFinite) &&
    [speaker, remote, audience, ...secrets.remoteKeys].every(isToken) &&
    /^\d{6}$/.test(secrets.pin) &&
    typeof state.talk.page === 'string' &&
    typeof state.talk.drawings === 'object' &&
    state.pages.every((id) => typeof id === 'string') &&
    [options, parts].every((one) => typeof one === 'object' && one !== null)
  )
}
