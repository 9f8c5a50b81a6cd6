import { loadSampleDecks, loadSampleReports } from '../languages/languages.ts'
import { type Lang, langs, type MultilingualText } from '../model/lang.ts'
import type { SampleDeckWords, SampleReportWords } from '../model/words.ts'

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

/** Writes a report: a slide for each way to show data. With `all`, every text is in every language. */
export async function sampleReport(lang: Lang | 'all', id: string, schema: string): Promise<Record<string, unknown>> {
  const { content, ...deck } = await sampleDeck(lang, id, schema)
  const [cover, , closing] = content as Record<string, unknown>[]
  const samples = await loadSampleReports()
  const text = (field: keyof SampleReportWords): MultilingualText =>
    lang === 'all' ? Object.fromEntries(langs.map((one) => [one, samples[one][field]])) : samples[lang][field]
  const slides = [
    { ...cover, text: text('subtitle') },
    { title: text('figuresTitle'), block: '9', text: text('figures') },
    { title: text('tableTitle'), block: '11', table: { rows: text('table'), note: text('tableNote') } },
    { title: text('chartTitle'), block: '12', text: text('chart') },
    { title: text('rankingTitle'), block: '11', table: { rows: text('ranking'), rank: true } },
    { title: text('programmeTitle'), block: '14', text: text('programme') },
    { title: text('stagesTitle'), block: '14', text: text('stages') },
    { title: text('peopleTitle'), block: '13', text: text('people') },
    closing,
  ]
  return { ...deck, slide_max: slides.length, content: slides }
}
