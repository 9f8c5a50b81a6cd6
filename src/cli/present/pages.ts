import { loadTalkWords } from '../../languages/languages.ts'
import { livePolicy, renderServed, servedStyles } from '../../live/open-live.ts'
import type { LiveResource } from '../../model/wire/live.ts'
import type { TalkPageRenderer } from '../../serve/present/talk-routes.ts'
import { readClientFile } from '../../system/package-root.ts'
import { icon } from '../serve/icon.ts'

const sheets = ['/client/present.css']
const unscripted = '/client/document.css'

/** Joins what draws the pages of a talk with what serves them. */
export async function talkPages(): Promise<TalkPageRenderer> {
  const [speaker, remote, audience, style, all] = await Promise.all([
    readClientFile('speaker.js'),
    readClientFile('remote.js'),
    readClientFile('audience.js'),
    readClientFile('present.css'),
    loadTalkWords(),
  ])
  const styles = servedStyles(style)
  return {
    page: (state, role, data) => {
      // Whoever opens a remote's page has not shown yet that the deck is meant for them: it comes by the socket.
      const shown = role === 'remote' ? { ...state, pages: [], symbols: '' } : state
      return renderServed(shown, {
        sheets,
        unscripted,
        scripts: [`/client/${role}.js`],
        notes: role === 'speaker',
        data,
      })
    },
    policy: livePolicy,
    client: new Map([
      ['speaker.js', file('text/javascript', speaker)],
      ['remote.js', file('text/javascript', remote)],
      ['audience.js', file('text/javascript', audience)],
      ['present.css', file('text/css', styles.deck)],
      ['document.css', file('text/css', styles.document)],
      ['icon.svg', { mime: 'image/svg+xml', bytes: Buffer.from(icon) }],
    ]),
    words: (role, lang) => (role === 'audience' ? { [lang]: all[lang] } : all),
  }
}

const file = (mime: string, text: string): LiveResource => ({
  mime: `${mime}; charset=utf-8`,
  bytes: Buffer.from(text),
})
