import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { openLive } from '../../src/live/open-live.ts'
import type { LivePage } from '../../src/model/wire/live.ts'

const root = join(import.meta.dirname, '../..')

const pagesOf = (pages: readonly LivePage[], slide: number) =>
  pages.filter(({ id }) => new RegExp(`^s${slide + 1}(?:[-_]|$)`).test(id))

/** Expects every slide of a deck, drafted as it is, to look as it does, with the same findings. Shape: a path in the project. */
export async function expectDraftsAsShown(path: string): Promise<void> {
  const live = await openLive(join(root, path))
  const text = readFileSync(join(root, path), 'utf8')
  const { slides, diagnostics } = live.report()
  expect(slides).toBeGreaterThan(5)
  for (const { tag, pages, css } of live.states())
    for (let slide = 0; slide < slides; slide++) {
      const draft = await live.draft({ text, slide, tag })
      const name = `slide ${slide + 1} in ${tag}`
      expect(draft?.pages, name).toEqual(pagesOf(pages, slide))
      for (const rule of draft!.css.split('\n')) expect(css, name).toContain(rule)
      const codes = draft!.diagnostics.map(({ code, range }) => `${code} ${range.start}`)
      expect(
        diagnostics.map(({ code, range }) => `${code} ${range.start}`),
        name,
      ).toEqual(expect.arrayContaining(codes))
    }
}
