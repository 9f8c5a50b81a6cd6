import { join } from 'node:path'
import { loadEditWords, loadServeWords, loadStartEditWords } from '../../languages/languages.ts'
import { editedPolicy, livePolicy, renderServed, renderThumbnail } from '../../live/open-live.ts'
import type { Lang } from '../../model/lang.ts'
import type { LiveResource } from '../../model/live.ts'
import { disk } from '../../system/disk.ts'
import { packageRoot } from '../../system/package-root.ts'
import { clientFiles } from '../client-files.ts'
import type { PageRenderer } from './deck-routes.ts'
import { waitingPage } from './start-page.ts'

/**
 * Loads everything that the pages of `serve` need besides the decks. `canEdit`: they have the editor instead of the plain
 * preview.
 */
export async function loadDeckPages(canEdit: boolean): Promise<PageRenderer> {
  const name = canEdit ? 'edit' : 'serve'
  const start = canEdit ? 'edit-start' : 'start'
  const sheets = [`/client/${name}.css`]
  const scripts = [`/client/${name}.js`]
  const allScripts = [`${name}.js`, `${start}.js`, ...(canEdit ? ['source.js'] : [])]
  const [client, words, editing, startEditWords] = await Promise.all([
    clientFiles({ scripts: allScripts, sheets: [`${start}.css`], deckSheet: `${name}.css` }),
    loadServeWords(),
    canEdit ? loadEditing() : null,
    canEdit ? loadStartEditWords() : null,
  ])
  const waitingSheet = client.get(`${name}.css`)
  const editData = (lang: Lang) =>
    editing && {
      'edit-data': {
        words: editing.words[lang],
        schema: `/client/${schemaName(lang)}`,
        newSlides: editing.newSlides,
      },
    }
  return {
    page: (state, data, lang) =>
      renderServed(state, { sheets, scripts, notes: true, data: { ...data, ...editData(lang) } }),
    waitingPage: (data, pageWords, title) =>
      waitingPage({ data: { ...data, ...editData(pageWords.lang) }, words: pageWords, title, script: `${name}.js` }),
    thumbnail: (state) => renderThumbnail(state, { sheets }),
    policy: canEdit ? editedPolicy : livePolicy,
    client: new Map([
      ...client,
      ...(waitingSheet ? [['serve.css', waitingSheet] as const] : []),
      ...(editing?.files ?? []),
    ]),
    words,
    startEditWords,
  }
}

const schemaName = (lang: Lang): string => (lang === 'en' ? 'deck.schema.json' : `deck.schema.${lang}.json`)

/** Loads the words of the editor, and the schemas of decks with the words of each language. */
async function loadEditing() {
  const words = await loadEditWords()
  const files = await Promise.all(
    Object.values(words).map(async ({ lang }): Promise<readonly [string, LiveResource]> => {
      const text = await disk.readText(join(packageRoot(), 'schemas', schemaName(lang)))
      return [schemaName(lang), { mime: 'application/json; charset=utf-8', bytes: Buffer.from(text) }]
    }),
  )
  const newSlides = Object.fromEntries(Object.values(words).map(({ lang, newSlide }) => [lang, newSlide]))
  return { words, files, newSlides }
}
