import type { PeopleProblem } from '../../model/problems/people.ts'
import type { MessagesOf } from '../messages.ts'
import { number } from './format.ts'

/** What people and their portraits report, in Kazakh. */
export const people: MessagesOf<PeopleProblem> = {
  'people-continued': ({ people, pages, onPage }) =>
    `Бұл слайдта ${number(people)} адам бар, олардың бәрі бір слайдқа сыймайды, сондықтан ${number(pages)} слайдқа бөлінді: әрқайсысында ең көбі ${onPage} адам.`,
  'portraits-unequal': ({ people, pictures }) =>
    pictures < people
      ? `${number(people)} адамға ${pictures} портрет берілген. Олар ретімен қойылды, қалғандарының орнына аты-жөнінің бас әріптері жазылды. Портрет қосыңыз; тізімнің ортасында портреті жоқ адам болса, оның орнына "" деп жазыңыз.`
      : `${number(people)} адамға ${pictures} портрет берілген. Артық портреттер соңында аты-жөнсіз тұр. Аты-жөнін қосып жазыңыз немесе артық суретті алып тастаңыз.`,
  'people-head-omitted': ({ head }) =>
    `Бірінші жол — «${head}» — кестенің баған атаулары, сондықтан ол адам ретінде көрсетілмеді. Оны алып тастасаңыз, бұл хабар шықпайды.`,
}
