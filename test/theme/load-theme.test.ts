import { readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadFaces } from '../../src/fonts/font-files.ts'
import { contrastRatio } from '../../src/model/color.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { disk } from '../../src/system/disk.ts'
import { packageRoot } from '../../src/system/package-root.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { listThemes } from '../../src/theme/theme-files.ts'
import { folder } from '../load/folder.ts'

const ours = join(packageRoot(), 'themes/official')
const official = () => JSON.parse(readFileSync(join(ours, 'theme.json'), 'utf8'))
const projectOf = (root: string) => ({ files: disk, root, out: join(root, 'dist') })
const range = { start: 5, end: 12 }

/** A font with a sound header whose glyphs have no shapes any more. */
function brokenInside(): Uint8Array {
  const font = readFileSync(join(packageRoot(), 'static/fonts', official().faces[0].ttf))
  return font.fill(0xff, 12 + font.readUInt16BE(4) * 16)
}

/** Loads a project's own theme whose JSON is this. */
function loadOwn(theme: unknown, files: Record<string, string | Uint8Array> = {}) {
  const text = typeof theme === 'string' ? theme : JSON.stringify(theme)
  return loadTheme('own', projectOf(folder({ 'themes/own/theme.json': text, ...files })), range)
}

test('the decks of one process share a built-in theme, and own changes of it stay with their project', async () => {
  const load = async (root: string) => (await loadTheme('official', projectOf(root))).theme!
  const [plain, again] = [await load(folder()), await load(folder())]
  expect(again.colors).toBe(plain.colors)
  const own = JSON.stringify({ name: official().name, extends: 'official', colors: { accent: '#123456' } })
  expect((await load(folder({ 'themes/official/theme.json': own }))).colors.accent).toBe('#123456')
  expect((await load(folder())).colors).toEqual(official().colors)
})

test('a project can use the built-in theme, with its fonts', async () => {
  const { theme, diagnostics } = await loadTheme('official', projectOf(folder()))
  expect(diagnostics).toEqual([])
  expect(theme).toMatchObject({ id: 'official', name: official().name, colors: official().colors })
  expect(theme!.css).toBe(readFileSync(join(ours, 'theme.css'), 'utf8'))
  const faces = await loadFaces(theme!)
  expect(faces.map(({ face }) => face)).toEqual(theme!.faces)
  for (const { ttf, woff2 } of faces) {
    expect(Buffer.from(ttf.subarray(0, 4)).toString('hex')).toBe('00010000')
    expect(Buffer.from(woff2.subarray(0, 4)).toString()).toBe('wOF2')
  }
})

test("the project's own theme comes before the built-in theme", async () => {
  const root = folder({
    'themes/official/theme.json': JSON.stringify({ ...official(), name: { kk: 'а', ru: 'б', en: 'c' } }),
  })
  const { theme, diagnostics } = await loadTheme('official', projectOf(root))
  expect(diagnostics).toEqual([])
  expect(theme).toMatchObject({ name: { en: 'c' }, css: '' })
})

test('an unknown theme is an error that names the nearest theme and lists all themes', async () => {
  const root = folder({ 'themes/жаңа/theme.json': '{}' })
  const { theme, diagnostics } = await loadTheme('oficial', projectOf(root), range)
  expect(theme).toBeNull()
  expect(diagnostics).toMatchObject([
    { code: 'theme-unknown', severity: 'error', name: 'oficial', nearest: 'official', range },
  ])
  expect(await listThemes(projectOf(root))).toEqual(expect.arrayContaining(['official', 'жаңа']))
})

test.each(['../official', '/etc', 'a/b', 'a\\b', '..', '.', '', ' official', 'x\0'])(
  '%j is no name of a theme',
  async (name) => {
    const { theme, diagnostics } = await loadTheme(name, projectOf(folder()))
    expect(theme).toBeNull()
    expect(diagnostics).toMatchObject([{ code: 'theme-unknown', name }])
  },
)

/** The words of a theme's own file that a finding marks. */
const marked = ({ source, range }: Diagnostic) => source?.text.slice(range.start, range.end)

