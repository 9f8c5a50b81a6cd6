import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { present as words } from '../../src/languages/en/present.ts'
import { openLive } from '../../src/live/open-live.ts'
import type { Broadcast } from '../../src/serve/talk/broadcast.ts'
import { withContentVersions } from '../../src/serve/talk/content-versions.ts'
import { type FollowerServer, serveFollowers } from '../../src/serve/talk/follower-server.ts'
import { makeMemoryBroadcast } from '../../src/serve/talk/memory-broadcast.ts'
import { makeToken } from '../../src/serve/talk/secrets.ts'
import { onlineBrowser } from '../online.ts'
import { type BlockingProxy, openBlockingProxy } from './blocking-proxy.ts'
import { enter, openTalk, type TestTalk, type Visitor } from './talk/talk-server.ts'

const deck = JSON.stringify({
  lang: 'en',
  content: [
    { block: '1', title: 'Start' },
    { title: 'Which day?', poll: ['Monday', 'Friday'] },
    { title: 'End', text: 'Thanks' },
  ],
})

let talk: TestTalk
let relay: FollowerServer
let proxy: BlockingProxy
let speaker: Visitor
const pages: Page[] = []
const errors: string[] = []

beforeAll(async () => {
  const broadcast: Broadcast = makeMemoryBroadcast()
  talk = await openTalk(undefined, undefined, null, deck, { broadcast })
  const live = withContentVersions(await openLive(talk.deck, { rejectTruncated: true }))
  const onError = (error: unknown) => void errors.push(String(error))
  relay = await serveFollowers({ live, broadcast, key: makeToken(), watchOnly: false, network: false, onError })
  speaker = await enter(talk, 'speaker')
})
beforeEach(async () => {
  proxy = await openBlockingProxy(relay.server.port)
})
afterEach(async () => {
  for (const page of pages.splice(0)) await page.browserContext().close()
  proxy.close()
  expect(errors).toEqual([])
})
afterAll(async () => {
  await relay.close()
  await talk.close()
})

/** Opens the page of a phone. */
async function follow(): Promise<Page> {
  const browser = await onlineBrowser()
  const page = await (await browser.browser().createBrowserContext()).newPage()
  pages.push(page)
  page.on('pageerror', (error) => errors.push(String(error)))
  await page.setExtraHTTPHeaders({ 'Accept-Language': 'en' })
  await page.goto(proxy.url)
  await page.waitForSelector('.reveal.ready')
  return page
}

const go = (page: string) => speaker.say({ type: 'go', page, step: null })
const isAt = (page: Page, id: string) =>
  page.waitForFunction((wanted) => document.querySelector('section.present')?.id === wanted, {}, id)
/** Whether the page says that it only watches, and the ballot and the button to ask are there. */
const ways = (page: Page) =>
  page.evaluate(() => {
    const isShown = (selector: string) => document.querySelector(selector)?.checkVisibility() === true
    return {
      notice: isShown('.ui-watching') ? document.querySelector('.ui-watching')!.textContent : null,
      ballot: isShown('.ui-ballot fieldset'),
      ask: isShown('.ui-ask-button'),
    }
  })
const watching = { notice: words.watch, ballot: false, ask: false }
const taking = { notice: null, ballot: true, ask: true }
const become = (page: Page, wanted: object) => expect.poll(() => ways(page), { timeout: 30_000 }).toEqual(wanted)

test.each([
  ['strips', 'opened'],
  ['swallows', 'in use'],
] as const)(
  'where a proxy %s connections while a page is %s, it watches, says so, and takes part again after it',
  async (treatment, time) => {
    if (time === 'opened') proxy.treatSockets(treatment)
    go('s2')
    const page = await follow()
    await isAt(page, 's2')
    if (time === 'in use') {
      await become(page, taking)
      proxy.treatSockets(treatment)
    }
    await become(page, watching)
    go('s3')
    await isAt(page, 's3')
    go('s2')
    await isAt(page, 's2')
    expect(await ways(page)).toEqual(watching)

    proxy.treatSockets('passes')
    // A phone tries once a minute, and when it changes its network.
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await become(page, taking)
    await page.click('.ui-ballot label')
    await expect.poll(async () => (await speaker.next('ballot')).poll?.voters).toBeGreaterThan(0)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    go('s3')
    await isAt(page, 's3')
    expect(asked.filter((url) => url.endsWith('/latest.json'))).toEqual([])
  },
)
