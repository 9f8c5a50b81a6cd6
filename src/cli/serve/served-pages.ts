import { loadServeWords } from '../../languages/languages.ts'
import { livePolicy, renderServed, renderThumbnail, servedStyles } from '../../live/open-live.ts'
import type { LiveResource } from '../../model/wire/live.ts'
import type { PageRenderer } from '../../serve/deck-routes.ts'
import { readClientFile } from '../../system/package-root.ts'
import { icon } from './icon.ts'

const sheets = ['/client/serve.css']
const unscripted = '/client/document.css'

/** Joins what draws pages with what serves them. */
export async function servedPages(): Promise<PageRenderer> {
  const [script, style, startScript, startStyle, kk, ru, en] = await Promise.all([
    readClientFile('serve.js'),
    readClientFile('serve.css'),
    readClientFile('start.js'),
    readClientFile('start.css'),
    loadServeWords('kk'),
    loadServeWords('ru'),
    loadServeWords('en'),
  ])
  const styles = servedStyles(style)
  return {
    page: (state, data) =>
      renderServed(state, { sheets, unscripted, scripts: ['/client/serve.js'], notes: true, data }),
    thumbnail: (state) => renderThumbnail(state, { sheets, unscripted }),
    policy: livePolicy,
    client: new Map([
      ['serve.js', file('text/javascript', script)],
      ['serve.css', file('text/css', styles.deck)],
      ['document.css', file('text/css', styles.document)],
      ['start.js', file('text/javascript', startScript)],
      ['start.css', file('text/css', startStyle)],
      ['icon.svg', file('image/svg+xml', icon)],
    ]),
    words: { kk, ru, en },
  }
}

const file = (mime: string, text: string): LiveResource => ({
  mime: mime.startsWith('text/') ? `${mime}; charset=utf-8` : mime,
  bytes: Buffer.from(text),
})
