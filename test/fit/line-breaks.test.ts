import { describe, expect, test } from 'vitest'
import { createFitter } from '../../src/fit/fitter.ts'
import { breakAllowed, breakDiscouraged, breakTied, findLineBreaks } from '../../src/fit/line-breaks.ts'
import { sentenceStarts } from '../../src/fit/sentences.ts'
import type { TextStyle } from '../../src/model/theme.ts'
import { faces } from './faces.ts'
import { body, paragraph, request } from './generate.ts'

const signs = { [breakAllowed]: '|', [breakDiscouraged]: '~', [breakTied]: '=' }

/** The text with `|` where a line may begin, `~` where it may only to save a line, `=` where it may only to save a word. */
function shown(text: string, lang = 'kk'): string {
  const breaks = findLineBreaks(text, lang)
  return [...text].map((char, i) => (breaks[i] === 0 ? '' : signs[breaks[i] as 1 | 2 | 3]) + char).join('')
}

test.each([
  // Short words stay with the next.
  ['в доме и в саду', 'в =доме |и =в =саду'],
  ['«О жизни» (а то)', '«О =жизни» |(а ~то)'],
  // Numbers stay with their units, their groups, their sign.
  ['5 км, 100 % және 25 млн теңге', '5 ~км, |100 =% |және |25 ~млн ~теңге'],
  ['1 250 000 ₸, № 5, § 7', '1 =250 =000 =₸, |№ =5, |§ =7'],
  ['2014 жыл, 2014 жылғы', '2014 ~жыл, |2014 |жылғы'],
  // A number stays with what it counts; a year may stand at the end of a line.
  ['12 алма, 8 400 кітап', '12 ~алма, |8 =400 ~кітап'],
  ['2017 жылда, 12 Алма', '2017 |жылда, |12 |Алма'],
  ['тел. +7 (701) 000-00-00', 'тел. =+7 =(701) =000-~00-~00'],
  // A suffix stays with its sign or capitals, an apposition may be broken.
  ['92 %-ға, 5 °C-тан, 100 ₸-ге', '92 =%-=ға, |5 =°C-=тан, |100 =₸-=ге'],
  ['ҚР-ның, БҰҰ-ға, «Нұр»-ға, (б)-дан', 'ҚР-=ның, |БҰҰ-=ға, |«Нұр»-=ға, |(б)-=дан'],
  [
    '18-ге, 20-летие, IT-мамандар, әлеуметтік-экономикалық',
    '18-=ге, |20-=летие, |IT-=мамандар, |әлеуметтік-|экономикалық',
  ],
  ['е-билет, Н-блок, қала-мыз', 'е-=билет, |Н-=блок, |қала-|мыз'],
  // A dash stays behind its word, a range together.
  ['Астана — бас қала', 'Астана ~— |бас |қала'],
  ['2014–2020 жж., 250-300 дана', '2014–~2020 ~жж., |250-~300 ~дана'],
  ['Қазақстан – 2050', 'Қазақстан ~– |2050'],
  // Abbreviations, before their word or behind it.
  ['ул. Абая, д. 5, г. Алматы, им. Абая', 'ул. =Абая, |д. =5, |г. =Алматы, |им. =Абая'],
  ['5 тыс. теңге, 5 млн. теңге', '5 ~тыс. =теңге, |5 ~млн. =теңге'],
  ['Алматы қ., Абай к., 5 үй', 'Алматы =қ., |Абай =к., |5 ~үй'],
  ['және т. б. сол', 'және |т. =б. |сол'],
  // Initials stay with the name, before it and behind it.
  ['А. С. Пушкин мен А.Б. Әуезов', 'А. =С. =Пушкин |мен |А.Б. =Әуезов'],
  ['Пушкин А. С., Қонаев Д.А. келді', 'Пушкин =А. =С., |Қонаев =Д.А. |келді'],
  ['Ол кеше А. Байтұрсынұлын оқыды', 'Ол |кеше |А. =Байтұрсынұлын |оқыды'],
  // Kazakh particles stay behind their word.
  ['Ол келді ме? Мен де келдім', 'Ол |келді =ме? |Мен =де |келдім'],
  // No line begins with a mark that closes, or ends with one that opens.
  ['сөз , тағы . Соң ) бар', 'сөз =, |тағы =. |Соң =) |бар'],
  ['( сөз ) « сөз » .kz', '( =сөз =) |« =сөз =» |.kz'],
  // Addresses break where Chromium breaks them.
  ['https://a.kz/b?c=d-efg', 'https://a.kz/b?|c=d-=efg'],
  // A soft hyphen would have to be shown.
  ['ба\u00adла', 'ба\u00adла'],
])('%s', (text, expected) => {
  expect(shown(text)).toBe(expected)
})

test.each([
  ['он же был бы рад, если ли', 'он =же |был =бы |рад, |если =ли'],
  ['кто-то из-за дома на углу', 'кто-=то |из-=за |дома |на =углу'],
  ['Мы на все сто и по одной', 'Мы |на =все |сто |и =по =одной'],
  ['Иди на! Там', 'Иди |на! |Там'],
  ['до 2024 г. Алматы', 'до =2024 ~г. =Алматы'],
  ['XXI век, в XX–XXI вв. и в ХІХ веке', 'XXI =век, |в =XX–|XXI =вв. |и =в =ХІХ =веке'],
  ['г-н Иванов, д-р Алиев, б-р Мира', 'г-=н =Иванов, |д-=р =Алиев, |б-=р =Мира'],
  ['10 млн тенге, 5 тыс. человек', '10 ~млн ~тенге, |5 ~тыс. =человек'],
  ['ещё 92 %-ную, «Бастау»-дың, ТОО-шный', 'ещё |92 =%-=ную, |«Бастау»-=дың, |ТОО-=шный'],
  ['слово ; и » так ) и ] то ! да', 'слово =; |и =» |так =) |и =] |то =! |да'],
])('Russian: %s', (text, expected) => {
  expect(shown(text, 'ru')).toBe(expected)
})

