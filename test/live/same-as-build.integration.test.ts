import { relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findProject } from '../../src/load/project.ts'
import { build, decks, expectSame, expectSameAsBuild, live, sourceOf } from './same-as-build.ts'

test('there are fixture decks of every kind', () => {
  const folders = new Set(decks.map((path) => relative('.', path).split('/').slice(0, -2).join('/')))
  expect([...folders]).toEqual(expect.arrayContaining(['test/fixtures/parse', 'test/fixtures/validate']))
  expect(decks.filter((path) => path.startsWith('decks/')).length).toBeGreaterThan(2)
})

/** One of so many of our decks, the others in `npm run verify:live`. */
const sample = 8

test.each(decks.filter((path, i) => path.startsWith('decks/') || i % sample === 0))(
  '%s is the same in the live preview as in a build',
  expectSameAsBuild,
)

/** Edits of a deck's text, each made to the result of the one before. */
const edits: Record<string, (text: string) => string> = {
  'a word in the first title': (text) => text.replace(/"title":\s*(?:\{\s*"\w+":\s*)?"(?=\p{L})/u, '$&Жаңа '),
  'a word in the last text': (text) => text.replace(/(.*"text":\s*(?:\{\s*"\w+":\s*)?")(?=\p{L})/su, '$1Бір сөз. '),
  'signs that the theme lacks': (text) => text.replace(/"title":\s*(?:\{\s*"\w+":\s*)?"(?=\p{L})/u, '$&★ 🚀 '),
  'another one': (text) => text.replace('🚀', '🏆 α'),
  'a picture that is not there': (text) => text.replace(/\{(?=\s*"(?:title|block)")/, '{ "img_path": "missing.png",'),
  'a comma too many': (text) => text.replace(/\}(?=\s*\]\s*\}\s*$)/, '},'),
  'a new first slide': (text) => text.replace(/"content":\s*\[/, '$&{ "title": "Алдымен", "text": "Жаңа слайд" },'),
  'a file that cannot be shown': (text) => `${text.slice(0, 40)} ]`,
  'everything back': () => '',
}

describe.each(['decks/every-block.json', 'decks/priemnaya.json', 'test/fixtures/gallery/gallery.json'])(
  '%s',
  (path) => {
    test('is the same as a build of the same bytes after each edit', async () => {
      const original = sourceOf(path)
      const project = await findProject(original.path)
      const { save } = await live(project, original)
      await save(original)
      let text = original.bytes.toString()
      let shownAtOnce = 0
      for (const [name, edit] of Object.entries(edits)) {
        const before = text
        text = edit(text) || original.bytes.toString()
        expect(text, name).not.toBe(before)
        const file = sourceOf(path, text)
        const { isShownAtOnce, result } = await save(file)
        if (isShownAtOnce) shownAtOnce += 1
        // What was read for an earlier state stays listed.
        const { filesRead: _, ...after } = result
        const { filesRead: __, ...fresh } = await build(file, project)
        expectSame(after, fresh, name)
      }
      expect(shownAtOnce).toBeGreaterThan(1)
    })
  },
)