test('all mistakes of a theme are reported at once, each at its place in the theme', async () => {
  const broken = official()
  broken.colors.ink = 'red'
  broken.aspects['16:9'].stage.width = 'wide'
  broken.styles.body.colour = 'ink'
  delete broken.scrim.veil
  const { theme, diagnostics } = await loadOwn(broken)
  expect(theme).toBeNull()
  const at = (one: Diagnostic) => [one.code, 'field' in one ? one.field : null, marked(one)]
  expect(diagnostics.map(at)).toEqual(
    expect.arrayContaining([
      ['theme-value-wrong', 'colors.ink', '"red"'],
      ['theme-value-wrong', 'aspects.16:9.stage.width', '"wide"'],
      ['theme-field-unknown', 'colour', '"colour"'],
      ['theme-field-missing', 'veil', '"scrim"'],
    ]),
  )
  expect(
    diagnostics.every(({ severity, source }) => severity === 'error' && source?.name === 'themes/own/theme.json'),
  ).toBe(true)
  expect(diagnostics).toHaveLength(4)
  expect(diagnostics.find(({ code }) => code === 'theme-field-unknown')).toMatchObject({ nearest: 'color' })
  expect(diagnostics.find((one) => 'field' in one && one.field === 'colors.ink')).toMatchObject({ expected: 'color' })
})

test('invalid JSON is repaired and reported as in a deck; an unreadable theme is an error', async () => {
  const text = JSON.stringify(official(), null, 1)
  const comma = await loadOwn(text.replace(/\n}$/, ',\n}'))
  expect(comma.theme).not.toBeNull()
  expect(comma.diagnostics).toMatchObject([{ code: 'comma-trailing', severity: 'warning', source: { text: /,\n}$/ } }])
  expect((await loadOwn('{\n  "name": "cut')).diagnostics.some(({ severity }) => severity === 'error')).toBe(true)
  expect((await loadOwn('')).theme).toBeNull()
  expect((await loadOwn('[]')).diagnostics).toMatchObject([{ code: 'theme-not-object' }])
})

test('a missing reference is reported with the nearest name', async () => {
  const broken = official()
  broken.styles.body.color = 'inc'
  broken.styles.title.weight = 800
  broken.aspects['16:9'].layouts.text.regions.body.style = 'boddy'
  broken.aspects['16:9'].layouts.text.regions.body.below = 'tittle'
  const { theme, diagnostics } = await loadOwn(broken)
  expect(theme).toBeNull()
  expect(diagnostics.map((one) => [marked(one), one.code, 'nearest' in one && one.nearest])).toEqual([
    ['800', 'theme-name-unknown', null],
    ['"inc"', 'theme-name-unknown', 'ink'],
    ['"boddy"', 'theme-name-unknown', 'body'],
    ['"tittle"', 'theme-name-unknown', 'title'],
  ])
})

describe('a theme that extends another', () => {
  const name = { kk: 'Өз', ru: 'Своя', en: 'Own' }

  test('contains only the differences', async () => {
    const regions = { rule: null, body: { y: 200 } }
    const own = {
      extends: 'official',
      name,
      colors: { ink: '#000000' },
      ornament: null,
      styles: { body: { sizes: [44, 28] } },
      aspects: { '16:9': { layouts: { text: { regions }, quote: null } } },
    }
    const { theme, diagnostics } = await loadOwn(own, { 'themes/own/theme.css': '.own{}' })
    expect(diagnostics).toEqual([])
    const base = (await loadTheme('official', projectOf(folder()))).theme!
    expect(theme).toMatchObject({ id: 'own', name, colors: { ...base.colors, ink: '#000000' }, faces: base.faces })
    expect(theme!.css).toBe(`${base.css}\n.own{}`)
    expect(theme!.ornament).toBeUndefined()
    expect(theme!.styles.body).toEqual({ ...base.styles.body, sizes: [44, 28] })
    const { layouts } = theme!.aspects['16:9']!
    const text = base.aspects['16:9']!.layouts.text!.regions
    expect(layouts.quote).toBeUndefined()
    expect(layouts.text!.regions.rule).toBeUndefined()
    expect(layouts.text!.regions.body).toEqual({ ...text.body, y: 200 })
    expect(theme!.aspects['4:3']).toEqual(base.aspects['4:3'])
  })

  test('may have the name of a built-in theme, and change it', async () => {
    const json = JSON.stringify({ extends: 'official', name })
    const { theme, diagnostics } = await loadTheme(
      'official',
      projectOf(folder({ 'themes/official/theme.json': json })),
    )
    expect(diagnostics).toEqual([])
    expect(theme).toMatchObject({ id: 'official', name })
  })

  test('is reported at its `extends` if that leads to itself or to nothing', async () => {
    const json = (base: string) => JSON.stringify({ extends: base, name })
    const circle = await loadOwn(json('other'), { 'themes/other/theme.json': json('own') })
    expect(circle.diagnostics).toMatchObject([
      { code: 'theme-extends-circle', source: { name: 'themes/other/theme.json' } },
    ])
    const nothing = await loadOwn(json('oficial'))
    expect(nothing.diagnostics).toMatchObject([{ code: 'theme-unknown', nearest: 'official' }])
    expect(marked(nothing.diagnostics[0]!)).toBe('"oficial"')
  })
})

