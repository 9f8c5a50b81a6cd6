import { expect, test, vi } from 'vitest'
import type { LiveState } from '../../../src/model/wire/live.ts'
import { makeAudienceView } from '../../../src/serve/talk/audience-view.ts'
import { makeTalkSnapshot } from '../../../src/serve/talk/talk-snapshot.ts'
import { makeTalkStore } from '../../../src/serve/talk/talk-store.ts'

const stateOf = (version: number): LiveState => ({
  version,
  tag: 'kk',
  lang: 'kk',
  pages: [
    { id: 's1', html: `<section>${version}</section>`, notes: 'құпия' },
    { id: 's2', html: '<section></section>', notes: '' },
  ],
  css: '',
  symbols: '',
  data: {} as LiveState['data'],
})

/** A talk with a deck that can be changed. */
function stand() {
  let state = stateOf(1)
  const talk = makeTalkStore([{ id: 's1' }, { id: 's2' }], 0, () => 0)
  const view = makeAudienceView([state])
  const without = vi.spyOn(view, 'withoutNotes')
  return {
    talk,
    without,
    change: () => {
      state = stateOf(state.version + 1)
    },
    standing: makeTalkSnapshot({ talk, deck: () => state, view }),
  }
}
const read = ({ bytes }: { bytes: Buffer }) => JSON.parse(bytes.toString())

test('a page with the newest deck gets the state of the talk, any other one the deck too', () => {
  const { standing } = stand()
  expect(read(standing.encode('audience', 1, null))).toEqual({
    type: 'state',
    talk: { page: 's1', at: null, step: 0, black: false, drawings: {}, spot: null },
    timer: null,
    version: 1,
    deck: null,
  })
  expect(read(standing.encode('audience', 0, null)).deck).toMatchObject({ version: 1, order: ['s1', 's2'] })
})

test('only the speaker and remotes get notes and times', () => {
  const { standing } = stand()
  for (const role of ['speaker', 'remote'] as const) {
    expect(read(standing.encode(role, 0, null)).deck.pages[0].notes).toBe('құпия')
    expect(read(standing.encode(role, 0, null)).timer).toEqual({ elapsedMs: 0, running: false })
  }
  expect(standing.encode('audience', 0, null).bytes.toString()).not.toContain('құпия')
})

test('the whole audience gets the same bytes, until something changes', () => {
  const { standing, talk, change, without } = stand()
  const first = standing.encode('audience', 0, null)
  for (let i = 0; i < 1_000; i++) expect(standing.encode('audience', 0, null)).toBe(first)
  talk.apply({ type: 'go', page: 's2', step: null })
  expect(read(standing.encode('audience', 0, null)).talk.page).toBe('s2')
  // The deck in it was not encoded again.
  expect(without).toHaveBeenCalledTimes(1)
  change()
  expect(read(standing.encode('audience', 1, null)).deck.pages[0].html).toContain('2')
  expect(without).toHaveBeenCalledTimes(2)
})
