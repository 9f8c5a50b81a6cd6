import type { UsageFault } from '../../model/errors.ts'
import { listFormatter } from '../format.ts'
import type { MessagesOf } from '../messages.ts'
import { cli } from './cli.ts'

const and = listFormatter('kk', 'conjunction')
// Written out, because "a, b не болмаса c" of Intl reads stiffly in a list of commands.
const all = (words: readonly string[]) => words.join(', ')

/** One sentence for everything that can be wrong with a call. */
export const usage: MessagesOf<UsageFault> = {
  'command-unknown': ({ name, nearest, known }) =>
    nearest
      ? `«${name}» деген команда жоқ. Бәлкім, «${nearest}» деп жазбақ болған шығарсыз?`
      : `«${name}» деген команда жоқ. Бар командалар: ${all(known)}.`,
  'command-missing': ({ known }) => `Команда көрсетілмеген. Бар командалар: ${all(known)}.`,
  'flag-unknown': ({ flag, command, nearest }) =>
    nearest
      ? `«${command}» командасында ${flag} кілті жоқ. Бәлкім, ${nearest} деп жазбақ болған шығарсыз?`
      : `«${command}» командасында ${flag} кілті жоқ. Барлық кілті: npx korme ${command} --help`,
  'flag-value-missing': ({ flag, value }) => `${flag} кілтінен кейін мән керек: ${flag} ${value}`,
  'flag-value-unknown': ({ flag, value, known }) =>
    `${flag} кілтіне «${value}» мәні жарамайды. Мүмкін мәндері: ${all(known)}.`,
  'flag-value-unexpected': ({ flag, value }) => `${flag} кілтінің мәні болмайды, «${value}» дегенді алып тастаңыз.`,
  'argument-missing': ({ command }) => `Атау көрсетілмеген. Мысалы: npx korme ${command} bayandama`,
  'argument-unexpected': ({ command, argument }) =>
    `«${command}» командасы «${argument}» дегенді қабылдамайды. Анықтамасы: npx korme ${command} --help`,
  'decks-missing': ({ folder }) =>
    `${folder} қалтасында бірде-бір презентация жоқ. Жаңасын бастаңыз: npx korme new bayandama`,
  'output-twice': ({ output, decks }) =>
    `Әртүрлі файлдардан (${and(decks)}) бір ғана ${output} шығар еді. Біреуінің атауын өзгертіңіз немесе -o кілтімен бөлек қалталарға жинаңыз.`,
  'deck-unnamed': ({ command, decks }) => `Қай презентация екенін көрсетіңіз: npx korme ${command} ${decks[0]}`,
  'deck-unfit': ({ deck, command }) =>
    `${deck} ішінде қателер бар, оны көрсету мүмкін емес. Алдымен түзетіңіз: ${command}`,
  'deck-name-unfit': ({ name }) =>
    `Презентацияға «${name}» деген атау жарамайды. Әріп, цифр, бос орын, «-» және «_» қолданыңыз, мысалы bayandama; қалтасыз және басында нүктесіз.`,
  'deck-exists': ({ path }) => `${path} файлы бұрыннан бар, ол өзгеріссіз қалады. Басқа атау таңдаңыз.`,
  'range-unreadable': ({ value }) =>
    `--range кілтіне «${value}» мәні жарамайды. Слайдтардың нөмірлері мен аралықтарын үтір арқылы жазыңыз, мысалы 2-5,9.`,
  'port-unreadable': ({ value }) =>
    `--port мәні «${value}» бола алмайды. 1 мен 65535 аралығындағы сан жазыңыз, мысалы, --port 8080.`,
  'range-outside': ({ part, deck, slides }) =>
    `--range кілтінде ${part} көрсетілген, ал ${deck} ішінде ${cli.slides(slides)} бар. Нөмірлер ${slides} санынан аспауға тиіс.`,
}
