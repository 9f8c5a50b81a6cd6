import { expect, test } from 'vitest'
import { folder, runKorme } from './run-korme.ts'

const broken = JSON.stringify({ extends: 'official', name: { kk: 'а', ru: 'б', en: 'c' }, colors: { ink: 'red' } })
const own = JSON.stringify({ extends: 'calm', name: { kk: 'Біздікі', ru: 'Наша', en: 'Ours' } })

test('lists what ships and what the project has, in the reader’s language', async () => {
  const cwd = await folder({ 'static/.keep': '', 'themes/bizdiki/theme.json': own })
  const { code, stdout, stderr } = await runKorme(cwd, ['themes', '--messages', 'ru'])
  expect([code, stderr]).toEqual([0, ''])
  const rows = stdout.split('\n').map((line) => line.split(/ {2,}/))
  expect(rows).toEqual(
    expect.arrayContaining([
      ['bizdiki', 'Наша', '16:9, 4:3'],
      ['calm', 'Спокойная', '16:9, 4:3'],
      ['contrast', 'Контрастная', '16:9, 4:3'],
      ['official', 'Официальная', '16:9, 4:3'],
      ['stage', 'Сцена', '16:9, 4:3'],
    ]),
  )
  expect(stdout).toContain('npx korme build --theme bizdiki')
})

test('a theme with mistakes is listed with them, and fails the run', async () => {
  const cwd = await folder({ 'static/.keep': '', 'themes/bad/theme.json': broken })
  const { code, stdout } = await runKorme(cwd, ['themes'])
  expect(code).toBe(1)
  expect(stdout).toMatch(/^bad +has errors/m)
  expect(stdout).toMatch(
    /^themes\/bad\/theme\.json:1:\d+: error: \[theme-value-wrong\]\n {2}"colors\.ink" must be a colour /m,
  )
})

test.each([
  [{ COLORTERM: 'truecolor' }, '\x1b[48;2;255;255;255m   \x1b[0m\x1b[48;2;18;38;58m'],
  [{}, '\x1b[48;5;231m   \x1b[0m\x1b[48;5;'],
])('shows colours as blocks where there are colours (%j)', async (env, blocks) => {
  const { stdout } = await runKorme(await folder(), ['themes'], { FORCE_COLOR: '1', ...(env as object) })
  expect(stdout.split('\n').find((line) => line.includes('official'))).toContain(blocks)
})

test('a theme that is not there is a wrong call, with those that are', async () => {
  const cwd = await folder({ 'decks/a.json': '{ "content": [{ "title": "A" }] }' })
  const { code, stderr } = await runKorme(cwd, ['build', '--theme', 'oficial'])
  expect([code, stderr]).toEqual([2, expect.stringContaining('calm, contrast, official, or stage')])
})

test('slides of another shape than the deck says', async () => {
  const cwd = await folder({ 'decks/a.json': '{ "lang": "en", "content": [{ "title": "A" }] }' })
  expect((await runKorme(cwd, ['build', '--aspect', '4:3', '--theme', 'stage'])).code).toBe(0)
  expect((await runKorme(cwd, ['build', '--aspect', '4x3'])).code).toBe(2)
})
