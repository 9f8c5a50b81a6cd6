import { expect, test } from 'vitest'
import { newReadings } from '../../src/serve/new-readings.ts'
import { deckOf, openLiveDeck, slide } from '../live/live-deck.ts'

test('a reading is new if the deck, its findings or what is shown differ, not if a file is only read again', async () => {
  const { path, live, save } = await openLiveDeck(deckOf([slide('One'), { title: 'Map', map: 'Алматы' }]))
  const isNew = newReadings(live)
  const told: boolean[] = []
  live.onReport((report) => told.push(isNew(report)))
  const heard = async (work: Promise<void>) => {
    await work
    return told.splice(0)
  }
  for (const one of [path, ...live.watchedPaths()]) expect(await heard(live.refresh([one]))).toEqual([false])
  expect(await heard(save(deckOf([slide('Two'), { title: 'Map', map: 'Алматы' }])))).toContain(true)
  expect(await heard(save('{ "content": ['))).toContain(true)
  expect(await heard(live.refresh([path]))).not.toContain(true)
})
