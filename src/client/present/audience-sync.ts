import type { LiveChange } from '../../model/wire/live.ts'
import type { ServerMessage } from '../../model/wire/talk.ts'
import type { DrawingBoard } from '../drawing/drawing-board.ts'

/** What shows slides to one who follows: a show, or slides read one below the other. */
export interface AudienceDisplay {
  /** The id of the slide that is seen. */
  shownSlideId(): string
  goTo(id: string): void
  setBlack(on: boolean): void
}

/** One who follows a talk, and may look around. */
export interface AudienceSync {
  receive(told: ServerMessage): void
  /** The one who follows has moved by themselves: here, or back to the speaker's slide. */
  userMoved(): void
  /** Back to the slide of the speaker. */
  returnToSpeaker(): void
}

export interface AudienceSyncOptions {
  display: AudienceDisplay
  ink: DrawingBoard
  applyChange(change: LiveChange): void
  /** Whether the slide that is seen is the speaker's. */
  onAway(away: boolean): void
  /** The id of the speaker's slide. */
  onSpeakerSlide(id: string): void
}

/** Goes where the speaker goes, unless one looks around: then only `comeBack` or the same slide leads back. */
export function makeAudienceSync({
  display,
  ink,
  applyChange,
  onAway,
  onSpeakerSlide,
}: AudienceSyncOptions): AudienceSync {
  let speaker = display.shownSlideId()
  let black = false
  let away = false
  const settle = () => {
    // Who looks around sees slides, whatever the hall sees.
    display.setBlack(black && !away)
    onAway(away)
  }
  // When the slide that is seen is taken out of the deck, another one is shown: that is no looking around.
  let changing = false
  const change = (deck: LiveChange) => {
    changing = true
    applyChange(deck)
    changing = false
    away = away && display.shownSlideId() !== speaker
    settle()
  }
  const goTo = (id: string) => {
    speaker = id
    onSpeakerSlide(id)
    if (!away) display.goTo(id)
    settle()
  }
  return {
    userMoved: () => {
      if (changing) return
      away = display.shownSlideId() !== speaker
      settle()
    },
    returnToSpeaker: () => {
      away = false
      goTo(speaker)
    },
    receive: (told) => {
      if (told.type === 'state') {
        if (told.deck) change(told.deck)
        black = told.talk.black
        ink.replace(told.talk.drawings, told.talk.spot)
        goTo(told.talk.page)
      } else if (told.type === 'deck') change(told.deck)
      else if (told.type === 'go') {
        if (ink.laserSpot()) ink.apply({ type: 'laser', spot: null })
        goTo(told.page)
      } else if (told.type === 'black') {
        black = told.on
        settle()
      } else if (told.type === 'stroke' || told.type === 'undo' || told.type === 'clear' || told.type === 'laser')
        ink.apply(told)
    },
  }
}