test('low contrast is a warning with the nearest readable colour', async () => {
  const faint = official()
  faint.colors.soft = '#8899aa'
  const { theme, diagnostics } = await loadOwn(faint)
  expect(theme).not.toBeNull()
  const [one] = diagnostics
  expect(one).toMatchObject({ code: 'contrast-low', severity: 'warning', color: 'soft', ground: 'ground', needed: 4.5 })
  expect(marked(one!)).toBe('"#8899aa"')
  expect(contrastRatio((one as { nearest: string }).nearest, '#ffffff')).toBeGreaterThanOrEqual(4.5)
})

test('a picture of the style sheet is inlined into the page; an address is refused', async () => {
  const css =
    '.a{background:url(flag.svg)}\n.b{background:url("https://example.kz/a.png")}\n@import "x.css";\n.c{background:url(no.png)}\n.d{background:u\\72l(//example.kz/a.png)}\n@\\69mport "y.css";'
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>'
  const { diagnostics } = await loadOwn(official(), { 'themes/own/theme.css': css, 'themes/own/flag.svg': svg })
  expect(diagnostics.map((one) => [one.code, marked(one)])).toEqual([
    ['theme-address-remote', 'url("https://example.kz/a.png")'],
    ['theme-address-remote', '@import "x.css"'],
    ['theme-picture-missing', 'url(no.png)'],
    ['theme-address-remote', 'u\\72l(//example.kz/a.png)'],
    ['theme-address-remote', '@\\69mport "y.css"'],
  ])
  const good = { 'themes/own/theme.css': '.a{background:url(flag.svg)}', 'themes/own/flag.svg': svg }
  const { theme } = await loadOwn(official(), good)
  expect(theme!.css).toBe(`.a{background:url("data:image/svg+xml;base64,${btoa(svg)}")}`)
})

test("a theme's own template replaces that of the engine; a broken one is reported with its line", async () => {
  const { theme, diagnostics } = await loadOwn(official(), {
    'themes/own/card.hbs': '<div class="mine">{{kind}}</div>',
  })
  expect([diagnostics, Object.keys(theme!.templates!)]).toEqual([[], ['card']])
  const broken = await loadOwn(official(), { 'themes/own/card.hbs': '<div>\n{{#if kind}}\n</div>' })
  expect(broken.diagnostics).toMatchObject([{ code: 'theme-template-wrong', source: { name: 'themes/own/card.hbs' } }])
})

test('a theme may contain its own fonts, in its folder only', async () => {
  const theme = official()
  const [face] = theme.faces
  const woff2 = readFileSync(join(packageRoot(), 'static/fonts', face.woff2))
  const ttf = readFileSync(join(packageRoot(), 'static/fonts', face.ttf))
  const root = folder({ 'secret.ttf': 'secret', 'themes/own/own.woff2': woff2, 'themes/own/own.ttf': ttf })
  const path = join(root, 'themes/own/theme.json')
  writeFileSync(
    path,
    JSON.stringify({ ...theme, faces: [{ ...face, ttf: 'own.ttf', woff2: 'own.woff2' }, ...theme.faces] }),
  )
  const own = await loadTheme('own', projectOf(root))
  expect(own.diagnostics).toEqual([])
  const faces = await loadFaces(own.theme!)
  expect(Buffer.from(faces[0]!.ttf)).toEqual(ttf)
  expect(Buffer.from(faces[0]!.woff2)).toEqual(woff2)
  expect(faces).toHaveLength(theme.faces.length + 1)
})

test('a font or a style sheet outside the project is not read', async () => {
  const outside = folder({ 'secret.ttf': 'secret', 'secret.css': 'secret' })
  const theme = official()
  const [face] = theme.faces
  const root = folder({ 'themes/own/theme.json': JSON.stringify({ ...theme, faces: [{ ...face, ttf: 'link.ttf' }] }) })
  symlinkSync(join(outside, 'secret.ttf'), join(root, 'themes/own/link.ttf'))
  expect((await loadTheme('own', projectOf(root))).diagnostics).toMatchObject([
    { code: 'theme-font-missing', font: 'link.ttf' },
  ])
  symlinkSync(join(outside, 'secret.css'), join(root, 'themes/own/theme.css'))
  expect((await loadTheme('own', projectOf(root))).diagnostics).toMatchObject([
    { code: 'theme-unreadable', reason: 'outside' },
  ])
})

