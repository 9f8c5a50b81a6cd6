import { expect, test } from 'vitest'
import type { DrawingBoard } from '../../../src/client/drawing/drawing-board.ts'
import { type AudienceSync, makeAudienceSync } from '../../../src/client/present/audience-sync.ts'
import type { LiveChange } from '../../../src/model/wire/live.ts'

/** An audience page with slides that can be removed. `at` is the visible slide. */
function follow() {
  const seen = { at: 's1', away: false, black: false }
  let follower: AudienceSync | undefined
  const show = (id: string) => {
    seen.at = id
  }
  follower = makeAudienceSync({
    display: {
      shownSlideId: () => seen.at,
      goTo: show,
      setBlack: (on) => {
        seen.black = on
      },
    },
    board: { laserSpot: () => null } as DrawingBoard,
    // As in a show: if the visible slide is removed, the last one appears, which counts as a change.
    applyChange: ({ order }) => {
      if (order?.includes(seen.at) !== false) return
      show(order.at(-1)!)
      follower?.userMoved()
    },
    onAway: (away) => {
      seen.away = away
    },
    onSpeakerSlide: () => {},
  })
  const { receive: hear, userMoved: moved, returnToSpeaker: comeBack } = follower
  return {
    seen,
    comeBack,
    go: (page: string) => hear({ own: false, type: 'go', page, at: null, step: null }),
    black: (on: boolean) => hear({ own: false, type: 'black', on }),
    edit: (...order: string[]) => hear({ type: 'deck', deck: { order } as unknown as LiveChange }),
    look: (id: string) => {
      show(id)
      moved()
    },
  }
}

test('follows the speaker; a user who moves away stays, and sees slides while the screen is black', () => {
  const { seen, go, look, black, comeBack } = follow()
  go('s2')
  expect(seen).toEqual({ at: 's2', away: false, black: false })
  look('s1')
  go('s3')
  black(true)
  expect(seen).toEqual({ at: 's1', away: true, black: false })
  comeBack()
  expect(seen).toEqual({ at: 's3', away: false, black: true })
})

test('a user whose slide is removed has not moved away, and keeps following', () => {
  const { seen, go, edit } = follow()
  go('s4')
  edit('s1', 's2', 's3')
  go('s3')
  expect(seen).toMatchObject({ at: 's3', away: false })
  go('s2')
  expect(seen).toMatchObject({ at: 's2', away: false })
})

test('a user whose slide is removed, and who lands on the speaker’s slide, follows again', () => {
  const { seen, go, edit, look } = follow()
  go('s3')
  look('s4')
  expect(seen.away).toBe(true)
  edit('s1', 's2', 's3')
  expect(seen).toMatchObject({ at: 's3', away: false })
})
