import { type DrawingBoard, makeDrawingBoard } from '../drawing/drawing-board.ts'
import { makeDrawingLayer } from '../drawing/drawing-layer.ts'
import { bindPointerInput } from '../drawing/pointer-input.ts'
import { applyDeckStyle } from '../parts/deck-style.ts'
import { announceSlides } from './announce.ts'
import type { ClientPage } from './client-page.ts'
import { guardOverflow } from './overflow-guard.ts'
import { setStartSlide } from './page-url.ts'
import { reloadOnRotate } from './reading-view.ts'
import { type Show, startReveal } from './show.ts'
import { makeVideoControls, type VideoControls } from './video-controls.ts'

/** A show that runs: slides, videos, drawings. */
export interface StartedShow {
  show: Show
  players: VideoControls
  ink: DrawingBoard
}

/** Videos stop when their slide is left, or when it is edited so that they are gone, and pause while the screen is black. */
function bindVideos(show: Show, players: VideoControls): void {
  let slide: HTMLElement | undefined
  const update = () => {
    const now = show.page.slides[show.index()]
    if (show.black()) players.pause()
    if (now === slide) return
    slide = now
    players.closeAll(now)
    players.autoplay(now)
  }
  show.page.onEdit(players.closeDetached)
  show.onChange(update)
  update()
}

/** Drawings lie over the stage and move with it. `hand`: whether this page may draw. */
function addDrawingLayer(show: Show, ink: DrawingBoard, hand: boolean): void {
  const layer = makeDrawingLayer(ink, show.page, () => show.page.slides[show.index()])
  if (hand) bindPointerInput(layer.svg, ink, show.page, show.pageId)
  show.page.reveal.querySelector('.slides')?.append(layer.svg)
  ink.onChange(layer.update)
  show.page.onEdit(() => {
    layer.invalidate()
    layer.update()
  })
  show.onChange(layer.update)
}

/** Starts the show of a page at its first slide, or where the address says. */
export async function startShow(page: ClientPage, { hand }: { hand: boolean }): Promise<StartedShow> {
  applyDeckStyle(page)
  const players = makeVideoControls(page)
  setStartSlide(page.start)
  const show = await startReveal(page)
  const ink = makeDrawingBoard()
  announceSlides(show)
  guardOverflow(show)
  addDrawingLayer(show, ink, hand)
  bindVideos(show, players)
  reloadOnRotate(show.index)
  return { show, players, ink }
}
