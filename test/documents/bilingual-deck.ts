const both = (kk: string, ru: string) => ({ kk, ru })
const rows = (kk: readonly string[], ru: readonly string[]) => kk.map((one, i) => both(one, ru[i]!))

/** A text that needs several columns of a sheet. */
export const longText = Array.from({ length: 500 }, (_, i) => `слово${i}`)

/** A deck in two languages with a slide for each way to show data; the words of each are known. */
export const bilingualDeck = {
  lang: 'kk',
  langs: ['kk', 'ru'],
  name: both('Есеп', 'Отчёт'),
  content: [
    {
      title: both('Тақырып', 'Заголовок'),
      text: both('Мәтін\n• Бірінші', 'Текст\n• Первый **пункт**'),
      notes: both('Жазба', 'Заметка'),
    },
    {
      title: both('Бюджет', 'Расходы'),
      table: [
        [both('Сала', 'Отрасль'), both('Жыл', 'Год')],
        [both('Білім', 'Образование'), '1 250,5'],
        [both('Барлығы', 'Итого'), '2 870,5'],
      ],
    },
    {
      title: both('Халық', 'Население'),
      blocks: [
        {
          type: 'chart',
          data: [
            [both('Солтүстік', 'Северный'), 1200],
            [both('Оңтүстік', 'Южный'), 2300],
          ],
          unit: both('адам', 'жителей'),
          source: both('Бюро', 'Бюро статистики'),
        },
      ],
    },
    {
      title: both('Бағдарлама', 'Программа'),
      blocks: [
        {
          type: 'timeline',
          rows: rows(
            ['1-күн', '09:00 Тіркеу', '10:00 Ашылу', '2-күн', '11:00 Қорытынды'],
            ['1-й день', '09:00 Регистрация', '10:00 Открытие', '2-й день', '11:00 Итоги'],
          ),
        },
      ],
    },
    {
      title: both('Кезеңдер', 'Этапы'),
      blocks: [
        { type: 'timeline', rows: rows(['2024: Жоспар', '2025: Құрылыс'], ['2024: Проект', '2025: Строительство']) },
      ],
    },
    {
      title: both('Команда', 'Люди'),
      blocks: [{ type: 'people', people: [{ name: both('Айгүл', 'Айгуль'), role: both('Жетекші', 'Руководитель') }] }],
    },
    {
      title: both('Карта', 'На карте'),
      blocks: [
        {
          type: 'map',
          caption: both('Мектептер', 'Школы'),
          regions: { 'Абай облысы': 60 },
          unit: both('мектеп', 'школ'),
        },
      ],
    },
    { title: both('Ұзын', 'Длинный'), text: both('Қысқа', longText.join(' ')) },
    { title: both('Сурет', 'Рисунок'), img_path: 'a.svg', img_alt: both('Баламалы сурет', 'Описание рисунка') },
    { title: { kk: 'Тек қазақша' }, text: both('Бір', 'Один') },
    { title: 'Назарларыңызға рахмет' },
  ],
}

/** A picture for `a.svg`. */
export const picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><path d="M0 0h40v30H0z"/></svg>'
