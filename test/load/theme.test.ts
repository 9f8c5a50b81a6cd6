import { readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readFaces } from '../../src/load/fonts.ts'
import { home } from '../../src/load/home.ts'
import { listThemes, loadTheme } from '../../src/load/theme.ts'
import { folder } from './folder.ts'

const ours = join(home(), 'themes/official')
const official = () => JSON.parse(readFileSync(join(ours, 'theme.json'), 'utf8'))
const projectOf = (root: string) => ({ root, out: join(root, 'dist') })
const range = { start: 5, end: 12 }

/** Loads a project's own theme whose JSON is this. */
function loadOwn(theme: unknown, files: Record<string, string> = {}) {
  const text = typeof theme === 'string' ? theme : JSON.stringify(theme)
  return loadTheme('own', projectOf(folder({ 'themes/own/theme.json': text, ...files })), range)
}

test('the theme that ships is found from any project, and its fonts are read', async () => {
  const { theme, found } = await loadTheme('official', projectOf(folder()))
  expect(found).toEqual([])
  expect(theme).toMatchObject({ id: 'official', name: official().name, colors: official().colors })
  expect(theme!.css).toBe(readFileSync(join(ours, 'theme.css'), 'utf8'))
  const faces = await readFaces(theme!)
  expect(faces.map(({ face }) => face)).toEqual(theme!.faces)
  for (const { ttf, woff2 } of faces) {
    expect(Buffer.from(ttf.subarray(0, 4)).toString('hex')).toBe('00010000')
    expect(Buffer.from(woff2.subarray(0, 4)).toString()).toBe('wOF2')
  }
})

test("the project's own theme comes before ours", async () => {
  const root = folder({
    'themes/official/theme.json': JSON.stringify({ ...official(), name: { kk: 'а', ru: 'б', en: 'c' } }),
  })
  const { theme, found } = await loadTheme('official', projectOf(root))
  expect(found).toEqual([])
  expect(theme).toMatchObject({ name: { en: 'c' }, css: '' })
})

test('an unknown theme is an error that names the nearest, and every theme there is', async () => {
  const root = folder({ 'themes/жаңа/theme.json': '{}' })
  const { theme, found } = await loadTheme('oficial', projectOf(root), range)
  expect(theme).toBeNull()
  expect(found).toMatchObject([
    { code: 'theme-unknown', severity: 'error', name: 'oficial', nearest: 'official', range },
  ])
  expect(await listThemes(projectOf(root))).toEqual(expect.arrayContaining(['official', 'жаңа']))
})

test.each(['../official', '/etc', 'a/b', 'a\\b', '..', '.', '', ' official', 'x\0'])(
  '%j is no name of a theme',
  async (name) => {
    const { theme, found } = await loadTheme(name, projectOf(folder()))
    expect(theme).toBeNull()
    expect(found).toMatchObject([{ code: 'theme-unknown', name }])
  },
)

test('all mistakes of a theme are told at once, each with its field', async () => {
  const broken = official()
  broken.colors.ink = 'red'
  broken.aspects['16:9'].stage.width = 'wide'
  delete broken.name.kk
  const { theme, found } = await loadOwn(broken)
  expect(theme).toBeNull()
  expect(found).toEqual(
    expect.arrayContaining(
      ['colors.ink', 'aspects.16:9.stage.width', 'name'].map((field) =>
        expect.objectContaining({
          code: 'theme-value-wrong',
          severity: 'error',
          file: 'themes/own/theme.json',
          field,
          range,
        }),
      ),
    ),
  )
})

test('a theme that is no JSON is told with its line', async () => {
  expect((await loadOwn('{\n  "name": oops\n}')).found).toMatchObject([{ code: 'theme-not-json', line: 2 }])
  expect((await loadOwn('')).found).toMatchObject([{ code: 'theme-not-json', line: null }])
})

test('a theme may bring fonts of its own, in its folder only', async () => {
  const theme = official()
  const [face] = theme.faces
  const woff2 = readFileSync(join(home(), 'static/fonts', face.woff2))
  const root = folder({ 'secret.ttf': 'secret', 'themes/own/own.woff2': woff2, 'themes/own/own.ttf': 'ttf' })
  const path = join(root, 'themes/own/theme.json')
  writeFileSync(
    path,
    JSON.stringify({ ...theme, faces: [{ ...face, ttf: 'own.ttf', woff2: 'own.woff2' }, ...theme.faces] }),
  )
  const own = await loadTheme('own', projectOf(root))
  expect(own.found).toEqual([])
  const faces = await readFaces(own.theme!)
  expect(Buffer.from(faces[0]!.ttf).toString()).toBe('ttf')
  expect(Buffer.from(faces[0]!.woff2)).toEqual(woff2)
  expect(faces).toHaveLength(theme.faces.length + 1)
})

test('a font or a style sheet outside the project is not read', async () => {
  const outside = folder({ 'secret.ttf': 'secret', 'secret.css': 'secret' })
  const theme = official()
  const [face] = theme.faces
  const root = folder({ 'themes/own/theme.json': JSON.stringify({ ...theme, faces: [{ ...face, ttf: 'link.ttf' }] }) })
  symlinkSync(join(outside, 'secret.ttf'), join(root, 'themes/own/link.ttf'))
  expect((await loadTheme('own', projectOf(root))).found).toMatchObject([
    { code: 'theme-font-missing', font: 'link.ttf' },
  ])
  symlinkSync(join(outside, 'secret.css'), join(root, 'themes/own/theme.css'))
  expect((await loadTheme('own', projectOf(root))).found).toMatchObject([
    { code: 'theme-unreadable', reason: 'outside' },
  ])
})
