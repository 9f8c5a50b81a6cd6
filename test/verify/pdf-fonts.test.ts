import { describe, test } from 'vitest'
import { browsers, expectSamePainting } from '../export/browser/painted-fonts.ts'

describe.runIf(process.platform === 'linux').each(Object.keys(browsers))('with %s', (name) => {
  test.each([
    ['decks/bayqau.json', 'official'],
    ['test/fixtures/gallery/gallery.json', 'calm'],
    ['decks/every-block.json', 'stage'],
  ])('%s in the theme %s is painted the same with installed fonts as with its own', async (path, theme) => {
    const browser = await browsers[name]!()
    if (browser) await expectSamePainting(browser, path, theme)
  })
})
