import type { JobsFault, JobsUsageFault } from '../../model/jobs-faults.ts'
import type { MessagesOf } from '../messages.ts'
import { and } from './format.ts'

/** The meanings of error codes of a network; any other reason is shown unchanged. */
const reasons: Record<string, string> = {
  ECONNREFUSED: 'на этом порту никто не отвечает',
  ECONNRESET: 'соединение закрыто',
  EHOSTUNREACH: 'этот компьютер недоступен',
  ENETUNREACH: 'эта сеть недоступна',
  ENOTFOUND: 'компьютера с таким именем нет',
  EAI_AGAIN: 'узнать адрес по имени сейчас не удаётся',
  ETIMEDOUT: 'он не отвечает',
  EPROTO: 'он не поддерживает TLS',
  ERR_SSL_WRONG_VERSION_NUMBER: 'он не поддерживает TLS',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'он не поддерживает TLS',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'этот компьютер не доверяет тому, кто подписал сертификат',
  SELF_SIGNED_CERT_IN_CHAIN: 'этот компьютер не доверяет тому, кто подписал сертификат',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'этот компьютер не доверяет тому, кто подписал сертификат',
  CERT_HAS_EXPIRED: 'срок действия сертификата истёк',
  ERR_TLS_CERT_ALTNAME_INVALID: 'сертификат выдан на другое имя',
}
const because = (reason: string) => reasons[reason] ?? reason.replace(/(?<![.\s])[.\s]+$/, '')

/** What goes wrong where work is handed to other machines, in Russian. */
export const jobs: MessagesOf<JobsFault | JobsUsageFault> = {
  'package-missing': ({ packages }) =>
    `Для работы на нескольких компьютерах нужны пакеты ${and(packages)}, которых в составе Korme нет. Установите их рядом с ней: npm install ${packages.join(' ')}`,
  'redis-unreachable': ({ server, reason }) =>
    `Не удаётся подключиться к Redis по адресу ${server}: ${because(reason)}. Проверьте адрес и работает ли сервер.`,
  'redis-silent': ({ server }) =>
    `${server} принимает соединение, но молчит. Точно ли там Redis и не нужен ли ему TLS (rediss://)?`,
  'redis-password-wrong': ({ server, variable, given }) =>
    given
      ? `Redis по адресу ${server} не принимает имя пользователя или пароль из ${variable}.`
      : `Redis по адресу ${server} требует пароль. Укажите его в переменной среды ${variable}.`,
  'redis-tls-failed': ({ server, reason }) =>
    `Не удаётся установить шифрованное соединение с ${server}: ${because(reason)}. Без TLS адрес начинается с redis://, а собственный сертификат указывают в NODE_EXTRA_CA_CERTS.`,
  'redis-unlike': ({ server }) => `${server} отвечает, но это не Redis. Проверьте порт.`,
  'redis-unready': ({ server, reason }) => `Redis по адресу ${server} сейчас не может работать: ${because(reason)}.`,
  'redis-outdated': ({ server, found, needed }) =>
    `По адресу ${server} работает Redis ${found}, а для Korme нужен ${needed} или новее.`,
  'redis-lost': ({ server, seconds }) =>
    `Redis по адресу ${server} не отвечал ${seconds} с, поэтому работа прервана. Сохранившиеся в нём задания продолжатся, когда он вернётся; чтобы собрать результаты, запустите команду снова.`,
  'relay-lost': ({ server, seconds }) =>
    `Redis по адресу ${server} не отвечал ${seconds} с, поэтому зрители здесь больше не обслуживаются. Запустите команду снова, когда Redis вернётся.`,
  'jobs-queue-full': ({ waiting, most }) =>
    `Ничего не отдано в работу: в очереди уже ждёт заданий: ${waiting}, а --max-waiting допускает ${most}. Запустите больше исполнителей или попробуйте позже.`,
  'job-input-changed': ({ path }) =>
    `Файла ${path} нет, или он изменился после того, как задание было отдано. Запустите команду снова; всем компьютерам должна быть видна одна и та же папка (--store).`,
  'job-unfit': () => 'Это задание составила не Korme или не эта её версия, поэтому оно не выполнено.',
  'job-worker-died': ({ deck }) =>
    `${deck}: на этом задании один за другим прервались несколько исполнителей. Возможно, им не хватает памяти.`,
  'job-failed': ({ deck, reason }) => `${deck}: задание не выполнено: ${because(reason)}.`,
  'job-program-other': ({ wanted, found }) =>
    `Задание — для Korme ${wanted}, а у исполнителей ${found}. Установите на все компьютеры одну и ту же версию.`,
  'job-browser-other': ({ wanted, found }) =>
    `Задание — для браузера ${wanted}, а у исполнителей ${found}. Установите на все компьютеры один и тот же браузер или запустите команду снова, когда новый будет у всех.`,
  'store-name-unfit': ({ name }) => `${name} ведёт за пределы общей папки, поэтому не читается и не записывается.`,
  'workers-missing': ({ server }) =>
    `На этом компьютере ни один исполнитель не работает с ${server}. Чтобы запустить: npx korme worker --jobs ${server}`,
  'flag-missing': ({ flag, command, example }) =>
    `Команде «${command}» нужен ключ ${flag}, например: ${flag} ${example}`,
  'outside-store': ({ path, store }) =>
    `${path} лежит вне папки ${store}, и другим компьютерам не виден. Укажите папку, в которой лежат все презентации и готовые файлы: --store /srv/talks`,
  'store-missing': ({ path }) => `Папки ${path} нет. После --store укажите папку, которая видна всем компьютерам.`,
  'redis-address-unreadable': () =>
    'Это не адрес Redis. Его записывают так: redis://host:6379 или, с TLS, rediss://host:6379.',
  'redis-address-secret': ({ variable }) =>
    `В адресе Redis есть пароль: его могли бы прочитать другие пользователи этого компьютера. Уберите его из адреса и укажите в переменной среды ${variable}.`,
  'audience-address-unreadable': ({ value }) =>
    `Значение --address не может быть «${value}». Укажите адрес, по которому браузеры находят relay, без пути, например https://talk.example.kz.`,
  'job-count-unreadable': ({ value }) => `«${value}» — не число заданий. Запишите его цифрами, например 100.`,
}
