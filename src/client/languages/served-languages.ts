import type { LiveChange, LiveState } from '../../model/wire/live.ts'
import { parseSlide } from '../live/patch-slide.ts'
import { applyCss } from '../parts/style-sheet.ts'
import type { ClientPage } from '../show/client-page.ts'
import type { LanguageSource } from './language-source.ts'
import { makePageLanguages, type PageLanguages } from './page-languages.ts'

/** The languages of a served page, which gets from the server only what it shows or reads. */
export interface ServedLanguages {
  languages: PageLanguages
  /** The tags of the language that the page shows, or is about to, and of that in which the speaker reads notes. */
  wanted(): { shown: string; read: string | null }
  /** Whether a change is one of the slides in the page. */
  isShown(change: Pick<LiveChange, 'tag'>): boolean
  /** The server has sent a language that is not shown. */
  receive(state: LiveState): void
  /** The server has sent a change of a language that is not shown. */
  update(change: LiveChange): void
}

/** A language that is not in the page. */
interface KeptLanguage {
  state: LiveState
  /** Parsed when they are needed. */
  slides: readonly HTMLElement[] | null
}

/**
 * Reads the languages of a served page; null if it has only one. `onAsk` is called when the page wants other languages than
 * before, `onExchange` with the version of the deck in the page after another one was put into it.
 */
export function makeServedLanguages(
  page: ClientPage,
  { onAsk, onExchange }: { onAsk(): void; onExchange(version: number): void },
): ServedLanguages | null {
  const kept = new Map<string, KeptLanguage>()
  let [shown, read]: [string, string | null] = ['', null]
  const slidesOf = (tag: string) => {
    const language = kept.get(tag)
    if (language) language.slides ??= language.state.pages.map(({ html, notes }) => parseSlide(html, notes))
    return language?.slides ?? null
  }
  const source: LanguageSource = {
    slides: slidesOf,
    ask: (tag, purpose) => {
      if (tag === (purpose === 'show' ? shown : read)) return
      if (purpose === 'show') shown = tag
      else read = tag
      onAsk()
    },
    exchange: (_, { entered }) => {
      const { state } = kept.get(entered)!
      kept.delete(entered)
      const { css, data, symbols, version } = state
      page.css = css
      applyCss(window, css)
      const svg = document.querySelector('body > svg.symbols')
      if (svg) svg.innerHTML = symbols
      shown = entered
      onExchange(version)
      return data
    },
  }
  const languages = makePageLanguages(page, source)
  if (!languages) return null
  shown = languages.shown().tag
  const receive = (state: LiveState) => {
    // What was asked for before may come after something else was.
    if (state.tag !== shown && state.tag !== read) return
    kept.set(state.tag, { state, slides: null })
    languages.arrived(state.tag)
  }
  return {
    languages,
    wanted: () => ({ shown, read: read === shown ? null : read }),
    isShown: ({ tag }) => tag === languages.shown().tag,
    receive,
    update: (change) => {
      const before = kept.get(change.tag)
      if (before) receive(withChange(before.state, change))
    },
  }
}

/** Returns a state after a change. */
function withChange(state: LiveState, change: LiveChange): LiveState {
  const pages = new Map([...state.pages, ...change.pages].map((page) => [page.id, page]))
  const order = change.order ?? state.pages.map(({ id }) => id)
  return {
    ...state,
    version: change.version,
    pages: order.flatMap((id) => pages.get(id) ?? []),
    css: change.css ?? state.css,
    symbols: change.symbols ?? state.symbols,
    data: change.data ?? state.data,
  }
}
