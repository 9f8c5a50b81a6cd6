import type { TableProblem } from '../../model/problems/table.ts'
import type { MessagesOf } from '../messages.ts'
import { number } from './format.ts'

const shownAs = { table: 'кесте', ranking: 'рейтинг', programme: 'бағдарлама' } as const

/** What tables report, in Kazakh. */
export const table: MessagesOf<TableProblem> = {
  'table-recognised': ({ shown, rows, columns }) =>
    `Бұл мәтін ${shownAs[shown]} түрінде көрсетілді: онда ${number(rows)} жол, ${columns} баған бар. Мәтін күйінде қалсын десеңіз, "block": "2" деп қосыңыз.`,
  'table-suggested': ({ rows, columns }) =>
    `Бұл мәтінде «;» белгісімен бөлінген ${number(rows)} жол, ${columns} баған бар. Кесте түрінде көрсету үшін "block": "11" деп қосыңыз.`,
  'table-rows-unequal': ({ row, cells, columns }) =>
    `Кестенің ${row}-жолында ${cells} ұяшық бар, ал басқа жолдарда — ${columns}. Жолдың соңына бос ұяшық қосылды. Ұяшық түсіп қалмағанын және әрқайсысы өз бағанында тұрғанын тексеріңіз.`,
  'table-columns-many': ({ columns, limit }) =>
    `Кестеде ${columns} баған бар, ал көрермен шамамен ${limit} бағанды ғана бақылап үлгереді. Жолдар мен бағандардың орнын ауыстырыңыз, артық бағанды алып тастаңыз немесе кестені бірнеше слайдқа бөліңіз.`,
  'table-columns-divided': ({ columns, parts }) =>
    `Бұл кестенің ${columns} бағаны оқуға жарайтын ең кіші өлшеммен де қатар сыймайды. Олар ${parts} бөлік болып бірінен соң бірі көрсетілді, әр бөлікте бірінші баған бар. Жолдар мен бағандардың орнын ауыстырыңыз немесе артық бағанды алып тастаңыз.`,
  'table-column-narrow': ({ word, columns, sizePx }) =>
    `Кестеде ${columns} баған бар, сондықтан «${word}» сөзі ${sizePx} px өлшеммен де бір жолға сыймай, бөлініп кетті. Баған санын азайтыңыз, сөзді қысқартыңыз немесе жолдар мен бағандардың орнын ауыстырыңыз.`,
  'table-continued': ({ rows, pages, sizePx }) =>
    `${number(rows)} жолдық кесте ${number(pages)} слайдқа бөлінді, әріп өлшемі — ${sizePx} px; баған атаулары әр слайдта қайталанады. Слайд саны азырақ болсын десеңіз, жолдарды қысқартыңыз.`,
  'table-cell-long': ({ row, column, characters }) =>
    `«${row}» жолы, «${column}» бағаны: ${number(characters)} таңбалық ұяшық — тұтас абзац, соның кесірінен бүкіл кесте ұсақ болады. Оны қысқартыңыз немесе мәтінге шығарыңыз.`,
  'table-cell-formula': ({ value, row, column }) =>
    `«${row}» жолы, «${column}» бағаны: «${value}» — формула. Korme ештеңе есептемейді, оны жазылған күйінде көрсетеді. Нәтижесін жазыңыз.`,
  'table-cell-failed': ({ value, row, column }) =>
    `«${row}» жолы, «${column}» бағаны: «${value}» — электрондық кестенің қате белгісі. Жазылған күйінде көрсетілді. Мәнін жазыңыз немесе сызықша қойыңыз.`,
  'number-doubtful': ({ value, read, column }) =>
    `«${column}» бағаны: «${value}» санын екі түрлі оқуға болады, ${number(read)} деп оқылды. Жазылған күйінде көрсетілді. Басқа санды білдірсе, мыңдықтарды бос орынмен бөліп жазыңыз: 1 234.`,
}
