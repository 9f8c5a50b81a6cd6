/**
 * What a PDF costs without Korme: a browser through Puppeteer, started, given one static page, printed once.
 * `node bench/reference.mjs BROWSER PAGE.html OUT.pdf` prints the milliseconds from the launch to the PDF.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import puppeteer from 'puppeteer-core'

const [executablePath, page, out] = process.argv.slice(2)
const html = readFileSync(page, 'utf8')
const start = performance.now()
const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox'], protocolTimeout: 0 })
const tab = await browser.newPage()
await tab.setJavaScriptEnabled(false)
await tab.setContent(html, { timeout: 0 })
const pdf = await tab.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true, timeout: 0 })
const ms = performance.now() - start
writeFileSync(out, pdf)
await browser.close()
console.log(Math.round(ms))
