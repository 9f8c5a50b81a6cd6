import type { LiveChange, LiveState } from '../../model/wire/live.ts'
import type { ServerMessage } from '../../model/wire/talk.ts'
import type { ServedLanguages } from '../languages/served-languages.ts'
import type { ClientPage } from '../show/client-page.ts'
import type { Show } from '../show/show.ts'
import { applyChange, needsReload } from './apply-change.ts'

/** Applies changes to a page. */
export interface PageUpdater {
  /** Returns the version of the deck in the page; 0 if the page is waiting for another language. */
  version(): number
  /** The page shows another version, in another language. */
  setVersion(version: number): void
  /** Applies a change, or reloads the page if the change requires it. */
  update(change: LiveChange): void
  /** Takes a deck in a language that the page has asked for. */
  receive(message: ServerMessage & { type: 'language' }): void
}

/** Creates an updater of a page that shows this version of the deck, in one language or one of several. */
export function makePageUpdater(
  page: ClientPage,
  show: Show | null,
  firstVersion: number,
  languages: ServedLanguages | null,
): PageUpdater {
  let version = firstVersion
  return {
    version: () => (languages && !languages.isShown({ tag: languages.wanted().shown }) ? 0 : version),
    setVersion: (next) => {
      version = next
    },
    update(change) {
      if (languages && !languages.isShown(change)) return takeChange(languages, change)
      if (needsReload(page, change)) return location.reload()
      version = change.version
      applyChange(page, show, change)
    },
    receive: ({ state }) => {
      if (!languages?.isShown(state)) languages?.receive(state)
    },
  }
}

/** Takes a change of a language that is not shown: the whole deck after the page has asked for it, or an edit. */
export function takeChange(languages: ServedLanguages, change: LiveChange): void {
  const state = wholeState(change)
  if (state) languages.receive(state)
  else languages.update(change)
}

function wholeState({ css, data, order, pages, symbols, tag, version }: LiveChange): LiveState | null {
  if (css === null || data === null || symbols === null || order?.length !== pages.length) return null
  return { version, tag, lang: data.lang, pages, css, symbols, data }
}
