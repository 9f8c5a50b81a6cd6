import { expect, test } from 'vitest'
import { openPage } from '../browser.ts'
import { buildDeck } from './built.ts'
import { expectWholeSlides } from './built-slides.ts'
import { slides } from './generate.ts'

// A sample of the thousand slides of `npm run verify:fit`.
test('of 60 built slides none overflows, in a real browser, even with wider letters', async () => {
  const built = await buildDeck(slides(60, 21))
  expect(built.deck.pages.length).toBeGreaterThan(90)
  const { page, errors, close } = await openPage(built.html)
  expect(errors).toEqual([])
  await expectWholeSlides(built, page)
  await close()
})
