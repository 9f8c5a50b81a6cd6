import type { JobsFault, JobsUsageFault } from '../../model/jobs-faults.ts'
import type { MessagesOf } from '../messages.ts'
import { and } from './format.ts'

/** The meanings of error codes of a network; any other reason is shown unchanged. */
const reasons: Record<string, string> = {
  ECONNREFUSED: 'бұл портта ештеңе жауап бермейді',
  ECONNRESET: 'байланыс үзілді',
  EHOSTUNREACH: 'бұл компьютерге жол жоқ',
  ENETUNREACH: 'бұл желіге жол жоқ',
  ENOTFOUND: 'мұндай атаулы компьютер жоқ',
  EAI_AGAIN: 'атауы бойынша мекенжайын қазір білу мүмкін емес',
  ETIMEDOUT: 'ол жауап бермейді',
  EPROTO: 'ол TLS қолдамайды',
  ERR_SSL_WRONG_VERSION_NUMBER: 'ол TLS қолдамайды',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'ол TLS қолдамайды',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'сертификатына қол қойғанға бұл компьютер сенбейді',
  SELF_SIGNED_CERT_IN_CHAIN: 'сертификатына қол қойғанға бұл компьютер сенбейді',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'сертификатына қол қойғанға бұл компьютер сенбейді',
  CERT_HAS_EXPIRED: 'сертификатының мерзімі өткен',
  ERR_TLS_CERT_ALTNAME_INVALID: 'сертификаты басқа атауға берілген',
}
const because = (reason: string) => reasons[reason] ?? reason.replace(/(?<![.\s])[.\s]+$/, '')

/** What goes wrong where work is handed to other machines, in Kazakh. */
export const jobs: MessagesOf<JobsFault | JobsUsageFault> = {
  'package-missing': ({ packages }) =>
    `Бірнеше компьютермен жұмыс істеуге ${and(packages)} пакеттері керек, олар Korme құрамында жоқ. Қасына орнатыңыз: npm install ${packages.join(' ')}`,
  'redis-unreachable': ({ server, reason }) =>
    `${server} мекенжайындағы Redis серверіне қосылу мүмкін болмады: ${because(reason)}. Мекенжайын және сервердің жұмыс істеп тұрғанын тексеріңіз.`,
  'redis-silent': ({ server }) =>
    `${server} байланысты қабылдайды, бірақ жауап бермейді. Онда Redis тұр ма, оған TLS (rediss://) керек емес пе — тексеріңіз.`,
  'redis-password-wrong': ({ server, variable, given }) =>
    given
      ? `${server} мекенжайындағы Redis пайдаланушы атын немесе ${variable} ішіндегі құпиясөзді қабылдамады.`
      : `${server} мекенжайындағы Redis құпиясөз сұрайды. Оны ${variable} орта айнымалысында көрсетіңіз.`,
  'redis-tls-failed': ({ server, reason }) =>
    `${server} серверімен шифрланған байланыс орнамады: ${because(reason)}. TLS болмаса, мекенжай redis:// деп басталады, ал өз сертификатыңыз NODE_EXTRA_CA_CERTS айнымалысында көрсетіледі.`,
  'redis-unlike': ({ server }) => `${server} жауап береді, бірақ ол Redis емес. Портын тексеріңіз.`,
  'redis-unready': ({ server, reason }) =>
    `${server} мекенжайындағы Redis қазір жұмыс істей алмайды: ${because(reason)}.`,
  'redis-outdated': ({ server, found, needed }) =>
    `${server} мекенжайында Redis ${found} тұр, ал Korme-ге ${needed} немесе одан жаңа нұсқасы керек.`,
  'redis-lost': ({ server, seconds }) =>
    `${server} мекенжайындағы Redis ${seconds} с бойы жауап бермегендіктен жұмыс тоқтатылды. Онда сақталған тапсырмалар ол қайта қосылғанда жалғасады; нәтижесін жинау үшін команданы қайта іске қосыңыз.`,
  'relay-lost': ({ server, seconds }) =>
    `${server} мекенжайындағы Redis ${seconds} с бойы жауап бермегендіктен көрермендерге енді осыдан қызмет көрсетілмейді. Redis қайта қосылғанда команданы қайта іске қосыңыз.`,
  'jobs-queue-full': ({ waiting, most }) =>
    `Ештеңе кезекке қойылған жоқ: онда ${waiting} тапсырма күтіп тұр, ал --max-waiting ${most} тапсырмаға дейін рұқсат береді. Көбірек орындаушы қосыңыз немесе кейінірек қайталап көріңіз.`,
  'job-input-changed': ({ path }) =>
    `${path} файлы жоқ немесе тапсырма берілгеннен кейін өзгерген. Команданы қайта іске қосыңыз; барлық компьютер бір қалтаны көруге тиіс (--store).`,
  'job-unfit': () => 'Бұл тапсырманы Korme немесе оның осы нұсқасы құрастырмаған, сондықтан ол орындалған жоқ.',
  'job-worker-died': ({ deck }) =>
    `${deck}: осы тапсырманы орындап жатқанда бірнеше орындаушы бірінен соң бірі тоқтап қалды. Оларға жад жетпейтін шығар.`,
  'job-failed': ({ deck, reason }) => `${deck}: тапсырма орындалмады: ${because(reason)}.`,
  'job-program-other': ({ wanted, found }) =>
    `Тапсырма Korme ${wanted} нұсқасына арналған, ал орындаушыларда ${found} тұр. Барлық компьютерге бірдей нұсқасын орнатыңыз.`,
  'job-browser-other': ({ wanted, found }) =>
    `Тапсырма ${wanted} браузеріне арналған, ал орындаушыларда ${found} тұр. Барлық компьютерге бірдей браузер орнатыңыз немесе бәрінде жаңасы болғанда команданы қайта іске қосыңыз.`,
  'store-name-unfit': ({ name }) => `${name} ортақ қалтадан тыс жерге апарады, сондықтан оқылмайды да, жазылмайды да.`,
  'workers-missing': ({ server }) =>
    `Бұл компьютерде ${server} серверімен жұмыс істейтін орындаушы жоқ. Іске қосу үшін: npx korme worker --jobs ${server}`,
  'flag-missing': ({ flag, command, example }) =>
    `«${command}» командасына ${flag} параметрі керек, мысалы: ${flag} ${example}`,
  'outside-store': ({ path, store }) =>
    `${path} ${store} қалтасынан тыс жатыр, сондықтан басқа компьютерлерге көрінбейді. Барлық презентация мен дайын файл жататын қалтаны көрсетіңіз: --store /srv/talks`,
  'store-missing': ({ path }) =>
    `${path} деген қалта жоқ. --store параметрінен кейін барлық компьютер көретін қалтаны көрсетіңіз.`,
  'redis-address-unreadable': () =>
    'Бұл Redis мекенжайы емес. Ол былай жазылады: redis://host:6379, ал TLS болса — rediss://host:6379.',
  'redis-address-secret': ({ variable }) =>
    `Redis мекенжайында құпиясөз бар, оны осы компьютердің басқа пайдаланушылары оқып алуы мүмкін. Мекенжайдан алып тастап, ${variable} орта айнымалысында көрсетіңіз.`,
  'audience-address-unreadable': ({ value }) =>
    `--address мәні «${value}» бола алмайды. Браузерлер relay процестерін табатын мекенжайды жолсыз жазыңыз, мысалы, https://talk.example.kz.`,
  'job-count-unreadable': ({ value }) => `«${value}» — тапсырмалардың саны емес. Оны цифрмен жазыңыз, мысалы 100.`,
}
