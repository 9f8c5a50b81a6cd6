import { loadTalkWords } from '../../languages/languages.ts'
import { livePolicy, renderServed } from '../../live/open-live.ts'
import { clientFiles } from '../client-files.ts'
import type { TalkPageRenderer } from './talk-routes.ts'

const sheets = ['/client/present.css']

/** Loads everything that the pages of a talk need besides the deck. */
export async function loadTalkPages(): Promise<TalkPageRenderer> {
  const [client, words] = await Promise.all([
    clientFiles({ scripts: ['speaker.js', 'remote.js', 'audience.js'], deckSheet: 'present.css' }),
    loadTalkWords(),
  ])
  return {
    page: (state, role, data) => {
      // Anyone may open the page of a remote. It contains no slides: they are sent after the PIN was entered.
      const visible = role === 'remote' ? { ...state, pages: [], symbols: '' } : state
      const scripts = [`/client/${role}.js`]
      return renderServed(visible, { sheets, scripts, notes: role === 'speaker', data })
    },
    policy: livePolicy,
    client,
    words: (role, langs) =>
      role === 'audience' ? Object.fromEntries(langs.map((lang) => [lang, words[lang]])) : words,
  }
}
