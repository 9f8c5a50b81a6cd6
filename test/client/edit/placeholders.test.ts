import { describe, expect, test } from 'vitest'
import { fieldPlaceholders, isPlaceholder, newBlocks } from '../../../src/client/edit/placeholders.ts'
import { loadEditWords } from '../../../src/languages/languages.ts'
import { langs } from '../../../src/model/lang.ts'
import { validate } from '../../../src/validate/validate.ts'
import { source } from '../../source.ts'

const words = await loadEditWords()
const newSlides = Object.fromEntries(langs.map((lang) => [lang, words[lang].newSlide]))

describe.each(langs)('what a new field shows in %s', (lang) => {
  const own = words[lang].newSlide
  const findings = (slide: object) =>
    validate(source(JSON.stringify({ lang, content: [{ title: 'A', text: 'B' }, slide] }))).diagnostics

  test.each(Object.entries(fieldPlaceholders(own)))(
    '%s: has no finding, and is known until it is replaced',
    (name, value) => {
      expect(findings({ title: 'A', [name]: value })).toEqual([])
      expect(isPlaceholder(value, newSlides)).toBe(true)
      expect(isPlaceholder(structuredClone(value), newSlides)).toBe(true)
    },
  )

  test.each(Object.entries(newBlocks(own)))('a block of the type %s has no finding', (type, { block }) => {
    expect(block).toMatchObject({ type })
    expect(findings({ blocks: [block, { type: 'text', text: 'B' }] })).toEqual([])
  })
})

test.each([undefined, null, '', [], [['a']], [['09:00', 'Opening']], 'Astana, Almaty', { type: 'map' }])(
  'what an author has written is no placeholder: %j',
  (value) => {
    expect(isPlaceholder(value, newSlides)).toBe(false)
  },
)
