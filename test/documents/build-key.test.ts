import { expect, test } from 'vitest'
import { type AskedBuild, askedKey, buildKey } from '../../src/documents/build-key.ts'
import type { Observation } from '../../src/system/observations.ts'

const asked: AskedBuild = {
  deck: { name: 'decks/a.json', path: '/p/decks/a.json' },
  options: { theme: 'calm', strict: true },
  requests: [{ kind: 'handout', options: { perPage: 4, notes: false } }],
  program: 'abc v20 linux x64',
  browser: '/usr/bin/chromium 1',
}
const inputs: Observation[] = [
  { method: 'read', path: '/p/decks/a.json', limitBytes: 10, answer: 'content 1' },
  { method: 'stat', path: '/p/static', answer: 'folder' },
]

test('is a SHA-256 that depends neither on the order of fields and inputs nor on fields that are undefined', () => {
  const same: AskedBuild = {
    ...asked,
    options: Object.assign({ strict: true, aspect: undefined }, { theme: 'calm' }) as unknown as AskedBuild['options'],
    requests: [{ kind: 'handout', options: { notes: false, perPage: 4 } }],
  }
  expect(askedKey(asked)).toMatch(/^[0-9a-f]{64}$/)
  expect(askedKey(same)).toBe(askedKey(asked))
  expect(buildKey(same, [...inputs].reverse())).toBe(buildKey(asked, inputs))
})

test.each<[string, Partial<AskedBuild>]>([
  ['the path of the deck', { deck: { name: 'decks/a.json', path: '/q/decks/a.json' } }],
  ['its name in findings', { deck: { name: 'a.json', path: '/p/decks/a.json' } }],
  ['an option', { options: { theme: 'calm' } }],
  ['the order of languages', { options: { theme: 'calm', strict: true, lang: ['kk', 'ru'] } }],
  ['the kind of a document', { requests: [{ kind: 'pdf', options: { notes: false } }] }],
  ['an option of a document', { requests: [{ kind: 'handout', options: { perPage: 6, notes: false } }] }],
  ['a further document', { requests: [...asked.requests, { kind: 'html', options: {} }] }],
  ['the program', { program: 'abd v20 linux x64' }],
  ['the browser', { browser: '/usr/bin/chromium 2' }],
])('another value of %s gives another key', (_, other) => {
  expect(askedKey({ ...asked, ...other })).not.toBe(askedKey(asked))
  expect(buildKey({ ...asked, ...other }, inputs)).not.toBe(buildKey(asked, inputs))
})

test('the order of languages matters', () => {
  const of = (lang: ('kk' | 'ru')[]) => askedKey({ ...asked, options: { lang } })
  expect(of(['kk', 'ru'])).not.toBe(of(['ru', 'kk']))
})

test('what a file holds and whether it is there change the key of a build, not of what is asked for', () => {
  const other = inputs.map((one) => ({ ...one, answer: `${one.answer}0` }))
  expect(new Set([inputs, other, inputs.slice(1), []].map((some) => buildKey(asked, some))).size).toBe(4)
})
