import type { MachineFault } from '../../model/errors.ts'
import type { JobsFault } from '../../model/jobs-faults.ts'
import type { MessagesOf } from '../messages.ts'
import { and, size } from './format.ts'

/** The meanings of system error codes; any other reason is shown unchanged. */
const reasons: Record<string, string> = {
  EACCES: 'у вас нет на это прав',
  EPERM: 'у вас нет на это прав',
  EROFS: 'диск доступен только для чтения',
  ENOSPC: 'на диске нет места',
  EDQUOT: 'ваша доля места на диске исчерпана',
  ENOTDIR: 'на месте папки лежит файл',
  EISDIR: 'на месте файла лежит папка',
  EEXIST: 'файл с таким именем уже есть',
  ENOENT: 'нет такой папки',
  ENAMETOOLONG: 'имя слишком длинное',
  ELOOP: 'ссылки замкнуты в круг',
  EBUSY: 'файл занят другой программой',
  EMFILE: 'открыто слишком много файлов',
  EIO: 'диск сообщает о сбое',
}
const because = (reason: string) =>
  reasons[/\bE[A-Z]{2,}\b/.exec(reason)?.[0] ?? ''] ?? reason.replace(/(?<![.\s])[.\s]+$/, '')

/** What is missing or fails on a machine, in Russian. */
export const machine: MessagesOf<Exclude<MachineFault, JobsFault>> = {
  'node-outdated': ({ found, needed }) =>
    `Для работы Korme нужен Node.js ${needed} или новее, а здесь установлен ${found}. Установите новую версию с сайта https://nodejs.org.`,
  'file-missing': ({ path }) => `Файла ${path} нет. Проверьте имя и папку.`,
  'file-unreadable': ({ path, reason }) => `Не удаётся прочитать ${path}: ${because(reason)}.`,
  'file-is-folder': ({ path }) => `${path} — это папка. Укажите файл презентации в ней.`,
  'file-link-outside': ({ path }) =>
    `${path} — ссылка на файл вне проекта, поэтому он не читается. Скопируйте файл сюда или укажите сам файл.`,
  'file-not-regular': ({ path }) => `${path} — не обычный файл, а канал или устройство, поэтому он не читается.`,
  'file-too-large': ({ path, sizeBytes, limitBytes }) =>
    `Размер ${path} — ${size(sizeBytes)}, а у презентации он не больше ${size(limitBytes)}. Это точно презентация?`,
  'file-changed': ({ path }) =>
    `Пока ${path} исправлялся, его каждый раз сохраняла другая программа, поэтому файл оставлен как есть. Закройте ту программу и запустите команду снова.`,
  'file-hard-linked': ({ path, names }) =>
    `Файл ${path} не исправлен: у него несколько имён (жёсткие ссылки, всего ${names}), и под другими именами остался бы прежний текст. Сделайте его отдельным файлом: скопируйте, удалите исходный и дайте копии его имя.`,
  'folder-link-outside': ({ path, real }) =>
    `Файл ${path} не исправлен: путь к нему ведёт через папку-ссылку за пределы проекта. Если исправить его всё же нужно, укажите сам файл: ${real}`,
  'program-failed': ({ path, reason }) =>
    `Из-за ошибки в самой программе Korme обработать ${path} не удалось: ${reason}. На другие презентации это не повлияло.`,
  'program-crashed': ({ reason }) => `Работа прервана из-за ошибки в самой программе Korme: ${reason}`,
  'theme-templates-failed': ({ theme, templates, reason }) =>
    `Не удаётся заполнить шаблоны темы «${theme}» (${and(templates)}): ${reason}. Исправьте их или удалите эти файлы, тогда будут взяты шаблоны Korme.`,
  'output-unwritable': ({ path, reason }) =>
    `Не удаётся записать ${path}: ${because(reason)}. Прежний файл не изменился.`,
  'browser-missing': () =>
    'Браузер не найден. Установите Chrome, Chromium или Edge либо укажите путь к нему в переменной CHROME_PATH.',
  'browser-path-missing': ({ path, from }) => `В ${from} указан браузер ${path}, но такого файла нет. Исправьте путь.`,
  'browser-not-executable': ({ path }) =>
    `${path} нельзя запустить как браузер. Исправьте ключ или переменную, где он указан.`,
  'browser-failed': ({ path, reason }) => `Браузер ${path} не запустился: ${because(reason)}.`,
  'browser-no-sandbox': ({ path }) =>
    `Браузеру ${path} на этом компьютере недоступна песочница. В контейнере, которому вы доверяете, запустите Korme с ключом --no-sandbox.`,
  'browser-silent': ({ path, seconds }) =>
    `Браузер ${path} не отвечал ${seconds} с и был остановлен. Попробуйте ещё раз или укажите другой браузер.`,
  'browser-cache-unsafe': ({ path }) =>
    `Папка ${path} принадлежит кому-то другому или открыта для чужой записи, поэтому браузер из неё не запускается. Удалите её, и Korme создаст её заново.`,
  'browser-unpack-failed': ({ path, reason, variable }) =>
    `Не удалось распаковать в ${path} браузер, который поставляется с Korme: ${because(reason)}. Укажите в переменной ${variable} папку, где свободно 300 МБ.`,
  'temporary-folder-missing': ({ path, reason, variable }) =>
    `Не удалось записать временные файлы в ${path}: ${because(reason)}. Укажите в переменной ${variable} папку, доступную для записи.`,
  'port-taken': ({ port, last }) =>
    port === last
      ? `Порт ${port} занят другой программой. Укажите другой, например --port ${port + 1}, или закройте ту программу.`
      : `Все порты от ${port} до ${last} заняты другими программами. Укажите порт сами, например --port 8080.`,
  'port-forbidden': ({ port }) =>
    `Этой учётной записи нельзя занимать порт ${port}. Укажите порт больше 1024, например --port 4321.`,
  'port-unusable': ({ port, reason }) => `Порт ${port} использовать не удаётся: ${because(reason)}.`,
  'watch-failed': ({ path, reason }) =>
    `Не удаётся следить за изменениями в ${path}: ${because(reason)}. Закройте программы, которые следят за многими файлами, и запустите снова.`,
  'print-failed': ({ path, reason }) =>
    `Браузер ${path} дважды не смог создать PDF: ${because(reason)}. Попробуйте ещё раз или укажите другой браузер ключом --browser.`,
  'pdf-undeclared': ({ file, reason }) =>
    `PDF презентации ${file} готов, но соответствие PDF/UA и PDF/A в нём не заявлено: этот браузер записывает PDF незнакомым для Korme способом (${reason}). Чтобы оно было заявлено, уберите --browser или укажите другой браузер.`,
  'browser-unsandboxed': ({ path, asked }) =>
    asked
      ? `Браузер ${path} работает без песочницы, как указано ключом --no-sandbox. Делайте так, только если доверяете презентации.`
      : `Браузер ${path} работает без песочницы, потому что Korme работает от имени root. По возможности запускайте её от имени обычного пользователя.`,
}
