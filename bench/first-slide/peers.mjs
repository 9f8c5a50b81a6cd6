/** The same deck as a page of Korme and of others: the same texts and pictures, slide by slide. */
import { execFileSync, execSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** What the slides of a built page say and show. Shape: `{ texts: [{ name, text }], pictures: [src] }` for each slide. */
function contentOfPage() {
  const background = (image) => /url\("(data:[^"]*)"\)/.exec(getComputedStyle(image).backgroundImage)?.[1]
  return [...document.querySelectorAll('.slides > section')].map((slide) => ({
    texts: [...slide.querySelectorAll('h1, h2, h3, p, li, text')]
      .filter((element) => !element.closest('.notes') && !element.querySelector('p, li'))
      .map(({ localName, textContent }) => ({ name: localName, text: textContent.trim() }))
      .filter(({ text }) => text !== ''),
    pictures: [...slide.querySelectorAll('img')].map((image) => background(image) ?? image.src),
  }))
}

const isHeading = (name) => /^h\d$/.test(name)
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Writes the pictures beside the page, each once. Gives the name of the file of each. */
function writePictures(slides, folder) {
  const files = new Map()
  for (const source of slides.flatMap(({ pictures }) => pictures)) {
    if (files.has(source)) continue
    const [, type, encoding] = /^data:image\/([a-z]+)[^,]*?(;base64)?,/.exec(source)
    const bytes = decodeURIComponent(source.slice(source.indexOf(',') + 1))
    const file = `picture-${files.size}.${type}`
    writeFileSync(join(folder, file), Buffer.from(bytes, encoding ? 'base64' : 'utf8'))
    files.set(source, file)
  }
  return files
}

/** A plain page of reveal.js, as its documentation begins: its script, style sheet and theme, and a line that starts it. */
function writeReveal(slides, files, folder) {
  for (const file of ['reveal.js', 'reveal.css', 'theme/white.css']) {
    copyFileSync(join(root, 'node_modules/reveal.js/dist', file), join(folder, file.replace('/', '-')))
  }
  const sections = slides.map(({ texts, pictures }) => {
    const lines = texts.map(({ name, text }) =>
      isHeading(name) ? `<h2>${escaped(text)}</h2>` : `<p>${escaped(text)}</p>`,
    )
    return `<section>${lines.join('\n')}${pictures.map((one) => `<img src="${files.get(one)}" alt="">`).join('')}</section>`
  })
  writeFileSync(
    join(folder, 'reveal.html'),
    `<!DOCTYPE html><html lang="kk"><head><meta charset="utf-8"><title>reveal.js</title>
<link rel="stylesheet" href="reveal.css"><link rel="stylesheet" href="theme-white.css"></head>
<body><div class="reveal"><div class="slides">\n${sections.join('\n')}\n</div></div>
<script src="reveal.js"></script><script>Reveal.initialize({ hash: true })</script></body></html>`,
  )
}

/** The tool that `BENCH_PAGE_PEER="name=command"` names; `{markdown}` and `{out}` in the command are files. */
const [, peer, peerCommand] = /^([^=]+)=(.+)$/s.exec(process.env.BENCH_PAGE_PEER ?? '') ?? []

/** A page of that tool, made from the same slides in Markdown. */
function writePeer(slides, files, folder) {
  const pages = slides.map(({ texts, pictures }) => {
    const lines = texts.map(
      ({ name, text }) => `${isHeading(name) ? '## ' : ''}${text.replace(/[\\`*_#<>[\]]/g, '\\$&')}`,
    )
    return [...lines, ...pictures.map((one) => `![](${files.get(one)})`)].join('\n\n')
  })
  writeFileSync(join(folder, 'page.md'), `---\nmarp: true\n---\n\n${pages.join('\n\n---\n\n')}\n`)
  const command = peerCommand.replaceAll('{markdown}', 'page.md').replaceAll('{out}', 'peer.html')
  execSync(command, { cwd: folder, stdio: 'ignore' })
}

/** Builds a deck. Gives its page. */
function build(deck, folder) {
  execFileSync(process.execPath, [join(root, 'build/korme.js'), 'build', deck, '--out', folder, '--quiet'])
  return join(folder, `${deck.split('/').at(-1).replace('.json', '')}.html`)
}

/** Writes the pages of a deck into a folder. Gives their names and files, Korme first. */
export async function writePages(browser, deck, folder) {
  mkdirSync(folder, { recursive: true })
  const built = build(deck, folder)
  const page = await browser.newPage()
  await page.goto(`file://${built}`)
  await page.waitForSelector('.reveal.ready')
  const slides = await page.evaluate(contentOfPage)
  await page.close()
  writeFileSync(join(folder, 'korme.html'), readFileSync(built))
  const files = writePictures(slides, folder)
  writeReveal(slides, files, folder)
  const pages = [
    { name: 'Korme', file: 'korme.html' },
    { name: 'reveal.js', file: 'reveal.html' },
  ]
  if (!peerCommand) return pages
  writePeer(slides, files, folder)
  return [...pages, { name: peer, file: 'peer.html' }]
}
