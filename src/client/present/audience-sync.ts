import { isDrawingEvent } from '../../model/wire/drawing.ts'
import type { LiveChange } from '../../model/wire/live.ts'
import type { PlacedPage } from '../../model/wire/page-place.ts'
import type { ServerMessage } from '../../model/wire/talk.ts'
import type { DrawingBoard } from '../drawing/drawing-board.ts'

/** What shows the slides: a show, or a reading view. */
export interface AudienceDisplay {
  /** The id of the visible slide. */
  shownSlideId(): string
  /** `step`: how many steps of the slide to show; null for all of them. */
  goTo(id: string, step: number | null): void
  setBlack(on: boolean): void
}

/** Keeps the audience's page in sync with the speaker. */
export interface AudienceSync {
  receive(message: ServerMessage): void
  /** The user has moved to another slide. */
  userMoved(): void
  /** The user wants to return to the speaker's slide. */
  returnToSpeaker(): void
  /** Runs what shows the slides in another language: the user does not move by that. */
  exchange(act: () => void): void
}

/** Options of `makeAudienceSync`. */
export interface AudienceSyncOptions {
  display: AudienceDisplay
  board: DrawingBoard
  applyChange(change: LiveChange): void
  /** Called with whether the user looks at another slide than the speaker. */
  onAway(away: boolean): void
  /** Called with the id of the speaker's slide. */
  onSpeakerSlide(id: string): void
  /** Returns the id of the slide that shows a page of the speaker's in the language of this page. */
  locate?(page: PlacedPage): string
}

/** Follows the speaker until the user moves away, and again after `returnToSpeaker` or on reaching the speaker's slide. */
export function makeAudienceSync({
  display,
  board,
  applyChange,
  onAway,
  onSpeakerSlide,
  locate = ({ id }) => id,
}: AudienceSyncOptions): AudienceSync {
  let speaker: SpeakerPlace = { id: display.shownSlideId(), step: null }
  const isAway = () => display.shownSlideId() !== locate(speaker)
  let black = false
  let away = false
  const update = () => {
    // A user who has moved away sees slides even while the screen is black.
    display.setBlack(black && !away)
    onAway(away)
  }
  // If the visible slide is removed from the deck, another one appears: the user has not moved.
  let changing = false
  const change = (deck: LiveChange) => {
    changing = true
    applyChange(deck)
    changing = false
    away = away && isAway()
    update()
  }
  const goTo = (page: SpeakerPlace) => {
    speaker = page
    const id = locate(page)
    onSpeakerSlide(id)
    if (!away) display.goTo(id, page.step)
    update()
  }
  return {
    userMoved: () => {
      if (changing) return
      away = isAway()
      // Who comes to the speaker's slide sees as much of it as the others.
      if (away) update()
      else goTo(speaker)
    },
    returnToSpeaker: () => {
      away = false
      goTo(speaker)
    },
    exchange: (act) => {
      changing = true
      act()
      changing = false
      goTo(speaker)
    },
    receive: (message) => {
      if (message.type === 'state') {
        if (message.deck) change(message.deck)
        black = message.talk.black
        board.replace(message.talk.drawings, message.talk.spot)
        goTo(placedAt(message.talk))
      } else if (message.type === 'deck') change(message.deck)
      else if (message.type === 'go') {
        if (board.laserSpot() && message.page !== speaker.id) board.apply({ type: 'laser', spot: null })
        goTo(placedAt(message))
      } else if (message.type === 'black') {
        black = message.on
        update()
      } else if (isDrawingEvent(message)) board.apply(message)
    },
  }
}

/** The speaker's slide, and how many of its steps are shown; null for all of them. */
type SpeakerPlace = PlacedPage & { step: number | null }

const placedAt = ({ page, at, step }: { page: string; at: string | null; step: number | null }): SpeakerPlace => ({
  id: page,
  at: at ?? undefined,
  step,
})
