import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { listFormatter, pluralizer } from '../../src/languages/format.ts'
import { loadMessages, loadPageWords } from '../../src/languages/languages.ts'
import { formatMessage, type Messages, type ReportableProblem } from '../../src/languages/messages.ts'
import { langs } from '../../src/model/lang.ts'

type Facts = Record<string, unknown> & { code: string }

const file = join(import.meta.dirname, '../../src/languages/messages.ts')
const program = ts.createProgram([file], {
  strict: true,
  noEmit: true,
  allowImportingTsExtensions: true,
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
})
const checker = program.getTypeChecker()

/** A value of a declared type; `n` is what every number is. */
function sample(type: ts.Type, name: string, n: number): unknown {
  if (type.isUnion()) {
    if (type.types.every((one) => one.flags & ts.TypeFlags.BooleanLike)) return true
    return sample(type.types.find((one) => !(one.flags & ts.TypeFlags.Null))!, name, n)
  }
  if (type.isStringLiteral() || type.isNumberLiteral()) return type.value
  if (type.flags & ts.TypeFlags.String) return `${name}-x`
  if (type.flags & ts.TypeFlags.Number) return n
  if (type.flags & ts.TypeFlags.Boolean) return true
  if (checker.isArrayType(type)) {
    const [item] = checker.getTypeArguments(type as ts.TypeReference)
    return [sample(item!, `${name}1`, n), sample(item!, `${name}2`, n)]
  }
  return sampleOf(type, n)
}

function sampleOf(type: ts.Type, n: number): Record<string, unknown> {
  return Object.fromEntries(
    checker.getPropertiesOfType(type).map((property) => {
      const declared = checker.getTypeOfSymbol(property)
      return [property.name, sample(declared, property.name, n)]
    }),
  )
}

/** Every problem, fault and wrong call that the model declares, with facts made up by their types. */
function everySentence(n: number): Facts[] {
  const source = program.getSourceFile(file)!
  const alias = source.statements.find(
    (one) => ts.isTypeAliasDeclaration(one) && one.name.text === 'ReportableProblem',
  )!
  const union = checker.getTypeAtLocation(alias) as ts.UnionType
  return union.types.map((type) => sampleOf(type, n) as Facts)
}

const facts = everySentence(3)
const languages = new Map<string, Messages>()
for (const lang of langs) languages.set(lang, await loadMessages(lang))
const sentence = (lang: string, problem: Facts) =>
  formatMessage(languages.get(lang)!, problem as unknown as ReportableProblem)

test('the model declares its codes once each', () => {
  const codes = facts.map(({ code }) => code)
  expect(codes.length).toBeGreaterThan(40)
  expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([])
  for (const code of codes) expect(code).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)+$/)
})

