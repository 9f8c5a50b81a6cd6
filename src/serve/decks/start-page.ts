import { html, raw } from 'hono/html'
import type { DeckView, ServeWords, StartPageData } from '../../model/wire/serve-pages.ts'
import type { StartEditing } from '../../model/wire/start-edit.ts'

/** Options of `startPage`. */
export interface StartPageOptions {
  decks: readonly DeckView[]
  run: string
  words: ServeWords
  /** The folder that is watched for decks, as users write it. */
  folder: string
  /** The command that creates a deck. */
  command: string
  /** What people may do here besides reading; null if nothing. */
  editing: StartEditing | null
}

/** Escapes JSON for a `<script>` element: no text in it can end the element. */
const json = (value: unknown) => raw(JSON.stringify(value).replaceAll('<', '\\u003c'))

/**
 * Renders the page that lists the decks. Its script keeps the list up to date; without scripts, it is a list of links.
 * The tag `html` escapes all texts.
 */
export function startPage({ decks, run, words, folder, command, editing }: StartPageOptions): string {
  const { start } = words
  const file = editing ? 'edit-start' : 'start'
  const [before, after] = start.empty.replace('{x}', folder).split('{y}')
  return html`<!DOCTYPE html>
<html lang="${words.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${start.title} · Korme</title>
<link rel="icon" href="/client/icon.svg">
<link rel="stylesheet" href="/client/${file}.css">
</head>
<body>
<header id="head"><h1>${start.title}</h1><p id="about">${editing?.words.readOnly ?? start.about}</p></header>
<main><ul class="decks" id="decks">${decks.map(
    ({ url, title, file }) => html`<li><a href="${url}">${title || file}</a></li>`,
  )}</ul><p class="empty" id="empty"${decks.length > 0 ? raw(' hidden') : ''}>${before}<code>${command}</code>${after}</p></main>
<script type="application/json" id="start-data">${json({ decks, run, words, editing } satisfies StartPageData)}</script>
<script src="/client/${file}.js"></script>
</body>
</html>`.toString()
}

/** What the page of a deck without slides is made of. */
export interface WaitingPageOptions {
  /** What is embedded as JSON for the page's script, by the ids of the elements. */
  data: Readonly<Record<string, unknown>>
  words: ServeWords
  title: string
  /** The name of its script below `/client/`. */
  script: string
}

/** Renders the page of a deck that has never been valid: its script shows the findings, and reloads once it is. */
export function waitingPage({ data, words, title, script }: WaitingPageOptions): string {
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
${Object.entries(data).map(([id, value]) => html`<script type="application/json" id="${id}">${json(value)}</script>`)}
<script src="/client/${script}"></script>
</body>
</html>`.toString()
}
