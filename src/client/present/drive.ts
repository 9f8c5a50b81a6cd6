import type { LiveChange } from '../../model/wire/live.ts'
import type { Move, Told } from '../../model/wire/present.ts'
import type { Talk } from '../show/talk.ts'
import { makeAgreement, makeOutbox } from './agree.ts'
import { batchInk } from './batch.ts'

/** Joins a show that drives its talk with those that follow it. */
export interface Drive {
  hear(told: Told): void
  /** The line is open: what was said into one that was dead, and never answered, is said again. */
  opened(): void
}

/** `say` gives false where the line is down: then it is said when the line is back. */
export interface DriveOptions {
  say(move: Move): boolean
  bring(change: LiveChange): void
}

/** Passes on what happens here, and does what a remote asks for. */
export function driveTalk(talk: Omit<Talk, 'share'>, { say, bring }: DriveOptions): Drive {
  const { show, ink, watch } = talk
  const { page } = show
  const outbox = makeOutbox()
  const at = makeAgreement(show.pageId())
  const black = makeAgreement(show.black())
  let greeted = false
  let known = false
  const tell = (move: Move) => {
    if (!greeted || !say(move)) outbox.put(move)
  }
  const goTo = (id: string) => {
    const index = page.slides.findIndex((slide) => slide.id === id)
    if (index >= 0 && index !== show.index()) show.go(index)
  }
  const setBlack = (on: boolean) => on !== show.black() && show.toggleBlack()

  show.onChange(() => {
    if (show.pageId() !== at.value()) {
      at.want(show.pageId())
      tell({ is: 'go', page: at.value() })
    }
    if (show.black() !== black.value()) {
      black.want(show.black())
      tell({ is: 'black', on: black.value() })
    }
  })
  ink.onAct(batchInk(tell))
  watch.onAct(() => tell({ is: 'timer', elapsedMs: watch.elapsed(), running: watch.running() }))

  /** How things are: on the first time they are taken over, later what was done meanwhile is passed on. */
  const takeOver = ({ talk: state, timer, deck }: Told & { is: 'state' }) => {
    greeted = true
    const meanwhile = known ? outbox.take() : []
    known = true
    const did = new Set(meanwhile.map(({ is }) => is))
    if (deck) bring(deck)
    at.reset(did.has('go') ? show.pageId() : state.page)
    black.reset(did.has('black') ? show.black() : state.black)
    goTo(at.value())
    setBlack(black.value())
    if (timer && !did.has('timer')) watch.set(timer.elapsedMs, timer.running)
    ink.replace(state.drawings, state.spot)
    for (const move of meanwhile) {
      if (move.is === 'stroke' || move.is === 'undo' || move.is === 'clear') ink.apply(move)
      if (move.is === 'go') at.want(move.page)
      if (move.is === 'black') black.want(move.on)
      tell(move)
    }
  }
  return {
    opened: () => {
      if (at.waits()) outbox.put({ is: 'go', page: at.value() })
      if (black.waits()) outbox.put({ is: 'black', on: black.value() })
    },
    hear: (told) => {
      if (told.is === 'state') takeOver(told)
      else if (told.is === 'deck') bring(told.deck)
      else if (told.is === 'go') at.hear(told.page, told.own) && goTo(told.page)
      else if (told.is === 'black') black.hear(told.on, told.own) && setBlack(told.on)
      else if (told.is === 'timer') watch.set(told.elapsedMs, told.running)
      else if (told.is === 'stroke' || told.is === 'undo' || told.is === 'clear' || told.is === 'laser') ink.apply(told)
    },
  }
}
