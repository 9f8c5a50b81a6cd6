import type { UsageFault } from '../../model/errors.ts'
import type { JobsUsageFault } from '../../model/jobs-faults.ts'
import { languageName } from '../format.ts'
import type { MessagesOf } from '../messages.ts'
import { and, or, slides } from './format.ts'

/** Wrong usage of the command line, in Russian. */
export const usage: MessagesOf<Exclude<UsageFault, JobsUsageFault>> = {
  'command-unknown': ({ name, nearest, known }) =>
    nearest
      ? `Команды «${name}» нет. Возможно, вы имели в виду «${nearest}»?`
      : `Команды «${name}» нет. Есть такие: ${or(known)}.`,
  'command-missing': ({ known }) => `Не указана команда. Есть такие: ${or(known)}.`,
  'flag-unknown': ({ flag, command, nearest, flags }) =>
    nearest
      ? `У команды «${command}» нет ключа ${flag}. Возможно, вы имели в виду ${nearest}?`
      : `У команды «${command}» нет ключа ${flag}. Все её ключи: npx korme ${command} --help${flags}`,
  'flag-value-missing': ({ flag, value }) => `После ${flag} нужно значение: ${flag} ${value}`,
  'flag-value-unknown': ({ flag, value, known, several }) =>
    `Значение «${value}» для ${flag} не подходит. Возможные значения: ${or(known)}${several ? `; несколько — через запятую: ${several}` : ''}.`,
  'flag-value-repeated': ({ flag, repeated, distinct }) =>
    `В ${flag} дважды указано ${repeated}. Укажите каждое значение один раз: ${flag} ${distinct}`,
  'lang-with-script': ({ flag, value }) =>
    `Значение «${value}» для ${flag} не подходит. Казахский латиницей — это ${flag} kk --script latn`,
  'flag-value-unexpected': ({ flag, value }) => `У ключа ${flag} нет значения, уберите «${value}».`,
  'variable-value-unknown': ({ variable, value, known }) =>
    `Переменная ${variable} равна «${value}», такого языка сообщений нет, поэтому выбран этот. Укажите ${or(known)}.`,
  'argument-missing': ({ command, flags }) => `Не указано имя. Пример: npx korme ${command} doklad${flags}`,
  'argument-unexpected': ({ command, argument, flags }) =>
    `Команда «${command}» не принимает «${argument}». Справка: npx korme ${command} --help${flags}`,
  'decks-missing': ({ folder, flags }) =>
    `В папке ${folder} нет ни одной презентации. Начните новую: npx korme new doklad${flags}`,
  'root-missing': ({ path }) => `Папки ${path} нет. Укажите после --root папку проекта.`,
  'output-twice': ({ output, decks }) =>
    `Из разных файлов (${and(decks)}) получился бы один и тот же ${output}. Переименуйте один из них или соберите их в разные папки ключом -o.`,
  'deck-unnamed': ({ suggested }) => `Укажите, какую презентацию показать: ${suggested}`,
  'deck-unfit': ({ deck, command }) => `В ${deck} есть ошибки, показать её нельзя. Сначала исправьте их: ${command}`,
  'talk-missing': ({ deck, command }) =>
    `Прерванного показа ${deck}, который можно продолжить, нет: Ctrl-C завершает показ окончательно. Начните новый: ${command}`,
  'talk-outdated': ({ deck, hours, command }) =>
    `Показ ${deck} был прерван больше ${hours} часов назад: он считается завершённым, и его адреса больше не действуют. Начните новый: ${command}`,
  'talk-running': ({ deck, port }) =>
    `Показ ${deck} не прерван: он идёт на порту ${port}. Продолжайте там или сначала завершите его.`,
  'talk-unreadable': ({ path, command }) =>
    `Продолжить прерванный показ нельзя: файл ${path} повреждён или записан другой версией Korme. Удалите его и начните новый показ: ${command}`,
  'talk-unsafe': ({ path, command }) =>
    `Прерванный показ не продолжен: файл ${path} принадлежит другому пользователю или доступен другим, и его секретам нельзя доверять. Удалите его и начните новый показ: ${command}`,
  'deck-name-unfit': ({ name }) =>
    `«${name}» не годится для имени презентации. Используйте буквы, цифры, пробелы, «-» и «_», например doklad; без папок и без точки в начале.`,
  'deck-exists': ({ path }) => `Файл ${path} уже есть и остаётся без изменений. Выберите другое имя.`,
  'range-unreadable': ({ value }) =>
    `Значение «${value}» для --range не подходит. Перечислите через запятую номера и диапазоны слайдов, например 2-5,9.`,
  'loop-unreadable': ({ value }) =>
    `Значением --loop не может быть «${value}». Укажите, сколько секунд виден слайд, от 1 до 3600, например --loop 10.`,
  'port-unreadable': ({ value }) =>
    `Значением --port не может быть «${value}». Укажите число от 1 до 65535, например --port 8080.`,
  'bilingual-same': ({ lang, deck, others }) =>
    `Слайды ${deck} и так печатаются на этом языке (${languageName(lang, 'ru')}), --bilingual ${lang} лишь повторит текст. ${
      others.length > 0
        ? `Укажите после --bilingual другой язык: ${or(others)}.`
        : 'На других языках в презентации ничего не написано.'
    }`,
  'bilingual-missing': ({ lang, deck, others }) =>
    `В ${deck} нет текста на этом языке (${languageName(lang, 'ru')}), печатать вместе со слайдами нечего. Добавьте к текстам "${lang}"${
      others.length > 0 ? ` или укажите после --bilingual другой язык: ${or(others)}` : ''
    }.`,
  'range-outside': ({ part, deck, slides: n }) =>
    `В --range указано ${part}, а в ${deck} ${slides(n)}. Номера не должны превышать ${n}.`,
}
