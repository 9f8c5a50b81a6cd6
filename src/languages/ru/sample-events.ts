import type { SampleEventWords } from '../../model/words.ts'

/** The texts of new decks for a training, a contest and a programme in Russian. */
export const sampleEvents: SampleEventWords = {
  goalsTitle: 'Чему вы научитесь',
  goals:
    'После этого занятия вы сможете\n• назвать основные этапы своей работы\n• выполнить каждый из них самостоятельно\n• находить самые частые ошибки',
  exerciseTitle: 'Упражнение',
  exercise:
    'Работайте в парах 15 минут.\n1. Прочитайте задание.\n2. Обсудите, как его выполнить.\n3. Запишите один вопрос для всех.',
  rulesTitle: 'Условия участия',
  rules:
    '• В команде от трёх до пяти человек\n• От каждой команды одна работа\n• Работы принимаются до 1 октября\n• Итоги жюри объявит 1 декабря',
  organizersTitle: 'Организаторы',
}
