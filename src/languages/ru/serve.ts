import type { ServeWords } from '../../model/wire/serve-pages.ts'

/** The texts of the pages of `korme serve` in Russian. */
export const serve: ServeWords = {
  lang: 'ru',
  lost: 'Связь с Korme потеряна. Подключение восстанавливается…',
  changed: 'Изменён слайд {x}',
  go: 'Перейти',
  close: 'Закрыть',
  findings: {
    title: 'Замечания',
    stale: 'В файле ошибки. На экране прежний вариант.',
    waiting: 'В файле ошибки. Слайды появятся, как только их исправят.',
    copy: 'Скопировать место',
    copied: 'Скопировано: {x}',
    editor: 'Открыть в VS Code',
    open: 'Замечания: {x}',
  },
  start: {
    title: 'Презентации',
    about: 'Откройте любую и правьте её файл: при каждом сохранении страница обновится.',
    reading: 'Читается…',
    broken: 'пока нельзя показать',
    empty: 'В папке {x} пока нет презентаций. Создайте первую: {y}',
  },
}
