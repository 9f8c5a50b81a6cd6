import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folder, runKorme } from './run-korme.ts'

const deck = JSON.stringify({
  lang: 'kk',
  langs: ['kk', 'ru'],
  name: { kk: 'Есеп', ru: 'Отчёт' },
  content: [
    { title: { kk: 'Тақырып', ru: 'Заголовок' }, notes: 'Ескерту', img_path: 'жоқ.jpg' },
    { title: { kk: 'Екінші' }, text: { kk: 'Юрта мен цирк', ru: 'Юрта и цирк' } },
  ],
})

/** The commands that a text suggests, as words. */
const suggestedIn = (text: string): string[][] =>
  [...text.replace(/\n {2,}(?!\d)/g, ' ').matchAll(/npx korme (.*)$/gm)].map(([, line]) =>
    [...line!.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word),
  )

const codesOf = (text: string) => [...new Set([...text.matchAll(/\[([a-z-]+)\]$/gm)].map(([, code]) => code!))].sort()

describe('after a build', () => {
  test.each([
    [
      ['--lang', 'kk'],
      ['--lang', 'kk'],
    ],
    [
      ['--script', 'latn', '--theme', 'calm', '--messages', 'ru'],
      ['--script', 'latn', '--theme', 'calm', '--messages', 'ru'],
    ],
    [
      ['--lang', 'kk,ru', '-o', 'my out'],
      ['--lang', 'kk,ru'],
    ],
    [
      ['--aspect', '4:3', '--strict-fit'],
      ['--aspect', '4:3', '--strict-fit'],
    ],
  ])('%j: check lists what was found in this call', async (flags, kept) => {
    const at = await folder({ 'decks/a.json': deck })
    const { stdout } = await runKorme(at, ['build', ...flags])
    const check = suggestedIn(stdout).find(([name]) => name === 'check')!
    expect(check.slice(1).sort()).toEqual([...kept].sort())
    const checked = await runKorme(at, check)
    expect(checked.code).toBe(0)
    expect(codesOf(checked.stdout)).toEqual(expect.arrayContaining(codesOf(stdout)))
  })

  test('the command without notes writes the same file again, without them', async () => {
    const at = await folder({ 'decks/a.json': deck })
    const { stdout } = await runKorme(at, ['build', '--lang', 'ru', '-o', 'my out', '--theme', 'calm', 'a'])
    const again = suggestedIn(stdout).find(([name]) => name === 'build')!
    const path = join(at, 'my out/a.html')
    const before = await readFile(path, 'utf8')
    await writeFile(path, '')
    expect((await runKorme(at, again)).code).toBe(0)
    const after = await readFile(path, 'utf8')
    expect(before).toContain('Ескерту')
    expect(after).not.toContain('Ескерту')
    const langOf = (html: string) => /<html lang="(\w+)"/.exec(html)?.[1]
    expect([langOf(before), langOf(after)]).toEqual(['ru', 'ru'])
  })

  test('of several named decks, check names those with findings', async () => {
    const sound = JSON.stringify({ lang: 'en', content: [{ title: 'Sound', text: 'All is well.' }] })
    const at = await folder({ 'decks/a.json': deck, 'decks/b.json': deck, 'decks/c.json': deck, 'decks/d.json': sound })
    const { stdout } = await runKorme(at, ['build', 'a', 'b', 'd'])
    expect(suggestedIn(stdout).find(([name]) => name === 'check')).toEqual(['check', 'decks/a.json', 'decks/b.json'])
  })
})

test('check --fix is suggested for the same project and language', async () => {
  const at = await folder({ 'talks/decks/a.json': deck.replace('"kk","ru"]', '"kk","ru",]') })
  const { stdout } = await runKorme(at, ['check', '--root', 'talks', '--messages', 'kk'])
  expect(suggestedIn(stdout)).toEqual([['check', '--fix', '--root', 'talks', '--messages', 'kk']])
})

test('a new deck is shown, checked and built in its own language, in the project of the call', async () => {
  const at = await folder({})
  const { stdout } = await runKorme(at, ['new', 'a', '--lang', 'kk', '--root', 'talks', '--messages', 'en'])
  const kept = ['--root', 'talks', '--messages', 'en']
  expect(suggestedIn(stdout)).toEqual([
    ['serve', '--open', 'talks/decks/a.json', ...kept],
    ['check', 'talks/decks/a.json', ...kept],
    ['build', 'talks/decks/a.json', ...kept],
  ])
})

test('where there is no deck, the first one is suggested where it was looked for', async () => {
  const at = await folder({})
  const { stderr } = await runKorme(at, ['build', '--root', '.', '--messages', 'ru'])
  expect(suggestedIn(stderr)).toEqual([['new', 'doklad', '--root', '.', '--messages', 'ru']])
})

test('of several decks, one is suggested to be presented as the call asked', async () => {
  const at = await folder({ 'decks/a.json': deck, 'decks/b.json': deck })
  const { stderr } = await runKorme(at, ['present', '--lang', 'ru', '--port', '8080'])
  expect(suggestedIn(stderr)).toEqual([['present', 'decks/a.json', '--lang', 'ru', '--port', '8080']])
})
