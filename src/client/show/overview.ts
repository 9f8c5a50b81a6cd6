import type { PlacedPage } from '../../model/wire/page-place.ts'
import { type Dialog, makeDialog } from '../parts/dialog.ts'
import { element } from '../parts/element.ts'
import { type ClientPage, slideName } from './client-page.ts'
import type { Show } from './show.ts'
import { scaleThumbnails, thumbnail } from './thumbnail.ts'

/** Returns the index that an arrow key leads to in a grid; null for other keys. */
export function neighbour(key: string, index: number, columns: number, count: number): number | null {
  const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  const step = steps[key]
  if (step === undefined) return null
  const to = index + step
  return to >= 0 && to < count ? to : index
}

/** The dialog with all slides. */
export interface Overview extends Dialog {
  /** Opens it at the slide with this id, else at the current one. */
  openAt(id: string): void
  /** The slide that has had the focus last. */
  focused(): PlacedPage | null
}

/** Creates the dialog with all slides in a grid. Slides are drawn when they become visible: a deck may have a thousand. */
export function makeOverview(show: Show): Overview {
  const { page } = show
  const dialog = makeDialog('ui-overview', page.words.help.keys.overview, page.words.close)
  // The page itself may speak another language.
  const grid = element('div', { class: 'ui-grid', lang: page.lang })
  let tiles: HTMLButtonElement[] = []
  let focused: PlacedPage | null = null
  let visibility: IntersectionObserver | undefined
  let scaling: ResizeObserver | undefined
  const choose = (index: number) => {
    dialog.close()
    show.go(index)
  }
  const fill = () => {
    tiles = page.slides.map((_, index) => makeTile(slideName(page, index), index))
    for (const [index, tile] of tiles.entries()) tile.addEventListener('click', () => choose(index))
    grid.replaceChildren(...tiles)
    dialog.body.append(grid)
    visibility = drawWhenVisible(tiles, page, dialog.body)
    scaling = scaleThumbnails(grid, tiles[0]?.firstElementChild as HTMLElement, page.width)
  }
  const empty = () => {
    visibility?.disconnect()
    scaling?.disconnect()
    tiles = []
  }
  const redraw = (edited: ReadonlySet<HTMLElement>) => {
    for (const [index, slide] of page.slides.entries()) {
      const tile = tiles[index] as HTMLButtonElement
      if (!edited.has(slide)) continue
      if (tile.lastElementChild) tile.lastElementChild.textContent = slideName(page, index)
      tile.firstElementChild?.replaceChildren()
      visibility?.observe(tile)
    }
  }
  const ignoreEdits = page.onEdit((edited) => {
    if (tiles.length === 0) return
    if (tiles.length === page.slides.length) return redraw(edited)
    empty()
    if (dialog.isOpen()) fill()
  })
  grid.addEventListener('keydown', (event) => {
    const columns = getComputedStyle(grid).gridTemplateColumns.split(' ').length
    const at = tiles.indexOf(document.activeElement as HTMLButtonElement)
    const to = neighbour(event.key, at, columns, tiles.length)
    if (to === null) return
    event.preventDefault()
    tiles[to]?.focus()
  })
  grid.addEventListener('focusin', ({ target }) => {
    const slide = page.slides[tiles.indexOf(target as HTMLButtonElement)]
    focused = slide ? { id: slide.id, at: slide.dataset.at } : null
  })
  const openAt = (id: string) => {
    if (tiles.length === 0) fill()
    dialog.open()
    grid.querySelector('[aria-current]')?.removeAttribute('aria-current')
    tiles[show.index()]?.setAttribute('aria-current', 'true')
    const first = tiles[page.slides.findIndex((slide) => slide.id === id)] ?? tiles[show.index()]
    first?.focus()
    first?.scrollIntoView({ block: 'center' })
  }
  const remove = () => {
    ignoreEdits()
    empty()
    dialog.remove()
  }
  return { ...dialog, open: () => openAt(''), openAt, focused: () => focused, remove }
}

function makeTile(label: string, index: number): HTMLButtonElement {
  const frame = element('span', { class: 'ui-thumb-frame' })
  const number = element('span', { class: 'ui-tile-number', 'aria-hidden': 'true' }, `${index + 1}`)
  // Not a label: that would have to contain the text which is seen, which is that of the slide.
  const name = element('span', { class: 'unseen' }, label)
  return element('button', { type: 'button', class: 'ui-tile' }, frame, number, name)
}

/** Draws the slide of each tile when the tile becomes visible for the first time after it was observed. */
function drawWhenVisible(tiles: HTMLElement[], page: ClientPage, root: HTMLElement): IntersectionObserver {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue
        observer.unobserve(target)
        target.firstElementChild?.append(thumbnail(page.slides[tiles.indexOf(target as HTMLElement)] as HTMLElement))
      }
    },
    { root, rootMargin: '400px' },
  )
  for (const tile of tiles) observer.observe(tile)
  return observer
}
