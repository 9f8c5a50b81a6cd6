import type { PeopleProblem } from '../../model/problems/people.ts'
import type { MessagesOf } from '../messages.ts'

/** What people and their portraits report, in Kazakh. */
export const people: MessagesOf<PeopleProblem> = {
  'people-continued': ({ people, pages, onPage }) =>
    `Бұл слайдта ${people} адам бар, олардың бәрі бір слайдқа сыймайды, сондықтан ${pages} слайдқа бөлінді: әрқайсысында ең көбі ${onPage} адам.`,
  'portraits-unequal': ({ people, pictures }) =>
    pictures < people
      ? `${people} адамға ${pictures} портрет берілген. Олар ретімен қойылды, қалғандарының орнына аты-жөнінің бас әріптері жазылды. Портрет қосыңыз; тізімнің ортасында портреті жоқ адам болса, оның орнына "" деп жазыңыз.`
      : `${people} адамға ${pictures} портрет берілген. Артық портреттер соңында аты-жөнсіз тұр. Аты-жөнін қосып жазыңыз немесе артық суретті алып тастаңыз.`,
}