test.each([
  ['Mr. Smith, Dr. Lee and Prof. Kim', 'Mr. =Smith, |Dr. =Lee |and |Prof. =Kim'],
  ['a man of an age in it', 'a =man |of =an =age |in =it'],
  ['see Fig. 1, p. 12, No. 5', 'see |Fig. =1, |p. =12, |No. =5'],
  ['the 21st century, XIX century', 'the |21st |century, |XIX =century'],
  ['J. K. Rowling, 5 million people', 'J. =K. =Rowling, |5 ~million ~people'],
])('English: %s', (text, expected) => {
  expect(shown(text, 'en')).toBe(expected)
})

test.each([
  ['Абай к-сі, Абай көш., ХХІ ғасыр', 'Абай =к-=сі, |Абай =көш., |ХХІ =ғасыр'],
  ['5 мың теңге, бәрі белгілі ғой', '5 ~мың ~теңге, |бәрі |белгілі =ғой'],
  ['«Нұр»-дың (ЖШС)-ға, 25 °-қа', '«Нұр»-=дың |(ЖШС)-=ға, |25 =°-=қа'],
])('Kazakh: %s', (text, expected) => {
  expect(shown(text)).toBe(expected)
})

describe('words that belong together', () => {
  const linesAt = async (text: string, width: number, change: Partial<TextStyle> = {}, height = 500) => {
    const narrow = { width, height }
    const style = { ...body, sizes: [30], ...change }
    const fitter = await createFitter(faces)
    const { pages } = fitter.fit(request([paragraph(text)], { style, first: narrow, next: narrow }))
    return pages[0]!.paragraphs[0]!.lines.map(({ runs }) => runs.map((run) => run.text).join(''))
  }

  test('move to the next line together', async () => {
    expect(await linesAt('Мы встретимся с', 270)).toHaveLength(1)
    expect(await linesAt('Мы встретимся с ним завтра', 270)).toEqual(['Мы встретимся', 'с ним завтра'])
  })

  test('are separated where a line cannot hold them, without a short word alone on a line', async () => {
    const together = new Set<boolean>()
    for (let width = 180; width < 340; width += 5) {
      const lines = await linesAt('конкурс в республиканском', width)
      expect(lines).not.toContain('в')
      together.add(lines.includes('в республиканском'))
    }
    expect(together).toEqual(new Set([false, true]))
  })

  const apart = 'Аралығы 100 км ұзындықта'

  test('are separated rather than taking one more line', async () => {
    expect(await linesAt('100 км ұзындықта', 225)).toHaveLength(2)
    expect(await linesAt(apart, 225)).toEqual(['Аралығы 100', 'км ұзындықта'])
  })

  test('take one more line if the style asks for it and the page has space', async () => {
    const kept = ['Аралығы', '100 км', 'ұзындықта']
    expect(await linesAt(apart, 225, { pretty: true })).toEqual(kept)
    expect(await linesAt(apart, 225, { pretty: true }, 84)).toEqual(['Аралығы 100', 'км ұзындықта'])
  })
})

test('ties are told to pages, whose reading view breaks lines itself', async () => {
  const fitter = await createFitter(faces)
  const { pages } = fitter.fit(request([paragraph('Ол 5 км жүріп, ҚР-ның 92 %-ға дейінгі үлесін білді')]))
  const runs = pages.flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines.flatMap((line) => line.runs)))
  const tied = runs.flatMap(({ text, ties = [] }) => ties.map(({ start, end }) => text.slice(start, end)))
  expect(tied).toEqual(['5 км', 'ҚР-ның', '92 %-ға'])
})

test('a word wider than its line is cut where no line begins with a mark that closes', async () => {
  const fitter = await createFitter(faces)
  for (const text of [
    'ұйымдастырушыларымыздың, соң',
    '(«ұйымдастырушыларымыздың»).',
    `${'a'.repeat(20)}…`,
    '1234567890123,5',
  ]) {
    for (let width = 60; width < 500; width += 7) {
      const narrow = { width, height: 900 }
      const style = { ...body, sizes: [30] }
      const { pages } = fitter.fit(request([paragraph(text)], { style, first: narrow, next: narrow }))
      const lines = pages[0]!.paragraphs[0]!.lines.map(({ runs }) => runs.map((run) => run.text).join(''))
      for (const line of lines) expect(line, `${text} at ${width}`).not.toMatch(/^[,.)»…]/)
    }
  }
})

test('sentences begin after a full stop, but not after an abbreviation', () => {
  const text = 'Біз г. Алматы қаласындамыз. Олар ше? «Иә!» (Рас.) Ол А. Байтұрсынұлы еді… 2024 жыл. сол.'
  const starts = [...sentenceStarts(text)]
  expect(starts.map((at) => text.slice(at, at + 4))).toEqual(['Олар', '«Иә!', '(Рас', 'Ол А', '2024'])
})
