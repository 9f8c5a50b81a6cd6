import type { Actual, Expected, ValidateProblem } from '../../model/problems/validate.ts'
import { languageName } from '../format.ts'
import type { MessagesOf } from '../messages.ts'
import { all, number, or } from './format.ts'

const expectations: Record<Expected, string> = {
  text: 'тырнақшадағы мәтін',
  number: 'сан',
  count: 'бүтін сан',
  flag: 'true немесе false',
  list: '[ ] ішіндегі тізім',
  object: '{ } ішіндегі нысан',
  slides: '{ } ішіндегі слайдтар',
  path: 'тырнақшадағы файл жолы',
  address: 'тырнақшадағы файл не мекенжай',
  place: 'тырнақшадағы жер атауы',
  color: '"#1a5f7a" сияқты түс',
  focus: '"left top" немесе "50% 20%" сияқты нүкте',
  pair: 'екі сан: [ендік, бойлық]',
  box: 'төрт сан: [батыс, оңтүстік, шығыс, солтүстік]',
}
const actuals: Record<Actual, string> = {
  text: 'мәтін',
  number: 'сан',
  flag: 'true немесе false',
  nothing: 'бос мән (null)',
  list: 'тізім',
  object: 'нысан',
}
const expect = (kinds: readonly Expected[]) => or(kinds.map((kind) => expectations[kind]))
const seen = (actual: Actual, value: string | null) => (value === null ? actuals[actual] : `«${value}»`)

