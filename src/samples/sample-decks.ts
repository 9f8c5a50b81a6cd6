import { loadSampleDecks, loadSampleEvents, loadSampleReports } from '../languages/languages.ts'
import type { SampleName } from '../model/flags.ts'
import { type Lang, langs, type MultilingualText } from '../model/lang.ts'
import type { SampleDeckWords, SampleEventWords, SampleReportWords } from '../model/words.ts'

/** What a new deck begins with: three slides without a name, else those of a sample. */
export type Sample = SampleName | null

/** A new deck as it is written. */
export type SampleDeck = Record<string, unknown> & { content: Record<string, unknown>[] }

type Slides = (texts: SampleTexts) => Record<string, unknown>[]
type TextOf<Words> = (field: keyof Words) => MultilingualText

/** The texts of samples, in one language or in all. */
interface SampleTexts {
  deck: TextOf<SampleDeckWords>
  report: TextOf<SampleReportWords>
  event: TextOf<SampleEventWords>
}

const closing: Slides = ({ deck }) => [textSlide('10', deck('closingTitle'), deck('closing'))]
const people: Slides = ({ report, event }) => [{ title: event('organizersTitle'), block: '13', text: report('people') }]
const programme: Slides = ({ report }) => [{ title: report('programmeTitle'), block: '14', text: report('programme') }]
const stages: Slides = ({ report }) => [{ title: report('stagesTitle'), block: '14', text: report('stages') }]

/** The slides of each sample after its cover. */
const slidesOf: Readonly<Record<SampleName | 'slides', Slides>> = {
  slides: (texts) => [
    { ...textSlide('2', texts.deck('textTitle'), texts.deck('text')), notes: texts.deck('notes') },
    ...closing(texts),
  ],
  empty: () => [],
  report: (texts) => [
    { title: texts.report('figuresTitle'), block: '9', text: texts.report('figures') },
    {
      title: texts.report('tableTitle'),
      block: '11',
      table: { rows: texts.report('table'), note: texts.report('tableNote') },
    },
    { title: texts.report('chartTitle'), block: '12', text: texts.report('chart') },
    ...ranking(texts),
    ...programme(texts),
    ...stages(texts),
    { title: texts.report('peopleTitle'), block: '13', text: texts.report('people') },
    ...closing(texts),
  ],
  training: (texts) => [
    { title: texts.event('goalsTitle'), block: '2', text: texts.event('goals') },
    ...programme(texts),
    { title: texts.event('exerciseTitle'), block: '2', text: texts.event('exercise'), notes: texts.deck('notes') },
    ...people(texts),
    ...closing(texts),
  ],
  contest: (texts) => [
    { title: texts.event('rulesTitle'), block: '2', text: texts.event('rules') },
    ...stages(texts),
    ...people(texts),
    ...ranking(texts),
    ...closing(texts),
  ],
  programme: (texts) => [...programme(texts), ...people(texts), ...closing(texts)],
}

function ranking({ report }: SampleTexts): Record<string, unknown>[] {
  return [{ title: report('rankingTitle'), block: '11', table: { rows: report('ranking'), rank: true } }]
}

/** A slide with the fields that people fill in most. */
function textSlide(block: string, title: MultilingualText, text: MultilingualText): Record<string, unknown> {
  return { title, block, img_path: '', video: '', map: '', text }
}

/**
 * Makes a new deck of a sample. With `all`, every text is in every language.
 * Shape: `id` is the deck's `ID`, `schema` the URL of the schema for editors.
 */
export async function sampleDeck(sample: Sample, lang: Lang | 'all', id: string, schema: string): Promise<SampleDeck> {
  const [decks, reports, events] = await Promise.all([loadSampleDecks(), loadSampleReports(), loadSampleEvents()])
  const textsOf =
    <Words extends object>(words: Readonly<Record<Lang, Words>>) =>
    (field: keyof Words): MultilingualText =>
      (lang === 'all'
        ? Object.fromEntries(langs.map((one) => [one, words[one][field]]))
        : words[lang][field]) as MultilingualText
  const texts: SampleTexts = { deck: textsOf(decks), report: textsOf(reports), event: textsOf(events) }
  const subtitle = sample === 'report' ? texts.report('subtitle') : texts.deck('subtitle')
  const content = [textSlide('1', texts.deck('title'), subtitle), ...slidesOf[sample ?? 'slides'](texts)]
  return {
    $schema: schema,
    name: texts.deck('name'),
    ID: id,
    lang: lang === 'all' ? langs[0] : lang,
    logo_title: '',
    logo_path: '',
    slide_max: content.length,
    slide_now: 1,
    content,
  }
}
