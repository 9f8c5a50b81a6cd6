import { type Lang, langs, type MultilingualText } from '../model/lang.ts'

/** The texts of a new deck in one language. */
interface Sample {
  name: string
  title: string
  subtitle: string
  textTitle: string
  text: string
  notes: string
  closingTitle: string
  closing: string
}

const samples: Readonly<Record<Lang, Sample>> = {
  kk: {
    name: 'Жаңа презентация',
    title: 'Презентацияның тақырыбы',
    subtitle: 'Баяндамашының аты-жөні мен қызметі',
    textTitle: 'Слайдтың тақырыбы',
    text: 'Бұл жерге өз мәтініңізді жазыңыз. Мәтін слайдқа сыймаса, келесі слайдта жалғасады.\n• Сызықшадан немесе нүктеден басталған жол тізімнің тармағы болады.\n• **Екі жұлдызшаның** арасындағы сөздер қалың қаріппен жазылады.',
    notes: 'Бұл жазбаны тек баяндамашы көреді. Баяндамашы терезесі S пернесімен ашылады.',
    closingTitle: 'Назарларыңызға рақмет',
    closing: 'Сұрақтарыңызға жауап беруге дайынмын.',
  },
  ru: {
    name: 'Новая презентация',
    title: 'Название презентации',
    subtitle: 'Имя и должность докладчика',
    textTitle: 'Заголовок слайда',
    text: 'Впишите сюда свой текст. Если он не поместится на слайд, он продолжится на следующем.\n• Строка, которая начинается с тире или точки, станет пунктом списка.\n• Слова между **двойными звёздочками** набираются жирным шрифтом.',
    notes: 'Эту заметку видит только докладчик. Окно докладчика открывается клавишей S.',
    closingTitle: 'Спасибо за внимание',
    closing: 'С удовольствием отвечу на ваши вопросы.',
  },
  en: {
    name: 'New deck',
    title: 'The title of the talk',
    subtitle: 'Name and position of the speaker',
    textTitle: 'The title of a slide',
    text: 'Write your own text here. What does not fit on the slide runs on to the next one.\n• A line that begins with a dash or a dot becomes an item of a list.\n• Words between **two asterisks** are set in bold.',
    notes: 'Only the speaker sees this note. The S key opens the speaker view.',
    closingTitle: 'Thank you',
    closing: 'I look forward to your questions.',
  },
}

/** A deck of three slides to write over. With `all`, every text stands there in three languages. */
export function sampleDeck(lang: Lang | 'all', id: string, schema: string): Record<string, unknown> {
  const text = (field: keyof Sample): MultilingualText =>
    lang === 'all' ? Object.fromEntries(langs.map((one) => [one, samples[one][field]])) : samples[lang][field]
  return {
    $schema: schema,
    name: text('name'),
    ID: id,
    lang: lang === 'all' ? 'kk' : lang,
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
