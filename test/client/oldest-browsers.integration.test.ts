import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserslist } from '../../package.json'
import { build } from '../../src/documents/produce.ts'
import { openPage } from '../browser.ts'
import { newerAttribute, newerElement } from '../support/compatibility/platform.ts'
import { newerInScript, readSources } from '../support/compatibility/script-features.ts'
import { newerInStyles } from '../support/compatibility/style-features.ts'

const root = join(import.meta.dirname, '../..')
const client = join(root, 'src/client')
const emitted = (ending: string) => readdirSync(join(root, 'build/client')).filter((name) => name.endsWith(ending))
const entries = readdirSync(client).filter((name) => name.endsWith('.entry.ts'))

/** What an old browser may lack, and why pages do without it. */
const harmless: Record<string, string> = {
  'CSSStyleSheet.replaceSync': 'parts/style-sheet.ts asks for adoptedStyleSheets before it makes a sheet',
  '[inert]': 'what is in a thumbnail cannot be focused or clicked either',
  '[playsinline]': 'Firefox plays videos in the page anyway',
  'HTMLVideoElement.playsInline': 'Firefox plays videos in the page anyway',
  'HTMLElement.focus(preventScroll)': 'the page scrolls to what has the focus',
  'Element.beforematch_event': 'only our own search finds slides that are not shown',
  'content-visibility': 'slides that are not shown are not laid out at all',
  'Element.wheel_event': 'a phone has no wheel',
  'Element.touchstart_event': 'a computer without a touch screen sends none',
  'Element.touchmove_event': 'a computer without a touch screen sends none',
  'Element.touchend_event': 'a computer without a touch screen sends none',
  '[disableremoteplayback]': 'a hidden video offers no other screen',
  '[disablepictureinpicture]': 'a hidden video offers no window of its own',
  '[autocapitalize]': 'the name of a network is begun with a small letter by hand',
  'scrollbar-color': 'the scroll bar has the colours of the browser',
  ':has in .ui-ballot label:has(:checked)': 'the box of the option is ticked as well',
  'Document.fullscreenchange_event': 'reveal.js lays slides out; ours are laid out when the size changes',
  ':fullscreen': 'reveal.js: the page fills the window anyway',
  cursor: 'a phone has no pointer',
  'MouseEvent.movementX': 'a phone has no mouse that rests',
  'MouseEvent.movementY': 'a phone has no mouse that rests',
  '@media (forced-colors)': 'Safari has no forced colours',
  'forced-color-adjust': 'Safari has no forced colours',
  resize: 'a field of the editor is as high as its text anyway',
  'Symbol.dispose': 'preact signals name a method by it, which nothing calls',
  'Function.displayName': 'preact signals set it for its tools',
  'Document.adoptedStyleSheets': 'the source view has plain letters in Safari before 16.4',
  'EditContext(text)': 'CodeMirror asks for it first',
  'EditContext(selectionStart)': 'CodeMirror asks for it first',
  'EditContext(selectionEnd)': 'CodeMirror asks for it first',
  EditContext: 'CodeMirror asks for it first',
  'HTMLDialogElement.closedBy': 'CodeMirror has a field of this name',
  'Window.cancelIdleCallback': 'CodeMirror asks for requestIdleCallback first',
  zoom: 'browser-print.css resets the zoom that reveal.js sets',
  'overscroll-behavior': 'the page bounces at its end',
  '@page': 'Safari prints on the paper that is chosen',
  'size in @page': 'Safari prints on the paper that is chosen',
  'page-break-after: avoid': 'browser-print.css decides where pages end',
}

const isHarmful = (found: string) =>
  !Object.keys(harmless).some((name) => found.startsWith(`${name} `) || found.startsWith(`${name}: `))