describe.each(langs)('in %s', (lang) => {
  test('every code has its sentence, and no sentence lacks its code', () => {
    const codes = facts.map(({ code }) => code).sort()
    expect(Object.keys(languages.get(lang)!.sentences).sort()).toEqual(codes)
  })

  test.each([0, 1, 2, 5, 21])('every sentence is whole with the number %i', (n) => {
    for (const problem of everySentence(n)) {
      const text = sentence(lang, problem)
      expect(text, problem.code).not.toMatch(/undefined|null|NaN|\[object|\$\{| {2}|\s$/)
      expect(text.length, problem.code).toBeGreaterThan(10)
    }
  })

  test('every sentence is in the language’s own script', () => {
    for (const problem of facts) {
      const text = sentence(lang, problem)
      if (lang === 'en') expect(text, problem.code).not.toMatch(/\p{Script=Cyrillic}{3}/u)
      else expect(text, problem.code).toMatch(/\p{Script=Cyrillic}{3}/u)
    }
  })
})

test('no language says it as another does', () => {
  for (const problem of facts) {
    const said = langs.map((lang) => sentence(lang, problem))
    expect(new Set(said).size, problem.code).toBe(3)
  }
})

test('no Kazakh letter stands in a Russian sentence', () => {
  for (const problem of facts)
    expect(sentence('ru', problem), problem.code).not.toMatch(/[әіңғүұқөһ]{2}|[әңғүұқөһ]\p{L}/iu)
})

/** Words that once stood beside the one that is kept: command, encoding, speaker, "did you mean", dashes. */
const strays: Record<string, RegExp> = {
  kk: /пәрмен|кодталу|сөйлеуші|деп жазғыңыз келген| – /iu,
  ru: /может быть, вы имели| – /iu,
}
test.each(Object.entries(strays))('one word for one thing in %s', (lang, stray) => {
  const said = facts.filter(({ code }) => code !== 'dash-hyphen').map((problem) => sentence(lang, problem))
  for (const text of [...said, JSON.stringify(languages.get(lang)!.cli.help)]) expect(text).not.toMatch(stray)
})

test('whatever names a command of ours names it as it is called', () => {
  for (const lang of langs)
    for (const problem of facts) expect(sentence(lang, problem)).not.toMatch(/(?<!npx )korme [a-z]/)
})

test('nouns follow their numbers', () => {
  const cli = (lang: string) => languages.get(lang)!.cli
  expect([1, 2, 5, 21].map((n) => cli('ru').slides(n))).toEqual(['1 слайд', '2 слайда', '5 слайдов', '21 слайд'])
  expect([1, 2].map((n) => cli('en').slides(n))).toEqual(['1 slide', '2 slides'])
  expect([1, 2].map((n) => cli('kk').slides(n))).toEqual(['1 слайд', '2 слайд'])
  expect(langs.map((lang) => cli(lang).slides(12, 14))).toEqual([
    '12 слайд, 14 бет',
    '12 слайдов, 14 страниц',
    '12 slides, 14 pages',
  ])
  expect(cli('ru').counts({ error: 1, warning: 2, info: 5 })).toBe('1 ошибка, 2 предупреждения, 5 советов')
  expect(cli('en').counts({ error: 0, warning: 1, info: 0 })).toBe('1 warning')
  expect(langs.map((lang) => cli(lang).counts({ error: 0, warning: 0, info: 0 }))).not.toContain('')
})

test('sizes and times are written as the language does', () => {
  expect(langs.map((lang) => languages.get(lang)!.cli.size(1))).toEqual(['1 КБ', '1 КБ', '1 kB'])
  expect(langs.map((lang) => languages.get(lang)!.cli.size(999_999))).toEqual(['1 МБ', '1 МБ', '1 MB'])
  expect(langs.map((lang) => languages.get(lang)!.cli.size(2.41e9))).toEqual(['2,5 ГБ', '2,5 ГБ', '2.5 GB'])
  expect(langs.map((lang) => languages.get(lang)!.cli.duration(1234))).toEqual(['1,23 с', '1,23 с', '1.23 s'])
})

test('help says the same of the same commands and flags in every language, in other words', () => {
  const shape = (lang: string) => {
    const { summary, about, flag } = languages.get(lang)!.cli.help
    return [Object.keys(summary), Object.keys(about), Object.keys(flag).sort()]
  }
  expect(shape('kk')).toEqual(shape('en'))
  expect(shape('ru')).toEqual(shape('en'))
  const texts = langs.flatMap((lang) => Object.values(languages.get(lang)!.cli.help.flag))
  expect(new Set(texts).size).toBe(texts.length)
})

test('counting and listing work for any locale', () => {
  const blocks = pluralizer('pl', { one: 'blok', few: 'bloki', many: 'bloków', other: 'bloku' })
  expect([1, 3, 5, 22].map(blocks)).toEqual(['1 blok', '3 bloki', '5 bloków', '22 bloki'])
  expect(listFormatter('en', 'disjunction')(['a', 'b', 'c'])).toBe('a, b, or c')
})

test('the words of a page load by language', async () => {
  const words = await Promise.all(langs.map(loadPageWords))
  expect(new Set(words.map(({ close }) => close)).size).toBe(3)
})
