import type { VideoProblem } from '../../model/problems/video.ts'
import { pluralizer } from '../format.ts'
import type { MessagesOf } from '../messages.ts'
import { size } from './format.ts'

const lostTitles = pluralizer('ru', {
  one: 'субтитр из файла',
  few: 'субтитра из файла',
  many: 'субтитров из файла',
  other: 'субтитра из файла',
})
const atSecond = (n: number) => `${n}-й секунде`
const seconds = pluralizer('ru', { one: 'секунду', few: 'секунды', many: 'секунд', other: 'секунды' })

/** What is wrong with videos and their captions, in Russian. */
export const video: MessagesOf<VideoProblem> = {
  'video-broken': ({ file }) =>
    `В видео «${file}» нечего воспроизвести: файл повреждён или скопирован не до конца. Скопируйте его заново.`,
  'video-format-unplayable': ({ file, format, command }) =>
    `«${file}» — видео в формате ${format}, который браузеры не воспроизводят, поэтому на слайде только его имя. Эта команда сделает файл, который они воспроизводят: ${command}`,
  'video-sound-only': ({ file, format, command }) =>
    `В файле «${file}» (${format}) есть звук, но нет изображения; слайд его не воспроизведёт, поэтому показано только имя. Эта команда сделает из него видео, где под звук показана картинка; вместо picture.jpg укажите свою: ${command}`,
  'video-codec-unplayable': ({ file, part, codec, command }) =>
    part === 'sound'
      ? `Звук видео «${file}» записан в формате ${codec}, который большинство браузеров не воспроизводит. Эта команда сделает файл, который они воспроизводят: ${command}`
      : `Изображение видео «${file}» записано в формате ${codec}, который большинство браузеров не воспроизводит. Эта команда сделает файл, который они воспроизводят: ${command}`,
  'video-large': ({ file, sizeBytes }) =>
    `Видео «${file}» занимает ${size(sizeBytes)} и прилагается к слайдам. Если будете их пересылать, сократите или сожмите его.`,
  'video-times-wrong': ({ start, end, lengthS }) =>
    end !== null && end <= start
      ? `Видео началось бы на ${atSecond(start)} и закончилось на ${atSecond(end)}, то есть показать было бы нечего. Сделайте "end" больше, чем "start".`
      : `Видео началось бы на ${atSecond(start)}, но оно длится ${seconds(Math.floor(lengthS ?? 0))}. Уменьшите "start".`,
  'video-id-missing': ({ provider, address }) =>
    `«${address}» — страница ${provider}, но не страница одного видео, поэтому слайд только ведёт на неё. Откройте само видео и скопируйте его адрес.`,
  'video-address-broken': ({ address }) =>
    `Адрес «${address}» неполон или повреждён: ни один браузер его не откроет, поэтому ссылки на слайде нет. Откройте видео в браузере и скопируйте весь адрес из адресной строки.`,
  'video-text-ignored': ({ text }) =>
    `Из поля "video" взят только адрес, а слова рядом с ним не показаны: «${text}». Перенесите их в "title" или "text".`,
  'video-address-private': ({ address, host }) =>
    `«${address}» ведёт на ${host}, куда с чужих компьютеров не попасть, поэтому ссылки на слайде нет. Положите файл в static или укажите адрес в интернете.`,
  'video-autoplay-remote': ({ address }) =>
    `Указано "autoplay", но видео «${address}» лежит в интернете, а оттуда ничего не загружается, пока кто-нибудь не нажмёт. Уберите "autoplay" или положите файл в static/video.`,
  'captions-broken': ({ file, reason }) =>
    reason === 'encoding'
      ? `Субтитры «${file}» записаны не в UTF-8, поэтому не показываются. Сохраните файл заново в кодировке UTF-8.`
      : `В файле «${file}» нет субтитров. Он должен начинаться со слова WEBVTT, а каждый субтитр — со времени: 00:01.000 --> 00:04.000.`,
  'captions-faulty': ({ file, line, lost }) =>
    lost > 0
      ? `Не получится показать ${lostTitles(lost)} «${file}»${line === null ? '' : ` (первая ошибка в строке ${line})`}. Субтитр начинается с двух моментов времени, второй позже первого: 00:01.000 --> 00:04.000.`
      : `Файл субтитров «${file}» не вполне соответствует WebVTT${line === null ? '' : ` (строка ${line})`}, но показаны все. Начните файл со слова WEBVTT, а каждый субтитр — со времени.`,
  'captions-remote': ({ address }) =>
    `Субтитры показываются только с видео из проекта, а «${address}» воспроизводит чужой проигрыватель, у которого они свои. Уберите "captions" или положите видео в static/video.`,
}
