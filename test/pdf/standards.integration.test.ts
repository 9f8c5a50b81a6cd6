import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { check } from '../../src/build.ts'
import { lentPrinter, makeFirst } from '../printer.ts'
import { pdfKinds, shippedDecks } from './documents.ts'
import { mutations, saved } from './mutations.ts'
import { checkStandards } from './standards.ts'

const lent = lentPrinter()
const decks = join(import.meta.dirname, '../../decks')
const { slides } = pdfKinds

/** A theme for each deck, and a kind of PDF. `npm run verify:pdf` makes every kind of PDF of every deck in every theme. */
const themeOf = {
  'bayqau.json': 'official',
  'every-block.json': 'calm',
  'priemnaya.json': 'contrast',
  'gallery.json': 'stage',
}
const kindOf = {
  'bayqau.json': 'slides with notes',
  'every-block.json': 'handout with notes',
  'priemnaya.json': 'slides',
  'gallery.json': 'slides with notes',
}

test.each(shippedDecks.map((deck) => [deck, kindOf[basename(deck) as keyof typeof kindOf]] as const))(
  'the PDF of %s (%s) follows PDF/UA-1 and PDF/A-2a',
  async (deck, kind) => {
    const theme = themeOf[basename(deck) as keyof typeof themeOf]
    const pdf = await makeFirst(pdfKinds[kind]!, await check(deck, { theme }), lent.printer)
    expect(await checkStandards(pdf)).toEqual([])
  },
)

test('the same deck gives the same bytes', async () => {
  const make = async () => makeFirst(slides!, await check(join(decks, 'priemnaya.json'), {}), lent.printer)
  const [one, other] = [await make(), await make()]
  expect(Buffer.from(one).equals(other)).toBe(true)
})

/** `ua 7.1-3 (content without an element)` breaks `ua 7.1-3`. */
const ruleOf = (mutation: string) => mutation.replace(/ \(.*/, '')

const overwrite = (text: string, at: number) => (bytes: Buffer) => {
  bytes.write(text, at)
  return bytes
}
const inBytes: [string, (bytes: Buffer) => Buffer][] = [
  ['a 6.1.2', overwrite('%PDF-2.0', 0)],
  ['a 6.1.2', overwrite('%abcd', 9)],
  ['a 6.1.3', (bytes) => Buffer.concat([bytes, Buffer.from('one more line\n')])],
]

describe('the checker can fail', () => {
  let sound: Uint8Array
  beforeAll(async () => {
    sound = await makeFirst(slides!, await check(join(decks, 'every-block.json'), {}), lent.printer)
  })

  test('a sound PDF that another program saved anew is still sound', async () => {
    expect(await checkStandards(await saved(sound, () => {}))).toEqual([])
  })

  test.each(Object.keys(mutations))('%s', async (name) => {
    const breaches = await checkStandards(await saved(sound, mutations[name]!))
    expect(breaches.map((breach) => breach.rule)).toContain(ruleOf(name))
  })

  test('each rule is broken by one of them', () => {
    const sources = ['standards.ts', 'standards-text.ts'].map((name) =>
      readFileSync(join(import.meta.dirname, name), 'utf8'),
    )
    const rules = sources.flatMap((source) =>
      [...source.matchAll(/'((?:ua|a) [\d.]+(?:-\d+)?)'/g)].map(([, rule]) => rule!),
    )
    const broken = [...Object.keys(mutations).map(ruleOf), ...inBytes.map(([rule]) => rule)]
    expect(new Set(rules).size).toBeGreaterThan(60)
    expect([...new Set(rules)].filter((rule) => !broken.includes(rule))).toEqual([])
  })

  test.each(inBytes)('%s in the bytes', async (rule, spoil) => {
    const bytes = spoil(Buffer.from(sound))
    expect((await checkStandards(bytes)).map((breach) => breach.rule)).toContain(rule)
  })
})