/** What is wrong with the fields and values of a deck, in Kazakh. */
export const validate: MessagesOf<ValidateProblem> = {
  'deck-not-object': ({ actual }) =>
    `Презентация { } ішіне жазылып, слайдтары "content" тізімінде тұруға тиіс, ал бұл файлда басқа нәрсе: ${actuals[actual]}.`,
  'content-bare': ({ slides }) =>
    `Файлда ${number(slides)} слайдтың тізімі ғана бар; ол { "content": [ … ] } деп оқылды.`,
  'deck-wrapped': ({ field }) =>
    `Презентация "${field}": { … } нысанының ішінде тұр; сол сыртқы нысан ескерілмей оқылды.`,
  'content-missing': () =>
    'Презентацияда слайд жоқ. Слайдтарды "content" ішіне жазыңыз: "content": [ { "title": "…", "text": "…" } ].',
  'content-not-list': ({ slides }) =>
    `"content" ішіндегі слайдтар [ ] жақшасына алынбаған; ${number(slides)} слайд деп оқылды. "content": [ … ] түрінде жазыңыз.`,
  'slides-too-many': ({ slides, limit }) =>
    `Презентацияда ${number(slides)} слайд бар, ал шегі — ${number(limit)}. Оны бірнеше файлға бөліңіз.`,
  'slide-characters-too-many': ({ characters, limit }) =>
    `Бұл мәтіндердің барлығында ${number(characters)} таңба бар, ал бір слайдқа ең көбі ${number(limit)} таңба жазуға болады. Ең ұзын мәтін осы жерден басталады. Оны бірнеше слайдқа бөліңіз.`,
  'slide-lines-too-many': ({ lines, limit }) =>
    `Бұл мәтіндердің барлығында ${number(lines)} жол бар, ал бір слайдқа ең көбі ${number(limit)} жол жазуға болады. Ең ұзын мәтін осы жерден басталады. Оны бірнеше слайдқа бөліңіз.`,
  'field-unknown': ({ field, nearest, text, known }) => {
    const shown = text === null ? 'мәні көрсетілмейді' : `мына мәтін көрсетілмейді: «${text}»`
    return nearest
      ? `Бұл жерде "${field}" деген өріс болмайды, сондықтан ${shown}. Бәлкім, "${nearest}" деп жазбақ болған шығарсыз?`
      : text === null
        ? `Бұл жерде "${field}" деген өріс болмайды, сондықтан ${shown}. Оны алып тастаңыз немесе docs/format.md файлындағы өрістер тізімін қараңыз.`
        : `Бұл жерде "${field}" деген өріс болмайды, сондықтан ${shown}. ${known.includes('notes') ? 'Оны көрсетілетін өріске (мысалы, "text") немесе "notes" ішіне көшіріңіз' : `Мүмкін өрістер: ${all(known)}`}; өзіңізге арналған белгі болса, атауын "_${field}" деп жазыңыз.`
  },
  'field-misspelt': ({ field, meant, fault }) => {
    if (fault === 'cyrillic')
      return `"${field}" атауында латын әрпіне ұқсас кирилл әрпі бар; өріс "${meant}" деп оқылды. Атауын латын әріптерімен қайта теріңіз.`
    return fault === 'blank'
      ? `"${meant}" атауының ішінде бос орын немесе көзге көрінбейтін таңба бар; ол ескерілмеді. Атауын қайта теріңіз.`
      : `"${field}" өрісі "${meant}" деп оқылды. Атауын осылай жазыңыз.`
  },
  'field-annotation': ({ field }) =>
    `"${field}" авторлардың өзіне арналған жазба деп алынды, сондықтан көрсетілмейді. Баяндамашыға арналған сөзді "notes" ішіне жазыңыз.`,
  'text-wrapped': ({ field }) =>
    `Мәтін тұруға тиіс жерде { "${field}": … } нысаны тұр; ол сол мәтіннің өзі деп оқылды.`,
  'field-repeated': ({ field }) =>
    `"${field}" өрісі екі рет жазылған. Ештеңе жоғалған жоқ, бірақ біреуін алып тастаған дұрыс.`,
  'field-duplicate': ({ field, inSlide }) =>
    inSlide
      ? `"${field}" өрісі осы слайдта екі рет әртүрлі мәнмен жазылған, ал біреуін ғана көрсетуге болады. Осы жерден жаңа слайд басталса, алдына }, { қойыңыз; болмаса, артығын алып тастаңыз.`
      : `"${field}" өрісі екі рет әртүрлі мәнмен жазылған, ал біреуін ғана қолдануға болады. Артығын алып тастаңыз.`,
  'value-wrong': ({ field, expected, actual, value }) =>
    `"${field}" өрісінің мәні мынадай болуға тиіс: ${expect(expected)}. Қазір жазылғаны: ${seen(actual, value)}, оны көрсету мүмкін емес, түзетіңіз.`,
  'decimals-split': ({ field, numbers }) =>
    `"${field}" тізімінде ${numbers.length} сан тұр (${numbers.join(', ')}), ал координат екеу болады: [ендік, бойлық]. Тізімде үтір сандарды бөледі, сондықтан бөлшекті нүктемен жазыңыз, мысалы, [51.16, 71.43].`,
  'setting-wrong': ({ field, expected, actual, value }) =>
    `"${field}" өрісінің мәні мынадай болуға тиіс: ${expect(expected)}. Қазір жазылғаны: ${seen(actual, value)}, бұл баптау ескерілмеді.`,
  'value-misspelt': ({ field, value, meant }) =>
    `"${field}" өрісіндегі «${value}» мәні "${meant}" деп оқылды. Осылай жазыңыз.`,
  'value-unknown': ({ field, value, nearest, known }) =>
    nearest
      ? `"${field}" өрісінде «${value}» деген мән болмайды, ол ескерілмеді. Бәлкім, «${nearest}» деп жазбақ болған шығарсыз?`
      : `"${field}" өрісінде «${value}» деген мән болмайды, ол ескерілмеді. Мүмкін мәндері: ${all(known)}.`,
  'value-out-of-range': ({ field, value, min, max }) =>
    max === null
      ? `"${field}" өрісіне ${value} мәні жарамайды, ол ескерілмеді. ${min} немесе одан үлкен сан жазыңыз.`
      : `"${field}" өрісіне ${value} мәні жарамайды, ол ескерілмеді. ${min} мен ${max} аралығындағы санды жазыңыз.`,
  'number-inexact': ({ field }) =>
    `"${field}" өрісіндегі санның цифрлары жоғалар еді. Оны тырнақшаға алыңыз, сонда дәл жазғаныңыздай көрсетіледі.`,
  'lang-unknown': ({ lang, known }) =>
    `«${lang}» тілі қолданылмайды, бұл мән ескерілмеді. Мүмкін тілдер: ${all(known)}.`,
  'lang-misspelt': ({ lang, meant }) => `«${lang}» тілі «${meant}» деп оқылды. Тіл кодын түзетіңіз.`,
  'block-type-missing': ({ known }) =>
    `Бұл блоктың не екені айтылмаған. "type" өрісін қосыңыз, мүмкін мәндері: ${all(known)}.`,
  'block-type-unknown': ({ type, nearest, known }) =>
    nearest
      ? `«${type}» деген блок түрі жоқ. Бәлкім, «${nearest}» деп жазбақ болған шығарсыз?`
      : `«${type}» деген блок түрі жоқ. Бар түрлері: ${all(known)}.`,
  'slide-empty': () => 'Бұл слайд бос. Оны толтырыңыз немесе "content" ішінен алып тастаңыз.',
  'slide-max-wrong': ({ given, slides }) =>
    `"slide_max" өрісінде ${given} деп жазылған, ал презентацияда ${number(slides)} слайд бар. ${slides} деп түзетіңіз. Қалай болғанда да, слайдтар түгел көрсетіледі.`,
  'slide-now-later': ({ given, slides }) =>
    `Көрсету ${given}-слайдтан басталады (барлығы ${number(slides)} слайд), өйткені "slide_now" өрісінде ${given} деп жазылған. Басынан бастау үшін 1 деп жазыңыз.`,
  'slide-now-outside': ({ given, slides }) =>
    `"slide_now" өрісінде ${given} деп жазылған, ал презентацияда ${number(slides)} слайд бар. Презентация ең жақын слайдтан басталады; ${slides === 1 ? '1 деп' : `1 мен ${slides} аралығындағы санды`} жазыңыз.`,
  'image-placeholder': ({ path }) =>
    `Суреттің орнында «${path}» тұр, сондықтан слайд суретсіз көрсетіледі. Суреттің жолын жазыңыз немесе "" қалдырыңыз.`,
  'video-placeholder': ({ path }) =>
    `Бейненің орнында «${path}» тұр, сондықтан слайд бейнесіз көрсетіледі. Бейненің файлын не мекенжайын жазыңыз немесе "" қалдырыңыз.`,
  'map-placeholder': ({ place }) =>
    `Картадағы жердің орнында «${place}» тұр, сондықтан слайд картасыз көрсетіледі. Жердің атауын жазыңыз немесе "" қалдырыңыз.`,
  'path-control-character': ({ path }) =>
    `«${path}» жолында жаңа жолға көшу, табуляция немесе көзге көрінбейтін басқа таңба бар. Оны бір жолға, \\ орнына / қойып жазыңыз.`,
  'path-missing': ({ field, because }) =>
    `"${because}" өрісі толтырылған, ал "${field}" бос, сондықтан ол көрсетілмейді. "${field}" өрісін де толтырыңыз.`,
  'list-longer': ({ field, items, pictures }) =>
    `"${field}" тізімінде ${items} элемент, ал слайдта ${pictures} сурет бар; артығы көрсетілмейді. Тізімнің әр элементі рет саны сәйкес суретке жатады.`,
  'translation-same': ({ lang, other }) =>
    `"${lang}" ішіндегі мәтін "${other}" ішіндегімен бірдей, ол ${languageName(other, 'kk')}нде жазылған. Оны аударыңыз, ал аудармасы әзірге болмаса, "${lang}" жазбасын алып тастаңыз, сонда оның орнына "${other}" мәтіні көрсетіледі.`,
  'translation-wrong': ({ lang, seen, text }) =>
    `"${lang}" ішінде ${seen ? `${languageName(seen, 'kk')}ндегі` : 'кирилл әріптерімен жазылған'} мәтін тұр: «${text}». ${seen ? `Оны "${seen}" ішіне көшіріңіз немесе аударыңыз` : 'Оны аударыңыз'}: ${languageName(lang, 'kk')}ндегі слайдтарда ол осы күйінде көрінеді.`,
  'letters-mixed': ({ words, script, repaired, count }) => {
    const [odd, own] = script === 'Cyrillic' ? ['латын', 'кирилл'] : ['кирилл', 'латын']
    const shown = words.join(', ') + (words.length < count ? ', …' : '')
    return repaired
      ? `${capital(own)} әріптерімен жазылған ${count === 1 ? 'сөзде' : `${number(count)} сөзде`} соларға ұқсас ${odd} әріптері бар, олар [ ] жақшасына алынды: ${shown}. Олар ${own} әріптеріне ауыстырылды, әйтпесе сөзді іздеу таппас еді, экраннан оқитын бағдарлама бұрмалап оқыр еді. Белгіленген әріптерді қайта теріңіз.`
      : `Бір сөзде кирилл мен латын әріптері араласқан: ${shown}; [ ] ішінде — ${odd} әріптері. Қайсысы дұрыс екені белгісіз, сондықтан сөз жазылған күйінде көрсетілді. Белгіленген әріптерді қайта теріңіз немесе бұл екі сөз болса, арасына дефис не бос орын қойыңыз.`
  },
}

const capital = (word: string) => word[0]!.toLocaleUpperCase('kk') + word.slice(1)
