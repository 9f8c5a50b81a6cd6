import { loadSampleDecks } from '../languages/languages.ts'
import { type Lang, langs, type MultilingualText } from '../model/lang.ts'
import type { SampleDeckWords } from '../model/words.ts'

/** Writes a deck of three slides to start from. With `all`, every text is in every language. */
export async function sampleDeck(lang: Lang | 'all', id: string, schema: string): Promise<Record<string, unknown>> {
  const samples = await loadSampleDecks()
  const text = (field: keyof SampleDeckWords): MultilingualText =>
    lang === 'all' ? Object.fromEntries(langs.map((one) => [one, samples[one][field]])) : samples[lang][field]
  return {
    $schema: schema,
    name: text('name'),
    ID: id,
    lang: lang === 'all' ? langs[0] : lang,
    logo_title: '',
    logo_path: '',
    slide_max: 3,
    slide_now: 1,
    content: [
      { title: text('title'), block: '1', img_path: '', video: '', map: '', text: text('subtitle') },
      {
        title: text('textTitle'),
        block: '2',
        img_path: '',
        video: '',
        map: '',
        text: text('text'),
        notes: text('notes'),
      },
      { title: text('closingTitle'), block: '10', img_path: '', video: '', map: '', text: text('closing') },
    ],
  }
}
