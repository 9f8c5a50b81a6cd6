import type { ChartProblem } from '../../model/problems/chart.ts'
import { formatNumber } from '../format.ts'
import type { MessagesOf } from '../messages.ts'
import { and, number } from './format.ts'

const reasons = {
  series: 'деректе бірнеше сан бағаны бар',
  parts: 'нөлден үлкен мән екеуге жетпейді',
  points: 'сызыққа кемінде екі нүкте керек',
  room: 'атаулары жанына сыймайды',
} as const
const shown = { bar: 'жолақтар', stack: 'құрама жолақтар', line: 'сызық', donut: 'сақина' } as const

/** What charts report, in Kazakh. */
export const chart: MessagesOf<ChartProblem> = {
  'chart-numbers-missing': () =>
    'Бұл деректе диаграмма салатын сан жоқ, сондықтан жолдар жазылған күйінде көрсетілді. Әр жолға атау мен сан жазыңыз, мысалы «Алматы — 98».',
  'chart-value-unreadable': ({ value, row, column }) =>
    `«${row}» жолы, «${column}» бағаны: «${value}» — сан емес, сондықтан бұл жерге ештеңе салынбады. Сан жазыңыз немесе ұяшықты бос қалдырыңыз.`,
  'chart-value-negative': ({ value, row, column, kind }) =>
    `«${row}» жолы${column ? `, «${column}» бағаны` : ''}: ${formatNumber(value, 'kk')} нөлден кіші, бүтіннің бөлігі бола алмайды, сондықтан "${kind}" орнына жолақтар салынды. Санды түзетіңіз немесе "kind": "bar" деп жазыңыз.`,
  'chart-kind-changed': ({ kind, shown: kindShown, reason }) =>
    `"kind": "${kind}" деп көрсетілген, бірақ ${reasons[reason]}, сондықтан диаграммада ${shown[kindShown]} тұр. "kind" мәнін немесе деректі өзгертіңіз.`,
  'chart-series-many': ({ series, limit }) =>
    `Деректе ${series} сан бағаны бар, ал диаграмма ${limit} бағаннан артығын ажырата алмайды. Жолдар жазылған күйінде көрсетілді. Артық бағандарды алып тастаңыз немесе диаграмманы бірнеше слайдқа бөліңіз.`,
  'chart-units-mixed': ({ units }) =>
    `Сандардың өлшем бірліктері әртүрлі: ${and(units)}. Оларды бір осьте көрсету мүмкін емес, сондықтан жолдар жазылған күйінде көрсетілді. Әр бірлікке бөлек диаграмма жасаңыз.`,
  'chart-total-omitted': ({ name }) =>
    `«${name}» — қалған мәндердің қосындысы, сондықтан диаграммада жоқ. Бұл хабар шықпасын десеңіз, оны деректен алып тастаңыз.`,
  'chart-notes-omitted': ({ rows, example }) =>
    `Саннан кейінгі жақшадағы ескертпелер диаграммада көрсетілмейді, мысалы «${example}» (${number(rows)} жол). Оларды мәтінде жазыңыз немесе жолдарды кестемен көрсетіңіз: "block": "11".`,
  'chart-parts-joined': ({ parts, limit }) =>
    `Сақинада ${limit} бөліктен артық болмайды, сондықтан ең кішілері бір бөлік болып салынды: ${and(parts)}. Оларды деректе біріктіріңіз немесе бәрін көру үшін "kind": "bar" деп жазыңыз.`,
  'chart-label-long': ({ row, characters }) =>
    `«${row}» жазуы тым ұзын (${number(characters)} таңба), жолақтың жанына сыймайды, сондықтан жолдар жазылған күйінде көрсетілді. Оны қысқартыңыз.`,
  'chart-highlight-unknown': ({ name, nearest }) =>
    `"highlight" өрісінде «${name}» деп жазылған, бірақ ондай жол жоқ. ${nearest ? `Бәлкім, «${nearest}» деп жазбақ болған шығарсыз?` : 'Атауды деректегідей жазыңыз.'}`,
  'chart-suggested': ({ rows }) =>
    `Бұл мәтінде «атауы — сан» түріндегі ${number(rows)} жол бар. Оларды диаграммамен көрсету үшін "block": "12" деп қосыңыз.`,
}
