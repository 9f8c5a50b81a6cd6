import type { ServeWords } from '../../model/wire/serve-pages.ts'

/** What served pages say in Russian. */
export const serve: ServeWords = {
  lang: 'ru',
  lost: 'Связь с Korme потеряна. Подключаемся снова…',
  changed: 'Изменён слайд {x}',
  go: 'Перейти',
  close: 'Закрыть',
  findings: {
    title: 'Замечания',
    stale: 'Файл в нынешнем виде показать нельзя. Вы видите его прежним.',
    waiting: 'Файл в нынешнем виде показать нельзя. Слайды появятся, как только это станет возможно.',
    copy: 'Скопировать место',
    copied: 'Скопировано: {x}',
    editor: 'Открыть в VS Code',
    open: 'Замечания: {x}',
  },
  start: {
    title: 'Презентации',
    about: 'Откройте любую, правьте её файл и смотрите, как она меняется при сохранении.',
    reading: 'Читается…',
    broken: 'пока нельзя показать',
    empty: 'В папке {x} пока нет презентаций. Создайте первую: {y}',
  },
}
