import type { PollProblem } from '../../model/problems/poll.ts'
import type { MessagesOf } from '../messages.ts'
import { number } from './format.ts'

/** What the options of a poll report, in Kazakh. */
export const poll: MessagesOf<PollProblem> = {
  'poll-options-few': () => 'Бұл дауыс беруде бір ғана нұсқа бар, таңдайтын ештеңе жоқ. Тағы бір нұсқа қосыңыз.',
  'poll-options-many': ({ options, limit }) =>
    `Бұл дауыс беруде ${number(options)} нұсқа бар. Бәрі көрсетілді, бірақ ${limit} нұсқадан көбін телефоннан оқу қиын. Маңызы аздарын алып тастаңыз.`,
  'poll-option-long': ({ option, characters, limit }) =>
    `«${option}» нұсқасында ${number(characters)} таңба бар. Ол толық көрсетілді, бірақ ${limit} таңбадан ұзын нұсқаны телефоннан және нәтижеден оқу қиын. Оны қысқартыңыз.`,
  'poll-option-empty': () => 'Дауыс берудің бір нұсқасы бос, сондықтан көрсетілмейді. Оны жазыңыз немесе өшіріңіз.',
  'poll-option-twice': ({ option }) =>
    `«${option}» нұсқасы бұл дауыс беруде екі рет жазылған. Екеуі де көрсетілді, дауыстары бөлек саналады. Біреуін өзгертіңіз немесе өшіріңіз.`,
  'poll-question-missing': () =>
    'Бұл дауыс берудің сұрағы жоқ: "question" өрісі де, слайдтың тақырыбы да жазылмаған. Зал тек нұсқаларды көреді. Тақырып қосыңыз.',
  'poll-needs-present': () =>
    'Құрастырылған файлда дауыс берудің нұсқалары көрінеді. Слайдтар «npx korme present» арқылы көрсетілгенде ғана дауыс беруге болады.',
}
