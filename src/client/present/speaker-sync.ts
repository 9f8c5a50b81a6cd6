import { isDrawingEvent } from '../../model/wire/drawing.ts'
import type { LiveChange } from '../../model/wire/live.ts'
import type { PlacedPage } from '../../model/wire/page-place.ts'
import { isSamePlace, type ServerMessage, type TalkAction } from '../../model/wire/talk.ts'
import type { TalkContext } from '../show/talk-context.ts'
import { batchDrawing } from './batch-drawing.ts'
import { makeOptimisticValue, makeOutbox } from './optimistic-value.ts'

/** Connects the speaker's show with the pages that follow it. */
export interface SpeakerSync {
  receive(message: ServerMessage): void
  /** The connection is open again: actions that were never confirmed are sent again. */
  resendPending(): void
}

/** Options of `makeSpeakerSync`. */
export interface SpeakerSyncOptions {
  /** Returns false if there is no connection: then the action is sent later. */
  send(action: TalkAction): boolean
  applyChange(change: LiveChange): void
  /** Returns the id of the slide that shows a page in the language of this page. */
  locate?: ((page: PlacedPage) => string) | undefined
}

/** Sends what happens in the show, and applies the actions of remotes. */
export function makeSpeakerSync(
  talk: Omit<TalkContext, 'share'>,
  { send, applyChange, locate = ({ id }) => id }: SpeakerSyncOptions,
): SpeakerSync {
  const { show, board, stopwatch } = talk
  const { page } = show
  const outbox = makeOutbox()
  const here = () => ({ page: show.pageId(), step: show.shown() })
  const at = makeOptimisticValue(here(), isSamePlace)
  const black = makeOptimisticValue(show.black())
  let hasState = false
  let isFollowing = false
  let isJoining = false
  const sendOrKeep = (action: TalkAction) => {
    if (!hasState || !send(action)) outbox.add(action)
  }
  const goTo = (placed: PlacedPage, step: number | null) => {
    const id = locate(placed)
    const index = page.slides.findIndex((slide) => slide.id === id)
    if (index < 0) return
    isFollowing = true
    show.go(index, step)
    isFollowing = false
  }
  const setBlack = (on: boolean) => on !== show.black() && show.toggleBlack()

  show.onChange(() => {
    // A slide with fewer steps than were asked for shows all of them, which others find out by themselves.
    if (isFollowing && show.pageId() === at.value().page) at.reset(here())
    else if (!isSamePlace(here(), at.value())) {
      at.set(here())
      sendOrKeep({ type: 'go', ...at.value() })
    }
    if (!isJoining && show.black() !== black.value()) {
      black.set(show.black())
      sendOrKeep({ type: 'black', on: black.value() })
    }
  })
  board.onDraw(batchDrawing(sendOrKeep))
  stopwatch.onUserAction(() => {
    if (!isJoining) sendOrKeep({ type: 'timer', elapsedMs: stopwatch.elapsed(), running: stopwatch.running() })
  })

  // The first state replaces that of the page. After a reconnection, what the speaker did meanwhile takes precedence.
  const applyState = ({ talk: state, timer, deck }: ServerMessage & { type: 'state' }) => {
    const meanwhile = hasState ? outbox.drain() : []
    hasState = true
    const done = new Set(meanwhile.map(({ type }) => type))
    if (deck) applyChange(deck)
    at.reset(done.has('go') ? here() : { page: state.page, step: state.step })
    black.reset(done.has('black') ? show.black() : state.black)
    const time = timer && !done.has('timer') ? timer : { elapsedMs: stopwatch.elapsed(), running: stopwatch.running() }
    // What it takes to show the talk is no action: it starts no stopwatch and ends no black screen, here or on other pages.
    isJoining = true
    goTo({ id: at.value().page, at: state.at ?? undefined }, at.value().step)
    setBlack(black.value())
    stopwatch.adopt(time.elapsedMs, time.running)
    isJoining = false
    board.replace(state.drawings, state.spot)
    for (const action of meanwhile) {
      if (isDrawingEvent(action) && action.type !== 'laser') board.apply(action)
      if (action.type === 'go') at.set({ page: action.page, step: action.step })
      if (action.type === 'black') black.set(action.on)
      sendOrKeep(action)
    }
  }
  return {
    resendPending: () => {
      if (at.isPending()) outbox.add({ type: 'go', ...at.value() })
      if (black.isPending()) outbox.add({ type: 'black', on: black.value() })
    },
    receive: (message) => {
      if (message.type === 'state') applyState(message)
      else if (message.type === 'deck') applyChange(message.deck)
      else if (message.type === 'go')
        at.receive({ page: message.page, step: message.step }, message.own) &&
          goTo({ id: message.page, at: message.at ?? undefined }, message.step)
      else if (message.type === 'black') black.receive(message.on, message.own) && setBlack(message.on)
      else if (message.type === 'timer') stopwatch.adopt(message.elapsedMs, message.running)
      else if (isDrawingEvent(message)) board.apply(message)
    },
  }
}
