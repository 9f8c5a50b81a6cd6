import type { LiveChange } from '../../model/wire/live.ts'
import type { Told } from '../../model/wire/present.ts'
import type { Ink } from '../ink/ink.ts'

/** What shows slides to one who follows: a show, or slides read one below the other. */
export interface Followed {
  /** The id of the slide that is seen. */
  seen(): string
  goTo(id: string): void
  setBlack(on: boolean): void
}

/** One who follows a talk, and may look around. */
export interface Follower {
  hear(told: Told): void
  /** The one who follows has moved by themselves: here, or back to the speaker's slide. */
  moved(): void
  /** Back to the slide of the speaker. */
  comeBack(): void
}

export interface FollowOptions {
  followed: Followed
  ink: Ink
  bring(change: LiveChange): void
  /** Whether the slide that is seen is the speaker's. */
  onAway(away: boolean): void
  /** The id of the speaker's slide. */
  onSpeaker(id: string): void
}

/** Goes where the speaker goes, unless one looks around: then only `comeBack` or the same slide leads back. */
export function makeFollower({ followed, ink, bring, onAway, onSpeaker }: FollowOptions): Follower {
  let speaker = followed.seen()
  let black = false
  let away = false
  const settle = () => {
    // Who looks around sees slides, whatever the hall sees.
    followed.setBlack(black && !away)
    onAway(away)
  }
  // When the slide that is seen is taken out of the deck, another one is shown: that is no looking around.
  let changing = false
  const change = (deck: LiveChange) => {
    changing = true
    bring(deck)
    changing = false
    away = away && followed.seen() !== speaker
    settle()
  }
  const goTo = (id: string) => {
    speaker = id
    onSpeaker(id)
    if (!away) followed.goTo(id)
    settle()
  }
  return {
    moved: () => {
      if (changing) return
      away = followed.seen() !== speaker
      settle()
    },
    comeBack: () => {
      away = false
      goTo(speaker)
    },
    hear: (told) => {
      if (told.is === 'state') {
        if (told.deck) change(told.deck)
        black = told.talk.black
        ink.replace(told.talk.drawings, told.talk.spot)
        goTo(told.talk.page)
      } else if (told.is === 'deck') change(told.deck)
      else if (told.is === 'go') {
        if (ink.spot()) ink.apply({ is: 'laser', spot: null })
        goTo(told.page)
      } else if (told.is === 'black') {
        black = told.on
        settle()
      } else if (told.is === 'stroke' || told.is === 'undo' || told.is === 'clear' || told.is === 'laser')
        ink.apply(told)
    },
  }
}
