import type { MachineFault } from '../../model/errors.ts'
import type { JobsFault } from '../../model/jobs-faults.ts'
import type { MessagesOf } from '../messages.ts'
import { and, size } from './format.ts'

/** The meanings of system error codes; any other reason is shown unchanged. */
const reasons: Record<string, string> = {
  EACCES: 'бұған құқығыңыз жоқ',
  EPERM: 'бұған құқығыңыз жоқ',
  EROFS: 'дискіге жазуға болмайды, ол тек оқуға арналған',
  ENOSPC: 'дискіде бос орын қалмаған',
  EDQUOT: 'дискіден сізге бөлінген орын таусылған',
  ENOTDIR: 'қалта тұруға тиіс жерде файл тұр',
  EISDIR: 'файл тұруға тиіс жерде қалта тұр',
  EEXIST: 'осындай атаулы файл бұрыннан бар',
  ENOENT: 'мұндай қалта жоқ',
  ENAMETOOLONG: 'атауы тым ұзын',
  ELOOP: 'сілтемелері бір-біріне тұйықталған',
  EBUSY: 'файлды басқа бағдарлама қолданып тұр',
  EMFILE: 'тым көп файл ашық тұр',
  EIO: 'дискіде ақау бар',
}
const because = (reason: string) =>
  reasons[/\bE[A-Z]{2,}\b/.exec(reason)?.[0] ?? ''] ?? reason.replace(/(?<![.\s])[.\s]+$/, '')

