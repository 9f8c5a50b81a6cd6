import type { LiveChange } from '../../model/wire/live.ts'
import type { ServerMessage, TalkAction } from '../../model/wire/talk.ts'
import type { TalkContext } from '../show/talk-context.ts'
import { batchDrawing } from './batch-drawing.ts'
import { makeOptimisticValue, makeOutbox } from './optimistic-value.ts'

/** Joins a show that drives its talk with those that follow it. */
export interface SpeakerSync {
  receive(told: ServerMessage): void
  /** The line is open: what was said into one that was dead, and never answered, is said again. */
  resendPending(): void
}

/** `say` gives false where the line is down: then it is said when the line is back. */
export interface SpeakerSyncOptions {
  send(move: TalkAction): boolean
  applyChange(change: LiveChange): void
}

/** Passes on what happens here, and does what a remote asks for. */
export function makeSpeakerSync(
  talk: Omit<TalkContext, 'share'>,
  { send, applyChange }: SpeakerSyncOptions,
): SpeakerSync {
  const { show, ink, stopwatch: watch } = talk
  const { page } = show
  const outbox = makeOutbox()
  const at = makeOptimisticValue(show.pageId())
  const black = makeOptimisticValue(show.black())
  let greeted = false
  let known = false
  const tell = (move: TalkAction) => {
    if (!greeted || !send(move)) outbox.add(move)
  }
  const goTo = (id: string) => {
    const index = page.slides.findIndex((slide) => slide.id === id)
    if (index >= 0 && index !== show.index()) show.go(index)
  }
  const setBlack = (on: boolean) => on !== show.black() && show.toggleBlack()

  show.onChange(() => {
    if (show.pageId() !== at.value()) {
      at.set(show.pageId())
      tell({ type: 'go', page: at.value() })
    }
    if (show.black() !== black.value()) {
      black.set(show.black())
      tell({ type: 'black', on: black.value() })
    }
  })
  ink.onDraw(batchDrawing(tell))
  watch.onUserAction(() => tell({ type: 'timer', elapsedMs: watch.elapsed(), running: watch.running() }))

  /** How things are: on the first time they are taken over, later what was done meanwhile is passed on. */
  const takeOver = ({ talk: state, timer, deck }: ServerMessage & { type: 'state' }) => {
    greeted = true
    const meanwhile = known ? outbox.drain() : []
    known = true
    const did = new Set(meanwhile.map(({ type }) => type))
    if (deck) applyChange(deck)
    at.reset(did.has('go') ? show.pageId() : state.page)
    black.reset(did.has('black') ? show.black() : state.black)
    goTo(at.value())
    setBlack(black.value())
    if (timer && !did.has('timer')) watch.adopt(timer.elapsedMs, timer.running)
    ink.replace(state.drawings, state.spot)
    for (const move of meanwhile) {
      if (move.type === 'stroke' || move.type === 'undo' || move.type === 'clear') ink.apply(move)
      if (move.type === 'go') at.set(move.page)
      if (move.type === 'black') black.set(move.on)
      tell(move)
    }
  }
  return {
    resendPending: () => {
      if (at.isPending()) outbox.add({ type: 'go', page: at.value() })
      if (black.isPending()) outbox.add({ type: 'black', on: black.value() })
    },
    receive: (told) => {
      if (told.type === 'state') takeOver(told)
      else if (told.type === 'deck') applyChange(told.deck)
      else if (told.type === 'go') at.receive(told.page, told.own) && goTo(told.page)
      else if (told.type === 'black') black.receive(told.on, told.own) && setBlack(told.on)
      else if (told.type === 'timer') watch.adopt(told.elapsedMs, told.running)
      else if (told.type === 'stroke' || told.type === 'undo' || told.type === 'clear' || told.type === 'laser')
        ink.apply(told)
    },
  }
}
