import { createHash } from 'node:crypto'
import type { ImageAsset } from '../../src/model/asset.ts'
import type { LaidOutDeck } from '../../src/model/laid-out.ts'
import { handMade } from './laid-out.ts'

async function picture(width: number, height: number, color: string): Promise<ImageAsset> {
  const { default: sharp } = await import('sharp')
  const background = { create: { width, height, channels: 3 as const, background: color } }
  const bytes = new Uint8Array(await sharp(background).jpeg().toBuffer())
  const hash = createHash('sha256').update(bytes).digest('hex')
  return { kind: 'image', file: `${color}.jpg`, mime: 'image/jpeg', bytes, width, height, hash }
}

/** Two photographs, the same at every call: one wide, one tall. */
export const photograph = async () => ({
  wide: await picture(480, 270, '#3f6d4c'),
  tall: await picture(270, 480, '#7d9fb9'),
})

const title = 'Қарттарға арналған күндізгі орталық'
const prose =
  'Орталыққа күн сайын 120 адам келеді: дәрігер қарайды, ыстық ас беріледі, қолөнер үйірмелері жұмыс істейді.\n' +
  '* Штатта 14 қызметкер, 40 ерікті.\n* Бюджеті — 18,4 млн ₸, үштен бірі демеушілерден.'
const mixed =
  '5. Не істейміз\n* Елімізде жүзеге асып жатқан **үздік** әлеуметтік жобаларды табамыз.\n* Тәжірибені __жеткіземіз__.\n' +
  '6. Қашан\nЖыл сайын: [jobalar.example.kz](https://jobalar.example.kz/?a=1&b="2"), [екінші бет](#2).\n' +
  '1) Бірінші <b>қадам</b> & «екінші»\n2) Екінші қадам, ол біршама ұзынырақ жазылған, сондықтан екі жолға сыймай қалуы да мүмкін, көреміз.'

/** A deck with every layout of the official theme, laid out by hand. */
export async function allLayouts(aspect: '16:9' | '4:3'): Promise<LaidOutDeck> {
  const { wide, tall } = await photograph()
  const shown = (asset: ImageAsset) => ({ asset, alt: 'Тау "етегі"' })
  const foot = (n: number) => ({ footer: 'NurOtan · Үздік жобалар', page: `${n} / 17` })
  const caption = 'Талдықорған, 2017. Сурет: орталық мұрағаты'
  const row = { mark: '«', body: 'Көмек керек адамға ертең емес, бүгін жетуі тиіс.', source: 'Жоба үйлестірушісі' }
  return handMade(
    [
      {
        layout: 'cover',
        content: { logo: wide, logoTitle: 'NurOtan', title, body: 'Өңірлік кезең', event: 'Астана, 2017' },
        notes: 'Тек баяндамашыға <айтылады>\n\nЕкінші жол',
      },
      { layout: 'section', content: { number: '12', title, body: 'Үш кезең', ...foot(2) } },
      { layout: 'text', content: { title, body: mixed, ...foot(3) } },
      {
        layout: 'continued',
        content: { title: 'Күндізгі орталық', body: prose, ...foot(4) },
        suffix: '(2/2)',
        more: { part: 2, slide: 2 },
      },
      { layout: 'text-image', content: { title, body: prose, image: shown(tall), caption, ...foot(5) } },
      { layout: 'text-image-left', content: { title, body: prose, image: shown(wide), caption, ...foot(6) } },
      { layout: 'text-image-wide', content: { title, body: 'Қысқа мәтін.', image: shown(wide), caption, ...foot(7) } },
      { layout: 'image', content: { title, image: shown(wide), caption, ...foot(8) } },
      { layout: 'image-full', content: { title, image: shown(wide), caption } },
      { layout: 'columns', content: { title, body: prose, body2: prose, ...foot(10) } },
      { layout: 'columns-3', content: { title, body: 'Бір', body2: 'Екі', body3: 'Үш', ...foot(11) } },
      { layout: 'quote', content: row },
      { layout: 'number', content: { title, figure: '495', label: 'жоба', body: 'Дерек: есеп', ...foot(13) } },
      { layout: 'text', lang: 'ru', content: { title: 'Русский слайд', body: 'Текст по-русски.', ...foot(14) } },
      { layout: 'text', content: { title, body: 'Түсті бет.', ...foot(15) }, more: { background: '#101820' } },
      {
        layout: 'text',
        content: { title, body: 'Сурет үстінде.', ...foot(16) },
        more: { background: 'back.jpg', slide: 15 },
      },
      { layout: 'closing', content: { title: 'Рақмет!', body: 'jobalar@example.kz' } },
    ],
    { aspect, assets: new Map([['back.jpg', wide]]) },
  )
}
