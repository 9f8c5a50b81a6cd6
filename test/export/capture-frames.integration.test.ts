import { join } from 'node:path'
import { expect, test } from 'vitest'
import { captureFrames } from '../../src/export/capture-frames.ts'

const film = (name: string) => ({ file: join(import.meta.dirname, '../fixtures/video', name), time: null })

test('a film that takes too long is told from one that cannot be played', async () => {
  const notFilm = { file: import.meta.filename, time: null }
  expect(await captureFrames([film('vp9.webm')], 0)).toEqual(['late'])
  const [picture, none] = await captureFrames([film('vp9.webm'), notFilm])
  expect(picture).toBeInstanceOf(Uint8Array)
  expect(none).toBe('unplayable')
})
