import type { Messages } from './messages.js';

const rules = new Intl.PluralRules('ru');

/** Russian has three forms for whole numbers: 1, 2 to 4, and all others. */
function count(n: number, one: string, few: string, many: string): string {
  const form = rules.select(n);
  return `${n} ${form === 'one' ? one : form === 'few' ? few : many}`;
}

export const ru: Messages = {
  language: 'ru',
  commands: {
    ask: { name: 'спросить', description: 'Задать вопрос о статьях' },
    search: { name: 'найти', description: 'Найти места в статьях' },
    articles: { name: 'статьи', description: 'Статьи, о которых можно спрашивать' },
    article: { name: 'статья', description: 'Изменить статьи этого сервера' },
    articleAdd: { name: 'добавить', description: 'Добавить статью по ссылке или файлом' },
    articleRemove: { name: 'удалить', description: 'Удалить статью этого сервера' },
    articleRefresh: { name: 'обновить', description: 'Заново прочитать статью этого сервера' },
    unanswered: {
      name: 'без-ответа',
      description: 'Вопросы этого сервера, на которые в статьях нет ответа',
    },
    help: { name: 'помощь', description: 'Что умеет Newsdesk' },
    addMessage: { name: 'Добавить в Newsdesk' },
  },
  options: {
    question: { name: 'вопрос', description: 'Что вы хотите узнать' },
    query: { name: 'запрос', description: 'Что искать' },
    articleToAsk: { name: 'статья', description: 'Искать только в этой статье' },
    articleToChange: { name: 'статья', description: 'Одна из статей этого сервера' },
    private: { name: 'лично', description: 'Показать ответ только вам' },
    url: { name: 'ссылка', description: 'Ссылка на страницу, PDF или ленту' },
    file: { name: 'файл', description: 'Файл: текст, Markdown, HTML или PDF' },
    title: { name: 'заголовок', description: 'Заголовок вместо собственного' },
  },
  buttons: {
    context: 'Больше контекста',
    others: 'Другие места',
    nearest: 'Ближайшие места',
    previous: 'Назад',
    next: 'Вперёд',
  },
  sureness: { high: 'Совершенно уверенно', medium: 'Довольно уверенно', low: 'Не вполне уверенно' },
  place: {
    beginning: 'в начале статьи',
    early: 'в первой трети статьи',
    middle: 'в середине статьи',
    late: 'в последней трети статьи',
    end: 'в конце статьи',
  },
  page: (page, pages) => `Страница ${page} из ${pages}`,
  articleCount: (n) => count(n, 'статья', 'статьи', 'статей'),
  passageCount: (n) => count(n, 'место', 'места', 'мест'),
  answer: { gist: 'О чём это', context: 'Больше контекста' },
  unanswered: {
    title: 'В статьях об этом не сказано.',
    lookedFor: (words) => `Я искал: ${words}.`,
    nearest: 'Ближайшие места, которые могут и не отвечать на вопрос',
  },
  passages: {
    search: 'Места по запросу',
    others: 'Другие места по запросу',
    none: 'В статьях нет ничего близкого.',
    noMore: 'Других мест нет.',
  },
  notes: {
    greeting:
      'Здравствуйте! Спросите меня о статьях, например командой `/ask`. `/articles` покажет, что я прочитал.',
    unclear: 'Что вы хотите узнать? Лучше всего целый вопрос: кто, что, когда, где, почему.',
    empty: 'Статей пока нет, так что и спрашивать не о чем.',
    emptyManager: 'Статей пока нет. Добавьте первую командой `/article add`.',
    voteCounted: 'Спасибо, учтено.',
  },
  articles: {
    title: 'Статьи',
    none: 'Статей пока нет.',
    own: 'этого сервера',
    shared: 'для всех серверов',
  },
  changes: {
    added: 'Добавлено',
    updated: 'Обновлено',
    unchanged: 'Без изменений',
    removed: 'Удалено',
    failed: 'Не добавлено',
    reread:
      'Статья пришла файлом, загружать её неоткуда; я заново прочитал сохранённый файл. Чтобы заменить её, добавьте новый файл с тем же именем.',
    more: (n) => `… и ещё ${n}`,
  },
  progress: {
    fetching: 'Читаю …',
    waiting: 'Жду, пока закончится другая индексация …',
    embedding: (done, total) => `Обработано ${done} из ${total} …`,
    saving: 'Сохраняю …',
  },
  open: {
    title: 'Вопросы без ответа',
    none: 'Пока на все вопросы был ответ.',
    asked: (times, last) => `спросили ${count(times, 'раз', 'раза', 'раз')}, последний раз ${last}`,
  },
  help: {
    title: 'Newsdesk',
    intro:
      'Я отвечаю на вопросы о статьях словами самих статей или говорю, что в них об этом не сказано.',
    ask: 'предложение с ответом и место, где оно стоит',
    search: 'места, ближайшие к вашим словам',
    articles: 'о чём можно спрашивать',
    mention:
      'Или упомяните меня с вопросом. Ответьте с упоминанием на мой ответ, чтобы спросить дальше о той же статье. В личных сообщениях каждое сообщение — вопрос.',
    buttons:
      '👍 и 👎 под ответом подсказывают владельцу, что хорошо; повторное нажатие отменяет голос.',
    manager:
      'С правом «Управлять сервером»: `/article add`, `/article remove`, `/article refresh`, `/unanswered` и *Приложения → Добавить в Newsdesk* у сообщения.',
    footer: (version, counted) => `Версия ${version} · ${counted}`,
  },
  errors: {
    'discord-adds-limit': ({ limit, minutes }) =>
      `Этот сервер может добавлять или обновлять ${limit} статей в час. Попробуйте через ${minutes} мин.`,
    'discord-answer-forgotten': () => 'Этого ответа я уже не помню. Задайте вопрос ещё раз.',
    'discord-article-changed': ({ title }) =>
      `«${title}» изменилась после этого ответа. Задайте вопрос ещё раз.`,
    'discord-article-gone': () => 'Статья этого ответа удалена. Задайте вопрос ещё раз.',
    'discord-article-shared': ({ title }) =>
      `«${title}» общая для всех серверов; изменить её может только владелец бота.`,
    'discord-article-unknown': ({ article }) =>
      `Здесь нет статьи «${article}». Выберите её из списка, который открывается при вводе.`,
    'discord-articles-limit': ({ limit }) =>
      `У этого сервера может быть ${limit} своих статей. Сначала удалите часть командой /article remove.`,
    'discord-button-unknown': () =>
      'Я не знаю этой кнопки; возможно, она от старой версии. Повторите команду.',
    'discord-cooldown': ({ seconds }) => `Минутку: спросите снова через ${seconds} с.`,
    'discord-manager-only': () => 'Это могут только участники с правом «Управлять сервером».',
    'discord-message-empty': () =>
      'В этом сообщении нет ни ссылки, ни файла, ни текста для статьи.',
    'discord-question-length': ({ min, max }) => `Нужно от ${min} до ${max} знаков.`,
    'discord-server-only': () => 'Это работает только на сервере, не в личных сообщениях.',
    'discord-size-limit': ({ limit }) =>
      `В своих статьях этого сервера может быть всего ${limit} млн знаков. Сначала удалите часть командой /article remove.`,
    'discord-source-choice': () => 'Дайте либо ссылку, либо файл.',
    'feed-empty': () => 'В этой ленте нет записей, которые я могу прочитать.',
    'pdf-broken': () =>
      'Этот PDF повреждён. Откройте его в программе просмотра, сохраните заново и попробуйте ещё раз.',
    'pdf-encrypted': () => 'Этот PDF закрыт паролем. Сохраните копию без пароля.',
    'pdf-no-text': () => 'В этом PDF только изображения текста. Сначала распознайте в нём текст.',
    'source-binary': ({ type }) => `Это ${type}, а не текст. Я читаю текст, Markdown, HTML и PDF.`,
    'source-empty': () => 'Этот файл пуст.',
    'source-no-text': () =>
      'Я не нахожу там текста. Если страницу собирают скрипты, сохраните её текст в файл.',
    'source-too-complex': () => 'Эта страница слишком велика. Сохраните её текст в файл.',
    'source-too-large': ({ limit }) =>
      `Это больше ${limit} МБ. Разделите на части или сохраните только текст.`,
    'url-broken-off': () => 'Ответ страницы оборвался. Попробуйте позже.',
    'url-compression': () => 'Ответ страницы не распаковывается. Скачайте её и добавьте файл.',
    'url-content-type': ({ type }) =>
      `По этой ссылке ${type}, а не статья. Я читаю текст, Markdown, HTML, PDF и ленты.`,
    'url-credentials': () => 'В этой ссылке есть имя или пароль, их я не отправляю.',
    'url-host-not-allowed': () => 'Файлы я беру только с серверов Discord. Приложите сам файл.',
    'url-invalid': () => 'Это не ссылка. Она должна выглядеть как https://example.com/article.',
    'url-no-connection': () =>
      'Не могу соединиться с этой страницей. Проверьте ссылку или попробуйте позже.',
    'url-not-resolved': ({ host }) => `Сайта ${host} нет. Проверьте написание.`,
    'url-private': () => 'Эта ссылка ведёт на адрес не из открытого интернета.',
    'url-redirects': () =>
      'Эта ссылка слишком часто перенаправляет. Возьмите адрес, на котором она кончается.',
    'url-refused': () =>
      'Этот сервер отказывает в соединении. Проверьте ссылку или попробуйте позже.',
    'url-scheme': () => 'Я читаю только ссылки, которые начинаются с http:// или https://.',
    'url-status': ({ status }) =>
      `Эта страница отвечает ошибкой ${status}. Проверьте ссылку в браузере.`,
    'url-timeout': ({ seconds }) => `Эта страница отвечала дольше ${seconds} с. Попробуйте позже.`,
    'url-tls': () => 'Сертификату этого сайта нельзя доверять.',
  },
  fault:
    'У меня что-то пошло не так. Попробуйте ещё раз; если не поможет, сообщите владельцу бота этот код.',
  errorCode: (code, requestId) => `Код: ${code} · ${requestId}`,
};
