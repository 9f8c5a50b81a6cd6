import { type DrawingBoard, makeDrawingBoard } from '../drawing/drawing-board.ts'
import { makeDrawingLayer } from '../drawing/drawing-layer.ts'
import { bindPointerInput } from '../drawing/pointer-input.ts'
import { applyDeckStyle } from '../parts/deck-style.ts'
import { announceSlides } from './announce.ts'
import type { ClientPage } from './client-page.ts'
import { guardOverflow } from './overflow-guard.ts'
import { keepHeading } from './page-heading.ts'
import { bindPrinting } from './printing.ts'
import { makeShow, type Show, type ShowOptions } from './show.ts'
import { showAll } from './unstarted-page.ts'
import { makeVideoControls, type VideoControls } from './video-controls.ts'

/** A running show with its videos and drawings. */
export interface StartedShow {
  show: Show
  players: VideoControls
  board: DrawingBoard
}

/** Stops videos when their slide is left or they are removed from it, and pauses them while the screen is black. */
function bindVideos(show: Show, players: VideoControls): void {
  let slide: HTMLElement | undefined
  const update = () => {
    const current = show.page.slides[show.index()]
    if (show.black()) players.pause()
    if (current === slide) return
    slide = current
    players.closeAll(current)
    players.autoplay(current)
  }
  show.page.onEdit(players.closeDetached)
  show.onChange(update)
  update()
}

/** Adds the drawing layer to the stage. `canDraw`: whether the user of this page may draw. */
function addDrawingLayer(show: Show, board: DrawingBoard, canDraw: boolean): void {
  const layer = makeDrawingLayer(board, show.page, () => show.page.slides[show.index()])
  if (canDraw) bindPointerInput(layer.svg, board, show.page, show.pageId)
  show.page.reveal.querySelector('.slides')?.append(layer.svg)
  board.onChange(layer.update)
  show.page.onEdit(() => {
    layer.invalidate()
    layer.update()
  })
  show.onChange(layer.update)
}

/**
 * Starts the show of a page at the slide in the URL, else at the start slide of the deck. If that fails, the page shows all
 * slides below one another, as it does without a script.
 */
export async function startShow(
  page: ClientPage,
  { canDraw, steps }: { canDraw: boolean; steps: ShowOptions['steps'] },
): Promise<StartedShow> {
  // Text of any slide tells the font.
  page.reading.done.then(() => applyDeckStyle(page))
  // A page without steps shows itself: what is told over its slides would stay there.
  const players = makeVideoControls(page, { tells: steps !== 'none' })
  const show = await makeShow(page, { steps, onFail: showAll }).catch(showAll)
  const board = makeDrawingBoard()
  announceSlides(show)
  keepHeading(show)
  bindVideos(show, players)
  bindPrinting(page)
  show.drawn.then(() => {
    addDrawingLayer(show, board, canDraw)
    guardOverflow(show)
  })
  return { show, players, board }
}
