import { describe, expect, test } from 'vitest'
import { getBlinkLineBreaks } from '#generated/line-breaks.js'
import { type FindBreaks, findBreaks } from '../../src/fit/blink-breaks.ts'

const whole: FindBreaks = (text, lang) => getBlinkLineBreaks(text, false, lang)

/** The breaks of a text, and how much text was searched at once and in all. */
function observe(text: string) {
  const lengths: number[] = []
  const breaks = findBreaks(text, 'kk', (part, lang) => {
    lengths.push(part.length)
    return whole(part, lang)
  })
  return { breaks, longest: Math.max(...lengths), total: lengths.reduce((sum, length) => sum + length, 0) }
}

const words = {
  Thai: 'ประเทศคาซัคสถานเป็นประเทศที่ใหญ่',
  'one letter': 'ก',
  Lao: 'ລາວເປັນປະເທດ',
  Khmer: 'ប្រទេសកម្ពុជា',
  Burmese: 'မြန်မာနိုင်ငံ',
}

describe('a long text without spaces between its words', () => {
  test.each(Object.entries(words))('%s is searched in pieces', (_, word) => {
    const text = word.repeat(Math.ceil(40_000 / word.length))
    const { longest, total } = observe(text)
    expect(longest).toBeLessThanOrEqual(4_000)
    expect(total).toBeLessThan(text.length * 1.2)
  })

  test.each(['Thai', 'Lao', 'Khmer', 'Burmese'] as const)('%s breaks where it does in one piece', (name) => {
    const text = words[name].repeat(Math.ceil(9_000 / words[name].length))
    expect([...observe(text).breaks]).toEqual([...whole(text, 'kk')])
  })

  test('breaks between other words stay as they are', () => {
    const text = `${'Бұл — мәтін, үш-төрт сөз (және 5 %). '.repeat(200)}${words.Thai.repeat(200)} ${'сөз «тағы» '.repeat(500)}`
    expect([...observe(text).breaks]).toEqual([...whole(text, 'kk')])
  })
})

test('a long text with spaces is searched at once', () => {
  const text = 'сөз '.repeat(20_000)
  expect(observe(text)).toMatchObject({ longest: text.length, total: text.length })
})
