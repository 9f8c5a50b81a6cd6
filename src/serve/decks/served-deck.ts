import type { Lang } from '../../model/lang.ts'
import type { Live, LiveReport } from '../../model/live.ts'
import * as closeCodes from '../../model/wire/close-codes.ts'
import type { DeckPageMessage, FindingsView, LanguagesMessage } from '../../model/wire/serve-pages.ts'
import { newReadings } from '../new-readings.ts'
import { type Channel, openChannel, type Peer } from '../server/channel.ts'
import { watchPaths } from '../server/path-watcher.ts'
import { watchError } from '../watch-error.ts'

/** The reader of a deck's page. */
export interface Viewer {
  lang: Lang
  /** Whether the page is open on this machine, so that a link can open a file in the reader's editor. */
  local: boolean
  /** The address of the page's machine. */
  address: string
  /** The version of the state that the page was made from; 0 if there was none. */
  version: number
  /** The tag of the language that the page shows; null for the first one. It gets the changes of this language only. */
  shown: string | null
  /** The tag of the language of the speaker's notes, if that is another one. */
  read: string | null
}

/** A deck and the pages that show it. */
export interface ServedDeck {
  live: Live
  /** The newest report, except for faults that have not lasted for `confirmDelayMs` yet. */
  report(): LiveReport
  pages: Channel<Viewer>
  close(): void
}

/** What the pages of a deck may do besides reading it. */
export interface DeckEditing {
  /** A page sent a message that is not about reading. Returns whether it is one about editing. */
  hear(peer: Peer<Viewer>, message: unknown): boolean
  /** A page disconnected. */
  leave(peer: Peer<Viewer>): void
  /** The deck was read again. */
  onRead(): void
}

/** Options of `serveDeck`. */
export interface ServedDeckOptions {
  /** Null if the deck cannot be edited here. */
  editing: DeckEditing | null
  findingsView(live: Live, report: LiveReport, viewer: Viewer): FindingsView
  /** Called after a reading whose result differs from the one before. */
  onReport(report: LiveReport): void
  onError(error: unknown): void
}

/**
 * While an editor writes a file, the file is invalid or missing for a moment: a fault is only reported if it lasts for so
 * long. Editors that delete a file and create it again take up to 100 ms. Units: milliseconds.
 */
export const confirmDelayMs = 300

/** Returns a message of a page if it is one. */
function parseLanguages(message: unknown): LanguagesMessage | null {
  const { type, shown, version, read } = (message ?? {}) as Partial<LanguagesMessage>
  const isTag = (value: unknown) => typeof value === 'string' && /^[\w-]{1,40}$/.test(value)
  return type === 'languages' && isTag(shown) && Number.isInteger(version) && (read === null || isTag(read))
    ? (message as LanguagesMessage)
    : null
}

/** Serves a deck: reads it again whenever its files change, and sends the changes to its pages. */
export function serveDeck(live: Live, { editing, findingsView, onReport, onError }: ServedDeckOptions): ServedDeck {
  let lastReport = live.report()
  const isNew = newReadings(live)
  let confirmTimer: NodeJS.Timeout | undefined
  // A language that the deck does not name any more is replaced by the first one.
  const stateOf = ({ shown }: Viewer) => live.state(shown ?? undefined) ?? live.state()
  const stateMessage = (viewer: Viewer, knownVersion: number): DeckPageMessage => {
    const state = stateOf(viewer)
    return {
      type: 'state',
      state: state?.version === knownVersion ? null : state,
      read: viewer.read === null ? null : live.state(viewer.read),
      findings: findingsView(live, lastReport, viewer),
    }
  }
  const pages: Channel<Viewer> = openChannel({
    onOpen: (peer) => peer.send(stateMessage(peer.info, peer.info.version)),
    onMessage: (peer, message) => {
      if (editing?.hear(peer, message)) return
      const asked = parseLanguages(message)
      if (!asked) return peer.close(closeCodes.forbidden)
      Object.assign(peer.info, { shown: asked.shown, read: asked.read })
      peer.send(stateMessage(peer.info, asked.version))
    },
    onClose: (peer) => editing?.leave(peer),
    catchUp: ({ info }) => stateMessage(info, -1),
  })
  const publish = (report: LiveReport) => {
    if (!isNew(report)) return
    lastReport = report
    for (const peer of pages.peers()) {
      const message: DeckPageMessage = { type: 'findings', findings: findingsView(live, report, peer.info) }
      peer.send(message)
    }
    onReport(report)
  }
  const offChange = live.onChange((change) => {
    const message: DeckPageMessage = { type: 'change', change }
    pages.broadcast(message, ({ info }) => stateOf(info)?.tag === change.tag || info.read === change.tag)
  })
  const offReport = live.onReport((report) => {
    editing?.onRead()
    clearTimeout(confirmTimer)
    if (report.valid) publish(report)
    else confirmTimer = setTimeout(publish, confirmDelayMs, report)
    watcher.setPaths(live.watchedPaths())
  })
  // `refresh` may be called while it runs: it delays what can wait, and reads a half-written file again.
  const watcher = watchPaths({
    onChange: (paths) => live.refresh(paths).catch(onError),
    onFail: (path, reason) => onError(watchError(path, reason)),
  })
  watcher.setPaths(live.watchedPaths())
  return {
    live,
    report: () => lastReport,
    pages,
    close: () => {
      clearTimeout(confirmTimer)
      offChange()
      offReport()
      watcher.close()
      pages.close()
    },
  }
}
