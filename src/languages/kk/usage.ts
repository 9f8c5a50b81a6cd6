import type { UsageFault } from '../../model/errors.ts'
import type { JobsUsageFault } from '../../model/jobs-faults.ts'
import type { Lang } from '../../model/lang.ts'
import { languageName } from '../format.ts'
import type { MessagesOf } from '../messages.ts'
import { all, and, number } from './format.ts'

const nameOf = (lang: Lang) => languageName(lang, 'kk')

/** Wrong usage of the command line, in Kazakh. */
export const usage: MessagesOf<Exclude<UsageFault, JobsUsageFault>> = {
  'command-unknown': ({ name, nearest, known }) =>
    nearest
      ? `«${name}» деген команда жоқ. Бәлкім, «${nearest}» деп жазбақ болған шығарсыз?`
      : `«${name}» деген команда жоқ. Бар командалар: ${all(known)}.`,
  'command-missing': ({ known }) => `Команда көрсетілмеген. Бар командалар: ${all(known)}.`,
  'flag-unknown': ({ flag, command, nearest, flags }) =>
    nearest
      ? `«${command}» командасында ${flag} параметрі жоқ. Бәлкім, ${nearest} деп жазбақ болған шығарсыз?`
      : `«${command}» командасында ${flag} параметрі жоқ. Барлық параметрін көру: npx korme ${command} --help${flags}`,
  'flag-value-missing': ({ flag, value }) => `${flag} параметрінен кейін мән керек: ${flag} ${value}`,
  'flag-value-unknown': ({ flag, value, known, several }) =>
    `${flag} параметріне «${value}» мәні жарамайды. Мүмкін мәндері: ${all(known)}${several ? `; бірнешеуі үтір арқылы жазылады: ${several}` : ''}.`,
  'flag-value-repeated': ({ flag, repeated, distinct }) =>
    `${flag} параметрінде ${repeated} екі рет жазылған. Әрқайсысын бір рет көрсетіңіз: ${flag} ${distinct}`,
  'lang-with-script': ({ flag, value }) =>
    `${flag} параметріне «${value}» мәні жарамайды. Латын әрпіндегі қазақша мәтін былай сұралады: ${flag} kk --script latn`,
  'flag-value-unexpected': ({ flag, value }) => `${flag} параметрінің мәні болмайды, «${value}» дегенді алып тастаңыз.`,
  'variable-value-unknown': ({ variable, value, known }) =>
    `${variable} айнымалысының мәні «${value}», хабарларда ондай тіл жоқ, сондықтан осы тіл таңдалды. Мүмкін мәндері: ${all(known)}.`,
  'argument-missing': ({ command, flags }) => `Атау көрсетілмеген. Мысалы: npx korme ${command} bayandama${flags}`,
  'argument-unexpected': ({ command, argument, flags }) =>
    `«${command}» командасы «${argument}» дегенді қабылдамайды. Анықтамасы: npx korme ${command} --help${flags}`,
  'decks-missing': ({ folder, flags }) =>
    `${folder} қалтасында бірде-бір презентация жоқ. Жаңасын бастаңыз: npx korme new bayandama${flags}`,
  'root-missing': ({ path }) => `${path} деген қалта жоқ. --root параметрінен кейін жобаның қалтасын көрсетіңіз.`,
  'output-twice': ({ output, decks }) =>
    `Әртүрлі файлдардан (${and(decks)}) бір ғана ${output} шығар еді. Біреуінің атауын өзгертіңіз немесе -o параметрімен бөлек қалталарға жазыңыз.`,
  'deck-unnamed': ({ suggested }) => `Қай презентация екенін көрсетіңіз: ${suggested}`,
  'deck-unfit': ({ deck, command }) =>
    `${deck} ішінде қателер бар, оны көрсету мүмкін емес. Алдымен түзетіңіз: ${command}`,
  'talk-missing': ({ deck, command }) =>
    `${deck} презентациясының жалғастыруға болатын үзілген көрсетілімі жоқ: Ctrl-C көрсетілімді біржола аяқтайды. Жаңасын бастаңыз: ${command}`,
  'talk-outdated': ({ deck, hours, command }) =>
    `${deck} презентациясының көрсетілімі үзілгеніне ${hours} сағаттан асты: ол аяқталған деп саналады, мекенжайлары енді жарамсыз. Жаңасын бастаңыз: ${command}`,
  'talk-running': ({ deck, port }) =>
    `${deck} презентациясының көрсетілімі үзілген жоқ: ол ${port} портында жүріп жатыр. Сонда жалғастырыңыз немесе алдымен оны аяқтаңыз.`,
  'talk-unreadable': ({ path, command }) =>
    `Үзілген көрсетілімді жалғастыру мүмкін емес: ${path} файлы бүлінген немесе оны Korme бағдарламасының басқа нұсқасы жазған. Файлды жойып, жаңа көрсетілім бастаңыз: ${command}`,
  'talk-unsafe': ({ path, command }) =>
    `Үзілген көрсетілім жалғастырылған жоқ: ${path} файлы басқа пайдаланушынікі немесе оны басқалар оқи алады, сондықтан ондағы құпия деректерге сенуге болмайды. Файлды жойып, жаңа көрсетілім бастаңыз: ${command}`,
  'deck-name-unfit': ({ name }) =>
    `Презентацияға «${name}» деген атау жарамайды. Әріп, цифр, бос орын, «-» және «_» қолданыңыз, мысалы bayandama; қалтасыз және басында нүктесіз.`,
  'deck-exists': ({ path }) => `${path} файлы бұрыннан бар, ол өзгеріссіз қалады. Басқа атау таңдаңыз.`,
  'range-unreadable': ({ value }) =>
    `--range параметріне «${value}» мәні жарамайды. Слайдтардың нөмірлері мен аралықтарын үтір арқылы жазыңыз, мысалы 2-5,9.`,
  'loop-unreadable': ({ value }) =>
    `--loop мәні «${value}» бола алмайды. Бір слайд неше секунд тұратынын жазыңыз, 1 мен 3600 аралығында, мысалы, --loop 10.`,
  'port-unreadable': ({ value }) =>
    `--port мәні «${value}» бола алмайды. 1 мен 65535 аралығындағы сан жазыңыз, мысалы, --port 8080.`,
  'bilingual-same': ({ lang, deck, others }) =>
    `${deck} слайдтары онсыз да ${nameOf(lang)}нде басылады, --bilingual ${lang} сол мәтінді қайталап қана шығарар еді. ${
      others.length > 0
        ? `--bilingual параметрінен кейін басқа тілді көрсетіңіз: ${all(others)}.`
        : 'Бұл презентацияда басқа тілдегі мәтін жоқ.'
    }`,
  'bilingual-missing': ({ lang, deck, others }) =>
    `${deck} ішінде ${nameOf(lang)}ндегі мәтін жоқ, сондықтан слайдпен бірге басатын ештеңе жоқ. Мәтіндерге "${lang}" нұсқасын қосыңыз${
      others.length > 0 ? ` немесе --bilingual параметрінен кейін басқа тілді көрсетіңіз: ${all(others)}` : ''
    }.`,
  'range-outside': ({ part, deck, slides }) =>
    `--range параметрінде ${part} көрсетілген, ал ${deck} ішінде ${number(slides)} слайд бар. Нөмірлер ${slides} санынан аспауға тиіс.`,
}
