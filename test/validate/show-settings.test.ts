import { describe, expect, test } from 'vitest'
import { messages as en } from '../../src/languages/en/messages.ts'
import { messages as kk } from '../../src/languages/kk/messages.ts'
import { formatMessage } from '../../src/languages/messages.ts'
import { messages as ru } from '../../src/languages/ru/messages.ts'
import { type SourceNode, toPlainValue } from '../../src/model/source.ts'
import { conform } from '../../src/validate/conform.ts'
import { validate } from '../../src/validate/validate.ts'
import { source } from '../source.ts'

const textOf = (field: string, value: unknown) =>
  JSON.stringify({ slide_max: 1, [field]: value, content: [{ title: 'Т', text: 'м' }] })
const read = (field: string, value: unknown) =>
  (toPlainValue(conform(source(textOf(field, value))).root as SourceNode) as Record<string, unknown>)[field]

describe('how slides are shown, in the words of three languages', () => {
  test.each([
    ['steps', 'иә', true],
    ['steps', 'Да', true],
    ['steps', 'жоқ', false],
    ['steps', 'НЕТ', false],
    ['steps', 'бәрі', 'all'],
    ['steps', 'все', 'all'],
    ['steps', ' all ', 'all'],
    ['transition', 'плавно', 'fade'],
    ['transition', 'сырғыту', 'slide'],
    ['transition', 'жоқ', 'none'],
    ['transition', 'нет', 'none'],
    ['transition', 'FADE', 'fade'],
    ['loop', '10', 10],
    ['loop', '2,5', 2.5],
  ])('%s: %j is %j', (field, value, meant) => expect(String(read(field, value))).toBe(String(meant)))
})

const wrong: readonly [field: string, value: unknown][] = [
  ['steps', 'step by step'],
  ['steps', 'по шагам'],
  ['steps', 'кезекпен'],
  ['steps', 2],
  ['steps', ['all']],
  ['steps', ['rows', 'items']],
  ['steps', 'yes'],
  ['steps', 'no'],
  ['transition', 'zoom'],
  ['transition', 'fade-in'],
  ['transition', true],
  ['transition', ['fade']],
  ['transition', {}],
  ['loop', 0],
  ['loop', -3],
  ['loop', 3601],
  ['loop', '0,5'],
  ['loop', '10 секунд'],
  ['loop', '1 мин'],
  ['loop', 'бесконечно'],
  ['loop', true],
  ['loop', [10]],
  ['loop', { seconds: 10 }],
]

test.each(wrong)('%s: %j is told, once, and is no error', (field, value) => {
  const { diagnostics } = validate(source(textOf(field, value)))
  expect(diagnostics).toMatchObject([{ severity: 'warning' }])
})

describe.each(Object.entries({ en, ru, kk }))('%s', (lang, messages) => {
  test('says what was written, and what would be right', async () => {
    const said = wrong.flatMap(([field, value]) => {
      const sentences = validate(source(textOf(field, value))).diagnostics.map((one) => formatMessage(messages, one))
      for (const sentence of sentences) expect(sentence).not.toMatch(/undefined|null|\[object|NaN|«»|“”|""/)
      return [`${field}: ${JSON.stringify(value)}`, ...sentences.map((sentence) => `  ${sentence}`)]
    })
    await expect(`${said.join('\n')}\n`).toMatchFileSnapshot(`../fixtures/messages/show-settings.${lang}.txt`)
  })
})
