import { expect, test } from 'vitest'
import { readCaptions } from '../../../src/load/assets/captions.ts'

const read = (text: string | Uint8Array) => readCaptions(Buffer.from(text), 'k.vtt')
const problemOf = async (text: string | Uint8Array) => (await read(text)).problem

test('WebVTT becomes cues in the order of their times, with their markup', async () => {
  const { asset, problem } = await read(
    '\ufeffWEBVTT - Форум\n\nNOTE кім айтты\n\n00:05.000 --> 00:06.500\nЕкінші\n\n1\n00:00:01.000 --> 00:00:04.000 line:0\n<b>Сәлем</b>\n- жол\n',
  )
  expect(problem).toBeNull()
  expect(asset).toEqual({
    kind: 'captions',
    file: 'k.vtt',
    cues: [
      { start: 1, end: 4, text: '<b>Сәлем</b>\n- жол' },
      { start: 5, end: 6.5, text: 'Екінші' },
    ],
  })
})

test('SubRip and UTF-16 are accepted too', async () => {
  const subRip = '1\r\n00:00:01,000 --> 00:00:02,000\r\nПривет\r\n'
  for (const bytes of [subRip, Buffer.from(`\ufeff${subRip}`, 'utf16le')]) {
    const { asset, problem } = await read(bytes)
    expect(problem).toBeNull()
    expect(asset!.cues).toEqual([{ start: 1, end: 2, text: 'Привет' }])
  }
})

test('cues that cannot be shown are counted, the others are shown', async () => {
  const { asset, problem } = await read(
    'WEBVTT\n\n00:01.000 --> 00:02.000\nбір\n\nbad --> 00:00:07.000\nx\n\n00:05.000 --> 00:03.000\nартқа\n',
  )
  expect(asset!.cues).toHaveLength(1)
  expect(problem).toEqual({ code: 'captions-faulty', file: 'k.vtt', line: 6, lost: 2 })
})

test.each([
  ['', 'empty'],
  ['WEBVTT\n', 'empty'],
  ['Жай мәтін', 'empty'],
  [Buffer.from([0xcf, 0xf0, 0xe8]), 'encoding'],
])('%j is broken', async (bytes, reason) => {
  expect(await problemOf(bytes)).toEqual({ code: 'captions-broken', file: 'k.vtt', reason })
})
