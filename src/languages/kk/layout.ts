import type { Lang } from '../../model/lang.ts'
import type { LayoutProblem } from '../../model/problems/layout.ts'
import { languageName } from '../format.ts'
import type { MessagesOf } from '../messages.ts'
import { or } from './format.ts'

const decimal = (number: string) => number.replace('.', ',')

/** What localizing and laying out a deck reports, in Kazakh. */
export const layout: MessagesOf<LayoutProblem> = {
  'text-continued': ({ characters, pages, sizePx }) =>
    `${characters} таңбалық мәтін бір слайдқа сыймады: ол ${pages} слайдқа бөлінді, әріп өлшемі — ${sizePx} px. Слайд саны азырақ болсын десеңіз, мәтінді қысқартыңыз.`,
  'text-too-long': ({ characters, pages, sizePx }) =>
    `"fit": "shrink" деп көрсетілген, бірақ ${characters} таңбалық мәтін оқуға жарайтын ең кіші өлшеммен де (${sizePx} px) бір слайдқа сыймайды. Ештеңе жоғалмауы үшін ол ${pages} слайдқа бөлінді. Мәтінді қысқартыңыз немесе "fit" өрісін алып тастаңыз.`,
  'title-too-long': ({ characters, moved, lines }) =>
    `${characters} таңбалық тақырып ${lines} жолға сыймайды. Оның соңғы ${moved} таңбасы мәтіннің басына көшірілді. Тақырыпты қысқартыңыз.`,
  'field-too-long': ({ field, characters }) =>
    `"${field}" өрісінде ${characters} таңба бар. Мұқабадағы орнына сыймағандықтан, ол жерде көрсетілмеді. Қысқартыңыз.`,
  'letter-missing': ({ letters, family }) =>
    `«${family}» қарпінде мына таңбалар жоқ: ${list(letters)}. Слайдты ашатын немесе PDF жасайтын компьютерде ондай таңбасы бар басқа қаріп болса ғана олар көрінеді; болмаса, орнында бос шаршы тұрады немесе ештеңе болмайды. PDF файлын қарап шығыңыз не таңбаның орнына сөз жазыңыз немесе сурет қойыңыз.`,
  'link-unsafe': ({ address }) =>
    `«${address}» сілтеме мекенжайына жатпайды, сондықтан сілтеме жазылған қалпында қалды. Мекенжайды https://, http://, mailto: немесе tel: деп бастаңыз не # белгісінен кейін слайд нөмірін жазыңыз.`,
  'link-broken': ({ address }) =>
    `«${address}» мекенжайын бірде-бір браузер аша алмайды, сондықтан сілтеме жазылған қалпында қалды. Бетті браузерде ашып, мекенжай жолындағы мекенжайды түгел көшіріңіз.`,
  'link-slide-missing': ({ target, slides }) =>
    `Сілтеме ${target}-слайдқа апарады, ал презентацияда ${slides} слайд бар. # белгісінен кейінгі нөмірді түзетіңіз.`,
  'quotes-straight': ({ lang }) =>
    `${capital(nameOf(lang))}ндегі мәтінге « » тырнақшасы қойылады, ал мұнда тік тырнақша тұр: "…".`,
  'dash-hyphen': () => 'Бос орындардың арасында дефис тұр, мұнда сызықша керек: – немесе —.',
  'table-flattened': ({ rows }) =>
    `Табуляциямен бөлінген ${rows} жол кестеге ұқсайды, ал мәтін кестені көрсете алмайды: табуляцияның орнында бос орын тұр. Әр бағанды бөлек мәтін етіп жазыңыз, "text": ["…", "…"], немесе кестені сурет етіп қойыңыз.`,
  'markup-shown': ({ found, count }) =>
    `Мәтінде веб-беттен, Markdown-нан немесе Office бағдарламасынан қалған ${count} белгі бар, олар слайдта жазылған күйінде көрінеді: ${found.join(' ')}. Мәтінде тек **қалың**, *көлбеу*, [мәтін](https://…) жазылымы мен • сияқты тізім белгілерінің мәні бар. Белгілерді өшіріңіз немесе олар білдіретін таңбаның өзін жазыңыз; көрсету үшін әдейі жазылса, сол күйінде қалдырыңыз.`,
  'line-torn': ({ words, count }) =>
    `${count} сөз жолдың соңында дефиспен бөлініп қалған, PDF-тен көшірілген мәтін осындай болады: ${words.join(', ')}. Әр жол жеке абзац болып шықты. Жолдарды біріктіріңіз; дефисті сөздің өзіне тән жерде ғана қалдырыңыз.`,
  'numbers-doubtful': ({ shown }) =>
    shown === 'list'
      ? '1 және 2 нөмірлі жолдар тізім ретінде көрсетілді. Олар тақырып болса, әрқайсысының астына өз мәтінін жазыңыз.'
      : '1 және 2 нөмірлі жолдар тақырып ретінде көрсетілді. Олар тізім болса, алдындағы жолды қос нүктемен аяқтаңыз.',
  'script-right-to-left': () =>
    'Оңнан солға қарай жазылатын мәтінге (мысалы, төте жазуға) қолдау жоқ: жолдар мен тізім белгілері сол жақтан басталады, кейбір әріптер қаріпте болмауы мүмкін. Мәтінді сурет етіп қойыңыз немесе кирилл не латын әрпімен жазыңыз.',
  'translation-missing': ({ lang, shown }) =>
    `Бұл мәтіннің ${nameOf(lang)}ндегі нұсқасы жоқ, сондықтан ${nameOf(shown)}ндегі нұсқасы көрсетілді. Мәтінге "${lang}" нұсқасын қосыңыз.`,
  'slide-untranslated': ({ lang, shown }) =>
    `Бұл слайдтың мәтіні тек ${nameOf(shown)}нде жазылған, сондықтан ${nameOf(lang)}ндегі слайдта да сол тілде көрсетіледі. Екі тілде де жазыңыз: { "${shown}": "…", "${lang}": "…" }.`,
  'aspect-missing': ({ aspect, theme }) =>
    `«${theme}» безендіру үлгісінде ${aspect} пішіміндегі слайд жоқ, сондықтан слайдтар 16:9 болып жасалды. Басқасын таңдаңыз немесе "aspect" өрісін алып тастаңыз.`,
  'alt-missing': ({ path }) =>
    `«${path}» суретінде оны көре алмайтындарға арналған сипаттама жоқ. "img_alt" өрісінде суретте не бейнеленгенін жазыңыз.`,
  'color-unknown': ({ name, nearest, known, theme }) =>
    `«${theme}» безендіру үлгісінде «${name}» деген түс жоқ, сондықтан ол ештеңені өзгертпейді. ${nearest ? `Бәлкім, «${nearest}» деп жазбақ болған шығарсыз?` : `Мына түстерді өзгертуге болады: ${or(known)}.`}`,
  'contrast-low': ({ color, value, ground, groundValue, ratio, needed, nearest }) =>
    `${groundValue} (${ground}) фонындағы ${value} (${color}) түсті мәтін нашар оқылады: контраст — ${decimal(ratio.toFixed(1))}, ал кемінде ${decimal(String(needed))} болуы керек. Сол фонда оқылатын ең жақын түс — ${nearest}.`,
  'handout-text-small': ({ points, least, perPage, best }) =>
    `Бір параққа ${perPage} слайдтан басылса, осы слайдтың ең ұсақ мәтіні ${decimal(String(points))} пт болып шығады, ал ${least} пт-дан ұсақ мәтінді оқу мүмкін емес. ${best === null ? 'Үлкенірек қағаз таңдаңыз немесе мәтінді қысқартыңыз.' : `--per-page ${best} деп көрсетіңіз.`}`,
}

/** "қазақ тілі": every name ends in "тілі", so the ending "ндегі" suits it. */
const nameOf = (lang: Lang) => languageName(lang, 'kk')
const capital = (word: string) => word[0]!.toLocaleUpperCase('kk') + word.slice(1)

function list(letters: readonly string[]): string {
  const shown = letters.slice(0, 10).map((letter) => `${letter} (${codeOf(letter)})`)
  return letters.length > shown.length ? `${shown.join(', ')} және басқалары` : shown.join(', ')
}

const codeOf = (letter: string) => `U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
