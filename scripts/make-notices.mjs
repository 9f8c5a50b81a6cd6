/**
 * Writes `THIRD_PARTY_NOTICES.md`: the licences of the code, fonts and data of others that come with Korme.
 * `npm run notices:make`, after `node scripts/make.mjs`. A test fails if the file is out of date.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const read = (...parts) => readFile(join(root, ...parts), 'utf8')
const readJson = async (...parts) => JSON.parse(await read(...parts))

const isc = `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted,
provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED
WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR
CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF
CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`

/** The licences of packages without a licence file. */
const missingTexts = {
  saxes: async () => `Copyright (c) Louis-Dominique Dubeau\n\n${isc}`,
  // The package contains RxJS, whose text of the same licence is complete, and mitt, which has no text.
  'puppeteer-core': async () => {
    const [rxjs, parsel] = await Promise.all(['rxjs/rxjs.js', 'parsel-js/parsel-js.js'].map(puppeteerPart))
    const own = 'Copyright The Chromium Authors (Apache-2.0)'
    const parts = 'It contains RxJS (Apache-2.0), Parsel and mitt (MIT, Copyright (c) 2021 Jason Miller).'
    return `${own}\n\n${parts}\n\nApache-2.0:\n\n${rxjs}\n\nParsel:\n\n${parsel}`
  },
}

/** Returns the licence in the first comment of a file that puppeteer-core contains. */
async function puppeteerPart(name) {
  const code = await read('node_modules/puppeteer-core/lib/esm/third_party', name)
  const [, comment] = /\/\*\*?([\s\S]*?)\*\//.exec(code)
  return tidy(comment.replace(/^ *\* ?/gm, ''))
}

/** Removes spaces and line breaks without meaning. */
const tidy = (text) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/^\n+|\n+$/g, '')

/** Returns the licence files of a package. */
async function licenceOf(folder) {
  const names = await readdir(join(root, 'node_modules', folder))
  const files = names.filter((name) => /^(?:licen[cs]e|copying|notice)/i.test(name)).sort()
  if (files.length > 0) {
    return (await Promise.all(files.map((name) => read('node_modules', folder, name)))).map(tidy).join('\n\n')
  }
  const write = missingTexts[folder]
  if (!write) throw new Error(`${folder} has no licence file; add its text to missingTexts`)
  return write()
}

/** Returns the sections of the entries; those with the same text share one. */
function groupByText(entries) {
  const groups = new Map()
  for (const { title, text } of entries) groups.set(text, [...(groups.get(text) ?? []), title])
  return [...groups].map(([text, titles]) => `### ${titles.join(', ')}\n\n${quote(text)}`)
}

const quote = (text) => ['```', text, '```'].join('\n')

/** Returns the licences of the packages that are bundled into `build/`. */
async function inlinedCode() {
  const folders = await readJson('build/generated/inlined-packages.json')
  const entries = folders.map(async (folder) => {
    const { name, version, license } = await readJson('node_modules', folder, 'package.json')
    return { title: `${name} ${version} (${license})`, text: await licenceOf(folder) }
  })
  return groupByText(await Promise.all(entries))
}

/** Returns a table of the packages that are installed with Korme, each with its own licence file. */
async function installedPackages() {
  const { packages } = await readJson('package-lock.json')
  const rows = Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(([path, { version, license }]) => `| ${path.replace(/^.*node_modules\//, '')} | ${version} | ${license} |`)
  return ['| package | version | licence |', '|---|---|---|', ...[...new Set(rows)].sort()].join('\n')
}

async function fonts() {
  const families = (await readdir(join(root, 'static/fonts'), { withFileTypes: true })).filter((one) =>
    one.isDirectory(),
  )
  const folders = [...families.map(({ name }) => `static/fonts/${basename(name)}`), 'static/signs']
  const entries = folders.map(async (title) => ({ title, text: tidy(await read(title, 'OFL.txt')) }))
  return groupByText(await Promise.all(entries))
}

/** Returns the content of `THIRD_PARTY_NOTICES.md`. */
export async function notices() {
  const places = tidy(await read('static/places/SOURCES.md'))
  const sections = [
    '# Third-party notices',
    'Korme is under the MIT licence, see `LICENSE`. It contains and uses work of others, under the licences below.',
    '## Code inside the files of `build/`',
    ...(await inlinedCode()),
    '## Packages that are installed with Korme',
    'Each has its licence in its own folder. Of the packages for one kind of machine, only those for yours are installed. ' +
      'The package `@sparticuz/chromium` contains a build of Chromium (BSD-3-Clause and others: open `chrome://credits` in any ' +
      'Chromium).',
    await installedPackages(),
    '## Fonts',
    ...(await fonts()),
    '## Data of maps (`static/places/`)',
    places.replace(/^# .*\n+/, '').replace(/^## /gm, '### '),
  ]
  return `${sections.join('\n\n')}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(join(root, 'THIRD_PARTY_NOTICES.md'), await notices())
}
