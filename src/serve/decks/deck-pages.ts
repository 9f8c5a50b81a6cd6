import { loadServeWords } from '../../languages/languages.ts'
import { livePolicy, renderServed, renderThumbnail } from '../../live/open-live.ts'
import { clientFiles } from '../client-files.ts'
import type { PageRenderer } from './deck-routes.ts'

const sheets = ['/client/serve.css']

/** Loads everything that the pages of `serve` need besides the decks. */
export async function loadDeckPages(): Promise<PageRenderer> {
  const [client, words] = await Promise.all([
    clientFiles({ scripts: ['serve.js', 'start.js'], sheets: ['start.css'], deckSheet: 'serve.css' }),
    loadServeWords(),
  ])
  return {
    page: (state, data) => renderServed(state, { sheets, scripts: ['/client/serve.js'], notes: true, data }),
    thumbnail: (state) => renderThumbnail(state, { sheets }),
    policy: livePolicy,
    client,
    words,
  }
}
