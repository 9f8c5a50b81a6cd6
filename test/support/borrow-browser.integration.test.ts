import puppeteer from 'puppeteer-core'
import { expect, inject, onTestFinished, test } from 'vitest'
import { findBrowser } from '../../src/export/browser.ts'
import { borrowFrom } from './borrow-browser.ts'
import { onlineOptions } from './shared-browsers.ts'

async function launch() {
  const { env, isHeadlessShell, path } = await findBrowser()
  const options = { executablePath: path, env: { ...process.env, ...env }, ...onlineOptions(isHeadlessShell) }
  const browser = await puppeteer.launch(options)
  onTestFinished(() => browser.close())
  return browser
}

test('every worker has both browsers to lend', () => {
  const address = expect.stringMatching(/^ws:/)
  expect(inject('sharedBrowsers')[Number(process.env.VITEST_POOL_ID) - 1]).toEqual({
    offline: address,
    online: address,
  })
})

test('one borrower after the other finds no page and nothing that was kept', async () => {
  const browser = await launch()
  const first = (await borrowFrom(browser.wsEndpoint()))!
  const page = await first.context.newPage()
  await page.goto('data:text/html,one')
  await first.context.setCookie({ name: 'left', value: 'yes', domain: 'korme.test' })
  await (await first.context.browser().createBrowserContext()).newPage()
  await first.giveBack()
  const second = (await borrowFrom(browser.wsEndpoint()))!
  expect(second.context.browser().connected).toBe(true)
  expect(await second.context.pages()).toEqual([])
  expect(await second.context.cookies()).toEqual([])
  expect(second.context.browser().browserContexts()).toHaveLength(2) // that of the browser and this one
  await second.giveBack()
})

test('a browser that has crashed is not lent', async () => {
  const browser = await launch()
  const address = browser.wsEndpoint()
  const closed = new Promise((resolve) => browser.once('disconnected', resolve))
  browser.process()?.kill('SIGKILL')
  await closed
  expect(await borrowFrom(address)).toBeNull()
})