/** What is missing or fails on a machine, in Kazakh. */
export const machine: MessagesOf<Exclude<MachineFault, JobsFault>> = {
  'node-outdated': ({ found, needed }) =>
    `Korme жұмыс істеуі үшін Node.js ${needed} немесе одан жаңа нұсқасы керек, ал мұнда ${found} тұр. Жаңасын https://nodejs.org сайтынан орнатыңыз.`,
  'file-missing': ({ path }) => `${path} деген файл жоқ. Атауы мен қалтасын тексеріңіз.`,
  'file-unreadable': ({ path, reason }) => `${path} файлын оқу мүмкін болмады: ${because(reason)}.`,
  'file-is-folder': ({ path }) => `${path} — қалта. Ішіндегі презентация файлын көрсетіңіз.`,
  'file-link-outside': ({ path }) =>
    `${path} — жобадан тыс файлға сілтеме, сондықтан ол оқылмайды. Файлды осы жерге көшіріңіз немесе файлдың өзін көрсетіңіз.`,
  'file-not-regular': ({ path }) => `${path} — кәдімгі файл емес, арна немесе құрылғы, сондықтан ол оқылмайды.`,
  'file-too-large': ({ path, sizeBytes, limitBytes }) =>
    `${path} көлемі — ${size(sizeBytes)}, ал презентация ${size(limitBytes)} көлемінен аспауға тиіс. Бұл шынымен презентация ма?`,
  'file-changed': ({ path }) =>
    `${path} түзетіліп жатқанда оны басқа бағдарлама қайта-қайта сақтай берді, сондықтан файл сол күйінде қалды. Ол бағдарламаны жауып, команданы қайта іске қосыңыз.`,
  'file-hard-linked': ({ path, names }) =>
    `${path} түзетілген жоқ: бұл файлдың бірнеше атауы бар (қатаң сілтемелер, барлығы ${names}), басқа атауларында бұрынғы мәтін қалып қояр еді. Оны бөлек файл етіңіз: көшірмесін жасап, түпнұсқасын жойыңыз да, көшірмеге соның атауын беріңіз.`,
  'folder-link-outside': ({ path, real }) =>
    `${path} түзетілген жоқ: оған апаратын қалта — жобадан тыс жерге сілтеме. Бәрібір түзету керек болса, файлдың өз жолын көрсетіңіз: ${real}`,
  'program-failed': ({ path, reason }) =>
    `Korme бағдарламасының өз қатесінен ${path} өңделмей қалды: ${reason}. Бұл басқа презентацияларға әсер еткен жоқ.`,
  'program-crashed': ({ reason }) => `Korme бағдарламасының өз қатесінен жұмыс тоқтап қалды: ${reason}`,
  'theme-templates-failed': ({ theme, templates, reason }) =>
    `«${theme}» үлгісінің шаблондарын (${and(templates)}) толтыру мүмкін болмады: ${reason}. Оларды түзетіңіз немесе осы файлдарды жойыңыз, сонда Korme-нің өз шаблондары алынады.`,
  'output-unwritable': ({ path, reason }) =>
    `${path} файлын жазу мүмкін болмады: ${because(reason)}. Бұрыннан тұрған файл өзгерген жоқ.`,
  'browser-missing': () =>
    'Браузер табылмады. Chrome, Chromium немесе Edge орнатыңыз не болмаса браузердің жолын CHROME_PATH айнымалысында көрсетіңіз.',
  'browser-path-missing': ({ path, from }) =>
    `${from} ішінде ${path} браузері көрсетілген, бірақ ондай файл жоқ. Жолын түзетіңіз.`,
  'browser-not-executable': ({ path }) =>
    `${path} — іске қосуға болатын браузер емес. Ол көрсетілген параметрті немесе айнымалыны түзетіңіз.`,
  'browser-failed': ({ path, reason }) => `${path} браузері іске қосылмады: ${because(reason)}.`,
  'browser-no-sandbox': ({ path }) =>
    `Бұл компьютерде ${path} браузерінің оқшауланған ортасы жоқ. Өзіңіз сенетін контейнерде Korme-ні --no-sandbox параметрімен іске қосыңыз.`,
  'browser-silent': ({ path, seconds }) =>
    `${path} браузері ${seconds} с бойы жауап бермегендіктен тоқтатылды. Қайталап көріңіз немесе басқа браузерді көрсетіңіз.`,
  'browser-cache-unsafe': ({ path }) =>
    `${path} қалтасы басқа біреудікі немесе оған басқалар жаза алады, сондықтан одан браузер іске қосылмайды. Қалтаны жойыңыз, Korme оны қайта жасайды.`,
  'browser-unpack-failed': ({ path, reason, variable }) =>
    `Korme құрамындағы браузерді ${path} қалтасына тарқату мүмкін болмады: ${because(reason)}. ${variable} айнымалысында 300 МБ бос орны бар қалтаны көрсетіңіз.`,
  'temporary-folder-missing': ({ path, reason, variable }) =>
    `Уақытша файлдарды ${path} қалтасына жазу мүмкін болмады: ${because(reason)}. ${variable} айнымалысында жазуға болатын қалтаны көрсетіңіз.`,
  'port-taken': ({ port, last }) =>
    port === last
      ? `${port} портын басқа бағдарлама алып тұр. Басқасын көрсетіңіз, мысалы, --port ${port + 1}, немесе сол бағдарламаны жабыңыз.`
      : `${port}–${last} аралығындағы порттардың бәрін басқа бағдарламалар алып тұр. Портты өзіңіз көрсетіңіз, мысалы, --port 8080.`,
  'port-forbidden': ({ port }) =>
    `Бұл тіркелгіге ${port} портын алуға рұқсат жоқ. 1024-тен үлкен порт көрсетіңіз, мысалы, --port 4321.`,
  'port-unusable': ({ port, reason }) => `${port} портын пайдалану мүмкін болмады: ${because(reason)}.`,
  'watch-failed': ({ path, reason }) =>
    `${path} ішіндегі өзгерістерді бақылау мүмкін болмады: ${because(reason)}. Көп файлды бақылайтын бағдарламаларды жауып, қайта іске қосыңыз.`,
  'print-failed': ({ path, reason }) =>
    `${path} браузері екі рет әрекеттеніп, PDF жасай алмады: ${because(reason)}. Қайталап көріңіз немесе --browser параметрімен басқа браузерді көрсетіңіз.`,
  'pdf-undeclared': ({ file, reason }) =>
    `${file} презентациясының PDF файлы дайын, бірақ онда PDF/UA мен PDF/A стандарттарына сәйкестігі көрсетілмеген: бұл браузер PDF файлын Korme-ге беймәлім тәсілмен жазады (${reason}). Сәйкестігі көрсетілуі үшін --browser параметрін алып тастаңыз немесе басқа браузерді таңдаңыз.`,
  'browser-unsandboxed': ({ path, asked }) =>
    asked
      ? `${path} браузері --no-sandbox параметріне сай оқшауланған ортасыз жұмыс істейді. Өзіңіз сенетін презентациялармен ғана осылай істеңіз.`
      : `Korme root атынан іске қосылғандықтан, ${path} браузері оқшауланған ортасыз жұмыс істейді. Мүмкін болса, кәдімгі пайдаланушы атынан іске қосыңыз.`,
}