test.each([
  ['', 'empty'],
  ['not a font', 'not-font'],
  [Buffer.alloc(2000, 7), 'not-font'],
  [Buffer.concat([Buffer.from('\0\x01\0\0\0\x0a'), Buffer.alloc(500)]), 'not-font'],
  [brokenInside(), 'not-font'],
  [Buffer.alloc(32_000_001), 'too-large'],
] as const)('a font file that cannot be used is told by its name: %#', async (content, reason) => {
  const theme = official()
  const faces = [{ ...theme.faces[0], ttf: 'own.ttf' }]
  const { diagnostics } = await loadOwn({ ...theme, faces }, { 'themes/own/own.ttf': content })
  expect(diagnostics).toMatchObject([{ code: 'theme-font-wrong', font: 'own.ttf', reason }])
})

test('a theme that extends its own name, and no theme of Korme, extends itself', async () => {
  const { diagnostics } = await loadOwn({ ...official(), extends: 'own' }, {})
  expect(diagnostics).toMatchObject([{ code: 'theme-extends-circle', name: 'own' }])
})

test.each([
  ['theme-template-online', '<meta http-equiv="refresh" content="0;url=https://a.example">'],
  ['theme-template-online', '<link rel="preconnect" href="https://a.example">'],
  ['theme-template-online', "<LINK REL='dns-prefetch' HREF=//a.example>"],
  ['theme-template-online', '<base href="https://a.example/">'],
  ['theme-template-circle', '{{#if kind}}{{> card}}{{/if}}'],
  ['theme-template-circle', '{{~> card }}'],
  ['theme-template-circle', '{{> text}}'],
  ['theme-template-circle', '{{#*inline "part"}}{{> part}}{{/inline}}x'],
  ['theme-template-circle', '{{#*inline "a"}}{{> b}}{{/inline}}{{#*inline "b"}}{{> a}}{{/inline}}x'],
  ['theme-template-circle', '{{#> text}}{{> card}}{{/text}}'],
  ['theme-template-unknown', '{{#if kind}}{{> txt}}{{/if}}'],
  ['theme-template-deep', `${'{{#if kind}}'.repeat(20_000)}${'{{/if}}'.repeat(20_000)}`],
  ['theme-template-deep', `{{#if kind}}${'{{else if kind}}'.repeat(20_000)}{{/if}}`],
])('a template is refused: %s in %.50s', async (code, text) => {
  const files = { 'themes/own/card.hbs': text, 'themes/own/text.hbs': code.endsWith('circle') ? '{{> card}}' : 'x' }
  const { theme, diagnostics } = await loadOwn(official(), files)
  expect(theme).toBeNull()
  expect(diagnostics.map((one) => [one.code, one.source?.name])).toContainEqual([code, 'themes/own/card.hbs'])
})

test.each([
  ['heading', '{{> text}}'],
  ['paragraph', '{{#if x}}{{> card}}{{/if}}'],
  ['symbols', '{{~> print ~}}'],
])('a template that includes itself through those of Korme is refused: %s with %s', async (name, text) => {
  const { diagnostics } = await loadOwn(official(), { [`themes/own/${name}.hbs`]: text })
  expect(diagnostics).toMatchObject([{ code: 'theme-template-circle', template: name }])
})

test.each([
  '{{> text}}{{> heading}}',
  '{{#*inline "part"}}{{> text}}{{/inline}}{{> part}}{{> part}}',
  '{{#> missing}}{{> text}}{{/missing}}',
  `${'{{#if a}}{{else if b}}{{/if}}'.repeat(200)}`,
  "{{> (lookup this 'template') view}}",
])('a template may include others: %.60s', async (text) => {
  expect((await loadOwn(official(), { 'themes/own/card.hbs': text })).diagnostics).toEqual([])
})

test('a template may have what stays in the page', async () => {
  const text =
    '<meta name="author" content="x">{{> image}}{{#if kind}}{{#each boxes}}{{/each}}{{/if}}<link rel="icon" href="data:,">'
  expect((await loadOwn(official(), { 'themes/own/card.hbs': text })).diagnostics).toEqual([])
})
