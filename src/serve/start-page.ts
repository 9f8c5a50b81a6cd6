import { html, raw } from 'hono/html'
import type { DeckView, ServeWords, StartPageData } from '../model/wire/serve-pages.ts'

/** What the start page is made of. */
export interface StartPageOptions {
  decks: readonly DeckView[]
  run: string
  words: ServeWords
  /** The folder that is watched for decks, as people name it, and the command that starts one. */
  folder: string
  command: string
}

/** JSON that cannot end the element it stands in. */
const json = (value: unknown) => raw(JSON.stringify(value).replaceAll('<', '\\u003c'))

/**
 * The page that lists the decks. Its script draws the list and keeps it up; without one, there are links.
 * Shape: `html` escapes all texts.
 */
export function startPage({ decks, run, words, folder, command }: StartPageOptions): string {
  const { start } = words
  const [before, after] = start.empty.replace('{x}', folder).split('{y}')
  return html`<!DOCTYPE html>
<html lang="${words.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${start.title} · Korme</title>
<link rel="icon" href="/client/icon.svg">
<link rel="stylesheet" href="/client/start.css">
</head>
<body>
<header><h1>${start.title}</h1><p>${start.about}</p></header>
<main><ul class="decks" id="decks">${decks.map(
    ({ url: address, title, file }) => html`<li><a href="${address}">${title || file}</a></li>`,
  )}</ul><p class="empty" id="empty"${decks.length > 0 ? raw(' hidden') : ''}>${before}<code>${command}</code>${after}</p></main>
<script type="application/json" id="start-data">${json({ decks, run, words } satisfies StartPageData)}</script>
<script src="/client/start.js"></script>
</body>
</html>`.toString()
}

/** The page of a deck that could not be shown yet: its script shows what was found, and loads it once it can be. */
export function waitingPage(data: unknown, words: ServeWords, title: string): string {
  return html`<!DOCTYPE html>
<html lang="${words.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="/client/icon.svg">
<link rel="stylesheet" href="/client/serve.css">
</head>
<body class="ui-waiting">
<script type="application/json" id="served-data">${json(data)}</script>
<script src="/client/serve.js"></script>
</body>
</html>`.toString()
}
