import { loadTalkWords } from '../../languages/languages.ts'
import { livePolicy, renderServed } from '../../live/open-live.ts'
import { type Lang, langs } from '../../model/lang.ts'
import type { AudienceWords, PresentWords, RemoteWords } from '../../model/wire/talk-words.ts'
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
    entryWords: (lang) => words[lang].talk.entry,
    words: (role) => {
      if (role === 'speaker') return words
      const own = role === 'audience' ? forAudience : forRemote
      const of = (lang: Lang) => ({ ...words[lang], talk: own(words[lang].talk) })
      return Object.fromEntries(langs.map((lang) => [lang, of(lang)]))
    },
  }
}

function forRemote(all: PresentWords): RemoteWords {
  const {
    share: _share,
    hall: _hall,
    entry: _entry,
    ask: _ask,
    desk: { file: _file, ...desk },
    rehearsal: _rehearsal,
    trouble: _trouble,
    covers: _covers,
    watch: _watch,
    ...words
  } = all
  return { ...words, desk }
}

function forAudience(all: PresentWords): AudienceWords {
  const {
    share: _share,
    hall: _hall,
    entry: _entry,
    desk: _desk,
    rehearsal: _rehearsal,
    remote: _remote,
    trouble: _trouble,
    covers: _covers,
    stage: _stage,
    ...words
  } = all
  return words
}
