import { resolve } from 'node:path'
import { shellWord } from '../../report/shell-word.ts'
import { shortPath } from '../../report/short-path.ts'
import { commandLine } from '../../report/suggested-command.ts'
import { disk } from '../../system/disk.ts'
import type { PresentOptions } from '../options.ts'
import { findKeptTalk, keptName, keptTalks, removeOutdatedTalks } from './find-kept-talk.ts'
import { type KeptTalk, keptFormat } from './kept-talk.ts'
import { keepTalk, type TalkKeeper } from './talk-keeper.ts'
import type { TalkSession } from './talk-session.ts'

/** A talk that did not answer by then has ended. Units: milliseconds. */
const answerMs = 1_500
/** The last changes of a deck may not have been written before the talk was interrupted. */
const versionGap = 1_000

/** A talk that begins, or goes on where another process was interrupted. */
export interface TalkStart {
  /** With those of the interrupted talk where the call has none. */
  options: PresentOptions
  /** The interrupted talk, if this one goes on with it. */
  kept: KeptTalk | null
  /** When a talk of this deck was interrupted, with which this one does not go on; else null. Units: milliseconds since 1970. */
  interruptedMs: number | null
  /** The version that the deck had; 0 for a new talk. */
  version: number
  /** Keeps the running talk in a private file. */
  keep(session: TalkSession, deckVersion: () => number): Promise<TalkKeeper>
}

/**
 * Prepares the talk of a deck.
 * Errors: with `resume`, `talk-missing`, `talk-outdated`, `talk-running`, `talk-unreadable`, `talk-unsafe`, exit code 2.
 */
export async function startTalk(deck: string, given: PresentOptions): Promise<TalkStart> {
  const talks = keptTalks()
  const path = (await disk.realPath(resolve(deck))) ?? resolve(deck)
  const nowMs = Date.now()
  const name = shortPath(deck)
  const command = commandLine('present', [shellWord(name), ...(given.network ? ['--host'] : [])], given)
  const finding = findKeptTalk(path, { name, talks, command, nowMs, isRunning: answers })
  const found = given.resume ? await finding : null
  const earlier = given.resume ? null : await finding.catch(() => null)
  await removeOutdatedTalks(talks, nowMs)
  const options = found ? optionsOf(found.kept, given) : given
  return {
    options,
    kept: found && { ...found.kept, state: withTimeSince(found.kept, nowMs) },
    interruptedMs: earlier?.kept.savedAtMs ?? null,
    version: found ? found.kept.version + versionGap : 0,
    keep: (session, deckVersion) =>
      keepTalk({
        talks,
        name: found?.name ?? keptName(path),
        read: () => ({
          format: keptFormat,
          deck: path,
          savedAtMs: Date.now(),
          port: session.server.port,
          network: options.network === true,
          options: keptOptions(options),
          version: deckVersion(),
          ...session.kept(),
        }),
      }),
  }
}

/** When a talk of a deck was interrupted with which one could go on; else null. Units: milliseconds since 1970. */
export async function interruptionOf(deck: string): Promise<number | null> {
  const path = (await disk.realPath(resolve(deck))) ?? resolve(deck)
  const options = { name: deck, talks: keptTalks(), command: '', nowMs: Date.now(), isRunning: answers }
  const found = await findKeptTalk(path, options).catch(() => null)
  return found?.kept.savedAtMs ?? null
}

/** Whether talks can be kept on this machine; `folder` is where. */
export async function canKeepTalks(): Promise<{ possible: boolean; folder: string }> {
  const { folder, remove, write } = keptTalks()
  const possible = await write(probeName, '')
  await remove(probeName)
  return { possible, folder }
}

/** No talk has a file of this name. */
const probeName = 'probe'

/** The talk goes on as it was begun, but what is said now takes precedence. */
function optionsOf({ network, options, port }: KeptTalk, given: PresentOptions): PresentOptions {
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  return { ...options, port, ...said, network: network || given.network === true }
}

/** Those with which the talk goes on. */
const keptOptions = ({
  address,
  aspect,
  broadcast,
  lang,
  messages,
  preferredNetwork,
  script,
  theme,
}: PresentOptions): KeptTalk['options'] => ({
  ...(address && { address }),
  ...(aspect && { aspect }),
  ...(broadcast && { broadcast }),
  ...(lang && { lang }),
  ...(messages && { messages }),
  ...(preferredNetwork && { preferredNetwork }),
  ...(script && { script }),
  ...(theme && { theme }),
})

/** The speaker went on talking while the server was down. */
function withTimeSince({ savedAtMs, state }: KeptTalk, nowMs: number): KeptTalk['state'] {
  const { timer } = state
  const meanwhileMs = timer.running ? Math.max(0, nowMs - savedAtMs) : 0
  return { ...state, timer: { ...timer, elapsedMs: timer.elapsedMs + meanwhileMs } }
}

/** Whether a talk still runs: no other server knows its secret. */
const answers = ({ port, secrets }: KeptTalk): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/a/${secrets.tokens.audience}/`, {
    method: 'HEAD',
    signal: AbortSignal.timeout(answerMs),
  }).then(
    ({ ok }) => ok,
    () => false,
  )
