import { takeHand } from '../ink/hand.ts'
import { type Ink, makeInk } from '../ink/ink.ts'
import { makeInkLayer } from '../ink/layer.ts'
import { shareLook } from '../parts/look.ts'
import { startAt } from './address.ts'
import { announce } from './announce.ts'
import { guardTexts } from './guard.ts'
import type { Page } from './page.ts'
import { makePlayers, type Players } from './player.ts'
import { followTurning } from './reading.ts'
import { type Show, startShow } from './show.ts'

/** A show that runs: slides, videos, drawings. */
export interface Started {
  show: Show
  players: Players
  ink: Ink
}

/** Videos stop when their slide is left, or when it is edited so that they are gone, and pause while the screen is black. */
function followSlides(show: Show, players: Players): void {
  let slide: HTMLElement | undefined
  const update = () => {
    const now = show.page.slides[show.index()]
    if (show.black()) players.pause()
    if (now === slide) return
    slide = now
    players.leaveAll(now)
    players.begin(now)
  }
  show.page.onEdit(players.closeGone)
  show.onChange(update)
  update()
}

/** Drawings lie over the stage and move with it. `hand`: whether this page may draw. */
function layInk(show: Show, ink: Ink, hand: boolean): void {
  const layer = makeInkLayer(ink, show.page, () => show.page.slides[show.index()])
  if (hand) takeHand(layer.svg, ink, show.page, show.pageId)
  show.page.reveal.querySelector('.slides')?.append(layer.svg)
  ink.onChange(layer.update)
  show.page.onEdit(() => {
    layer.forget()
    layer.update()
  })
  show.onChange(layer.update)
}

/** Starts the show of a page at its first slide, or where the address says. */
export async function startPage(page: Page, { hand }: { hand: boolean }): Promise<Started> {
  shareLook(page)
  const players = makePlayers(page)
  startAt(page.start)
  const show = await startShow(page)
  const ink = makeInk()
  announce(show)
  guardTexts(show)
  layInk(show, ink, hand)
  followSlides(show, players)
  followTurning(show.index)
  return { show, players, ink }
}
