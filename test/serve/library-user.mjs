// A program that uses Korme as a library. It calls no `process.exit`: it only ends if nothing is left open.
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { present, serve, UnfitDeckError } from 'korme'

const folder = await mkdtemp(join(tmpdir(), 'korme-library-'))
const deck = join(folder, 'talk.json')

/** Replaces the deck as editors do. */
async function save(title) {
  const text = typeof title === 'string' ? JSON.stringify({ lang: 'en', content: [{ title }] }) : '{ "content": 1 }'
  await writeFile(`${deck}.new`, text)
  await rename(`${deck}.new`, deck)
}

/** Starts a server, edits its deck, and returns the titles that its page had before and after. */
async function watchTitle(start, urlOf) {
  let resolveRead = () => {}
  const onRead = () => resolveRead()
  await save('Before')
  const server = await start({ onRead, onError: console.error })
  const title = async () => /<h1[^>]*>(?:<[^>]+>)*([^<]+)/.exec(await (await fetch(urlOf(server))).text())?.[1]
  const before = await title()
  const read = new Promise((resolve) => {
    resolveRead = resolve
  })
  await save('After')
  await read
  const after = await title()
  await server.close()
  const closed = await fetch(urlOf(server)).catch(() => 'closed')
  return [before, after, closed]
}

const served = await watchTitle(
  (options) => serve({ decks: [deck], ...options }),
  (preview) => preview.decks()[0].url,
)
const presented = await watchTitle(
  (options) => present(deck, options),
  (talk) => talk.urls.audience[0],
)
await save(null)
const refused = await present(deck).catch((error) => error)
const codes = refused instanceof UnfitDeckError ? refused.deck.report.diagnostics.map(({ code }) => code) : refused
await writeFile(process.argv[2], JSON.stringify({ served, presented, codes }))
await rm(folder, { recursive: true })
