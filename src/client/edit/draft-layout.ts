import { type ReadonlySignal, signal } from '@preact/signals'
import type { EditOp } from '../../model/wire/edit.ts'
import type { DraftAnswer } from '../../model/wire/edit-service.ts'
import type { LiveChange, LivePage } from '../../model/wire/live.ts'
import type { FindingView } from '../../model/wire/serve-pages.ts'
import { applyChange } from '../live/apply-change.ts'
import { parseSlide } from '../live/patch-slide.ts'
import type { ClientPage } from '../show/client-page.ts'
import type { Show } from '../show/show.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { EditService } from './service.ts'

/** Shows how a slide would look after an edit that is not made yet, in this window alone. */
export interface DraftLayout {
  /** Counts up when a change of the file has taken the place of a draft, or of one that was asked for. */
  overtaken: ReadonlySignal<number>
  /**
   * Lays out the slide with a number. Resolves with what is to be said about it, also if it cannot be shown so; with null if a later call overtook this
   * one, or if there is no answer. While one is on its way, only the newest of later ones waits: whoever types faster than the
   * server answers sees every picture that is ready.
   */
  show(ops: readonly EditOp[], slide: number, base: string): Promise<readonly FindingView[] | null>
  /** Returns the first page of a slide as it would look, and leaves the page as it is; null if there is no answer. */
  preview(ops: readonly EditOp[], slide: number, base: string, signal: AbortSignal): Promise<HTMLElement | null>
  /** Shows the slide as it was before. */
  clear(): void
  /** The file has what was drafted: nothing is to be restored. */
  settle(): void
  /** Returns a change of the server as a page needs it that shows a draft. */
  beforeChange(change: LiveChange): LiveChange
}

/** Creates the layouts of drafts of a show. `tag` is the language in which its slides are shown, if there are several. */
export function makeDraftLayout(
  show: Show,
  service: Pick<EditService, 'draft'>,
  tag: () => string | undefined,
): DraftLayout {
  const { page } = show
  const sheet = 'adoptedStyleSheets' in document ? new CSSStyleSheet() : null
  if (sheet) document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  const previewSheet = sheet && new CSSStyleSheet()
  if (previewSheet) document.adoptedStyleSheets = [...document.adoptedStyleSheets, previewSheet]
  const previews = new Set<string>()
  const overtaken = signal(0)
  let asked: AbortController | null = null
  /** The ids of the server's pages in order, once a draft may have shown others. */
  let order: readonly string[] | null = null
  /** The slide as it was before its first draft. */
  let before: { slide: number; pages: readonly LivePage[] } | null = null
  const put = (slide: number, pages: readonly LivePage[]) => {
    const change = { version: 0, tag: '', css: null, symbols: null, data: null }
    const ids = elementsOf(page, slide).map(({ id }) => id)
    const isInPlace = ids.length === pages.length && pages.every(({ id }, i) => id === ids[i])
    // Most drafts need no other pages: then no slide moves.
    applyChange(page, show, { ...change, pages, order: isInPlace ? null : orderWith(page, slide, pages) })
  }
  const latest = oneAtATime<readonly FindingView[] | null>(null)
  const stop = () => {
    latest.drop()
    asked?.abort()
  }
  const restore = () => {
    if (before) put(before.slide, before.pages)
    before = null
    sheet?.replaceSync('')
  }
  const clear = () => {
    stop()
    restore()
  }
  const receive = ({ pages, css, symbols, findings }: DraftAnswer, slide: number) => {
    if (before && before.slide !== slide) restore()
    before ??= { slide, pages: pagesOf(page, slide) }
    order ??= page.slides.map(({ id }) => id)
    sheet?.replaceSync(css)
    if (symbols !== '') addSymbols(symbols)
    put(slide, pages)
    return findings
  }
  return {
    overtaken,
    show: (ops, slide, base) =>
      latest(async () => {
        const own = new AbortController()
        asked = own
        const answer = await service.draft({ base, ops, slide, ...languageOf(tag()) }, own.signal).catch(() => null)
        if (asked === own) asked = null
        if (!answer || own.signal.aborted) return null
        // Of a slide that cannot be shown so, the picture stays as it is; why is told.
        if (answer.pages.length === 0) return answer.findings.length > 0 ? answer.findings : null
        return receive(answer, slide)
      }),
    preview: async (ops, slide, base, signal) => {
      const answer = await service.draft({ base, ops, slide, ...languageOf(tag()) }, signal).catch(() => null)
      const [page] = answer?.pages ?? []
      if (!answer || !page) return null
      previews.add(answer.css)
      previewSheet?.replaceSync([...previews].join('\n'))
      if (answer.symbols !== '') addSymbols(answer.symbols)
      return parseSlide(page.html, '')
    },
    clear,
    settle: () => {
      stop()
      before = null
    },
    beforeChange: (change) => {
      const own = change.order ?? order
      // Of a slide that others have changed meanwhile, or that has another number now, what they made is shown first.
      if (before && (change.order !== null || change.pages.some(({ id }) => slideOf(id) === before?.slide))) {
        stop()
        before = null
        overtaken.value++
      }
      if (!before) order = null
      return { ...change, order: own }
    },
  }
}

const languageOf = (tag: string | undefined) => (tag === undefined ? {} : { tag })

/** Adds the shapes that a draft uses to those of the page, which stay until the server sends others. */
function addSymbols(symbols: string): void {
  const svg = document.querySelector('body > svg.symbols')
  if (!svg) return
  const added = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  added.innerHTML = symbols
  const isThere = (shape: Element) =>
    shape.id === ''
      ? [...svg.children].some((one) => one.isEqualNode(shape))
      : svg.querySelector(`#${CSS.escape(shape.id)}`)
  for (const shape of [...added.children]) if (!isThere(shape)) svg.append(shape)
}

/** The number of the slide of a page, by its id. */
const slideOf = (id: string): number => Number(/^s(\d+)/.exec(id)?.[1] ?? 0)

/** The elements of a slide's pages. */
const elementsOf = ({ slides }: ClientPage, slide: number) =>
  slides.filter(({ dataset }) => dataset.slide === `${slide}`)

/** The pages of a slide as they are shown. */
function pagesOf(page: ClientPage, slide: number): LivePage[] {
  return elementsOf(page, slide).map((element) => {
    const copy = element.cloneNode(true) as HTMLElement
    for (const name of ['hidden', 'aria-hidden', 'inert', 'style']) copy.removeAttribute(name)
    copy.classList.remove('past', 'present', 'future')
    return { id: element.id, html: copy.outerHTML, notes: '' }
  })
}

/** The ids of all pages, when a slide has other ones. */
function orderWith(page: ClientPage, slide: number, pages: readonly LivePage[]): string[] {
  const own = new Set(elementsOf(page, slide))
  const ids: string[] = []
  let isPlaced = false
  for (const element of page.slides) {
    if (!own.has(element)) ids.push(element.id)
    else if (!isPlaced) {
      isPlaced = true
      ids.push(...pages.map(({ id }) => id))
    }
  }
  return ids
}
