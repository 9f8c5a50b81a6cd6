/**
 * What a PDF costs without Korme: a browser through Puppeteer, started, given one static page, printed once.
 * `node bench/reference.mjs BROWSER PAGE.html OUT.pdf`
 */
import { readFileSync, writeFileSync } from 'node:fs'
import puppeteer from 'puppeteer-core'

const [executablePath, page, out] = process.argv.slice(2)
const html = readFileSync(page, 'utf8')
const browser = await puppeteer.launch({
  executablePath,
  args: ['--no-sandbox'],
  protocolTimeout: 0,
  headless: /shell/.test(executablePath) ? 'shell' : true,
})
const tab = await browser.newPage()
await tab.setJavaScriptEnabled(false)
await tab.setContent(html, { timeout: 0 })
const pdf = await tab.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true, timeout: 0 })
writeFileSync(out, pdf)
await browser.close()
