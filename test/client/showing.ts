import { afterEach, beforeAll, expect } from 'vitest'
import { type OpenOptions, type OpenPage, openPage } from '../browser.ts'
import { pageOf, type TestDeck } from './fixture.ts'

/** Returns a function that opens the page of a deck. It is closed after the test, which fails if the page had an error. */
export function showing(deck: TestDeck) {
  let html: string
  let opened: OpenPage | undefined

  beforeAll(async () => {
    html = await pageOf(deck)
  })

  afterEach(async () => {
    expect(opened?.errors ?? []).toEqual([])
    await opened?.close()
    opened = undefined
  })

  return async (options: OpenOptions = {}) => {
    opened = await openPage(html, options)
    await opened.page.waitForSelector('.reveal.ready')
    return opened.page
  }
}