const folder = mkdtempSync(join(tmpdir(), 'korme-oldest-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function everyBlock(theme: string): Promise<string> {
  const { outputs } = await build(join(root, 'decks/every-block.json'), { theme, root, out: folder })
  return readFileSync(outputs[0]!.path, 'utf8')
}

describe('on the oldest browsers there is all that is used by', () => {
  let sources: ReturnType<typeof readSources>
  beforeAll(() => {
    sources = readSources(entries.map((name) => join(client, name)))
  })

  test('the sources of the scripts', () => {
    expect(sources.newer.filter(isHarmful)).toEqual([])
  })

  test.each(emitted('.js'))('%s', (name) => {
    const code = readFileSync(join(root, 'build/client', name), 'utf8')
    expect(newerInScript(code, sources.members).filter(isHarmful)).toEqual([])
  })

  test.each(emitted('.css'))('%s', (name) => {
    expect(newerInStyles(readFileSync(join(root, 'build/client', name), 'utf8')).filter(isHarmful)).toEqual([])
  })

  test.each(['official', 'calm', 'stage', 'contrast'])('a page with every block in the theme %s', async (theme) => {
    const sheets = [...(await everyBlock(theme)).matchAll(/<style>([\s\S]*?)<\/style>/g)]
    expect(sheets.flatMap(([, css]) => newerInStyles(css ?? '')).filter(isHarmful)).toEqual([])
  })

  test('the elements and attributes of a page, with its dialogs', async () => {
    const { page, close } = await openPage(await everyBlock('official'))
    await page.waitForSelector('.reveal.ready')
    for (const key of ['o', 'Escape', 'F1', 'Escape', 'i'] as const) await page.keyboard.press(key)
    await page.waitForSelector('.ui-speaker .slide')
    const used = await page.$$eval('*', (all) =>
      all.flatMap((one) => [one.localName, ...one.getAttributeNames()].map((name) => `${one.localName} ${name}`)),
    )
    const newer = [...new Set(used)].map((one) => {
      const [element = '', name = ''] = one.split(' ')
      return name === element ? newerElement(element) : newerAttribute(element, name)
    })
    expect(used.length).toBeGreaterThan(1000)
    expect(newer.filter((found) => found !== '' && isHarmful(found))).toEqual([])
    await close()
  })
})

test('the documents name the same browsers', () => {
  const names = browserslist.join(', ')
  for (const file of ['README.md', 'docs/presenting.md'])
    expect(readFileSync(join(root, file), 'utf8')).toContain(names)
})

describe('what is newer is found', () => {
  test.each([
    ['list.with(0, 1)', 'Array.with'],
    ['const f = (a) => a.toSorted()', 'Array.toSorted'],
    ['Object.groupBy(list, key)', 'Object.groupBy'],
    ['if (a) Promise.withResolvers()', 'Promise.withResolvers'],
    ['document.startViewTransition(act)', 'Document.startViewTransition'],
    ['panel.showPopover()', 'HTMLElement.showPopover'],
    ['new CloseWatcher()', 'CloseWatcher'],
    ['URL.canParse(text)', 'URL.canParse'],
    ["addEventListener('scrollend', act)", 'scrollend_event'],
    ["panel.setAttribute('popover', '')", '[popover]'],
    ["element('div', { inert: '' })", '[inert]'],
    ['/(?<=a)b/.test(text)', 'lookbehind_assertion'],
    ["new RegExp('(?<!a)b')", 'lookbehind_assertion'],
    ["addEventListener('a', act, { once: true }); list.findLast(act).with(1)", 'Array.with'],
    ['if (list.with) { } else { other() } function later() { return list.at(0).toReversed() }', 'Array.toReversed'],
    ['list.with?.name && act(); const later = () => text.isWellFormed()', 'String.isWellFormed'],
  ])('in the script %s', (code, found) => {
    expect(newerInScript(code).join()).toContain(found)
  })

  test.each([
    'list.at(-1).findLastIndex(test)',
    'structuredClone(value)',
    'dialog.showModal()',
    'list.with?.(0, 1)',
    'navigator.wakeLock?.request("screen")',
    "if ('scrollend' in window || 'onscrollend' in window) addEventListener('scrollend', act)",
    'const act = () => { if (!document.startViewTransition) return other(); document.startViewTransition(go) }',
    'const drawing = { with: (a) => a }; drawing.with(1)',
    'typeof CloseWatcher === "function" ? new CloseWatcher() : null',
    'const CloseWatcher = load(); new CloseWatcher()',
  ])('but not in the script %s', (code) => {
    expect(newerInScript(code)).toEqual([])
  })

  test.each([
    ['a:has(b) { color: red }', ':has'],
    ['a:is(b, :has(c)) { color: red }', ':has'],
    ['a { background: color-mix(in srgb, red, blue) }', 'color-mix()'],
    ['a { &:hover { color: red } }', '&'],
    ['a { text-wrap: balance }', 'text-wrap'],
    ['@container (min-width: 1px) { a { color: red } }', '@container'],
    ['@media (width > 1px) { a { color: red } }', '@media (a < b)'],
    ['@starting-style { a { color: red } }', '@starting-style'],
    ['a { color: light-dark(red, blue) }', 'light-dark()'],
    ['a:popover-open { color: red }', ':popover-open'],
    ['a { user-select: none }', 'user-select'],
    ['a { mask-image: none }', 'mask-image'],
  ])('in the style sheet %s', (css, found) => {
    expect(newerInStyles(css).join()).toContain(found)
  })

  test.each([
    'a:focus-visible:not(b, c) { inset: 0; aspect-ratio: 1; height: 100dvh }',
    'a { background: red; background: color-mix(in srgb, red, blue) }',
    'a { -webkit-user-select: none; user-select: none }',
    '@supports (text-wrap: balance) { a { text-wrap: balance } }',
    'a { --mine: light; color: var(--mine) }',
  ])('but not in the style sheet %s', (css) => {
    expect(newerInStyles(css)).toEqual([])
  })
})
